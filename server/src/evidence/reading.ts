/**
 * Who may read a piece of evidence. The rule stands here once, for lists, files, previews and
 * citing alike:
 *
 * | who asks                                          | reads                                      |
 * |---------------------------------------------------|--------------------------------------------|
 * | assessment office, discipline                     | every piece                                |
 * | whoever sent it                                   | it, whether anything rests on it or not    |
 * | whoever may read a fact or an entry that cites it | it; the ledger judges, as for its own pages |
 * | whoever may read a spot or an item that cites it  | it; the room of work judges                |
 * | whoever may read a sheet that cites it           | it; the room of inspection judges          |
 * | whoever may read a proposal that cites it        | it; the room of outcomes judges            |
 * | whoever may read a list that hangs on it         | it; the room of publication judges         |
 * | everybody else                                    | nothing: for them it is not there          |
 * | who is not told a private ground that cites it     | nothing, whatever else cites it, unless they sent it |
 *
 * A note cites no evidence: it hangs on a fact or an entry, which do. Which posts come to the
 * addresses at all is in `policy.ts`; an administrator of accounts opens no files.
 */

import { type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { Ctx, Queries, Role, Tables } from '../platform/index.ts';

/** Whether an asker may read the fact, entry, spot, item or sheet of an id, as conditions in SQL. */
export interface ReadableUses {
  fact(id: RawBuilder<string>): RawBuilder<SqlBool>;
  entry(id: RawBuilder<string>): RawBuilder<SqlBool>;
  /** Absent where the deed has to do with facts alone: then no spot, item or sheet opens anything. */
  spot?(id: RawBuilder<string>): RawBuilder<SqlBool>;
  item?(id: RawBuilder<string>): RawBuilder<SqlBool>;
  sheet?(id: RawBuilder<string>): RawBuilder<SqlBool>;
  proposal?(id: RawBuilder<string>): RawBuilder<SqlBool>;
  display?(id: RawBuilder<string>): RawBuilder<SqlBool>;
  /** Whether a fact or an entry is a private ground that the asker is not told: what it cites nothing else opens. */
  readonly hides?: Pick<ReadableUses, 'fact' | 'entry'> | undefined;
}

/** What the rooms after this one say of an asker. */
export type UsesFor = (ctx: Pick<Ctx, 'actor' | 'db' | 'now'>) => Promise<ReadableUses>;

/** What one asker may read. */
export interface Reach {
  readonly accountId: string;
  /** Every piece. */
  readonly isWhole: boolean;
  readonly uses: ReadableUses;
}

const everything: readonly Role[] = ['assessment-office', 'discipline'];

/** How far an asker reads. */
export async function reachOf(
  ctx: Pick<Ctx, 'actor' | 'db' | 'now'>,
  usesFor: UsesFor,
): Promise<Reach> {
  const { accountId, grants } = ctx.actor;
  const isWhole = grants.some(({ role, unit }) => everything.includes(role) && unit === undefined);
  return { accountId, isWhole, uses: await usesFor(ctx) };
}

type RowQuery<O> = SelectQueryBuilder<Tables, 'evidence', O>;

/** Leaves of a query of evidence what may be read. */
export function readable<O>(query: RowQuery<O>, reach: Reach): RowQuery<O> {
  if (reach.isWhole) return query;
  const isHidden = hiddenUse(reach);
  return query.where(({ and, eb, exists, not, or, selectFrom }) =>
    or([
      eb('evidence.added_by_account', '=', reach.accountId),
      and([
        not(isHidden),
        exists(
          selectFrom('evidence_use')
            .select('evidence_use.evidence_id')
            .whereRef('evidence_use.tenant_id', '=', 'evidence.tenant_id')
            .whereRef('evidence_use.evidence_id', '=', 'evidence.id')
            .where(isReadableUse(reach)),
        ),
      ]),
    ]),
  );
}

/** Whether something names a piece of evidence that hides it from the asker wherever else it is named. */
function hiddenUse({ uses: { hides } }: Reach): RawBuilder<SqlBool> {
  if (!hides) return sql<boolean>`false`;
  const id = sql<string>`hiding.cited_id`;
  return sql<boolean>`exists (select from evidence_use hiding where hiding.evidence_id = evidence.id
    and ((hiding.cited_by = 'fact' and ${hides.fact(id)})
      or (hiding.cited_by = 'entry' and ${hides.entry(id)})))`;
}

/** Whether what a row of `evidence_use` names may be read. */
export function isReadableUse({ isWhole, uses }: Reach): RawBuilder<SqlBool> {
  if (isWhole) return sql<boolean>`true`;
  const id = sql<string>`evidence_use.cited_id`;
  return sql<boolean>`((evidence_use.cited_by = 'fact' and ${uses.fact(id)})
    or (evidence_use.cited_by = 'entry' and ${uses.entry(id)})
    or (evidence_use.cited_by = 'spot' and ${uses.spot?.(id) ?? sql<boolean>`false`})
    or (evidence_use.cited_by = 'item' and ${uses.item?.(id) ?? sql<boolean>`false`})
    or (evidence_use.cited_by = 'sheet' and ${uses.sheet?.(id) ?? sql<boolean>`false`})
    or (evidence_use.cited_by = 'proposal' and ${uses.proposal?.(id) ?? sql<boolean>`false`})
    or (evidence_use.cited_by = 'display' and ${uses.display?.(id) ?? sql<boolean>`false`}))`;
}

/** Which of these an asker may read: what else is named to them is not theirs to open or to cite. */
export async function readableOf(
  db: Queries,
  ids: readonly string[],
  reach: Reach,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await readable(db.selectFrom('evidence').select('evidence.id'), reach)
    .where('evidence.id', 'in', ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
