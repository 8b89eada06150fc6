/** What the columns of a table are, by their heads. */

import { hasPoints, hasScore } from './outline.ts';
import type { PaperCell, PaperTable } from './paper.ts';

export type ColumnRole =
  | 'number'
  | 'level'
  | 'content'
  | 'standard'
  | 'points'
  | 'owner'
  | 'source'
  | 'note'
  | 'blank'
  | 'unknown';

/** The head of a table: where it stands and what each column is. */
export interface TableHead {
  /** The first row of the head, and the first behind it. */
  readonly from: number;
  readonly to: number;
  readonly roles: readonly ColumnRole[];
  /** The words of each column's head, to know the head again on the next page. */
  readonly titles: readonly string[];
}

/** The first role that fits a head; a column is what most towns mean by the word. */
const heads: readonly [ColumnRole, RegExp][] = [
  ['number', /^(?:序号|编号|序|项次|条目)$/u],
  [
    'blank',
    /^(?:自评|考评|考核|实际|最后|村|镇)?(?:得分|自评分|评分|自评得分|实得分|扣分|加分|加减分|扣分情况|扣分原因|扣分理由|检查记录|检查情况|完成情况|考核情况|得分情况|签名|评分人)$|^自评分?$/u,
  ],
  [
    'points',
    /^(?:考核|各项|指标|标准|总)?(?:分值|分数|满分|满分值|标准分|标准分数|标准分值|基准分|基本分|基础分|配分|权重分)$/u,
  ],
  [
    'owner',
    /(?:责任|考核|考评|评分|牵头|主管|负责|组织|实施|配合)(?:单位|部门|科室|站所|办公室|主体|线办)$|^责任人$|^考核人$/u,
  ],
  [
    'source',
    /数据来源|信息来源|来源$|考核依据|评分依据|计分依据|佐证|印证|资料|考核方式|考评方式|检查方式|查验|评价方式/u,
  ],
  ['note', /^备注$|^说明$/u],
  [
    'standard',
    /(?:标准|细则|办法|方法|规则|细则及标准|标准及办法)$|^(?:加扣分|扣分|加分|计分|评分|计扣分)(?:情形|项目|内容|说明|规定)$/u,
  ],
  ['content', /(?:内容|要点|要求|目标|任务|指标说明|指标解释|指标内涵)$|^考核指标$/u],
  ['level', /指标|项目|类别|大类|条线|重点|分类|单项|类型|事项/u],
];

/** The head of a table; undefined if no row names at least two columns that matter. */
export function headOf(table: PaperTable): TableHead | undefined {
  for (let from = 0; from < Math.min(table.rows.length, 12); from += 1) {
    const row = table.rows[from] ?? [];
    const cells = distinct(row);
    const roles = cells.map((cell) => roleOf(cell.text));
    const known = roles.filter((role) => role !== 'unknown' && role !== 'blank');
    const carries = roles.some(
      (role) => role === 'standard' || role === 'content' || role === 'level',
    );
    if (known.length < 2 || !carries || cells.some((cell) => /\d\s*分/u.test(cell.text))) continue;
    const to = endOfHead(table, from);
    const titles = row.map((_, column) => titleOf(table, column, from, to));
    return { from, to, titles, roles: settled(table, to, titles) };
  }
  return undefined;
}

/** The cells of a row, each once. */
export function distinct(row: readonly (PaperCell | undefined)[]): PaperCell[] {
  return [...new Set(row)].filter((cell) => cell !== undefined);
}

/** The head goes on below cells that span rows, and over rows that hold nothing but heads. */
function endOfHead(table: PaperTable, from: number): number {
  const spans = distinct(table.rows[from] ?? []).map((cell) => cell.row + cell.rows);
  const spanned = Math.min(Math.max(...spans), from + 4);
  let to = from + 1;
  for (; to < spanned; to += 1) {
    const below = distinct(table.rows[to] ?? []).filter((cell) => cell.row === to);
    const isUnder = below.every(({ column, text }) =>
      isUnderWide(table.rows[from]?.[column], text),
    );
    const isStrange = below.some((cell) => cell.text !== '' && roleOf(cell.text) === 'unknown');
    if (isStrange && !isUnder) break;
  }
  return to;
}

