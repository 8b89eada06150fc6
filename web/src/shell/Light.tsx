/** The five lights of the trade: a shape, a colour and always words, so that print says as much. */

import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';

export type LightState = 'normal' | 'near' | 'overdue' | 'waiting' | 'done';

interface LightProps {
  state: LightState;
  /** Days left (near) or days over (overdue); said in words. */
  days?: number;
  /** Why, in a person's words; takes the place of the days. */
  reason?: string;
}

const shapes: Record<LightState, string> = {
  normal: '●',
  near: '▲',
  overdue: '■',
  waiting: '○',
  done: '✓',
};

/** "▲ 临期（余3日）" */
export function Light(props: LightProps) {
  return (
    <span className={`light light-${props.state}`}>
      <span aria-hidden="true">{shapes[props.state]}</span> {useLightText(props)}
    </span>
  );
}

/** The words of a light without its shape, for a table's text: "临期（余3日）". */
export function useLightText({ state, days, reason }: LightProps): string {
  const w = useWords(shellWords);
  const word = {
    normal: w.lightNormal,
    near: w.lightNear,
    overdue: w.lightOverdue,
    waiting: w.lightWaiting,
    done: w.lightDone,
  }[state];
  if (reason !== undefined) return w.lightReason(word, reason);
  if (days === undefined) return word;
  return w.lightReason(word, state === 'overdue' ? w.daysOver(days) : w.daysLeft(days));
}
