/** Who reads a finding, and what they may do with it. */

import type { Ctx } from '../../platform/index.ts';
import type { AskedItem } from '../../work/index.ts';
import { sightOf } from '../sheets/reach.ts';
import { type InspectionTown, plansFor } from '../town.ts';
import type { FoundRow } from './store.ts';

type Asking = Pick<Ctx, 'actor'>;

/** Who leads and supervises, the office that inspects, who was there, and the village: it was told. */
export function readsFinding(ctx: Asking, town: InspectionTown, finding: FoundRow): boolean {
  const { all, offices, person, villages } = sightOf(ctx, town);
  if (all || offices.includes(finding.office) || villages.includes(finding.village)) return true;
  return finding.sheet_person === person || finding.inspectors.includes(person);
}

/** Whether somebody was there when it was found. */
export function wasThere({ actor }: Asking, finding: FoundRow): boolean {
  const { accountId, person } = actor;
  if (finding.sheet_account === accountId || finding.sheet_person === person) return true;
  return person !== undefined && finding.inspectors.includes(person);
}

/** Whether somebody sends rectifications of an office out: its own people alone. */
export function sendsFor({ actor }: Asking, office: string, { reach }: InspectionTown): boolean {
  return reach.offices.has(office) && actor.grants.some(({ role }) => role === 'recorder');
}

/** Whether somebody says that a finding repeats none: of the office, and not there when it was found. */
export function distinguishes(ctx: Asking, town: InspectionTown, finding: FoundRow): boolean {
  const isHeld = finding.repeats !== null && finding.state !== 'dropped';
  return isHeld && plansFor(ctx, finding.office, town) && !wasThere(ctx, finding);
}

/** What somebody may do now; who worked on the item is judged by the deed. */
export function mayOf(
  ctx: Asking,
  town: InspectionTown,
  finding: FoundRow,
  item: AskedItem | undefined,
) {
  const isFound = finding.state === 'found';
  const isChecker = plansFor(ctx, finding.office, town) && !wasThere(ctx, finding);
  return {
    rectify: isFound && sendsFor(ctx, finding.office, town),
    recheck: finding.state === 'toRectify' && item?.isDone === true && isChecker,
    drop: isFound && plansFor(ctx, finding.office, town) && !wasThere(ctx, finding),
    distinguish: distinguishes(ctx, town, finding),
  };
}
