/** Sealing a period: what it writes, what it refuses, and what comes out afterwards. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess, type IsoDate, readFacts, readSeals, resultFacts } from '@oneneedle/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { readFolder, sealingOf, sealPeriod } from '../src/assessment/index.ts';
import { Refusal } from '../src/platform/index.ts';
import { smallTown } from './small-town.ts';
import { copyOf, removeFolders } from './terminal.ts';

afterAll(removeFolders);

const scheme = 'small-town';
const [first, second] = ['2026-Q1', '2026-Q2'];
const day = (text: string) => text as IsoDate;

async function sealed(folder: string, period: string, options = {}) {
  return sealPeriod(await readFolder(folder), { scheme, period }, options);
}

/** The refusal of a sealing, after which the folder is as it was. */
async function refused(folder: string, period: string, options = {}): Promise<string> {
  const before = contents(folder);
  const error = await sealed(folder, period, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Refusal);
  expect(contents(folder)).toEqual(before);
  return error instanceof Refusal ? error.message : '';
}

function contents(folder: string): [string, string][] {
  return readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'latin1')]);
}

async function totals(folder: string, period: string) {
  const { book } = await readFolder(folder);
  return assess(book, { scheme, period }).subjects.map(({ code, totalMilli }) => [
    code,
    totalMilli,
  ]);
}

describe('a sealed period', () => {
  it('gives the same numbers afterwards, also when something becomes known late', async () => {
    const folder = smallTown();
    const before = await totals(folder, first);
    const { seal } = await sealed(folder, first);
    expect([seal.edition, seal.atSeq]).toEqual([1, 14]);
    expect(await totals(folder, first)).toEqual(before);
    const late =
      '- { id: F9, kind: garbage, about: 东溪村, on: 2026-03-30, values: { 处数: 2 }, evidence: [照片], by: 周, reviewedBy: 吴 }\n';
    const facts = join(folder, 'facts.yaml');
    writeFileSync(facts, `${readFileSync(facts, 'utf8')}${late}`);
    expect(await totals(folder, first)).toEqual(before);
    expect(Object.fromEntries(await totals(folder, second)).东溪村).toBe(95_000 - 1_000);
  });

  it('is balanced in the next one: a yearly cap of 5 leaves 2 after 3', async () => {
    const folder = smallTown();
    await sealed(folder, first);
    await sealed(folder, second);
    const { book } = await readFolder(folder);
    expect(book.seals.map(({ printed }) => printed.南坪村?.['2'])).toEqual([3000, 2000]);
    expect(await totals(folder, second)).toEqual(
      Object.entries(book.seals[1]?.printed ?? {}).map(([code, own]) => [code, own.total]),
    );
  });

  it('leaves what stands in the file as it is, line breaks of Windows and all', async () => {
    const head = '# 由考核办保管\r\n';
    const folder = smallTown({ 'seals.yaml': () => head });
    await sealed(folder, first);
    const once = readFileSync(join(folder, 'seals.yaml'), 'utf8');
    expect(once.startsWith(head)).toBe(true);
    expect(once.replaceAll('\r\n', '')).not.toContain('\n');
    await sealed(folder, second, { decisionNo: '青考〔2026〕2号' });
    const twice = readFileSync(join(folder, 'seals.yaml'), 'utf8');
    expect(twice.startsWith(once)).toBe(true);
    const { seals, findings } = readSeals(twice);
    expect(findings).toEqual([]);
    expect(seals.map(({ period, edition, decisionNo }) => [period, edition, decisionNo])).toEqual([
      [first, 1, undefined],
      [second, 1, '青考〔2026〕2号'],
    ]);
  });

  it('is given as facts that later schemes read', async () => {
    const folder = await readFolder(smallTown());
    const { seal, result, results } = sealingOf(folder, { scheme, period: first });
    expect(results.name).toBe('results-2026-Q1.yaml');
    const { facts, findings } = readFacts(results.text);
    expect(findings).toEqual([]);
    expect(facts.map((fact) => ({ ...fact, seq: 0 }))).toEqual(
      resultFacts(result, seal, folder.scheme).map((fact) => ({ ...fact, seq: 0 })),
    );
  });

  it('can be corrected by a decision, as a further edition', async () => {
    const folder = smallTown();
    await sealed(folder, first);
    expect(await refused(folder, first)).toContain('已封存第 1 版');
    const { seal } = await sealed(folder, first, { decisionNo: '青党发〔2026〕30号' });
    expect(seal).toMatchObject({ edition: 2, decisionNo: '青党发〔2026〕30号' });
  });
});

