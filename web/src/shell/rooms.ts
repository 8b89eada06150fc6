/** The rooms of the office as the rail shows them; a room enters here when it exists. */

import type { shellWords } from '../words/shell.ts';

/** The places of a town, as its addresses name them: `/qinghe/ledger`. */
export type Place =
  | 'desk'
  | 'work'
  | 'inspection'
  | 'standings'
  | 'results'
  | 'ledger'
  | 'scheme'
  | 'evidence'
  | 'org'
  | 'settings';

interface Entry {
  place: Place;
  word: keyof (typeof shellWords)['zh'] & string;
  /** Who has something to read there; everybody where it is absent. */
  roles?: readonly string[];
}

interface Group {
  /** The heading above several places; a place alone has none. */
  word?: keyof (typeof shellWords)['zh'] & string;
  entries: readonly Entry[];
}

/** Everybody but those who only keep the accounts and the roster. */
const evidenceReaders = [
  'assessment-office',
  'recorder',
  'reviewer',
  'supervision',
  'resident-cadre',
  'leader',
  'discipline',
  'village',
];

/** Everybody but those who only keep the accounts and the roster. */
const workReaders = evidenceReaders;

const rail: readonly Group[] = [
  { entries: [{ place: 'desk', word: 'desk' }] },
  { entries: [{ place: 'work', word: 'work', roles: workReaders }] },
  { entries: [{ place: 'inspection', word: 'inspection', roles: workReaders }] },
  {
    word: 'assessment',
    entries: [
      { place: 'standings', word: 'standings' },
      { place: 'results', word: 'results' },
      { place: 'ledger', word: 'ledger' },
      { place: 'scheme', word: 'scheme' },
      { place: 'evidence', word: 'evidence', roles: evidenceReaders },
    ],
  },
  {
    word: 'settings',
    entries: [
      { place: 'org', word: 'org' },
      { place: 'settings', word: 'account' },
    ],
  },
];

/** The rail for whoever has these roles: no door that stays closed, not even for a moment. */
export function railFor(roles: readonly string[] | undefined): readonly Group[] {
  return rail.map(({ entries, ...group }) => ({
    ...group,
    entries: entries.filter(
      ({ roles: readers }) => !readers || readers.some((role) => roles?.includes(role)),
    ),
  }));
}
