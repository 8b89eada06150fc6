/** The books of a town out of the database, kept while nothing in them changes. */

import type { Fact, PeriodId } from '@oneneedle/kernel';
import { factsOf, type LedgerHead, ledgerHead, ledgerStamp, sealsOf } from '../ledger/index.ts';
import { calendarStamp, enteredYears, rosterOf, rosterStamp } from '../org/index.ts';
import type { Queries } from '../platform/index.ts';
import { kindsOf, kindsStamp, type SchemeInForce, schemeOf } from '../scheme/index.ts';
import { keepLatest } from './keep-latest.ts';
import type { TownInput } from './town-folder.ts';

/** The books for one scheme, and where the ledger stands; all of them are read when somebody asks. */
export interface TownBooks {
  /** Equal keys are equal books. */
  readonly key: string;
  /** Everything of them, within the transaction that found them. */
  read(): Promise<TownInput>;
  readonly scheme: SchemeInForce;
  readonly head: LedgerHead;
}

/** Reads books; equal states of a town give the same object without reading it all again. */
export interface BookKeeper {
  /** Undefined where no approved scheme of the line covers the period. */
  booksOf(
    db: Queries,
    asked: { readonly tenantId: string; readonly line: string; readonly period: PeriodId },
  ): Promise<TownBooks | undefined>;
}

/** Ten thousand facts take some ten megabytes. */
const townsMax = 24;

type Common = Pick<TownInput, 'kinds' | 'roster' | 'facts' | 'seals' | 'years'>;

export function keepBooks(): BookKeeper {
  const kept = new Map<string, { readonly state: string; readonly common: Common }>();
  return {
    booksOf: async (db, { tenantId, line, period }) => {
      const scheme = await schemeOf(db, line, period);
      if (!scheme) return undefined;
      const head = await ledgerHead(db);
      const state = await stateOf(db, head);
      const key = `${tenantId} ${scheme.sourceSha256} ${state}`;
      const commonOf = async () => {
        const known = kept.get(tenantId);
        const common = known?.state === state ? known.common : await read(db);
        keepLatest(kept, tenantId, { state, common }, townsMax);
        return common;
      };
      return {
        key,
        read: async () => ({ key, source: scheme.source, ...(await commonOf()) }),
        scheme,
        head,
      };
    },
  };
}

async function read(db: Queries): Promise<Common> {
  const kinds = await kindsOf(db);
  const roster = await rosterOf(db);
  const { facts } = await factsOf(db);
  const seals = await sealsOf(db);
  return {
    kinds,
    roster,
    years: await enteredYears(db),
    facts: facts.map(asWritten),
    seals: seals.map(({ line, period, edition, atSeq, decisionNo, printed }) => ({
      line,
      period,
      edition,
      atSeq,
      ...(decisionNo === undefined ? {} : { decisionNo }),
      printed,
    })),
  };
}

/**
 * A fact as a clerk's file has it: without the instant of posting, and without an empty list of
 * periods. Otherwise a package could not be verified from its own files.
 */
function asWritten({
  postedAt: _,
  countsIn,
  ...fact
}: Fact & { readonly postedAt?: string }): Fact {
  const isStored = countsIn !== undefined && Object.keys(countsIn).length > 0;
  return isStored ? { ...fact, countsIn } : fact;
}

/** Changes with every change of what is read, each told by the room that keeps it. */
async function stateOf(db: Queries, { size, root }: LedgerHead): Promise<string> {
  const stamps = [
    await ledgerStamp(db),
    await rosterStamp(db),
    await kindsStamp(db),
    await calendarStamp(db),
  ];
  return [size, root, ...stamps].join(' ');
}
