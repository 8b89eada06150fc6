/** Workbooks of goals both ways: the export, a preview, the marked copy, taking the good rows over. */

import { createHash, randomUUID } from 'node:crypto';
import type { GoalImportPreview, GoalInput } from '@oneneedle/contract';
import { compareGoalCodes } from '@oneneedle/kernel';
import {
  type CellRemark,
  type Ctx,
  chinaDay,
  Problem,
  readTables,
  remarkedFile,
  withUploaded,
  workbookFile,
} from '../../platform/index.ts';
import { personOf } from '../items/book.ts';
import { deedBy, writeChange } from './actions.ts';
import { type GoalBook, goalBook } from './book.ts';
import { changesBetween, checkGoal } from './check.ts';
import { cellsOf, type GoalCells, goalColumns } from './columns.ts';
import { type GoalLine, goalsFrom } from './from.ts';
import { goalProblem } from './problems.ts';
import { insertDeeds, insertGoals, type KeptGoal, lockGoals } from './store.ts';

const megabytes = 10;

/** The goals of a year with the columns that the import reads; of an empty year, the empty sheet. */
export async function exportGoals(ctx: Ctx, { year }: { year: number }): Promise<File> {
  const book = await goalBook(ctx, year);
  const rows = [...book.tree.goals.keys()].flatMap((code) => {
    const goal = book.kept.get(code);
    return goal ? [Object.values(cellsOf(goal, book))] : [];
  });
  const columns = goalColumns.map(({ title, type, hint, required, options }) => ({
    title,
    type,
    ...(hint === undefined ? {} : { hint }),
    ...(required ? { required } : {}),
    ...(options ? { options: { values: options, strict: true } } : {}),
  }));
  const name = `${ctx.tenant.name}${year}年目标 ${chinaDay(ctx.now)}.xlsx`;
  return workbookFile(name, [{ name: '目标', columns, rows, spareRows: 200, landscape: true }]);
}

/** What a workbook would make and change, and what is wrong in it. */
export async function previewGoals(ctx: Ctx, of: Uploaded): Promise<GoalImportPreview> {
  const plan = await onPath(of.file, (path) => planOf(ctx, of.year, path));
  return {
    digest: digestOf(plan),
    goodRows: plan.rows.length,
    badRows: plan.badRows,
    added: plan.rows.filter(({ before }) => !before).length,
    changed: plan.rows.filter(({ before, fields }) => before && fields.length > 0).length,
    same: plan.rows.filter(({ before, fields }) => before && fields.length === 0).length,
    remarks: plan.remarks.map((remark) => ({ ...remark })),
    changes: plan.rows.flatMap(({ goal, before, fields }) =>
      before && fields.length === 0
        ? []
        : [{ code: goal.code, title: goal.text.title, isNew: !before, fields: [...fields] }],
    ),
  };
}

/** The workbook as it was given, with what is wrong written into it. */
export async function markGoals(ctx: Ctx, of: Uploaded): Promise<File> {
  return onPath(of.file, async (path) => {
    const { remarks, headRows } = await planOf(ctx, of.year, path);
    return remarkedFile(path, remarks, headRows);
  });
}

/** Takes over what was previewed; refuses if file or goals are no longer the same. */
export async function importGoals(
  ctx: Ctx,
  { digest, goodOnly, ...of }: Uploaded & { digest: string; goodOnly: boolean },
) {
  // A row may change whom a goal is measured by: whether that is their own is told by the person.
  personOf(ctx);
  await lockGoals(ctx.db, ctx.tenant.id);
  const plan = await onPath(of.file, (path) => planOf(ctx, of.year, path));
  if (digestOf(plan) !== digest) throw goalProblem('import-changed');
  if (plan.badRows > 0 && !goodOnly)
    throw goalProblem('import-bad-rows', { badRows: plan.badRows });
  const added = plan.rows.filter(({ before }) => !before).map(({ goal }) => goal);
  const changed = plan.rows.filter(({ before, fields }) => before && fields.length > 0);
  await insertGoals(ctx.db, ctx.tenant.id, added);
  const reason = `导入《${of.file.name.slice(0, 80)}》`;
  const deeds = added.map(({ id }) => deedBy(ctx, id, 'make', { reason }));
  await insertDeeds(ctx.db, ctx.tenant.id, deeds);
  for (const { goal, before } of changed) {
    if (before) await writeChange(ctx, plan.book, { goal: before, text: goal.text, reason });
  }
  return { added: added.length, changed: changed.length };
}

