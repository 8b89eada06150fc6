/** The four steps of a period in one line. */

import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { type Step, steps } from './period-steps.ts';

/** "1 进行中 → 2 打分 → 3 核对 → 4 已封存", the one it stands at in bold. */
export function Steps({ state }: { state: Step }) {
  const w = useWords(readinessWords);
  return (
    <ol className="steps" aria-label={w.stepsLabel}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === state ? 'step' : undefined}>
          {w.step(index + 1, w[step])}
        </li>
      ))}
    </ol>
  );
}
