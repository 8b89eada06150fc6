/** Who may let something of the one list out of the program. */

import type { contract } from '@oneneedle/contract';
import type { Policy, Role } from '../platform/index.ts';

const makers: readonly Role[] = ['administrator', 'supervision'];
const readers: readonly Role[] = [...makers, 'leader', 'discipline'];

export const listsPolicy: Policy<typeof contract.lists> = {
  links: readers,
  setLinks: ['administrator'],
  makeLink: makers,
  endLink: makers,
  readings: readers,
  feed: 'member',
  makeFeed: 'member',
  endFeed: 'member',
  digest: 'member',
  chooseDigest: 'member',
  robot: ['administrator'],
  setRobot: ['administrator'],
};
