/** The register of tolerance as it is shown, to whoever may read it. */

import type { ToleranceShown } from '@oneneedle/contract';
import { isoDate } from '@oneneedle/kernel';
import { type Ctx, holds, type Role } from '../../platform/index.ts';
import { outcomesPolicy } from '../policy.ts';
import { isConcerned, type OutcomeTown, outcomeTown } from '../town.ts';
import { allTolerances, type ToleranceRow } from './store.ts';

/** Whether somebody reads a request: who works with all of them, whoever applied, whom it is about. */
export function readsTolerance(row: ToleranceRow, town: OutcomeTown): boolean {
  const isOwn = row.applied_by_account === town.reach.accountId;
  return town.isReader || isOwn || isConcerned(row.subject, town);
}

/** Those that the asker reads. */
export async function listTolerances(ctx: Ctx) {
  const town = await outcomeTown(ctx);
  const rows = (await allTolerances(ctx.db)).filter((row) => readsTolerance(row, town));
  const { units, persons } = town.roster;
  const subjects = [...units, ...persons]
    .filter(({ code }) => town.isProposer || isConcerned(code, town))
    .map(({ code }) => town.named(code));
  return {
    today: town.today,
    rows: rows.map((row) => toleranceShown(ctx, row, town)),
    mayApply: mayApply(ctx) && subjects.length > 0,
    subjects,
  };
}

/** Whether a post may apply at all, as the policy of the address has it. */
function mayApply({ actor }: Pick<Ctx, 'actor'>): boolean {
  return holds(actor, outcomesPolicy.applyTolerance as readonly Role[]);
}

/** One row, with what the asker may do now. */
export function toleranceShown(
  { actor }: Pick<Ctx, 'actor'>,
  row: ToleranceRow,
  town: OutcomeTown,
): ToleranceShown {
  const { id, version, subject, said, state } = row;
  const name = (code: string | null) => (code === null ? '' : town.named(code).name);
  const examines = state === 'applied' && holds(actor, ['organisation', 'discipline']);
  const decides = state === 'examined' && town.isDecider;
  return {
    id,
    version,
    factId: row.fact_id,
    subject: town.named(subject),
    said,
    appliedOn: isoDate(row.applied_on),
    appliedBy: name(row.applied_by),
    state: state as ToleranceShown['state'],
    ...(row.examined_on === null
      ? {}
      : {
          examined: {
            by: name(row.examined_by),
            on: isoDate(row.examined_on),
            finding: row.finding ?? '',
          },
        }),
    ...(row.decided_on === null
      ? {}
      : {
          decided: {
            result: (row.result ?? 'none') as 'none',
            body: row.body ?? '',
            documentNo: row.document_no ?? '',
            on: isoDate(row.decided_on),
            by: name(row.decided_by),
            reason: row.reason ?? '',
            isHeard: row.is_heard ?? false,
          },
        }),
    ...(row.due_on === null ? {} : { dueOn: isoDate(row.due_on) }),
    deeds: [...(examines ? (['examine'] as const) : []), ...(decides ? (['decide'] as const) : [])],
  };
}
