/** Papers of proposals: who may read a proposal may read what it cites. */

import { sql } from 'kysely';
import type { ReadableUses, UsesFor } from '../../evidence/index.ts';
import { outcomeTown } from '../town.ts';

/** Adds what of proposals an asker may read to what other rooms say. */
export function withProposals(usesFor: UsesFor): UsesFor {
  return async (ctx): Promise<ReadableUses> => {
    const { isReader, reach } = await outcomeTown(ctx);
    const own = [...reach.villages, ...reach.cadreOf, ...(reach.person ? [reach.person] : [])];
    return {
      ...(await usesFor(ctx)),
      // The rule of `readsProposal`, as a condition.
      proposal: (id) => sql<boolean>`exists (select from outcome_proposal p
        where p.id::text = ${id} and (${isReader}::boolean
          or (p.state <> 'proposed' and p.subject = any (${own}::text[]))))`,
    };
  };
}
