/** Publishing a period: what keeps it, what needs a reason, who decided, until when one may object. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { PeriodLink } from '../assessment/PeriodLink.tsx';
import { Permitted } from '../assessment/Permitted.tsx';
import { usePeriodInput } from '../assessment/use-period.ts';
import { useFormat } from '../format/index.ts';
import { DateField } from '../forms/index.ts';
import { Button, SaveLine, useAddress, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { publishingWords } from '../words/publishing.ts';
import { Line, Lines } from '../work/WorkFields.tsx';
import { ResultsFrame } from './ResultsFrame.tsx';
import type { Publishing } from './replies.ts';
import './publication.css';

export function PublishPage() {
  const w = useWords(publishingWords);
  const format = useFormat();
  const input = usePeriodInput();
  const town = useTown();
  const query = useQuery(api.publication.readiness.queryOptions({ input }));
  const { data } = query;
  const { line, period } = input;
  return (
    <ResultsFrame
      here="editions"
      title={w.titleOf(format.period(period))}
      state={data && stateOf(data, w)}
      actions={
        <span className="publication-links">
          <PeriodLink to="readiness" line={line} period={period}>
            {w.toReadiness}
          </PeriodLink>
          <Link to={`/${town}/standings/${line}/${period}/fairness`}>{w.toFairness}</Link>
          <Link to={`/${town}/results/${line}/${period}`}>{w.toPublished}</Link>
        </span>
      }
    >
      <Permitted query={query} what={w.what}>
        {(ready) =>
          ready.edition === undefined ? <Waiting ready={ready} /> : <Form ready={ready} />
        }
      </Permitted>
    </ResultsFrame>
  );
}

function stateOf(
  { edition, replaces, isAsSealed }: Publishing,
  w: (typeof publishingWords)['en'],
): string {
  if (edition === undefined) return w.notNow;
  if (isAsSealed) return w.asSealed(edition);
  return replaces === undefined ? w.next(edition) : w.replacing(edition, replaces);
}

/** What is still to be done while nothing can be published. */
function Waiting({ ready }: { ready: Publishing }) {
  const w = useWords(publishingWords);
  return (
    <div className="publish-form">
      <Obstacles ready={ready} />
      {ready.cautions.length > 0 && (
        <section className="prose">
          <h2>{w.open}</h2>
          <ul>
            {ready.cautions.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type Draft = ReturnType<typeof emptyDraft>;

function emptyDraft(today: string, { objectTo, signedBy = '' }: Publishing) {
  return {
    ...{ body: '', no: '', on: today, by: '', reviewedOn: today, postedOn: today, reason: '' },
    ...{ signedBy, signedOn: today },
    office: objectTo?.office ?? '',
    person: objectTo?.person ?? '',
    telephone: objectTo?.telephone ?? '',
    place: objectTo?.place ?? '',
  };
}

function Form({ ready }: { ready: Publishing }) {
  const w = useWords(publishingWords);
  const { today } = useFormat();
  const town = useTown();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const input = usePeriodInput();
  // An objection that was upheld brings its reason along.
  const { reason = '' } = useAddress().search;
  const [draft, setDraft] = useState(() => ({ ...emptyDraft(today, ready), reason }));
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const save = useSave(client.publication.publish, {
    onSaved: () => {
      for (const room of [api.publication, api.assessment, api.desk]) {
        void queries.invalidateQueries({ queryKey: room.key() });
      }
      void navigate({ to: `/${town}/results/${input.line}/${input.period}` });
    },
  });
  const missing = missingIn(draft, ready, reasons);
  const mayPublish = ready.obstacles.length === 0;
  return (
    <form
      className="publish-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === 0) void save.run({ ...input, ...publishInput(draft, ready, reasons) });
      }}
    >
      <Obstacles ready={ready} />
      <Cautions
        ready={ready}
        reasons={reasons}
        set={(sentence, reason) => setReasons((before) => ({ ...before, [sentence]: reason }))}
      />
      {ready.replaces !== undefined && (
        <Lines
          label={w.reason}
          hint={w.reasonHint}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
          required
        />
      )}
      <DraftFields draft={draft} set={set} objectUntil={ready.objectUntil} />
      <div className="form-actions">
        <Button kind="main" type="submit" disabled={!mayPublish || missing > 0 || save.isBusy}>
          {w.publish}
        </Button>
        {missing > 0 && <span className="soft">{w.missing(missing)}</span>}
      </div>
      <SaveLine save={save} />
    </form>
  );
}

function Obstacles({ ready }: { ready: Publishing }) {
  const w = useWords(publishingWords);
  const { obstacles, differing, replaces, isAsSealed } = ready;
  return (
    <>
      {replaces !== undefined && !isAsSealed && (
        <p className="prose">
          {differing.length === 0 ? w.same : w.differing(differing.join('、'))}
        </p>
      )}
      {obstacles.length > 0 && (
        <section className="prose">
          <h2>{w.firm}</h2>
          <ul>
            {obstacles.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface CautionsProps {
  ready: Publishing;
  reasons: Readonly<Record<string, string>>;
  set(sentence: string, reason: string): void;
}

function Cautions({ ready, reasons, set }: CautionsProps) {
  const w = useWords(publishingWords);
  return (
    <section>
      <h2>{w.cautions}</h2>
      {ready.cautions.length === 0 && <p className="soft">{w.cautionsNone}</p>}
      {ready.cautions.map(({ sentence }) => (
        <div key={sentence} className="caution">
          <p className="prose">{sentence}</p>
          <Line
            label={w.reasonFor}
            value={reasons[sentence] ?? ''}
            onChange={(reason) => set(sentence, reason)}
            required
          />
        </div>
      ))}
    </section>
  );
}

/** What is written in one line. */
type Written = 'body' | 'no' | 'by' | 'signedBy' | 'office' | 'person' | 'telephone' | 'place';

interface DraftFieldsProps {
  draft: Draft;
  set(change: Partial<Draft>): void;
  objectUntil: string;
}

function DraftFields({ draft, set, objectUntil }: DraftFieldsProps) {
  const w = useWords(publishingWords);
  const { today, day } = useFormat();
  const line = (key: Written, hint?: string) => (
    <Line
      label={w[key]}
      value={draft[key]}
      onChange={(value) => set({ [key]: value })}
      required
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <div className="publish-fields">
      <fieldset>
        <legend>{w.decision}</legend>
        {line('body', w.usualBody)}
        {line('no')}
        <DateField
          label={w.on}
          value={draft.on}
          max={today}
          onChange={(on) => set({ on })}
          required
        />
      </fieldset>
      <fieldset>
        <legend>{w.secrecy}</legend>
        {line('by')}
        <DateField
          label={w.reviewedOn}
          value={draft.reviewedOn}
          max={today}
          onChange={(reviewedOn) => set({ reviewedOn })}
          required
        />
      </fieldset>
      <fieldset>
        <legend>{w.signature}</legend>
        {line('signedBy', w.signedByHint)}
        <DateField
          label={w.signedOn}
          value={draft.signedOn}
          min={draft.on}
          max={draft.postedOn}
          onChange={(signedOn) => set({ signedOn })}
          required
        />
      </fieldset>
      <fieldset>
        <legend>{w.posting}</legend>
        <DateField
          label={w.postedOn}
          value={draft.postedOn}
          min={today}
          onChange={(postedOn) => set({ postedOn })}
          required
        />
        <p className="soft">{w.until(day(today), day(objectUntil))}</p>
        {line('office')}
        {line('person')}
        {line('telephone')}
        {line('place')}
      </fieldset>
    </div>
  );
}

function missingIn(
  draft: Draft,
  { cautions, replaces }: Publishing,
  reasons: Readonly<Record<string, string>>,
): number {
  const { reason, ...needed } = draft;
  const texts = [
    ...Object.values(needed),
    ...cautions.map(({ sentence }) => reasons[sentence] ?? ''),
    ...(replaces === undefined ? [] : [reason]),
  ];
  return texts.filter((text) => text.trim() === '').length;
}

function publishInput(
  draft: Draft,
  { cautions, replaces }: Publishing,
  reasons: Readonly<Record<string, string>>,
) {
  const { body, no, on, by, reviewedOn, signedBy, signedOn, postedOn, reason } = draft;
  const { office, person, telephone, place } = draft;
  return {
    decision: { body, no, on },
    secrecy: { by, on: reviewedOn },
    signature: { by: signedBy, on: signedOn },
    objectTo: { office, person, telephone, place },
    postedOn,
    overrides: cautions.map((one) => ({ ...one, reason: reasons[one.sentence] ?? '' })),
    ...(replaces === undefined ? {} : { reason }),
  };
}
