/** Posters of an edition that a later one has replaced. */

import type { Display, PublishedList } from './replies.ts';

/** What still hangs of an older edition, as far as somebody wrote it down, with the edition that counts now. */
export function oldPosters({
  editions,
  displays,
}: {
  readonly editions: readonly Pick<PublishedList['editions'][number], 'edition'>[];
  readonly displays: readonly Pick<Display, 'id' | 'edition' | 'place' | 'takenDownOn'>[];
}) {
  const latest = Math.max(...editions.map(({ edition }) => edition));
  return displays
    .filter(({ edition, takenDownOn }) => edition < latest && takenDownOn === undefined)
    .map(({ id, edition, place }) => ({ id, edition, place, latest }));
}
