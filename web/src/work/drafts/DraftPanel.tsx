/** The draft that is worked on: its sentence, why it was marked, and what a person does with it. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/index.ts';
import { Choice, Field } from '../../forms/index.ts';
import { Button, Empty, SaveLine, useNarrow, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { draftWords } from '../../words/drafts.ts';
import { ClaimForm } from './ClaimForm.tsx';
import { cutsOf } from './cuts.ts';
import type { Draft } from './replies.ts';
import type { Chosen } from './SentenceList.tsx';
import type { Bench } from './use-bench.ts';
import { useKeys } from './use-keys.ts';

interface DraftPanelProps {
  bench: Bench;
  chosen: Chosen | undefined;
  onAdd(place: Pick<Chosen, 'sentence' | 'from' | 'to'>): void;
}

export function DraftPanel({ bench, chosen, onAdd }: DraftPanelProps) {
  const w = useWords(draftWords);
  const { draft, sentence, data, save } = bench;
  const whole = sentence && { sentence: sentence.number, from: 0, to: sentence.text.length };
  useKeys({ n: () => bench.step(1), p: () => bench.step(-1) });
  const panel = usePanelInSight(draft?.id ?? `${sentence?.number}`);
  return (
    <section ref={panel} className="bench-panel" aria-label={w.draft}>
      <div className="bench-steps no-print">
        <Button onClick={() => bench.step(-1)}>{w.previous}</Button>
        <Button onClick={() => bench.step(1)}>{w.next}</Button>
      </div>
      {sentence ? <SourceSentence bench={bench} /> : <Empty what={w.allDone} why={w.allDoneWhy} />}
      {sentence && !draft && <p>{w.noDraft}</p>}
      {sentence && data.mayRedact && !sentence.isRedacted && (
        <Redaction key={sentence.number} bench={bench} number={sentence.number} />
      )}
      {draft && <Standing key={`${draft.id} ${draft.version}`} bench={bench} draft={draft} />}
      {data.mayWork && (
        <p className="bench-add no-print">
          {chosen && (
            <Button
              onClick={() => {
                const { sentence: number, from, to } = chosen;
                onAdd({ sentence: number, from, to });
              }}
            >
              {w.selected(short(chosen.text))}
            </Button>
          )}
          {whole && !draft && <Button onClick={() => onAdd(whole)}>{w.wholeSentence}</Button>}
        </p>
      )}
      <SaveLine save={save} />
      <p className="soft no-print">{data.mayWork ? w.keys : w.readOnly}</p>
    </section>
  );
}

/** On a narrow screen the draft stands above the text: choosing one there leads up to it. */
function usePanelInSight(shown: string) {
  const panel = useRef<HTMLElement>(null);
  const first = useRef(shown);
  const isNarrow = useNarrow();
  useEffect(() => {
    if (isNarrow && first.current !== shown) panel.current?.scrollIntoView({ block: 'start' });
    first.current = shown;
  }, [isNarrow, shown]);
  return panel;
}

function short(text: string): string {
  return text.length > 16 ? `${text.slice(0, 15)}…` : text;
}

function SourceSentence({ bench: { sentence, draft } }: { bench: Bench }) {
  const w = useWords(draftWords);
  if (!sentence) return null;
  const { number, text, heading } = sentence;
  const [from, to] = draft ? [draft.from, draft.to] : [0, 0];
  return (
    <>
      <p className="soft">
        {w.sentence(number)}
        {heading && `　${w.under(heading)}`}
      </p>
      <blockquote className="bench-source">
        {text.slice(0, from)}
        <strong>{text.slice(from, to)}</strong>
        {text.slice(to)}
      </blockquote>
    </>
  );
}

/** Takes the sentence out, with the reason; what is gone does not come back. */
function Redaction({ bench, number }: { bench: Bench; number: number }) {
  const w = useWords(draftWords);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!isOpen)
    return (
      <p className="no-print">
        <Button kind="link" onClick={() => setOpen(true)}>
          {w.redact}
        </Button>
      </p>
    );
  return (
    <div className="bench-aside no-print">
      <Field label={w.redactReason} hint={w.redactSays}>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      <Button
        disabled={reason.trim().length < 2 || bench.redaction.isBusy}
        onClick={() => bench.redact(number, reason.trim())}
      >
        {w.redactNow}
      </Button>
      <SaveLine save={bench.redaction} />
    </div>
  );
}

