/** The figures and names of a goal. */

import type { ReactNode } from 'react';
import { useFormat } from '../../format/index.ts';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import type { GoalPage } from './replies.ts';
import { useShareText } from './use-goals.ts';

interface GoalPairsProps {
  page: GoalPage;
  onOpen(id: string): void;
}

/** Each with its head; what is not there is not shown. */
export function GoalPairs({ page: { goal, text, names }, onOpen }: GoalPairsProps) {
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
