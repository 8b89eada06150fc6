/**
 * Fills the forms of the guide as a clerk would, spelling included: `docs/guides/sample/roster.xlsx`,
 * `facts.xlsx`, `facts-first.xlsx` with two mistakes for the guide to find, and `facts-corrected.xlsx`
 * with what a village was right about. Villages, people and events are invented. Run it by hand after
 * a change here, of the scheme or of the forms: `node server/scripts/sample-facts.ts`.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Roster, readScheme } from '@oneneedle/kernel';
import { readKinds } from '../src/assessment/index.ts';
import { templateSheets } from '../src/ledger/index.ts';
import { rosterTemplateSheets } from '../src/org/index.ts';
import { type NewSheet, workbookBytes } from '../src/platform/index.ts';

/** The rows of a sheet: what is written under a head, by its title. */
type Filled = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

const villages = [
  { name: '东溪村', alias: '东溪' },
  { name: '西岗村', alias: '' },
  { name: '南坪村', alias: '南坪' },
];

const builders = { 记录人: '城建办 周', 复核人: '考核办 吴' };
const desk = { 记录人: '便民中心 林', 复核人: '考核办 吴' };
const safety = { 记录人: '应急办 何', 复核人: '考核办 吴' };
const reviewers = { 记录人: '考核办 吴', 复核人: '考核办 孙' };
const office = { 记录人: '党政办 郑', 复核人: '考核办 吴' };

/** One quarter. Days and figures stand as three people really type them. */
const facts: Filled = {
  明查暗访发现垃圾积存: [
    { 编号: 'L-01', 对象: '东溪村', 日期: '2026.2.11', 处数: '５', 佐证: '照片5张', ...builders },
    { 编号: 'L-02', 对象: '西岗村', 日期: '2026-03-02', 处数: '1', 佐证: '照片1张', ...builders },
    {
      编号: 'L-03',
      对象: '南坪',
      日期: '2026年3月18日',
      处数: '4处',
      佐证: '照片4张',
      ...builders,
    },
  ],
  '露天焚烧秸秆、垃圾': [
    { 编号: 'F-01', 对象: '东溪村', 日期: '2026.3.6', 佐证: '巡查记录3月6日', ...builders },
  ],
  公厕管护不到位: [
    {
      编号: 'G-01',
      对象: '南坪村',
      日期: '2026/3/20',
      裁量条款: '1.3',
      裁量分: '-1',
      裁量理由: '村口公厕停水三天，第四天报修',
      佐证: '现场照片2张',
      ...builders,
    },
  ],
  开放时间无故关门: [
    { 编号: 'K-01', 对象: '西岗村', 日期: '２０２６－１－１５', 佐证: '走访记录', ...desk },
    { 编号: 'K-02', 对象: '西岗村', 日期: '2026-03-12', 佐证: '走访记录', ...desk },
  ],
  群众反映事项未按期答复: [
    { 编号: 'D-01', 对象: '东溪', 日期: '20260227', 佐证: '办理单第18号', ...desk },
  ],
  安全隐患未按期整改: [
    { 编号: 'A-01', 对象: '南坪村', 日期: '2026-2-25', 处数: '1', 佐证: '复查记录', ...safety },
    { 编号: 'A-02', 对象: '西岗村', 日期: '2026-3-25', 处数: '２', 佐证: '复查记录', ...safety },
  ],
  应急值守脱岗: [
    {
      编号: 'Z-01',
      对象: '东溪村',
      日期: '2026.1.28',
      人次: '1',
      佐证: '值守抽查表',
      ...safety,
    },
  ],
  新建成村民小广场并投入使用: [
    { 编号: 'J-01', 对象: '东溪村', 日期: '2026-03-28', 佐证: '验收单', ...office },
  ],
  工作创新: [
    {
      编号: 'C-01',
      对象: '西岗村',
      日期: '2026-03-30',
      裁量条款: '4.2',
      裁量分: '1.5',
      裁量理由: '“一户一码”查灯修灯，两个邻村照着做',
      佐证: '推广文件',
      ...office,
    },
  ],
  经查无: [
    ...signed(['1.1', '1.2', '1.3'], builders.记录人),
    ...signed(['2.1', '2.2'], desk.记录人),
    ...signed(['3.1', '3.2'], safety.记录人),
    ...signed(['4.1', '4.2'], office.记录人),
  ],
};

