/** A number's drawer: its tree from the total to the evidence, its neighbours, and what would change it. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/index.ts';
import { Button, Drawer, useAddress } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { Chances } from './Chances.tsx';
import { Changes } from './Changes.tsx';
import { Permitted } from './Permitted.tsx';
import { RankRange } from './RankRange.tsx';
import { type Explanation, explanationOf } from './replies.ts';
import { Tree } from './Tree.tsx';
import type { PeriodInput } from './use-period.ts';
import { useRights } from './use-rights.ts';

interface SubjectDrawerProps extends PeriodInput {
  subject: string;
  /** Opens another subject in the place of this one. */
  open(subject: string, code?: string): void;
  onClose(): void;
}

/** The drawer of `?subject=东溪村&code=1.1`; it can be read, printed and sent to a colleague. */
export function SubjectDrawer(props: SubjectDrawerProps) {
  const { town, line, period, subject, open, onClose } = props;
  const w = useWords(assessmentWords);
  const { code } = useAddress().search;
  const input = useMemo(() => ({ town, line, period, subject }), [town, line, period, subject]);
  const query = useQuery({
    ...api.assessment.explain.queryOptions({ input }),
    select: explanationOf,
  });
  const { data } = query;
  return (
    <Drawer
      wide
      title={data ? title(data, w) : subject}
      onClose={onClose}
      actions={data && <Deeds input={input} onWhole={code && (() => open(subject))} />}
    >
      <Permitted query={query} what={w.explanation}>
        {(found) => (
          <>
            <Standing found={found} input={input} open={open} />
            <Tree key={code ?? ''} root={found.root} code={code} />
            {found.notes.length > 0 && (
              <section className="drawer-part">
                <h3>{w.notes}</h3>
                {found.notes.map((note) => (
                  <p key={note}>{note}</p>
                ))}
              </section>
            )}
            <Changes input={input} />
            <Chances input={input} />
            {found.receiptCode !== undefined && (
              <p className="soft code-line">{w.receiptCode(found.receiptCode)}</p>
            )}
          </>
        )}
      </Permitted>
    </Drawer>
  );
}

function title({ name, total, isProvisional }: Explanation, w: (typeof assessmentWords)['en']) {
  return `${w.treeTitle(name, total.text)}${isProvisional ? ` ${w.provisional}` : ''}`;
}

interface StandingProps {
  found: Explanation;
  input: PeriodInput & { readonly subject: string };
  open(subject: string): void;
}

/** Rank, how firm it is, and the neighbours with their distance. */
function Standing({ found, input, open }: StandingProps) {
  const w = useWords(assessmentWords);
  const { seesRankRange } = useRights();
  const { full, rank, ranked, ahead, behind } = found;
  return (
    <div className="standing">
      <p>
        {w.ofFull(full.text)} {rank === undefined ? w.noRank : w.rankOf(rank, ranked)}
      </p>
      {seesRankRange && rank !== undefined && <RankRange input={input} />}
      <ul className="neighbours">
        {ahead && (
          <li>
            {w.ahead}{' '}
            <Button kind="link" onClick={() => open(ahead.code)}>
              {ahead.name}
            </Button>
            {w.gapAhead(ahead.gap.text)}
          </li>
        )}
        {behind && (
          <li>
            {w.behind}{' '}
            <Button kind="link" onClick={() => open(behind.code)}>
              {behind.name}
            </Button>
            {w.gapBehind(behind.gap.text)}
          </li>
        )}
      </ul>
    </div>
  );
}

interface DeedsProps {
  input: PeriodInput & { readonly subject: string };
  onWhole: (() => void) | '' | undefined;
}

function Deeds({ input, onWhole }: DeedsProps) {
  const w = useWords(assessmentWords);
  const { town, line, period, subject } = input;
  const parts = ['towns', town, 'periods', line, period, 'subjects', subject, 'sheet'];
  return (
    <>
      <a
        className="button button-plain link-button"
        href={`/api/${parts.map(encodeURIComponent).join('/')}`}
        target="_blank"
        rel="noreferrer"
      >
        {w.printSheet}
      </a>
      <Button onClick={() => window.print()}>{w.print}</Button>
      {onWhole && <Button onClick={onWhole}>{w.wholeTree}</Button>}
    </>
  );
}
