/** The form of a demand: each finding of the gate beside its field, the verdict at the end. */

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CallContext, client, useSave } from '../../api/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { reuseWords } from '../../words/reuse.ts';
import { AssignItem } from './AssignItem.tsx';
import { type DemandDraft, findingsAt, inputOf, isJudged } from './demand-draft.ts';
import { Findings } from './Findings.tsx';
import {
  DataFields,
  HeadFields,
  QuestionFields,
  ReasonFields,
  TimeFields,
} from './gate-fields.tsx';
import { KnownResults } from './KnownResults.tsx';
import type { Demand, Judgement, Options } from './replies.ts';
import { useDemandRefresh } from './use-demands.ts';
import { useJudgement } from './use-judgement.ts';

interface GateFormProps {
  options: Options;
  start: DemandDraft;
}

const unjudged: Judgement = { findings: [], figures: [] };

export function GateForm({ options, start }: GateFormProps) {
  const [draft, setDraft] = useState(start);
  const [done, setDone] = useState<Demand>();
  const item = options.item?.id;
  const judged = useJudgement(draft, item);
  const write = (change: Partial<DemandDraft>) => setDraft((now) => ({ ...now, ...change }));
  if (done) return <Done demand={done} />;
  const said = judged.data ?? unjudged;
  const parts = { draft, write, options, said };
  return (
    <form className="demand-form" onSubmit={(event) => event.preventDefault()}>
      <HeadFields {...parts} />
      <KnownResults draft={draft} write={write} onDone={setDone} />
      <Duplicates draft={draft} said={said} item={item} onDone={setDone} />
      <ReasonFields {...parts} />
      <DataFields {...parts} />
      <TimeFields {...parts} />
      <QuestionFields {...parts} />
      <Verdict draft={draft} item={item} judged={judged} onDone={setDone} />
    </form>
  );
}

interface DuplicatesProps {
  draft: DemandDraft;
  said: Judgement;
  item: string | undefined;
  onDone(demand: Demand): void;
}

/** What was asked before, by whom and when; with one click the village answers only that one. */
function Duplicates({ draft, said, item, onDone }: DuplicatesProps) {
  const w = useWords(demandWords);
  const town = useTown();
  const refresh = useDemandRefresh();
  const save = useSave(
    async (into: string, { context }: { context: CallContext }) => {
      const asked = await client.demands.ask(
        { ...inputOf(draft, town, item), askLeader: true, sendNow: false },
        { context },
      );
      return client.demands.merge({ town, id: asked.id, into });
    },
    {
      onSaved: (demand) => {
        refresh();
        onDone(demand);
      },
    },
  );
  return (
    <>
      <Findings
        findings={findingsAt(said.findings, 'title')}
        deed={(into) => (
          <Button disabled={save.isBusy} onClick={() => void save.run(into)}>
            {w.mergeInto}
          </Button>
        )}
      />
      <SaveLine save={save} />
    </>
  );
}

interface VerdictProps {
  draft: DemandDraft;
  item: string | undefined;
  judged: ReturnType<typeof useJudgement>;
  onDone(demand: Demand): void;
}

function Verdict({ draft, item, judged, onDone }: VerdictProps) {
  const w = useWords(demandWords);
  const town = useTown();
  const refresh = useDemandRefresh();
  const save = useSave(client.demands.ask, {
    onSaved: (demand) => {
      refresh();
      onDone(demand);
    },
  });
  const stops = judged.data?.findings.filter((finding) => finding.stops).length ?? 0;
  const isKnown = isJudged(draft) && judged.data !== undefined && !judged.isLate;
  const clear = item === undefined ? w.clear : w.clearItem;
  const verdict = !isJudged(draft)
    ? w.needsVillages
    : !isKnown
      ? w.judging
      : stops > 0
        ? w.stops(stops)
        : clear;
  const ask = (askLeader: boolean) =>
    void save.run({
      ...inputOf(draft, town, item),
      askLeader,
      sendNow: !askLeader && item === undefined,
    });
  return (
    <section className="demand-verdict">
      <h2>{w.verdict}</h2>
      <p role="status">{verdict}</p>
      <div className="demand-deeds">
        <Button
          kind="main"
          disabled={!isKnown || stops > 0 || save.isBusy}
          onClick={() => ask(false)}
        >
          {item === undefined ? w.send : w.pass}
        </Button>
        {isKnown && stops > 0 && (
          <Button disabled={save.isBusy} onClick={() => ask(true)}>
            {w.askLeader}
          </Button>
        )}
      </div>
      <SaveLine save={save} />
    </section>
  );
}

function Done({ demand }: { demand: Demand }) {
  const w = useWords(demandWords);
  const town = useTown();
  const r = useWords(reuseWords);
  const withdrawn = demand.mergedInto ? w.merged : r.demandDone;
  const said = { stopped: w.doneStopped, sent: w.doneSent, withdrawn }[demand.state as string];
  return (
    <div role="status">
      <p>{said ?? w.done}</p>
      <p className="demand-deeds">
        <Link to={`/${town}/work/demands`} search={{ open: demand.id } as never}>
          {w.ofOffice(demand.office.name, demand.title)}
        </Link>
        {demand.about !== undefined && (
          <Link to={`/${town}/work/items/${demand.about}`}>{w.toItem}</Link>
        )}
      </p>
      {demand.about !== undefined && demand.state === 'cleared' && <AssignItem id={demand.about} />}
    </div>
  );
}
