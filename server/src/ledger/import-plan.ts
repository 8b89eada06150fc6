/** What a workbook would record: its good rows as entries, its bad ones with a sentence each. */

import { canonicalJson, type Fact, indexFacts, relatedFacts } from '@oneneedle/kernel';
import { type CellRemark, type Ctx, chinaDay, readTables } from '../platform/index.ts';
import { actsFor } from './access.ts';
import { type RecordingBook, recordingBook } from './book.ts';
import { discretionOf } from './discretion.ts';
import { officesOfEntry } from './entry-actions.ts';
import { asFact, checkEntry } from './entry-check.ts';
import { findEntries } from './entry-store.ts';
import type { EntryBody } from './entry-words.ts';
import { factsFrom, type RowPlace } from './facts-from.ts';
import { reversalBody } from './reversal-actions.ts';
import { fieldsShown, namingOf } from './shown.ts';
import { factRows } from './store.ts';
import { factIn } from './stored.ts';

/** A row that can be recorded. */
export interface PlannedRow {
  readonly place: RowPlace;
  readonly body: EntryBody;
  readonly office: string | undefined;
  readonly shown: { kindName: string; subjects: string[]; when: string; summary: string };
  readonly warnings: readonly string[];
}

/** All that a workbook would do. */
export interface ImportPlan {
  readonly good: readonly PlannedRow[];
  readonly badRows: number;
  /** Rows that are in the ledger already, or wait to be. */
  readonly known: number;
  readonly remarks: readonly CellRemark[];
  readonly headRows: Readonly<Record<string, number>>;
}

/** Reads a workbook against the ledger as it stands; nothing is written. */
export async function planImport(ctx: Ctx, path: string): Promise<ImportPlan> {
  const book = await recordingBook(ctx.db);
  const { kinds, roster, clauses, schemes } = book;
  const latest = schemes.at(-1);
  const discretion = latest && schemes.length === 1 ? { discretion: discretionOf(latest) } : {};
  const read = factsFrom(await readTables(path), { kinds, roster, clauses, ...discretion });
  const posted = (await factRows(ctx.db)).map(factIn);
  const waiting = (await findEntries(ctx.db, {})).map(({ id, body }) => {
    return asFact(body, body.id ?? id);
  });
  const judge: Judge = {
    ctx,
    book,
    posted: new Map(posted.map((fact) => [fact.id, fact])),
    waiting: new Map(waiting.map((fact) => [fact.id, fact])),
    reversed: new Set([...posted, ...waiting].flatMap(({ reverses }) => reverses ?? [])),
    index: indexFacts([...posted, ...waiting]),
  };
  const judged = read.facts.map((fact) => {
    const place = read.places.get(fact.id) ?? { sheet: '', row: 0 };
    return { place, ...judgeRow(fact, place, judge) };
  });
  const bad = judged.filter(({ problems }) => problems.length > 0);
  return {
    good: judged.flatMap(({ planned }) => planned ?? []),
    badRows: read.badRows + bad.length,
    known: judged.filter(({ isKnown }) => isKnown).length,
    remarks: [
      ...read.remarks,
      ...bad.flatMap(({ place: { sheet, row }, problems }) =>
        problems.map((sentence) => ({ sheet, row, sentence })),
      ),
    ],
    headRows: read.headRows,
  };
}

interface Judge {
  readonly ctx: Ctx;
  readonly book: RecordingBook;
  readonly posted: ReadonlyMap<string, Fact>;
  readonly waiting: ReadonlyMap<string, Fact>;
  readonly reversed: ReadonlySet<string>;
  readonly index: ReturnType<typeof indexFacts>;
}

interface JudgedRow {
  readonly planned?: PlannedRow;
  readonly problems: readonly string[];
  readonly isKnown?: boolean;
}