/** What can be done with a draft as it stands. */
function Standing({ bench, draft }: { bench: Bench; draft: Draft }) {
  const w = useWords(draftWords);
  const town = useTown();
  const { saidActor, saidQuantity, saidDate, why, state, reason, item } = draft;
  const said = [
    saidActor && w.saidActor(saidActor),
    saidQuantity && w.saidQuantity(saidQuantity),
    saidDate && w.saidDate(saidDate),
  ].filter(Boolean);
  return (
    <>
      <dl className="bench-why">
        <dt>{w.why}</dt>
        <dd>{why ?? w.own}</dd>
        <dt>{w.said}</dt>
        <dd>{said.length > 0 ? said.join('；') : w.saidNothing}</dd>
        {state !== 'open' && (
          <>
            <dt>{w.standing}</dt>
            <dd>
              {w[state]}
              {reason && reason !== why && `：${reason}`}{' '}
              {item &&
                (item.isReadable ? (
                  <Link to={`/${town}/work/items/${item.id}`}>
                    {[item.no, item.title].filter(Boolean).join(' ')}
                  </Link>
                ) : (
                  w.hiddenItem
                ))}
            </dd>
          </>
        )}
      </dl>
      {bench.data.mayWork && state === 'open' && <OpenDeeds bench={bench} draft={draft} />}
      {bench.data.mayWork && state === 'aside' && (
        <Button
          disabled={bench.save.isBusy}
          onClick={() => bench.act({ deed: 'reopen', draft: draft.id, version: draft.version })}
        >
          {w.reopen}
        </Button>
      )}
    </>
  );
}

const reasons = ['reasonNothing', 'reasonSaying', 'reasonArranged', 'reasonOthers'] as const;

function OpenDeeds({ bench, draft }: { bench: Bench; draft: Draft }) {
  const w = useWords(draftWords);
  const [reason, setReason] = useState<(typeof reasons)[number]>('reasonNothing');
  const [more, setMore] = useState<'merge' | 'split'>();
  const of = { draft: draft.id, version: draft.version };
  const aside = () => {
    if (!bench.save.isBusy) bench.act({ deed: 'aside', ...of, reason: w[reason] });
  };
  useKeys({ x: aside });
  return (
    <div className="no-print">
      <ClaimForm bench={bench} draft={draft} />
      <div className="bench-aside">
        <Field label={w.reason}>
          {(parts) => (
            <select
              {...parts}
              value={reason}
              onChange={({ target }) => setReason(target.value as typeof reason)}
            >
              {reasons.map((one) => (
                <option key={one} value={one}>
                  {w[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button disabled={bench.save.isBusy} onClick={aside}>
          {w.aside}
        </Button>
      </div>
      <p className="bench-more">
        <Button kind="link" onClick={() => setMore(more === 'merge' ? undefined : 'merge')}>
          {w.mergeInto}
        </Button>
        <Button kind="link" onClick={() => setMore(more === 'split' ? undefined : 'split')}>
          {w.splitUp}
        </Button>
      </p>
      {more === 'merge' && <Merge bench={bench} of={of} />}
      {more === 'split' && <Split bench={bench} draft={draft} />}
    </div>
  );
}

function Merge({ bench, of }: { bench: Bench; of: { draft: string; version: number } }) {
  const w = useWords(draftWords);
  const town = useTown();
  const [item, setItem] = useState('');
  const words = bench.sentence?.text.slice(bench.draft?.from, bench.draft?.to).slice(0, 200) ?? '';
  const like = words.trim() === '' ? {} : { likeTitle: words };
  const { data } = useQuery(api.items.list.queryOptions({ input: { town, ...like } }));
  const options = (data?.rows ?? []).map(({ id, no, title }) => ({
    value: id,
    label: [no, title].filter(Boolean).join(' '),
  }));
  return (
    <div className="bench-aside">
      <Choice
        label={w.mergeChoice}
        hint={w.mergeHint}
        options={options}
        value={item}
        onChange={setItem}
      />
      <Button
        disabled={item === '' || bench.save.isBusy}
        onClick={() => bench.act({ deed: 'merge', ...of, item })}
      >
        {w.merge}
      </Button>
    </div>
  );
}

function Split({ bench, draft }: { bench: Bench; draft: Draft }) {
  const w = useWords(draftWords);
  const text = bench.sentence?.text ?? '';
  return (
    <ul className="bench-cuts">
      {cutsOf(text, draft).map((at) => (
        <li key={at}>
          <Button
            disabled={bench.save.isBusy}
            onClick={() =>
              bench.act({ deed: 'split', draft: draft.id, version: draft.version, at })
            }
          >
            {w.splitAt(text.slice(draft.from, at), text.slice(at, draft.to))}
          </Button>
        </li>
      ))}
    </ul>
  );
}
