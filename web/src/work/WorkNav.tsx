/** The parts of the room, each with an address of its own. */

import { Link } from '@tanstack/react-router';
import { useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { workWords } from '../words/work.ts';
import './work.css';

interface View {
  /** Behind `/{town}/work`. */
  path: string;
  word: keyof (typeof workWords)['zh'] & string;
  /** Who has something to read there; everybody of the room where it is absent. */
  roles?: readonly string[];
}

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
] as const satisfies readonly View[];

/** A part of the room, by its word. */
export type WorkView = (typeof views)[number]['word'];

/** Links to the parts that the account may open. */
export function WorkNav({ here }: { here: WorkView }) {
  const w = useWords(workWords);
  const town = useTown();
  const own = useOwnRoles();
  const shown = (views as readonly View[]).filter(
    ({ roles }) => roles === undefined || roles.some((role) => own?.includes(role)),
  );
  return (
    <nav className="work-nav no-print" aria-label={w.parts}>
      {shown.map(({ path, word }) => (
        <Link
          key={path}
          to={`/${town}/work${path}`}
          search={{} as never}
          className={word === here ? 'is-here' : ''}
          activeProps={{}}
        >
          <span aria-current={word === here ? 'page' : undefined}>{w[word]}</span>
        </Link>
      ))}
    </nav>
  );
}
