/**
 * Posting: facts get their number, the periods they count in and their leaf in the log, under one
 * lock a town. There is no other way into the ledger.
 */

import {
  appendLeaf,
  type CountsIn,
  canonicalJson,
  countsInOf,
  type Fact,
  type LateCount,
  type LogFrontier,
  type PostedFact,
  type Scheme,
  type Seal,
} from '@oneneedle/kernel';
import { chinaDay } from '../platform/index.ts';
import { kindsOf, schemesInForce } from '../scheme/index.ts';
import { catalogueOf } from './catalogue.ts';
import { officeOfFact } from './clause-places.ts';
import { type LedgerPlace, lockLedger, moveHead } from './head.ts';
import { ledgerProblem } from './problems.ts';
import {
  type FactOrigin,
  type FactRow,
  factRowsByKey,
  factRowsOf,
  insertFacts,
  sealedPeriods,
  takenIds,
} from './store.ts';
import { factIn, type StoredFact, storedOf } from './stored.ts';

/** A fact to post; its number and where it counts are the ledger's to say. */
export type NewFact = Omit<Fact, 'id' | 'seq'> & {
  /** A number that people already cite; made from year and order where there is none. */
  readonly id?: string;
  /** Default the instant of the deed; another one only for what is taken over from elsewhere. */
  readonly postedAt?: string;
  /** Only for what is taken over: the lines whose period was settled there. */
  readonly countsIn?: Fact['countsIn'];
} & Partial<FactOrigin>;

/** What the poster decides beside the facts. */
export interface PostOptions {
  /** Default every approved version of the town. */
  readonly schemes?: readonly Scheme[];
  /** Sealed periods whose corrected edition was decided: what is posted now counts in them. */
  readonly correcting?: readonly Pick<Seal, 'line' | 'period'>[];
}

/** Facts as they were posted, in the order given, and what the poster should be told. */
export interface Posting {
  readonly facts: readonly PostedFact[];
  /** Facts that count in a later period than their own, with the sentence that says so. */
  readonly late: readonly (LateCount & { readonly factId: string })[];
  /** Lines that can no longer take a fact which another line still takes. */
  readonly untaken: readonly { readonly factId: string; readonly sentence: string }[];
}

/**
 * Posts facts in the given order. One that was posted before under its key is not posted again.
 * Refuses the whole posting if one fact counts nowhere any more, if its number is taken by another
 * fact, or if it reverses what is unknown, reversed or itself a reversal.
 */
export async function postFacts(
  place: LedgerPlace,
  facts: readonly NewFact[],
  options: PostOptions = {},
): Promise<Posting> {
  const { db, tenant, now } = place;
  const frontier = await lockLedger(place);
  const keyed = facts.map((fact) => ({ fact, clientKey: keyOf(fact) }));
  const keys = keyed.map(({ clientKey }) => clientKey);
  const earlier = await factRowsByKey(db, keys);
  const fresh = keyed.filter(({ clientKey }) => !earlier.has(clientKey));
  const state = await stateOf(place, fresh, { size: frontier.size, options });
  const drawn = drawAll(fresh, { state, frontier, now });
  await insertFacts(db, tenant.id, drawn.rows);
  if (drawn.rows.length > 0) await moveHead(db, drawn.frontier);
  const made = new Map(fresh.map(({ clientKey }, index) => [clientKey, drawn.facts[index]]));
  const posted = keyed.map(({ fact, clientKey }) => {
    const row = earlier.get(clientKey);
    return row ? repeated(fact, row) : (made.get(clientKey) as PostedFact);
  });
  return { facts: posted, late: drawn.late, untaken: drawn.untaken };
}

/** What was posted before under the key; another content under the same number is refused. */
function repeated(fact: NewFact, row: FactRow): PostedFact {
  const known = factIn(row);
  if (!isSame(fact, known)) throw ledgerProblem('fact-id-taken', { id: known.id });
  return known;
}

/**
 * Posts many facts that come from elsewhere, each under its own number and instant, in the order of
 * their `seq`; a period that was settled there stays. The same path as `postFacts`, hence the same hashes.
 */
export function putFacts(
  place: LedgerPlace,
  facts: readonly (Fact & { readonly postedAt?: string })[],
  options: PostOptions = {},
): Promise<Posting> {
  const ordered = [...facts].sort((a, b) => a.seq - b.seq);
  const fresh = ordered.map(({ seq: _, ...fact }): NewFact => fact);
  return postFacts(place, fresh, options);
}

type Keyed = { readonly fact: NewFact; readonly clientKey: string };

/** A number is a key; what has neither key nor number is new every time. */
function keyOf({ clientKey, entryId, id }: NewFact): string {
  const key = clientKey ?? entryId ?? id;
  if (key === undefined) throw new TypeError('a fact to post needs a key, an entry or a number');
  return key;
}

interface State {
  readonly schemes: readonly Scheme[];
  readonly sealed: readonly Pick<Seal, 'line' | 'period'>[];
  /** Facts that may be reversed now, by number: the posted ones that are named, then the new ones. */
  readonly known: Map<string, Fact>;
  readonly taken: Set<string>;
  readonly year: string;
  /** The office that answers for a fact which names none. */
  readonly officeOf: (fact: Fact) => string | undefined;
}

