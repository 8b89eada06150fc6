/** 覆盖检查: what the tree leaves open, each sentence opening its goal. */

import { Button, Empty } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalWords } from '../../words/goals.ts';
import type { Finding, GoalList } from './replies.ts';

interface CoverageViewProps {
  list: GoalList;
  onOpen(id: string): void;
}

export function CoverageView({ list, onOpen }: CoverageViewProps) {
  const w = useWords(goalWords);
  if (list.rows.length === 0) return <Empty what={w.empty(list.year)} why={w.emptyWhy} />;
  if (list.findings.length === 0) return <p className="prose">{w.noFindings}</p>;
  const of = (severity: Finding['severity']) =>
    list.findings.filter((finding) => finding.severity === severity);
  return (
    <>
      <Findings title={w.mustMend} findings={of('error')} onOpen={onOpen} />
      <Findings title={w.lookAt} findings={of('warning')} onOpen={onOpen} />
    </>
  );
}

interface FindingsProps {
  title: string;
  findings: readonly Finding[];
  onOpen(id: string): void;
}

function Findings({ title, findings, onOpen }: FindingsProps) {
  if (findings.length === 0) return null;
  return (
    <section className="goal-findings">
      <h2>
        {title} <span className="soft">{findings.length}</span>
      </h2>
      <ul>
        {findings.map(({ code, goal, goalId, sentence }) => (
          <li key={`${goal} ${code} ${sentence}`}>
            <Button kind="link" onClick={() => onOpen(goalId)}>
              {goal}
            </Button>
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
