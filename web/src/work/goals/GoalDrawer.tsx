/** One goal whole: how far and why, what it is made of, what was written, read and done. */

import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../api/index.ts';
import { Button, Drawer, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { goalWords } from '../../words/goals.ts';
import { GoalWhole } from './GoalWhole.tsx';
import type { GoalPage, GoalReading } from './replies.ts';

const GoalDeeds = lazy(async () => ({ default: (await import('./GoalDeeds.tsx')).GoalDeeds }));

/** What may be done from the drawer; a correction names the reading. */
export type GoalDeedName = GoalPage['may'][number] | { readonly correct: GoalReading };

interface GoalDrawerProps {
  id: string;
  onClose(): void;
  /** Opens another goal: one above, or a part. */
  onOpen(id: string): void;
}

export function GoalDrawer({ id, onClose, onOpen }: GoalDrawerProps) {
  const w = useWords(goalWords);
  const town = useTown();
  const query = useQuery(api.goals.goal.queryOptions({ input: { town, goalId: id } }));
  const [deed, setDeed] = useState<GoalDeedName>();
  const page = query.data;
  return (
    <Drawer
      title={page ? `${page.goal.code} ${page.goal.title}` : w.goal}
      onClose={onClose}
      wide={(page?.parts.length ?? 0) > 0}
      actions={page && page.may.length > 0 && <Buttons page={page} onDeed={setDeed} />}
    >
      <Query query={query} what={w.goal}>
        {(found) => (
          <GoalWhole page={found} onOpen={onOpen} onCorrect={(correct) => setDeed({ correct })} />
        )}
      </Query>
      {page && deed && (
        <Suspense fallback={null}>
          <GoalDeeds page={page} deed={deed} onClose={() => setDeed(undefined)} onOpen={onOpen} />
        </Suspense>
      )}
    </Drawer>
  );
}

function Buttons({ page, onDeed }: { page: GoalPage; onDeed(deed: GoalDeedName): void }) {
  const f = useWords(goalFormWords);
  const words = {
    read: f.read,
    change: f.change,
    moveDate: f.move,
    makeBelow: f.makeBelow,
    makeItem: f.makeItem,
    expand: f.expandTitle('').replace(/[：:]\s*$/, ''),
    close: f.close,
    withdraw: f.withdraw,
  };
  return (
    <div className="goal-deeds">
      {page.may.map((deed) => (
        <Button key={deed} onClick={() => onDeed(deed)}>
          {words[deed]}
        </Button>
      ))}
    </div>
  );
}