interface Uploaded {
  readonly year: number;
  readonly file: File;
}

interface PlannedGoal {
  readonly goal: KeptGoal;
  readonly before: KeptGoal | undefined;
  readonly fields: readonly { title: string; before: string; after: string }[];
}

interface GoalPlan {
  readonly book: GoalBook;
  readonly rows: readonly PlannedGoal[];
  readonly remarks: readonly CellRemark[];
  readonly badRows: number;
  readonly headRows: Readonly<Record<string, number>>;
}

async function planOf(ctx: Ctx, year: number, path: string): Promise<GoalPlan> {
  const tables = await readTables(path);
  const book = await goalBook(ctx, year);
  const read = goalsFrom(tables, book.names);
  const remarks: CellRemark[] = [...read.remarks];
  const bad = new Set(read.lines.filter(({ isBad }) => isBad));
  const refuse = (line: GoalLine, sentence: string, key = '') => {
    const column = line.columns.get(key);
    const { sheet, row } = line;
    remarks.push({ sheet, row, ...(column === undefined ? {} : { column }), sentence });
    bad.add(line);
  };
  for (const line of twiceIn(read.lines)) {
    refuse(line, `编号 ${line.cells.code} 在表里不止一行；一个目标只能一行，请删去多的。`, 'code');
  }
  // Parents first: a goal below one whose row is wrong waits for it.
  const inOrder = read.lines
    .filter((line) => !bad.has(line))
    .sort((a, b) => compareGoalCodes(a.cells.code ?? '', b.cells.code ?? ''));
  const kept = new Map(book.kept);
  const servable = new Set([...kept.keys(), ...inOrder.map(({ cells }) => cells.code ?? '')]);
  const rows: PlannedGoal[] = [];
  for (const line of inOrder) {
    const judged = judge({ ...book, kept }, line, { year, servable });
    if ('sentence' in judged) {
      refuse(line, judged.sentence, judged.key);
      continue;
    }
    rows.push(judged);
    kept.set(judged.goal.code, judged.goal);
  }
  const placeOf = ({ row, column = 0 }: CellRemark) => row * 1000 + column;
  return {
    book,
    rows,
    remarks: remarks.sort((a, b) => placeOf(a) - placeOf(b)),
    badRows: bad.size,
    headRows: read.headRows,
  };
}

interface Refused {
  readonly sentence: string;
  readonly key: string;
}

interface Judging {
  readonly year: number;
  /** Goals that stand, or stand in the file. */
  readonly servable: ReadonlySet<string>;
}

