/** Notices of the results of a period: a numbered document for each subject, then all in one file. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Button, Modal, Query, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { resultNoticeWords } from '../words/result-notices.ts';
import { shellWords } from '../words/shell.ts';
import { Pick } from '../work/WorkFields.tsx';
import './papers.css';

interface PeriodNamed {
  readonly line: string;
  readonly period: string;
}

/** The button; of one period, or of one that is chosen. */
export function ResultNotices({ named }: { named?: PeriodNamed }) {
  const w = useWords(resultNoticeWords);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w.title}</Button>
      {isOpen && (
        <Modal title={w.title} onClose={close}>
          {named ? <Make named={named} onClose={close} /> : <Choose onClose={close} />}
        </Modal>
      )}
    </>
  );
}

const keyOf = ({ line, period }: PeriodNamed) => `${line} ${period}`;

function Choose({ onClose }: { onClose(): void }) {
  const w = useWords(resultNoticeWords);
  const town = useTown();
  const query = useQuery(api.outcomes.proposals.queryOptions({ input: { town } }));
  const [key, setKey] = useState<string>();
  return (
    <Query query={query} what={w.title}>
      {({ periods }) => {
        const chosen = periods.find((one) => keyOf(one) === key) ?? periods[0];
        if (!chosen) return <p>{w.none}</p>;
        return (
          <div className="paper-choose">
            <Pick
              label={w.period}
              options={periods.map((one) => [keyOf(one), `${one.label} ${one.schemeName}`])}
              value={keyOf(chosen)}
              onChange={setKey}
            />
            <Make key={keyOf(chosen)} named={chosen} onClose={onClose} />
          </div>
        );
      }}
    </Query>
  );
}

function Make({ named, onClose }: { named: PeriodNamed; onClose(): void }) {
  const w = useWords(resultNoticeWords);
  const s = useWords(shellWords);
  const [far, setFar] = useState<{ done: number; total: number }>();
  const make = useSave(client.outcomes.resultNotices, { onSaved: (came) => setFar(came) });
  const pack = useSave(client.papers.startBatch);
  const run = useRun(named, { make, pack });
  const isBusy = make.isBusy || pack.isBusy;
  return (
    <>
      <p className="prose">{w.says}</p>
      {isBusy && (
        <p role="status">
          <progress {...(far && { value: far.done, max: far.total })} aria-label={w.title} />{' '}
          {far && w.making(far.done, far.total)}
        </p>
      )}
      {pack.step === 'idle' ? <SaveLine save={make} /> : <SaveLine save={pack} />}
      <div className="modal-actions">
        <Button kind="main" disabled={isBusy} onClick={() => void run()}>
          {w.make}
        </Button>
        <Button onClick={onClose}>{s.cancel}</Button>
      </div>
    </>
  );
}

interface Saves {
  make: ReturnType<typeof useSave<Parameters<typeof client.outcomes.resultNotices>[0], Made>>;
  pack: ReturnType<typeof useSave<Parameters<typeof client.papers.startBatch>[0], { id: string }>>;
}
type Made = Awaited<ReturnType<typeof client.outcomes.resultNotices>>;

/** Portion by portion until all are made; a refusal stops, and what was made keeps its number. */
function useRun({ line, period }: PeriodNamed, { make, pack }: Saves): () => Promise<void> {
  const town = useTown();
  const router = useRouter();
  const queries = useQueryClient();
  return async () => {
    const documents: string[] = [];
    let far: Made | undefined;
    do {
      const edition = far ? { edition: far.edition } : {};
      far = await make.run({ town, line, period, ...edition, from: far?.done ?? 0 });
      if (!far) return;
      documents.push(...far.documents.map(({ id }) => id));
    } while (far.done < far.total);
    const batch = await pack.run({ town, documents });
    void queries.invalidateQueries({ queryKey: api.papers.key() });
    if (batch) router.history.push(`/${town}/results/papers?kind=result&batch=${batch.id}`);
  };
}
