/** How a share comes about, so that a pencil gives the same: a formula, or the parts that add up. */

import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import { GoalLight } from './GoalLight.tsx';
import type { GoalPage } from './replies.ts';
import { useShareText } from './use-goals.ts';

interface GoalArithmeticProps {
  page: GoalPage;
  onOpen(id: string): void;
}

export function GoalArithmetic({ page, onOpen }: GoalArithmeticProps) {
  return page.parts.length === 0 ? (
    <LeafFormula page={page} />
  ) : (
    <Parts page={page} onOpen={onOpen} />
  );
}

function LeafFormula({ page: { goal } }: { page: GoalPage }) {
  const w = useWords(goalWords);
  const { target, current, baseline = '0', measure, share } = goal;
  if (!goal.isLeaf || target === undefined || current === undefined) {
    return <p className="soft">{w.notRead}</p>;
  }
  // A level to be held has no span to divide by: its light says whether it is held.
  const isLevel = measure?.kind === 'quantity' && baseline === target;
  const said =
    measure?.kind === 'steps'
      ? w.stepFormula(current, target, share.low)
      : isLevel
        ? `${share.low}%`
        : w.leafFormula(current, baseline, target, share.low);
  return <p className="goal-formula">{said}</p>;
}

function Parts({ page, onOpen }: GoalArithmeticProps) {
  const w = useWords(goalWords);
  const shareText = useShareText();
  const { parts, goal, weighing, notDecomposed } = page;
  const says = { sum: w.sumSays, asWritten: w.weightSays, equal: w.equalSays, none: '' }[weighing];
  return (
    <>
      <p className="prose">{says}</p>
      <div className="goal-box">
        <table className="goal-lines">
          <thead>
            <tr>
              <th scope="col">{w.part}</th>
              <th scope="col" className="figure">
                {w.share}
              </th>
              <th scope="col" className="figure">
                {w.counted}
              </th>
              <th scope="col" className="figure">
                {w.contribution}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.id}>
                <td>
                  <Button kind="link" onClick={() => onOpen(part.id)}>
                    {part.code} {part.title}
                  </Button>{' '}
                  <GoalLight state={part.light.state} />
                  {part.isServing && <span className="soft"> {w.serving}</span>}
                  {part.isCapped && <span className="soft"> {w.over}</span>}
                </td>
                <td className="figure">{part.weight}%</td>
                <td className="figure">
                  {part.counted.low !== '0.0' || part.counted.high !== '100.0'
                    ? shareText(part.counted)
                    : w.notRead}
                </td>
                <td className="figure">{shareText(part.contribution)}</td>
              </tr>
            ))}
            {notDecomposed !== undefined && (
              <tr>
                <td>{w.notDecomposed}</td>
                <td className="figure">{notDecomposed}%</td>
                <td className="figure">0.0%</td>
                <td className="figure">0.0%</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <td>{w.total}</td>
              <td />
              <td />
              <td className="figure">{shareText(goal.share)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="soft prose">{w.cappedSays}</p>
    </>
  );
}
