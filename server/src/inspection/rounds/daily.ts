/**
 * What the days do to rounds: one whose last day is over ends. Where nobody went, that is a matter of
 * the office that should have gone: it says why and when it makes up for it. A village is never
 * charged for an inspection that did not happen.
 */

import { type DeskPlace, openLine } from '../../desk/index.ts';
import { chinaDay, type Queries, setTenant } from '../../platform/index.ts';
import { findTemplate } from '../templates/store.ts';
import { closeAnnounced } from './announce.ts';
import { allRounds, type RoundRow, updateRound, updateVisit, visitsOf } from './store.ts';

/** Does it for every town; done twice on a day it changes nothing more. */
export async function passRoundsEverywhere(
  { queries }: { queries: Queries },
  now: string,
): Promise<void> {
  const towns = await queries.selectFrom('tenant').select('id').orderBy('id').execute();
  for (const { id } of towns) {
    await queries.transaction().execute(async (db) => {
      await setTenant(db, id);
      await passRounds({ db, tenant: { id }, now });
    });
  }
}

/** Does it for one town. */
export async function passRounds(place: DeskPlace): Promise<void> {
  const today = chinaDay(place.now);
  const open = (await allRounds(place.db)).filter(({ state }) =>
    ['planned', 'drawn', 'going'].includes(state),
  );
  for (const round of open) if (round.to_on < today) await endRound(place, round);
  await closeAnnounced(place);
}

const whyMissed = '到了最后一天还没有去';

/** What was not gone to is missed; a round on which nobody went at all is missed as a whole. */
async function endRound(place: DeskPlace, round: RoundRow): Promise<void> {
  const visits = await visitsOf(place.db, [round.id]);
  const missed = visits.filter(({ state }) => state === 'planned');
  if (missed.length === 0) return;
  for (const { id } of missed) {
    await updateVisit(place.db, id, { state: 'missed', reason: whyMissed });
  }
  const isWhole = !visits.some(({ state }) => state === 'gone');
  await updateRound(place.db, round.id, isWhole ? { state: 'missed', reason: whyMissed } : {});
  await tellOffice(place, round, { missed: missed.length, all: visits.length, isWhole });
}

async function tellOffice(
  place: DeskPlace,
  round: RoundRow,
  { missed, all, isWhole }: { missed: number; all: number; isWhole: boolean },
): Promise<void> {
  const template = await findTemplate(place.db, {
    code: round.template,
    version: round.template_version,
  });
  const name = `${round.period}${template?.name ?? ''}`;
  const shared = {
    room: 'inspection',
    about: round.id,
    address: `/inspection/rounds/${round.id}`,
    title: isWhole ? `${name}没有开展，请说明原因、补上` : `${name}有${missed}处没有去，请说明原因`,
    detail: `应去${all}处，没有去${missed}处。`,
    why: '没有去是组织检查的部门的事，不记到村里。',
    contact: { unit: round.office },
  };
  await openLine(place, {
    ...shared,
    kind: 'round-missed',
    roles: ['recorder'],
    line: round.office,
  });
  await openLine(place, { ...shared, kind: 'round-missed-told', roles: ['supervision'] });
}