function judge(
  book: GoalBook,
  { cells }: GoalLine,
  { year, servable }: Judging,
): PlannedGoal | Refused {
  const code = cells.code ?? '';
  const before = book.kept.get(code);
  if (before && before.state !== 'open') {
    return { sentence: `${code} 已经办结，不能再改；请删去这一行。`, key: 'code' };
  }
  if (!before && cells.fields.title === undefined) {
    return { sentence: '没有写“目标”，新的目标必须填；请补上。', key: 'title' };
  }
  const { dueOn } = cells.fields;
  if (before?.text.dueOn !== undefined && dueOn !== undefined && dueOn !== before.text.dueOn) {
    const sentence = `${code} 的时限已经定在 ${before.text.dueOn}，不能在表里改；请在页面上“调整时限”，写明理由。`;
    return { sentence, key: 'dueOn' };
  }
  const { measure, sentence } = measureIn(cells, before?.text);
  if (sentence !== undefined) return { sentence, key: 'target' };
  const blank = { ...emptyText(year), ...before?.text };
  const { measure: _, ...rest } = { ...blank, ...cells.fields };
  const text: GoalInput = { ...rest, ...(measure ? { measure } : {}) };
  try {
    // What the file itself brings may be served before its own row was judged.
    const others = text.serves.filter(({ goal }) => !servable.has(goal) || book.kept.has(goal));
    checkGoal(book, { code, text: { ...text, serves: others } }, before?.text);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { sentence: error.message, key: keysOf[error.code.split('.').at(-1) ?? ''] ?? '' };
  }
  const goal = before
    ? { ...before, text }
    : { id: randomUUID(), year, code, state: 'open' as const, version: 1, text };
  // Of a new goal its code and title stand beside; what every goal begins with is not told.
  const bare = { code, text: { ...emptyText(year), title: text.title } };
  const [was, is] = [cellsOf(before ?? bare, book), cellsOf(goal, book)];
  const fields = changesBetween(was, is).map(({ field, from, to }) => {
    return { title: field, before: from, after: to };
  });
  return { goal, before, fields };
}

/** Which column a refusal belongs to. */
const keysOf: Readonly<Record<string, string>> = {
  'goal-parent-unknown': 'code',
  'goal-person-no-post': 'accountable',
  'goal-place-unknown': 'village',
  'goal-days': 'dueOn',
  'goal-serves': 'serves',
  'goal-own': 'accountable',
};

/** A goal that says nothing but its title. */
export function emptyText(year: number): GoalInput {
  return {
    title: '',
    steps: [],
    direction: 'up',
    mode: 'sum',
    method: '',
    measures: '',
    risks: '',
    contingency: '',
    supportUnits: [],
    startsOn: `${year}-01-01`,
    isEveryVillage: false,
    serves: [],
    source: '',
  };
}

/** Target, unit and baseline of the row over what stood; steps alone where nothing is counted. */
function measureIn(
  { target, unit, baseline, fields }: GoalCells,
  before: GoalInput | undefined,
): { measure?: GoalInput['measure']; sentence?: string } {
  const old = before?.measure?.kind === 'quantity' ? before.measure : undefined;
  const whole = { target: target ?? old?.target, unit: unit ?? old?.unit };
  if (whole.target === undefined && whole.unit === undefined && baseline === undefined) {
    const steps = fields.steps ?? before?.steps ?? [];
    return steps.length > 0 ? { measure: { kind: 'steps' } } : {};
  }
  if (whole.target === undefined || whole.unit === undefined) {
    return { sentence: '目标值和计量单位要一起写；请补上缺的那一格。' };
  }
  const from = baseline ?? old?.baseline;
  const { target: to, unit: of } = whole;
  const measure = { kind: 'quantity' as const, target: to, unit: of };
  return { measure: { ...measure, ...(from === undefined ? {} : { baseline: from }) } };
}

function twiceIn(lines: readonly GoalLine[]): GoalLine[] {
  const counts = Map.groupBy(lines, ({ cells }) => cells.code);
  return lines.filter(
    ({ cells }) => cells.code !== undefined && (counts.get(cells.code)?.length ?? 0) > 1,
  );
}

function digestOf({ rows, remarks }: GoalPlan): string {
  const said = rows.map(({ goal: { code, text }, before }) => [code, text, before?.version]);
  return createHash('sha256')
    .update(JSON.stringify([said, remarks]))
    .digest('hex');
}

async function onPath<T>(file: File, work: (path: string) => Promise<T>): Promise<T> {
  if (file.size > megabytes * 1024 * 1024) throw goalProblem('import-too-large', { megabytes });
  const refused = (why: string) => goalProblem('import-unreadable', { why });
  const bytes = new Uint8Array(await file.arrayBuffer());
  return withUploaded({ name: file.name, bytes, otherwise: '目标.xlsx', refused }, work);
}
