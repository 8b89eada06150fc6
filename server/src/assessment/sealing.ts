/** An edition is sealed: its numbers are frozen, its list is kept, its results become facts. */

import type { Fact, IsoDate, PeriodId } from '@oneneedle/kernel';
import {
  factsBeyond,
  factsOf,
  insertSeal,
  type LedgerPlace,
  lockLedger,
  type NewFact,
  type NewSeal,
  postFacts,
  sealsOf,
} from '../ledger/index.ts';
import { withDecision } from './decided-results.ts';
import { differing, type Frozen, keptTrees } from './keeping.ts';
import { insertEdition } from './period-store.ts';
import { assessmentProblem } from './problems.ts';
import type { DecidedGradesOf } from './told-grades.ts';
import type { BookKeeper } from './town-books.ts';
import type { SealWork } from './work.ts';
import type { Workshop } from './workshop.ts';

/** What this room works with beside a transaction. */
export interface AssessmentNeeds {
  readonly books: BookKeeper;
  readonly workshop: Workshop;
  /** What speaks for waiting with a seal, by rooms that stand after this one: sentences. */
  readonly cautions?: SealCautions;
  /** The grades that a body decided, by the room that keeps them. */
  readonly decidedGrades?: DecidedGradesOf;
}

export type SealCautions = (
  place: LedgerPlace,
  named: { readonly line: string; readonly period: PeriodId },
) => Promise<readonly string[]>;

export interface SealAsked {
  readonly line: string;
  readonly period: PeriodId;
  readonly label: string;
  readonly today: IsoDate;
  readonly decisionNo?: string;
  /** Person by opaque code, or account. */
  readonly sealedBy: string;
  /** The published edition, which the seal freezes as it is. */
  readonly frozen?: Frozen | undefined;
  /** What spoke for waiting, and why it is sealed all the same. */
  readonly despite?: { readonly sentences: readonly string[]; readonly reason: string } | undefined;
}

/** What was sealed, and the root of the log that it rests on. */
export interface SealedEdition extends SealWork {
  readonly ledgerRoot: string;
}

/**
 * Seals a period with everybody else's posting held back, so that no fact falls between. Refuses
 * with all obstacles at once. It is worked out before the log is held, and again under the lock only
 * if something was posted meanwhile: whoever posts in that moment does not wait for arithmetic.
 */
export async function sealEdition(
  needs: AssessmentNeeds,
  place: LedgerPlace,
  asked: SealAsked,
): Promise<SealedEdition> {
  const { line, period, sealedBy } = asked;
  const { db, tenant } = place;
  const before = await workedOut(needs, place, asked);
  await lockLedger(place);
  await requireNewDecision(db, asked);
  const { root, work } = await workedOut(needs, place, asked, before);
  await requireSealable(place, asked, work);
  const { seal, results } = work;
  await insertSeal(place, {
    ...(await frozenSeal(db, asked, work)),
    sealedBy,
    despite: asked.despite,
  });
  if (!asked.frozen) {
    const { receiptCode, standings, explanations } = work;
    const { edition } = seal;
    const kept = { line, period, edition, receiptCode, standings, explanations };
    await insertEdition(db, { tenantId: tenant.id, ...kept });
  }
  const replaced = seal.edition > 1 ? await reversals(place, asked) : [];
  const posted = await withDecision(needs, db, { line, period, edition: seal.edition }, results);
  await postFacts(place, [...replaced, ...posted.map((fact) => newResult(fact, sealedBy))]);
  return { ...work, ledgerRoot: root };
}

/** Nothing keeps it from being sealed, and a published edition is still what it would come to. */
async function requireSealable(
  { db }: LedgerPlace,
  { line, period, label, frozen }: SealAsked,
  work: SealWork,
): Promise<void> {
  const { overridden = [] } = frozen ?? {};
  const open = work.obstacles.filter(
    ({ sentence }) => !overridden.some((one) => one.sentence === sentence),
  );
  if (open.length > 0) {
    const sentences = open.map(({ sentence }) => sentence);
    throw assessmentProblem('not-ready', { label, sentences });
  }
  if (!frozen) return;
  const { edition } = frozen.seal;
  const names = differing(await keptTrees(db, { line, period }, edition), work.explanations);
  if (names.length > 0) throw assessmentProblem('published-differs', { label, edition, names });
}

/**
 * The seal that was kept with the published edition, so that its receipt stays; a fact that counts
 * in the period and changed nothing makes it one of today.
 */
async function frozenSeal(
  db: LedgerPlace['db'],
  { frozen }: SealAsked,
  { seal, resultSha256, receipt }: SealWork,
): Promise<Omit<NewSeal, 'sealedBy' | 'despite'>> {
  const isSame = frozen !== undefined && (await factsBeyond(db, frozen.seal)) === 0;
  if (!isSame) return { ...seal, resultHash: resultSha256, receipt };
  return { ...frozen.seal, resultHash: frozen.resultSha256, receipt: frozen.receipt };
}

interface WorkedOut {
  /** Of the books that were read. */
  readonly key: string;
  readonly root: string;
  readonly work: SealWork;
}

/** What sealing would write, from the books as they stand; the same object while they are equal. */
async function workedOut(
  { books, workshop }: AssessmentNeeds,
  { db, tenant }: LedgerPlace,
  { line, period, today, decisionNo, frozen }: SealAsked,
  known?: WorkedOut,
): Promise<WorkedOut> {
  const found = await books.booksOf(db, { tenantId: tenant.id, line, period });
  if (!found) throw assessmentProblem('period-unknown');
  const { key } = found;
  if (known?.key === key) return known;
  const work = await workshop.work(found, 'seal', {
    period,
    today,
    ...(decisionNo === undefined ? {} : { decisionNo }),
    ...(frozen ? { asEdition: frozen.seal.edition } : {}),
  });
  return { key, root: found.head.root, work };
}

/** One decision makes one edition, however many press the button at once. */
async function requireNewDecision(
  db: LedgerPlace['db'],
  { line, period, label, decisionNo }: SealAsked,
): Promise<void> {
  if (decisionNo === undefined) return;
  const used = (await sealsOf(db)).find(
    (seal) => seal.line === line && seal.period === period && seal.decisionNo === decisionNo,
  );
  if (!used) return;
  const sentence = `“${decisionNo}”已经用于这一期的第${used.edition}版。再要更正的，请写新的决定文号。`;
  throw assessmentProblem('not-ready', { label, sentences: [sentence] });
}

/** Results of the edition before are taken back: whoever read them is told and decides. */
async function reversals(
  { db }: LedgerPlace,
  { line, period, today, decisionNo, sealedBy }: SealAsked,
): Promise<NewFact[]> {
  const { facts } = await factsOf(db);
  const reversed = new Set(facts.flatMap(({ reverses }) => reverses ?? []));
  const old = facts.filter(
    ({ id, form, period: own, values }) =>
      form === 'result' && own === period && values.line === line && !reversed.has(id),
  );
  return old.map(({ id, about }) => ({
    id: `${id}/reversed`,
    kind: 'reversal',
    form: 'event',
    about,
    on: today,
    values: {},
    tags: [],
    evidence: [],
    recordedBy: sealedBy,
    reverses: id,
    ...(decisionNo === undefined ? {} : { doc: { no: decisionNo } }),
  }));
}

function newResult({ seq: _, countsIn: __, ...fact }: Fact, recordedBy: string): NewFact {
  return { ...fact, recordedBy };
}
