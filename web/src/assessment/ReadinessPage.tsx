/** What keeps a period from the seal, the steps on its way there, and the seal itself. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { MakeDocument } from '../papers/MakeDocument.tsx';
import { Page, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { CellsTable } from './CellsTable.tsx';
import { Duties } from './Duties.tsx';
import { Notices } from './Notices.tsx';
import { PackageDownload } from './PackageDownload.tsx';
import { PeriodLink } from './PeriodLink.tsx';
import { SealedLine } from './PeriodsPage.tsx';
import { Permitted } from './Permitted.tsx';
import { noticesOnly, obstacleCount } from './readiness.ts';
import type { Readiness, Sealed } from './replies.ts';
import { SealDeed } from './SealDeed.tsx';
import { SealedCodes } from './SealedCodes.tsx';
import { SealMark } from './SealMark.tsx';
import { StepDeeds } from './StepDeeds.tsx';
import { Steps } from './Steps.tsx';
import { usePeriodInput } from './use-period.ts';
import { useRights } from './use-rights.ts';
import './assessment.css';

export function ReadinessPage() {
  const w = useWords(readinessWords);
  const format = useFormat();
  const input = usePeriodInput();
  const query = useQuery(api.assessment.readiness.queryOptions({ input }));
  const { data } = query;
  const { line, period } = input;
  return (
    <Page
      title={w.readinessOf(format.period(period))}
      state={data && <State data={data} />}
      actions={
        <PeriodLink to="standings" {...{ line, period }}>
          {w.toStandings}
        </PeriodLink>
      }
    >
      <Permitted query={query} what={w.readiness}>
        {(readiness) => <Parts data={readiness} />}
      </Permitted>
    </Page>
  );
}

function State({ data }: { data: Readiness }) {
  const w = useWords(readinessWords);
  if (data.state === 'sealed') {
    return (
      <>
        <SealMark word={w.sealed} /> {w.readySealed(data.edition ?? 1)}
      </>
    );
  }
  if (!data.isReady) return w.notReady(obstacleCount(data));
  return data.state === 'open' || data.state === 'scoring' ? w.readySoFar : w.ready;
}

function Parts({ data }: { data: Readiness }) {
  const w = useWords(readinessWords);
  const [sealed, setSealed] = useState<Sealed>();
  const notices = useMemo(() => noticesOnly(data), [data]);
  const town = useTown();
  const { tries } = useRights();
  const { line, period } = data;
  return (
    <div className="readiness">
      <Steps state={data.state} />
      <div className="deeds">
        <StepDeeds data={data} />
        {data.state !== 'open' && data.state !== 'scoring' && (
          <PeriodLink to="publish" line={data.line} period={data.period}>
            {w.toPublish}
          </PeriodLink>
        )}
        <SealDeed data={data} onSealed={setSealed} />
      </div>
      {sealed && <SealedCodes sealed={sealed} />}
      {data.state === 'sealed' && (
        <p className="prose">
          <SealedLine period={data} /> {w.mayCorrect}
        </p>
      )}
      {data.state !== 'sealed' && (
        <section>
          <h2>{w.byOffice}</h2>
          <Duties data={data} />
        </section>
      )}
      <section id="cells">
        <h2>{w.cells}</h2>
        <CellsTable data={data} />
      </section>
      <section>
        <h2>{w.noticesTitle}</h2>
        <Notices notices={notices} />
      </section>
      <PackageDownload />
      {data.edition !== undefined && tries && (
        <MakeDocument call={client.assessment.makeDocument} input={{ town, line, period }} />
      )}
    </div>
  );
}
