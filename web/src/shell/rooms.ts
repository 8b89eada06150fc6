/** The rooms of the office as the rail shows them; a room enters here when it exists. */

import type { shellWords } from '../words/shell.ts';

/** The places of a town, as its addresses name them: `/qinghe/ledger`. */
export type Place = 'desk' | 'standings' | 'ledger' | 'scheme' | 'evidence' | 'org' | 'settings';

interface Entry {
  place: Place;
  word: keyof (typeof shellWords)['zh'] & string;
}

interface Group {
  /** The heading above several places; a place alone has none. */
  word?: keyof (typeof shellWords)['zh'] & string;
  entries: readonly Entry[];
}

export const rail: readonly Group[] = [
  { entries: [{ place: 'desk', word: 'desk' }] },
  {
    word: 'assessment',
    entries: [
      { place: 'standings', word: 'standings' },
      { place: 'ledger', word: 'ledger' },
      { place: 'scheme', word: 'scheme' },
      { place: 'evidence', word: 'evidence' },
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