/** 平原村 under 满分, which reaches over several columns, is a head as well; 40 is not. */
function isUnderWide(above: PaperCell | undefined, text: string): boolean {
  return above !== undefined && above.columns > 1 && text !== '' && !/\d/u.test(text);
}

function titleOf(table: PaperTable, column: number, from: number, to: number): string {
  const texts = table.rows.slice(from, to).map((row) => headText(row[column]?.text ?? ''));
  return [...new Set(texts)].filter((text) => text !== '').join('/');
}

function headText(text: string): string {
  return text.replace(/\s/gu, '').replace(/[（(][^（）()]*[）)]/gu, '');
}

/** The lowest of the heads over each other says most; a higher one is asked where it says nothing. */
function roleOf(title: string): ColumnRole {
  const texts = headText(title).split('/').reverse();
  for (const text of texts) {
    const found = heads.find(([, pattern]) => pattern.test(text));
    if (found) return found[0];
  }
  return 'unknown';
}

/**
 * Which columns hold the texts that score is settled by what stands in them: a column called 标准
 * that names no points beside one that does is a description, a level full of points is the text.
 */
function settled(table: PaperTable, from: number, titles: readonly string[]): ColumnRole[] {
  const rows = table.rows.slice(from);
  return withLevel(rows, scoringRoles(rows, titles));
}

/**
 * Without a column of levels the leftmost content is the level, where its cells reach over several
 * rows by merging or by blanks: 考核指标 | 分值 | 评分标准.
 */
function withLevel(rows: PaperTable['rows'], roles: ColumnRole[]): ColumnRole[] {
  const contents = columnsOf(roles, 'content');
  // 考核项目 | 考核指标 | 分值: a content that is merged just as its points are is a level below.
  const marked = contents.filter((column) =>
    columnsOf(roles, 'points').some((points) =>
      rows.some((row) => isMergedAlike(row[column], row[points])),
    ),
  );
  for (const column of marked) roles[column] = 'level';
  const [first] = contents;
  if (first === undefined || roles.includes('level')) return roles;
  const standards = columnsOf(roles, 'standard');
  const reaches = rows.some((row, at) => {
    const cell = row[first];
    const isBlank = (cell?.text ?? '') === '' && at > 0;
    const scores = standards.some((column) => (row[column]?.text ?? '') !== '');
    return scores && (isBlank || (cell !== undefined && cell.text !== '' && cell.rows > 1));
  });
  if (reaches) roles[first] = 'level';
  return roles;
}

function isMergedAlike(one: PaperCell | undefined, other: PaperCell | undefined): boolean {
  return one !== undefined && one.rows > 1 && one.row === other?.row && one.rows === other.rows;
}

/** Roles by the heads, and of the columns with texts by whether their texts score. */
function scoringRoles(rows: PaperTable['rows'], titles: readonly string[]): ColumnRole[] {
  const roles = titles.map(roleOf);
  const shares = roles.map((role, column) => {
    const cells = [...new Set(rows.map((row) => row[column]))].filter(
      (cell) => cell && cell.text !== '',
    );
    // 加分 as the name of a level is no text that scores.
    const isScoring = role === 'level' ? hasPoints : hasScore;
    const scoring = cells.filter((cell) => cell && isScoring(cell.text));
    return cells.length === 0 ? 0 : scoring.length / cells.length;
  });
  const scores = (column: number) => (shares[column] ?? 0) > 0.2;
  const standards = columnsOf(roles, 'standard');
  const contents = columnsOf(roles, 'content');
  if (standards.some(scores)) {
    for (const column of standards) if (!scores(column)) roles[column] = 'content';
    return roles;
  }
  const texts = [...contents, ...columnsOf(roles, 'level')].filter(scores);
  if (texts.length > 0) {
    for (const column of standards) roles[column] = 'content';
    for (const column of texts) roles[column] = 'standard';
    return roles;
  }
  // Nothing scores anywhere: the text that comes nearest to a standard is what remains undecided.
  const last = standards.at(-1) ?? contents.at(-1);
  if (last !== undefined) roles[last] = 'standard';
  return roles;
}

/** The columns that have a role, from the left. */
export function columnsOf(roles: readonly ColumnRole[], role: ColumnRole): number[] {
  return roles.flatMap((one, column) => (one === role ? [column] : []));
}
