/** A round whose results are all settled waits to be counted. */

import { type DeskPlace, keepLines } from '../../desk/index.ts';
import { roundsToCount } from './store.ts';

/** Makes the lines about rounds that can be counted what they are now. */
export async function passCounting(place: DeskPlace): Promise<void> {
  const rounds = await roundsToCount(place.db);
  await keepLines(
    place,
    { room: 'inspection', kind: 'round-settled' },
    rounds.map(({ id, name, office, period }) => ({
      about: id,
      title: `把检查结果计入事实：${period}${name}`,
      why: '各处结果都已落定。由没有参加这轮检查的人来办，计入以后还要别人复核。',
      roles: ['recorder', 'supervision'] as const,
      line: office,
      address: `/inspection/rounds/${id}/results`,
      contact: { unit: office },
    })),
  );
}
