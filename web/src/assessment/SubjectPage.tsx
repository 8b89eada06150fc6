/** A number as a place of its own: the thread from the total to the evidence, to send, keep and print. */

import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Page } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { Explained, levelTitle, useExplanation } from './Explained.tsx';
import { PeriodLink } from './PeriodLink.tsx';
import { Permitted } from './Permitted.tsx';
import { PrintDeeds } from './SubjectDrawer.tsx';
import { usePeriodInput } from './use-period.ts';
import { useRights } from './use-rights.ts';
import './assessment.css';

/** `/qinghe/standings/qinghe-village-daily/2026-Q3/subjects/东溪村?code=1.1&fact=D-0945` */
export function SubjectPage() {
  const w = useWords(assessmentWords);
  const { town, line, period } = usePeriodInput();
  const { subject = '' } = useParams({ strict: false }) as { subject?: string };
  const input = useMemo(() => ({ town, line, period, subject }), [town, line, period, subject]);
  const navigate = useNavigate();
  const { seesRankRange: isOffice } = useRights();
  const { query, place } = useExplanation(input);
  const { data } = query;
  const open = (other: string) =>
    void navigate({
      to: '/$town/standings/$line/$period/subjects/$subject' as string,
      params: { town, line, period, subject: other } as never,
    });
  return (
    <Page
      title={data ? levelTitle(data, place, w) : subject}
      actions={
        data && (
          <>
            {isOffice && (
              <PeriodLink to="standings" {...{ line, period }}>
                {w.toStandings}
              </PeriodLink>
            )}
            <PrintDeeds input={input} />
          </>
        )
      }
    >
      <Permitted query={query} what={w.explanation}>
        {(found) => (
          <div className="explained">
            <Explained {...{ found, input, place, open }} />
          </div>
        )}
      </Permitted>
    </Page>
  );
}
