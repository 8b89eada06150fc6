/** The parts of the room, each with an address of its own. */

import { type Part, PartsNav } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { workWords } from '../words/work.ts';

/** Whoever asks something of villages, hears of it, or looks over it. */
const asking = [
  'assessment-office',
  'recorder',
  'reviewer',
  'supervision',
  'resident-cadre',
  'leader',
  'discipline',
];
const metered = asking.filter((role) => role !== 'resident-cadre');

/** Whoever asks others to do something. */
const bookers = ['supervision', 'leader', 'recorder', 'reviewer'];

/** Whoever reads circulars: those who ask, but no resident cadre. */
const told = asking.filter((role) => role !== 'resident-cadre');

/** Whoever sets up what comes back, looks back, or says which outcome is which fact. */
const keepers = [...bookers, 'assessment-office', 'discipline'];

/** Whoever works in campaigns or reads them: no assessment office. */
const campaigning = [
  'supervision',
  'recorder',
  'reviewer',
  'leader',
  'resident-cadre',
  'village',
  'discipline',
];

/** A part of the room is one line here. */
const views = [
  { path: '', word: 'items' },
  { path: '/book', word: 'book', roles: bookers },
  { path: '/keeping', word: 'keeping', roles: keepers },
  { path: '/goals', word: 'goals' },
  { path: '/drafts', word: 'drafts', roles: metered },
  { path: '/demands', word: 'demands', roles: asking },
  { path: '/burden', word: 'burden', roles: metered },
  { path: '/signs', word: 'signs', roles: [...asking, 'village'] },
  { path: '/campaigns', word: 'campaigns', roles: campaigning },
  { path: '/retrospectives', word: 'retrospectives' },
  { path: '/handling', word: 'handling', roles: ['supervision', 'leader'] },
  { path: '/circulars', word: 'circulars', roles: told },
] as const satisfies readonly Part[];

/** A part of the room, by its word. */
export type WorkView = (typeof views)[number]['word'];

/** Links to the parts that the account may open. */
export function WorkNav({ here }: { here: WorkView }) {
  const w = useWords(workWords);
  return <PartsNav room="work" parts={views} here={here} words={w} label={w.parts} />;
}
