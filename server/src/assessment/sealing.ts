/** An edition is sealed: its numbers are frozen, its list is kept, its results become facts. */

import type { Fact, IsoDate, PeriodId } from '@oneneedle/kernel';
import {
  factsOf,
  insertSeal,
  type LedgerPlace,
  lockLedger,
  type NewFact,
  postFacts,
  sealsOf,
} from '../ledger/index.ts';
import { insertEdition } from './period-store.ts';
import { assessmentProblem } from './problems.ts';
import type { BookKeeper } from './town-books.ts';
import type { SealWork } from './work.ts';
import type { Workshop } from './workshop.ts';

/** What this room works with beside a transaction. */
export interface AssessmentNeeds {
  readonly books: BookKeeper;
  readonly workshop: Workshop;
}

export interface SealAsked {
  readonly line: string;
  readonly period: PeriodId;
  readonly label: string;
  readonly today: IsoDate;
  readonly decisionNo?: string;
  /** Person by opaque code, or account. */
  readonly sealedBy: string;
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
  const { line, period, label, sealedBy } = asked;
  const { db, tenant } = place;
  const before = await workedOut(needs, place, asked);
  await lockLedger(place);
  await requireNewDecision(db, asked);
  const { root, work } = await workedOut(needs, place, asked, before);
  if (work.obstacles.length > 0) {
    const sentences = work.obstacles.map(({ sentence }) => sentence);
    throw assessmentProblem('not-ready', { label, sentences });
  }
  const { seal, results } = work;
  await insertSeal(place, {
    ...seal,
    sealedBy,
    resultHash: work.resultSha256,
    receipt: work.receipt,
  });
  await insertEdition(db, {
    tenantId: tenant.id,
    line,
    period,
    edition: seal.edition,
    receiptCode: work.receiptCode,
    standings: work.standings,
    explanations: work.explanations,
  });
  const replaced = seal.edition > 1 ? await reversals(place, asked) : [];
  await postFacts(place, [...replaced, ...results.map((fact) => newResult(fact, sealedBy))]);
  return { ...work, ledgerRoot: root };
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
  { line, period, today, decisionNo }: SealAsked,
  known?: WorkedOut,
): Promise<WorkedOut> {
  const found = await books.booksOf(db, { tenantId: tenant.id, line, period });
  if (!found) throw assessmentProblem('period-unknown');
  const { key } = found;
  if (known?.key === key) return known;
  const decision = decisionNo === undefined ? {} : { decisionNo };
  const work = await workshop.work(found, 'seal', { period, today, ...decision });
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
