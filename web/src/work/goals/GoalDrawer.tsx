/** One goal whole: how far and why, what it is made of, what was written, read and done. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Drawer, Query, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { goalWords } from '../../words/goals.ts';
import { useStateText } from '../items/use-items.ts';
import { GoalArithmetic } from './GoalArithmetic.tsx';
import { GoalCourse } from './GoalCourse.tsx';
import { GoalLight } from './GoalLight.tsx';
import type { GoalPage, GoalReading } from './replies.ts';
import { useShareText } from './use-goals.ts';

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
          <Whole page={found} onOpen={onOpen} onCorrect={(correct) => setDeed({ correct })} />
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

interface WholeProps {
  page: GoalPage;
  onOpen(id: string): void;
  onCorrect(reading: GoalReading): void;
}

function Whole({ page, onOpen, onCorrect }: WholeProps) {
  const w = useWords(goalWords);
  const { goal, above, findings, text } = page;
  return (
    <div className="goal-whole">
      {above.length > 0 && (
        <p className="soft">
          {w.above}{' '}
          {[...above].reverse().map(({ id, code, title }) => (
            <span key={id}>
              <Button kind="link" onClick={() => onOpen(id)}>
                {code} {title}
              </Button>{' '}
            </span>
          ))}
        </p>
      )}
      <p>
        <GoalLight state={goal.light.state} /> {goal.light.why}
      </p>
      {findings.length > 0 && (
        <ul>
          {findings.map(({ code, sentence }) => (
            <li key={`${code} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      )}
      <Pairs page={page} onOpen={onOpen} />
      <Section title={w.arithmetic}>
        <GoalArithmetic page={page} onOpen={onOpen} />
      </Section>
      {text.steps.length > 0 && (
        <Section title={w.steps}>
          <Steps page={page} />
        </Section>
      )}
      <Written page={page} />
      {page.items.length > 0 && (
        <Section title={w.items}>
          <Items page={page} />
        </Section>
      )}
      <GoalCourse page={page} onCorrect={onCorrect} />
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The figures and names of a goal, each with its head; what is not there is not shown. */
function Pairs({ page: { goal, text, names }, onOpen }: Pick<WholeProps, 'page' | 'onOpen'>) {
  const w = useWords(goalWords);
  const format = useFormat();
  const shareText = useShareText();
  const { unit = '' } = goal;
  const measured = (amount: string | undefined) => amount !== undefined && `${amount}${unit}`;
  const due =
    goal.dueOn !== undefined &&
    `${format.day(goal.dueOn)}${goal.moves > 0 ? `（${w.movedTimes(goal.moves)}）` : ''}`;
  const missing = goal.missing > 0 && goal.share.low !== goal.share.high;
  const pairs: [string, ReactNode][] = [
    [w.target, measured(goal.target)],
    [w.baseline, measured(goal.baseline)],
    [
      w.current,
      goal.current === undefined
        ? goal.isLeaf && w.notRead
        : `${goal.current}${unit}${goal.readOn ? `（${w.readOn(format.day(goal.readOn))}）` : ''}`,
    ],
    [w.progress, `${shareText(goal.share)}${missing ? `　${w.rangeSays(goal.missing)}` : ''}`],
    [w.expected, goal.expected !== undefined && `${goal.expected}%`],
    [w.starts, format.day(goal.startsOn)],
    [w.due, due],
    [w.accountable, goal.accountable?.name],
    [w.lead, goal.leadUnit?.name],
    [w.leader, goal.leadLeader?.name],
    [w.support, names.supportUnits.map(({ name }) => name).join(w.separator)],
    [w.village, goal.village?.name],
    [w.mode, !goal.isLeaf && (goal.mode === 'sum' ? w.sum : w.weighted)],
    [w.weight, goal.weight !== undefined && `${goal.weight / 10}%`],
    [w.source, text.source],
    [
      w.serves,
      names.serves.length > 0 &&
        names.serves.map(({ id, code, title }) => (
          <Button key={code} kind="link" onClick={() => id && onOpen(id)}>
            {code} {title}
          </Button>
        )),
    ],
  ];
  return (
    <dl className="goal-pairs">
      {pairs
        .filter(([, value]) => value)
        .map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Steps({ page: { text, goal } }: { page: GoalPage }) {
  const w = useWords(goalWords);
  const format = useFormat();
  return (
    <ol>
      {text.steps.map(({ title, on, quantity }) => (
        <li key={`${on} ${title}`}>
          {format.day(on)} {title}
          {quantity !== undefined && `（${w.stepQuantity(quantity, goal.unit ?? '')}）`}
        </li>
      ))}
    </ol>
  );
}

/** The items that were made of it, each with its door. */
function Items({ page: { items } }: { page: GoalPage }) {
  const format = useFormat();
  const town = useTown();
  const stateText = useStateText();
  return (
    <ul>
      {items.map(({ id, no, title, state, dueOn }) => (
        <li key={id}>
          <Link to={`/${town}/work/items/${id}`}>
            {no} {title}
          </Link>{' '}
          <span className="soft">
            {stateText({ state })} {dueOn && format.day(dueOn)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** 方法、措施、变量、意外, as they were written. */
function Written({ page: { text } }: { page: GoalPage }) {
  const w = useWords(goalWords);
  const parts = [
    [w.method, text.method],
    [w.measures, text.measures],
    [w.risks, text.risks],
    [w.contingency, text.contingency],
  ].filter(([, said]) => said !== '');
  if (parts.length === 0) return null;
  return (
    <dl className="goal-pairs">
      {parts.map(([title, said]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