function signed(clauses: readonly string[], by: string) {
  return clauses.map((clause) => ({ 期间: '2026年第一季度', 条款: clause, 记录人: by }));
}

/** What the guide lets go wrong: a day without its year, and a village that is not in the roster. */
const mistakes = [
  { sheet: '露天焚烧秸秆、垃圾', row: 0, title: '日期', written: '3月6日' },
  { sheet: '安全隐患未按期整改', row: 1, title: '对象', written: '西冈村' },
];

function withMistakes(): Filled {
  const wrong = new Map(Object.entries(facts));
  for (const { sheet, row, title, written } of mistakes) {
    const rows = wrong.get(sheet) ?? [];
    if (rows[row]?.[title] === undefined) throw new Error(`no ${title} in row ${row} of ${sheet}`);
    wrong.set(
      sheet,
      rows.map((cells, index) => (index === row ? { ...cells, [title]: written } : cells)),
    );
  }
  return Object.fromEntries(wrong);
}

/** What the guide corrects later: a row that reverses another, and one that says what was right. */
const correction: Filled = {
  更正: [{ 更正: 'L-01', 日期: '2026-04-08', 佐证: '核对意见；现场复核记录', ...reviewers }],
  明查暗访发现垃圾积存: [
    {
      编号: 'L-04',
      对象: '东溪村',
      日期: '2026-02-11',
      处数: '3',
      佐证: '现场复核记录；照片3张',
      记录人: reviewers.复核人,
      复核人: reviewers.记录人,
    },
  ],
};

function withCorrection(): Filled {
  const added = Object.entries(correction).map(([sheet, rows]) => {
    return [sheet, [...(facts[sheet] ?? []), ...rows]] as const;
  });
  return { ...facts, ...Object.fromEntries(added) };
}

/** A form with rows; a sheet or head that it does not have means that the form has changed. */
function filled(form: readonly NewSheet[], content: Filled): NewSheet[] {
  const strange = Object.keys(content).filter((name) => !form.some((sheet) => sheet.name === name));
  if (strange.length > 0) throw new Error(`no sheet ${strange.join(', ')}`);
  return form.map((sheet) => {
    const rows = (content[sheet.name] ?? []).map((cells) => rowOf(sheet, cells));
    return { ...sheet, rows, spareRows: Math.max(0, (sheet.spareRows ?? 0) - rows.length) };
  });
}

function rowOf({ name, columns }: NewSheet, cells: Readonly<Record<string, string>>): string[] {
  const titles = columns.map(({ title }) => title.replace(/（.*）$/, ''));
  const lost = Object.keys(cells).filter((title) => !titles.includes(title));
  if (lost.length > 0) throw new Error(`no column ${lost.join(', ')} in ${name}`);
  return titles.map((title) => cells[title] ?? '');
}

const folder = fileURLToPath(new URL('../../docs/guides/sample/', import.meta.url));

/** The filled workbooks by name, in the forms that the scheme of the guide asks for today. */
export async function sampleBooks(): Promise<Map<string, Uint8Array>> {
  const scheme = readScheme(readFileSync(`${folder}scheme.yaml`, 'utf8')).value;
  const kinds = readKinds(`${folder}kinds.yaml`).value;
  if (scheme === undefined || kinds === undefined) throw new Error('the scheme is not sound');
  const units = villages.map(({ name, alias }) => {
    const aliases = alias === '' ? [] : [alias];
    return { code: name, name, type: 'village', aliases, tags: [], sizes: {} };
  });
  const roster: Roster = { units, persons: [], posts: [], pairings: [] };
  const form = templateSheets(scheme, { kinds, roster });
  const rows = villages.map(({ name, alias }) => {
    return { 编码: name, 名称: name, 类别: '村', 曾用名: alias };
  });
  const books = {
    'roster.xlsx': filled(rosterTemplateSheets(scheme), { 单位: rows }),
    'facts.xlsx': filled(form, facts),
    'facts-first.xlsx': filled(form, withMistakes()),
    'facts-corrected.xlsx': filled(form, withCorrection()),
  };
  const made = new Map<string, Uint8Array>();
  for (const [name, sheets] of Object.entries(books)) {
    made.set(name, await workbookBytes(sheets, { title: scheme.name }));
  }
  return made;
}

if (import.meta.main) {
  for (const [name, bytes] of await sampleBooks()) writeFileSync(`${folder}${name}`, bytes);
}
