/** Where a level stands: the numbers from the total down to it, each a door. */

import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import type { Line } from './replies.ts';
import { PlaceLink } from './SubjectLink.tsx';

interface WayProps {
  /** From the total down to the level above the one that is shown. */
  above: readonly Line[];
  /** What is shown, as one calls it. */
  here: string;
}

export function Way({ above, here }: WayProps) {
  const w = useWords(assessmentWords);
  return (
    <nav className="way no-print" aria-label={w.way}>
      <ol>
        {above.map(({ kind, code, label, value }) => (
          <li key={`${kind} ${code}`}>
            <PlaceLink place={{ code }}>
              {kind === 'total' ? w.total : kind === 'clause' ? code : `${code} ${label}`} {value}
            </PlaceLink>
          </li>
        ))}
        <li aria-current="location">{here}</li>
      </ol>
    </nav>
  );
}