async function stateOf(
  { db, now }: LedgerPlace,
  fresh: readonly Keyed[],
  { size, options }: { size: number; options: PostOptions },
): Promise<State> {
  const targets = fresh.flatMap(({ fact }) => fact.reverses ?? []);
  const rows = await factRowsOf(db, targets);
  const sealed = await sealedPeriods(db);
  const isCorrected = ({ line, period }: Pick<Seal, 'line' | 'period'>) =>
    options.correcting?.some((one) => one.line === line && one.period === period);
  const schemes = options.schemes ?? (await schemesInForce(db)).map(({ scheme }) => scheme);
  const isComplete = fresh.every(({ fact }) => fact.office !== undefined);
  const catalogue = catalogueOf(isComplete ? [] : await kindsOf(db));
  const year = chinaDay(now).slice(0, 4);
  const wanted = fresh.map(({ fact }, index) => fact.id ?? numberFor(year, size + 1 + index));
  return {
    schemes,
    sealed: sealed.filter((one) => !isCorrected(one)),
    known: new Map(rows.map((row) => [row.body.id, factIn(row)])),
    taken: new Set(await takenIds(db, wanted)),
    year,
    officeOf: (fact) => officeOfFact(fact, { schemes, catalogue }),
  };
}

/** `2026-0412`: short enough to be said on the telephone. */
function numberFor(year: string, seq: number): string {
  return `${year}-${String(seq).padStart(4, '0')}`;
}

/** What a posting made so far. */
interface Drawn {
  readonly rows: { readonly stored: StoredFact; readonly origin: FactOrigin }[];
  readonly facts: PostedFact[];
  readonly late: Posting['late'][number][];
  readonly untaken: Posting['untaken'][number][];
  frontier: LogFrontier;
}

/** Numbers, periods and leaves of new facts: everything that the lock protects. */
function drawAll(
  fresh: readonly Keyed[],
  { state, frontier, now }: { state: State; frontier: LogFrontier; now: string },
): Drawn {
  const drawn: Drawn = { rows: [], facts: [], late: [], untaken: [], frontier };
  for (const { fact: given, clientKey } of fresh) {
    const { clientKey: _, entryId, office, postedAt = now, countsIn = {}, ...content } = given;
    const seq = drawn.frontier.size + 1;
    const draft: Fact = { ...content, id: takeNumber(given.id, seq, state), seq };
    const counts = countsOf(draft, state);
    const posted: PostedFact = {
      ...draft,
      countsIn: { ...counts.countsIn, ...countsIn },
      postedAt,
    };
    const stored = storedOf(posted);
    drawn.frontier = appendLeaf(drawn.frontier, stored.leafHash);
    const answers = office ?? state.officeOf(posted);
    const origin = {
      clientKey,
      ...(entryId === undefined ? {} : { entryId }),
      ...(answers === undefined ? {} : { office: answers }),
    };
    drawn.rows.push({ stored, origin });
    drawn.facts.push(posted);
    for (const late of counts.late) drawn.late.push({ ...late, factId: posted.id });
    for (const { sentence } of counts.refusals) drawn.untaken.push({ factId: posted.id, sentence });
    state.known.set(posted.id, posted);
  }
  return drawn;
}

/** The number given, or the next free one. */
function takeNumber(given: string | undefined, seq: number, { taken, year }: State): string {
  if (given !== undefined && taken.has(given)) throw ledgerProblem('fact-id-taken', { id: given });
  const first = given ?? numberFor(year, seq);
  let id = first;
  for (let next = 2; taken.has(id); next += 1) id = `${first}-${next}`;
  taken.add(id);
  return id;
}

function countsOf(fact: Fact, { schemes, sealed, known }: State): CountsIn {
  const reversed = fact.reverses === undefined ? undefined : known.get(fact.reverses);
  if (fact.reverses !== undefined && !reversed) {
    throw ledgerProblem('fact-unknown', { id: fact.reverses });
  }
  if (reversed?.reverses !== undefined) {
    throw ledgerProblem('reversal-of-reversal');
  }
  const counts = countsInOf(fact, { schemes, sealed, ...(reversed ? { reversed } : {}) });
  if (!counts.refused) return counts;
  const sentences = counts.refusals.map(({ sentence }) => sentence);
  throw ledgerProblem('counts-nowhere', { sentences });
}

/** Whether a fact says what a posted one says; who typed it and when is no matter. */
function isSame(given: NewFact, known: PostedFact): boolean {
  return contentOf(given) === contentOf(known);
}

function contentOf(fact: NewFact | PostedFact): string {
  const { kind, form, about, on, to, period, values, tags, matter, doc, evidence } = fact;
  const { chosen, reverses } = fact;
  const points = chosen && { scheme: chosen.scheme, clause: chosen.clause, points: chosen.points };
  return canonicalJson({
    ...{ kind, form, about, on, to, period, values, tags, matter, doc, evidence, reverses, points },
  });
}
