/** The light of a goal: a shape, a colour and a word, so that print says as much. */

import { useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import type { Goal } from './replies.ts';

type State = Goal['light']['state'];

const looks: Readonly<Record<State, { shape: string; colour: string }>> = {
  notYet: { shape: '○', colour: 'waiting' },
  unread: { shape: '○', colour: 'waiting' },
  normal: { shape: '●', colour: 'normal' },
  behind: { shape: '▲', colour: 'near' },
  overdue: { shape: '■', colour: 'overdue' },
  done: { shape: '✓', colour: 'done' },
};

/** "▲ 落后" */
export function GoalLight({ state }: { state: State }) {
  const w = useWords(goalWords);
  const { shape, colour } = looks[state];
  const word = {
    notYet: w.notYet,
    unread: w.unread,
    normal: w.normal,
    behind: w.behind,
    overdue: w.overdue,
    done: w.done,
  }[state];
  return (
    <span className={`light light-${colour}`}>
      <span aria-hidden="true">{shape}</span> {word}
    </span>
  );
}
