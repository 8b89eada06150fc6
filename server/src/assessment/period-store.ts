/** Periods with their state, and what sealed editions showed: all SQL of this room. */

import {
  firstDay,
  type IsoDate,
  lastDay,
  type PeriodId,
  periodLabel,
  periodsOf,
} from '@oneneedle/kernel';
import { latestSeals } from '../ledger/index.ts';
import type { Queries } from '../platform/index.ts';
import { type SchemeInForce, schemesInForce } from '../scheme/index.ts';
import type { ExplainView, Replies, StandingsView } from './views.ts';

/** A period as every reply names it. */
export type PeriodRow = Replies['move'];

export interface PeriodName {
  readonly line: string;
  readonly period: PeriodId;
}

/** Every period that has begun by `today`, of every approved scheme: line by line, the latest first. */
export async function periodRows(db: Queries, today: IsoDate): Promise<PeriodRow[]> {
  const schemes = await schemesInForce(db);
  const named = schemes.flatMap((scheme) =>
    periodsIn(scheme, today).map((period) => ({ scheme, period })),
  );
  const states = await statesOf(db);
  const editions = await latestEditions(db);
  const rows = named.map(({ scheme, period }) => rowOf(scheme, period, { states, editions }));
  const lines = [...new Set(schemes.map(({ line }) => line))];
  const placeOf = ({ line }: PeriodRow) => lines.indexOf(line);
  return rows.sort((a, b) => placeOf(a) - placeOf(b) || (a.from < b.from ? 1 : -1));
}

/** One period of a scheme; whether it has begun is not asked. */
export async function periodRow(
  db: Queries,
  scheme: SchemeInForce,
  period: PeriodId,
): Promise<PeriodRow> {
  return rowOf(scheme, period, {
    states: await statesOf(db),
    editions: await latestEditions(db),
  });
}

/** The whole periods of a version that have begun; the kernel assesses no other. */
function periodsIn({ scheme }: SchemeInForce, today: IsoDate): PeriodId[] {
  return periodsOf(scheme).filter((period) => firstDay(period) <= today);
}

interface Known {
  readonly states: ReadonlyMap<string, 'open' | 'scoring' | 'checking'>;
  readonly editions: ReadonlyMap<string, Latest>;
}

/** The edition that readers see: the one that was kept last. Without a seal it is published. */
interface Latest {
  readonly edition: number;
  readonly sealedAt?: string;
  readonly receiptCode: string;
}

function rowOf(
  { line, scheme, version }: SchemeInForce,
  period: PeriodId,
  known: Known,
): PeriodRow {
  const key = keyOf({ line, period });
  const latest = known.editions.get(key);
  return {
    line,
    schemeName: scheme.name,
    schemeVersion: version,
    period,
    label: periodLabel(period),
    from: firstDay(period),
    to: lastDay(period),
    state: latest ? stateOf(latest) : (known.states.get(key) ?? 'open'),
    ...(latest ?? {}),
  };
}

function stateOf({ sealedAt }: Latest): 'published' | 'sealed' {
  return sealedAt === undefined ? 'published' : 'sealed';
}

async function statesOf(db: Queries): Promise<Known['states']> {
  const rows = await db.selectFrom('period_state').select(['line', 'period', 'state']).execute();
  return new Map(rows.map((row) => [keyOf(row), row.state as 'open' | 'scoring' | 'checking']));
}

async function latestEditions(db: Queries): Promise<Known['editions']> {
  const kept = await db
    .selectFrom('edition')
    .select(['line', 'period', 'edition', 'receipt_code'])
    .orderBy('edition')
    .execute();
  const seals = new Map((await latestSeals(db)).map((seal) => [keyOf(seal), seal]));
  // A later row takes the place of an earlier one.
  return new Map(
    kept.map(({ edition, receipt_code: receiptCode, ...named }) => {
      const seal = seals.get(keyOf(named));
      const sealed = seal?.edition === edition ? { sealedAt: seal.sealedAt } : {};
      return [keyOf(named), { edition, receiptCode, ...sealed }];
    }),
  );
}

function keyOf({ line, period }: { readonly line: string; readonly period: string }): string {
  return `${line} ${period}`;
}

/** Writes where a period stands on its way to the seal. */
export async function writeState(
  db: Queries,
  state: PeriodName & {
    readonly tenantId: string;
    readonly to: 'open' | 'scoring' | 'checking';
    readonly accountId: string;
    readonly at: string;
    readonly reason: string | undefined;
  },
): Promise<void> {
  const values = {
    state: state.to,
    changed_by: state.accountId,
    changed_at: state.at,
    reason: state.reason ?? null,
  };
  await db
    .insertInto('period_state')
    .values({ tenant_id: state.tenantId, line: state.line, period: state.period, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'line', 'period']).doUpdateSet(values))
    .execute();
}

interface NewEdition extends PeriodName {
  readonly tenantId: string;
  readonly edition: number;
  readonly receiptCode: string;
  readonly standings: StandingsView;
  readonly explanations: readonly ExplainView[];
  /** Of an edition that is kept before its seal: what the seal will be, and the instant of keeping. */
  readonly frozen?: unknown;
  readonly keptAt?: string;
}

/** Keeps what an edition shows, for ever. */
export async function insertEdition(db: Queries, one: NewEdition): Promise<void> {
  const { tenantId: tenant_id, line, period, edition } = one;
  const named = { tenant_id, line, period, edition };
  await db
    .insertInto('edition')
    .values({
      ...named,
      receipt_code: one.receiptCode,
      standings: JSON.stringify(one.standings),
      frozen: one.frozen === undefined ? null : JSON.stringify(one.frozen),
      kept_at: one.keptAt ?? null,
    })
    .execute();
  await db
    .insertInto('edition_subject')
    .values(
      one.explanations.map((explanation) => ({
        ...named,
        subject: explanation.subject,
        explanation: JSON.stringify(explanation),
      })),
    )
    .execute();
}

/**
 * As it was kept. The first editions kept every notice, which nobody reads after the seal, and the
 * full mark of a part without saying of which group: of several groups that is not shown.
 */
type StoredStandings = Omit<StandingsView, 'noticeCount'> & {
  readonly noticeCount?: number;
  readonly notices?: readonly unknown[];
};

/** The list of the latest edition. */
export async function sealedStandings(
  db: Queries,
  { line, period }: PeriodName,
  edition: number,
): Promise<StandingsView> {
  const { standings } = await db
    .selectFrom('edition')
    .select('standings')
    .where('line', '=', line)
    .where('period', '=', period)
    .where('edition', '=', edition)
    .executeTakeFirstOrThrow();
  return shownStandings(standings as unknown as StoredStandings);
}

/** A kept list as it is shown today. */
export function shownStandings({ notices, ...view }: StoredStandings): StandingsView {
  if (notices === undefined) return { noticeCount: 0, ...view };
  const isGrouped = view.groups.length > 1;
  const columns = isGrouped ? view.columns.map(({ full: _, ...column }) => column) : view.columns;
  return { ...view, columns, noticeCount: notices.length };
}

/** The tree of one subject of an edition; undefined for whoever was not on the list. */
export async function sealedExplanation(
  db: Queries,
  { line, period }: PeriodName,
  { edition, subject }: { readonly edition: number; readonly subject: string },
): Promise<ExplainView | undefined> {
  const row = await db
    .selectFrom('edition_subject')
    .select('explanation')
    .where('line', '=', line)
    .where('period', '=', period)
    .where('edition', '=', edition)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.explanation as unknown as ExplainView | undefined;
}
