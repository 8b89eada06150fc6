/** The fairness report of a period: sentences first, figures after, and that it was read. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client, useSave } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Button, Page, SaveLine } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { fairnessWords } from '../../words/fairness.ts';
import { PeriodLink } from '../PeriodLink.tsx';
import { Permitted } from '../Permitted.tsx';
import { usePeriodInput } from '../use-period.ts';
import { Figures } from './Figures.tsx';
import { partsOf, type Report } from './sentences.ts';
import '../assessment.css';

export function FairnessPage() {
  const w = useWords(fairnessWords);
  const format = useFormat();
  const input = usePeriodInput();
  const query = useQuery({
    ...api.fairness.read.queryOptions({ input }),
    // Some seconds of arithmetic for a large town: once while the page is looked at.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { data } = query;
  const { line, period } = input;
  return (
    <Page
      title={w.titleOf(format.period(period))}
      state={data && w.state(format.day(data.asOf))}
      actions={
        <span className="links">
          <PeriodLink to="standings" {...{ line, period }}>
            {w.toStandings}
          </PeriodLink>
          <Button onClick={() => window.print()}>{w.print}</Button>
        </span>
      }
    >
      <Permitted query={query} what={w.title}>
        {(report) => (
          <>
            <Readings report={report} />
            <h2>{w.sentences}</h2>
            {partsOf(report, w).map(({ title, sentences }) => (
              <section key={title}>
                <h3>{title}</h3>
                {sentences.map((sentence) => (
                  <p key={sentence} className="prose">
                    {sentence}
                  </p>
                ))}
              </section>
            ))}
            <h2>{w.figures}</h2>
            <Figures report={report} />
          </>
        )}
      </Permitted>
    </Page>
  );
}

/** Who read it, and the deed that says so. */
function Readings({ report }: { report: Report }) {
  const w = useWords(fairnessWords);
  const format = useFormat();
  const input = usePeriodInput();
  const queries = useQueryClient();
  const save = useSave(client.fairness.mark, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.fairness.key() }),
  });
  return (
    <section>
      {report.readings.length === 0 && <p>{w.readByNobody}</p>}
      {report.readings.slice(0, 5).map(({ by, at, isCurrent }) => (
        <p key={`${by} ${at}`} className={isCurrent ? '' : 'soft'}>
          {isCurrent ? w.readBy(by, format.moment(at)) : w.readBefore(by, format.moment(at))}
        </p>
      ))}
      <p className="links no-print">
        <Button kind="main" disabled={save.isBusy} onClick={() => save.run(input)}>
          {w.read}
        </Button>
        <span className="soft">{w.readHint}</span>
      </p>
      <SaveLine save={save} />
    </section>
  );
}
