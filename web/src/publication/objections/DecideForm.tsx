/** The decision: what was looked at, found, why; and which facts are taken back or put right. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { RecordFields } from '../../ledger/RecordFields.tsx';
import { draftOf, type RecordDraft, wordsOf } from '../../ledger/record-draft.ts';
import type { Options } from '../../ledger/replies.ts';
import { useOptions } from '../../ledger/use-ledger.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectionWords } from '../../words/objections.ts';
import { Line, Lines, Pick } from '../../work/WorkFields.tsx';
import { type ObjectionFormProps, useOfObjection } from './ObjectionForms.tsx';
import { ObjectionModal } from './ObjectionModal.tsx';
import { resultWords } from './objection-words.ts';

type Result = NonNullable<ObjectionFormProps['page']['decision']>['result'];

/** A fact that is taken back, with the right one in its place where there is one. */
interface Chosen {
  readonly fact: string;
  readonly right?: RecordDraft;
}

const results = ['kept', 'reversed', 'replaced', 'inPart', 'notHeard'] as const;
const asWritten = (result: Result) => result !== 'kept' && result !== 'notHeard';

export function DecideForm({ page, onClose }: ObjectionFormProps) {
  const w = useWords(objectionWords);
  const of = useOfObjection(page);
  const options = useOptions();
  const [result, setResult] = useState<Result>('kept');
  const [text, setText] = useState({
    ...{ lookedAt: '', finding: '', reasons: '' },
    basis: page.clause ?? '',
  });
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [isBusy, setBusy] = useState(false);
  // Of a single fact there is nothing to pick: it is what they object to.
  const choose = (wanted: Result) => {
    setResult(wanted);
    const [only, ...others] = page.facts;
    if (asWritten(wanted) && only && others.length === 0 && chosen.length === 0) {
      setChosen([{ fact: only.fact }]);
    }
  };
  const write = (name: keyof typeof text) => (value: string) =>
    setText((before) => ({ ...before, [name]: value }));
  const { lookedAt, finding, reasons, basis } = text;
  const isTold =
    lookedAt.trim() !== '' &&
    basis.trim() !== '' &&
    [finding, reasons].every((one) => one.trim().length >= 5);
  const isWhole = isTold && !isBusy && (!asWritten(result) || chosen.length > 0);
  const canRight = result !== 'reversed';
  const corrections = asWritten(result)
    ? chosen.map((one) => sent(canRight ? one : { fact: one.fact }, options.data))
    : [];
  return (
    <ObjectionModal
      wide
      title={w.decide}
      says={w.decideSays}
      action={w.decide}
      call={client.objections.decide}
      input={isWhole ? { ...of, result, ...text, corrections } : undefined}
      onClose={onClose}
    >
      <Line
        label={w.lookedAt}
        hint={w.lookedAtHint}
        value={lookedAt}
        onChange={write('lookedAt')}
        required
      />
      <Lines label={w.finding} value={finding} onChange={write('finding')} required />
      <Pick<Result>
        label={w.result}
        options={results.map((one) => [one, resultWords(w)[one]] as const)}
        value={result}
        onChange={choose}
      />
      {asWritten(result) && options.data && (
        <Facts
          facts={page.facts}
          canRight={canRight}
          chosen={chosen}
          setChosen={setChosen}
          options={options.data}
          onBusy={setBusy}
        />
      )}
      <Lines label={w.reasons} value={reasons} onChange={write('reasons')} required />
      <Line label={w.basis} hint={w.basisHint} value={basis} onChange={write('basis')} required />
    </ObjectionModal>
  );
}

function sent({ fact, right }: Chosen, options: Options | undefined) {
  if (right === undefined) return { takesBack: fact };
  const kind = options?.kinds.find((one) => one.kind === right.kind);
  return { takesBack: fact, right: wordsOf(right, kind) };
}

interface FactsProps {
  facts: ObjectionFormProps['page']['facts'];
  canRight: boolean;
  chosen: readonly Chosen[];
  setChosen(chosen: readonly Chosen[]): void;
  options: Options;
  onBusy(isBusy: boolean): void;
}

function Facts({ facts, canRight, chosen, setChosen, options, onBusy }: FactsProps) {
  const w = useWords(objectionWords);
  if (facts.length === 0) return <p>{w.noFacts}</p>;
  return (
    <fieldset className="objection-facts">
      <legend>{w.whichFacts}</legend>
      {facts.map(({ fact, sentence }) => {
        const one = chosen.find((other) => other.fact === fact);
        const others = chosen.filter((other) => other.fact !== fact);
        return (
          <div key={fact}>
            <p>
              {fact} {sentence}
            </p>
            <Tick
              word={w.tickBack}
              isOn={one !== undefined}
              turn={(isOn) => setChosen(isOn ? [...others, { fact }] : others)}
            />
            {one && canRight && (
              <Right
                one={one}
                set={(right) => setChosen([...others, { fact, ...(right ? { right } : {}) }])}
                options={options}
                onBusy={onBusy}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function Tick({ word, isOn, turn }: { word: string; isOn: boolean; turn(isOn: boolean): void }) {
  return (
    <label className="objection-tick">
      <input type="checkbox" checked={isOn} onChange={({ target }) => turn(target.checked)} />
      {word}
    </label>
  );
}

interface RightProps {
  one: Chosen;
  set(right: RecordDraft | undefined): void;
  options: Options;
  onBusy(isBusy: boolean): void;
}

/** The right fact, beginning from the one that is taken back. */
function Right({ one: { fact: id, right }, set, options, onBusy }: RightProps) {
  const w = useWords(objectionWords);
  const town = useTown();
  const query = useQuery(api.ledger.fact.queryOptions({ input: { town, id } }));
  const fact = query.data?.fact;
  const kind = options.kinds.find((one) => one.kind === fact?.kind);
  if (!fact || !kind) return null;
  return (
    <>
      <Tick
        word={w.tickRight}
        isOn={right !== undefined}
        turn={(isOn) => set(isOn ? draftOf(fact) : undefined)}
      />
      {right && (
        <RecordFields
          draft={right}
          write={(change) => set({ ...right, ...change })}
          options={options}
          kind={kind}
          errors={new Map()}
          onBusy={onBusy}
        />
      )}
    </>
  );
}
