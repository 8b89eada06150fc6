/** A number's drawer beside the list: the same as its own page, and the door to it. */

import { useMemo } from 'react';
import { Button, Drawer } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { Explained, levelTitle, type SubjectInput, useExplanation } from './Explained.tsx';
import { Permitted } from './Permitted.tsx';
import { SubjectLink } from './SubjectLink.tsx';
import type { PeriodInput } from './use-period.ts';

interface SubjectDrawerProps extends PeriodInput {
  subject: string;
  /** Opens another subject in the place of this one. */
  open(subject: string): void;
  onClose(): void;
}

/** The drawer of `?subject=东溪村&code=1.1`; it can be read, printed and sent to a colleague. */
export function SubjectDrawer(props: SubjectDrawerProps) {
  const { town, line, period, subject, open, onClose } = props;
  const w = useWords(assessmentWords);
  const input = useMemo(() => ({ town, line, period, subject }), [town, line, period, subject]);
  const { query, place } = useExplanation(input);
  const { data } = query;
  return (
    <Drawer
      wide
      title={data ? levelTitle(data, place, w) : subject}
      onClose={onClose}
      actions={
        data && (
          <>
            <SubjectLink
              {...{ line, period, subject, place }}
              className="button button-plain link-button"
            >
              {w.ownPage}
            </SubjectLink>
            <PrintDeeds input={input} />
          </>
        )
      }
    >
      <Permitted query={query} what={w.explanation}>
        {(found) => <Explained {...{ found, input, place, open }} />}
      </Permitted>
    </Drawer>
  );
}

/** The one-page sheet that a village is handed, and this level as it is shown. */
export function PrintDeeds({ input }: { input: SubjectInput }) {
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
    </>
  );
}