describe('sealing is refused', () => {
  it('with all reasons at once, each with what to do', async () => {
    const folder = smallTown({
      'facts.yaml': (text) =>
        text
          .replace(/^- \{ id: P4.*\n/m, '')
          .replace(/^- \{ id: C3.*\n/m, '')
          .replace('evidence: [记录], by: 城建办 周, reviewedBy: 考核办 吴, note', 'note')
          .replace('on: 2026-02-11', 'on: 2026-04-11'),
    });
    const lines = (await refused(folder, second)).split('\n');
    expect(lines[0]).toBe(
      '2026年第二季度还不能封存，有 4 个原因，都办好以后再封存；什么也没有写：',
    );
    expect(lines.slice(1).join('\n')).toMatch(/前面各期/);
    expect(lines.slice(1).join('\n')).toMatch(/东溪村还有缺材料的条款/);
    expect(lines.slice(1).join('\n')).toMatch(/1\.1。|：1\.1/);
    expect(lines.slice(1).join('\n')).toMatch(/未附佐证也无文件/);
  });

  it('before the period is over, where the day is known', async () => {
    const folder = smallTown();
    const options = { today: day('2026-06-29') };
    expect(await refused(folder, second, options)).toContain('才满');
    const plan = (today: string) =>
      readFolder(folder).then(
        (read) => sealingOf(read, { scheme, period: first }, { today: day(today) }).obstacles,
      );
    expect(await plan('2026-03-31')).toEqual([]);
    expect((await plan('2026-03-30')).map(({ code }) => code)).toEqual(['period-not-over']);
  });

  it('while rows are left out or have no number', async () => {
    const folder = await readFolder(smallTown());
    const row = { file: 'facts.xlsx', place: '表《垃圾积存》第 7 行', sentences: ['没有处数。'] };
    const codes = (changed: typeof folder) =>
      sealingOf(changed, { scheme, period: first }).obstacles.map(({ code }) => code);
    expect(codes({ ...folder, leftOut: [row] })).toEqual(['rows-left-out']);
    expect(codes({ ...folder, unnumbered: 3 })).toEqual(['rows-unnumbered']);
  });

  it('when the file of seals cannot take another entry, or has changed meanwhile', async () => {
    const folder = smallTown({ 'seals.yaml': () => '[]\n' });
    expect(await refused(folder, first)).toContain('接不上新的一条');
    const read = await readFolder(smallTown());
    writeFileSync(join(read.path, 'seals.yaml'), '# 刚刚写下的\n');
    await expect(sealPeriod(read, { scheme, period: first })).rejects.toThrow('又有改动');
    expect(readFileSync(join(read.path, 'seals.yaml'), 'utf8')).toBe('# 刚刚写下的\n');
  });

  it('and planning writes nothing', async () => {
    const folder = smallTown();
    sealingOf(await readFolder(folder), { scheme, period: first });
    expect(existsSync(join(folder, 'seals.yaml'))).toBe(false);
  });
});

describe('a year of the example', () => {
  it('can be sealed quarter by quarter, and each prints what was published', async () => {
    const folder = copyOf('village-daily');
    const line = 'qinghe-village-daily';
    for (const period of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']) {
      const before = await readFolder(folder);
      const { result } = await sealPeriod(before, { scheme: line, period });
      const { book } = await readFolder(folder);
      expect(assess(book, { scheme: line, period }).subjects).toEqual(result.subjects);
    }
  });
});