function judgeRow(fact: Fact, place: RowPlace, judge: Judge): JudgedRow {
  const { ctx, book, posted, waiting } = judge;
  const earlier =
    place.id === undefined ? undefined : (posted.get(place.id) ?? waiting.get(place.id));
  if (earlier) return isSameRow(fact, earlier) ? { problems: [], isKnown: true } : taken(fact.id);
  if (fact.reverses !== undefined) return judgeReversal(fact, place, judge);
  const body = bodyOfFact(fact, place);
  const findings = checkEntry({ body }, { book, today: chinaDay(ctx.now) });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const office = officeOf(body, judge);
  const problems = [
    ...errors.map(({ sentence }) => sentence),
    ...(office.refusal === undefined ? [] : [office.refusal]),
  ];
  if (problems.length > 0) return { problems };
  const related = relatedFacts(fact, judge.index, { kinds: book.kinds, limit: 2 });
  const warnings = [
    ...findings.map(({ sentence }) => sentence),
    ...related.map(({ sentence }) => sentence),
  ];
  const planned = { place, body, office: office.office, shown: shownOf(body, book), warnings };
  return { planned, problems };
}

function taken(id: string): JudgedRow {
  const sentence = `编号“${id}”在台账里是另一条事实，没有读这一行；要改正那一条的，请在《更正》表里另记一行；是新的事实，请清空编号。`;
  return { problems: [sentence] };
}

/** Who typed it, its place in the order and its evidence may differ; what happened may not. */
function isSameRow(a: Fact, b: Fact): boolean {
  const content = ({ kind, about, on, period, values, reverses }: Fact) =>
    canonicalJson({ kind, about, on, period, values, reverses });
  return content(a) === content(b);
}

function judgeReversal(fact: Fact, place: RowPlace, judge: Judge): JudgedRow {
  const { ctx, book, posted, reversed } = judge;
  const id = fact.reverses ?? '';
  const target = posted.get(id);
  if (!target) return { problems: [`要更正的“${id}”不在台账里；请核对编号。`] };
  if (target.reverses !== undefined) return { problems: [`“${id}”本身是一条更正，不能再更正。`] };
  if (reversed.has(id)) return { problems: [`“${id}”已经更正过，或有一条更正在等复核。`] };
  if (target.form === 'result') return { problems: [`“${id}”是封存的结果，不能这样更正。`] };
  if (fact.note === undefined) return { problems: ['更正要在“说明”里写明理由；请补上。'] };
  const body = reversalBody(target, fact.note, chinaDay(ctx.now));
  const office = officeOf(bodyOfFact(target, place), judge);
  if (office.refusal !== undefined) return { problems: [office.refusal] };
  const shown = { ...shownOf(bodyOfFact(target, place), book), kindName: `更正 ${id}` };
  return { planned: { place, body, office: office.office, shown, warnings: [] }, problems: [] };
}

function officeOf(
  body: EntryBody,
  { ctx, book }: Judge,
): { office: string | undefined; refusal?: string } {
  const offices = officesOfEntry({ body }, book);
  const own = offices.find((office) => actsFor(ctx.actor, 'recorder', office));
  if (own !== undefined) return { office: own };
  if (offices.length === 0 && actsFor(ctx.actor, 'recorder', undefined))
    return { office: undefined };
  const names = offices.length === 0 ? '还没有定的部门' : offices.join('、');
  return { office: undefined, refusal: `这种事实由${names}登记，您的职务不在其中，没有读这一行。` };
}

function bodyOfFact(fact: Fact, { id }: RowPlace): EntryBody {
  const { id: _, seq: __, recordedBy: ___, reviewedBy: ____, countsIn: _____, ...body } = fact;
  return { ...body, files: [], ...(id === undefined ? {} : { id }) };
}

function shownOf(body: EntryBody, { catalogue, roster }: RecordingBook): PlannedRow['shown'] {
  const naming = namingOf(roster);
  const values = fieldsShown(body, catalogue).map(({ title, text }) => `${title} ${text}`);
  return {
    kindName: catalogue.entryOf(body.kind)?.name ?? body.kind,
    subjects: body.about.map((who) => naming.subject(who).name),
    when: body.on ?? body.period ?? '',
    summary: values.join('，'),
  };
}
