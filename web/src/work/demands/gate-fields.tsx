/** The fields of a demand, part by part, with the findings of the gate beside them. */

import { useState } from 'react';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField, Field } from '../../forms/index.ts';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { type DemandDraft, findingsAt } from './demand-draft.ts';
import { FigureTable } from './FigureTable.tsx';
import { Findings } from './Findings.tsx';
import type { Judgement, Options } from './replies.ts';
import { VillagesField } from './VillagesField.tsx';

interface PartProps {
  draft: DemandDraft;
  write(change: Partial<DemandDraft>): void;
  options: Options;
  said: Judgement;
}

const kinds = ['form', 'inspection', 'meeting'] as const;

/** Who asks what of whom. */
export function HeadFields({ draft, write, options }: PartProps) {
  const w = useWords(demandWords);
  const isItem = options.item !== undefined;
  const offices = options.item?.office ? [options.item.office] : options.offices;
  return (
    <>
      <div className="demand-pair">
        <Choice
          label={w.office}
          options={offices.map(({ code, name }) => ({ value: code, label: name }))}
          value={draft.office}
          onChange={(office) => write({ office })}
          disabled={options.item?.office !== undefined}
          required
        />
        <Field label={w.kind} required>
          {(parts) => (
            <select
              {...parts}
              value={draft.kind}
              disabled={isItem}
              onChange={({ target }) => write({ kind: target.value as DemandDraft['kind'] })}
            >
              {isItem && <option value="item">{w.kindOf('item')}</option>}
              {!isItem &&
                kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {w.kindOf(kind)}
                  </option>
                ))}
            </select>
          )}
        </Field>
      </div>
      {isItem ? (
        <OfItem title={w.title}>{draft.title}</OfItem>
      ) : (
        <Field label={w.title} hint={w.titleHint} required>
          {(parts) => (
            <input
              {...parts}
              maxLength={200}
              value={draft.title}
              onChange={({ target }) => write({ title: target.value })}
            />
          )}
        </Field>
      )}
      <VillagesField
        label={w.villages}
        villages={options.villages}
        value={draft.units}
        onChange={(units) => write({ units })}
      />
    </>
  );
}

/** What the item says of itself is shown, and is not typed anew. */
function OfItem({ title, children }: { title: string; children: string }) {
  const w = useWords(demandWords);
  return (
    <p>
      {title}
      {w.colon}
      {children} <span className="soft">{w.ofItemHint}</span>
    </p>
  );
}

/** What it rests on, what it is for, and where it stands in the duty lists. */
export function ReasonFields({ draft, write, options, said }: PartProps) {
  const w = useWords(demandWords);
  const entries = options.dutyEntries.map(({ code, title, list }) => ({
    value: code,
    label: `${code} ${title}（${w.listOf(list)}）`,
  }));
  return (
    <>
      <Field label={w.basis} hint={w.basisHint} required>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={draft.basis}
            onChange={({ target }) => write({ basis: target.value })}
          />
        )}
      </Field>
      <Findings findings={findingsAt(said.findings, 'basis')} />
      <Field label={w.purpose} hint={w.purposeHint} required>
        {(parts) => (
          <input
            {...parts}
            maxLength={500}
            value={draft.purpose}
            onChange={({ target }) => write({ purpose: target.value })}
          />
        )}
      </Field>
      <Findings findings={findingsAt(said.findings, 'purpose')} />
      <Choice
        label={w.dutyEntry}
        hint={w.dutyEntryHint}
        options={entries}
        value={draft.dutyEntry}
        onChange={(dutyEntry) => write({ dutyEntry })}
      />
      <Findings findings={findingsAt(said.findings, 'dutyEntry')} />
    </>
  );
}

/** Which figures are asked; what the town holds is shown and locked. */
export function DataFields({ draft, write, options, said }: PartProps) {
  const w = useWords(demandWords);
  const [typed, setTyped] = useState('');
  const add = () => {
    const name = typed.trim();
    if (name !== '' && !draft.dataAsked.includes(name)) {
      write({ dataAsked: [...draft.dataAsked, name] });
    }
    setTyped('');
  };
  return (
    <>
      <div className="demand-added">
        <Field label={w.data} hint={w.dataHint}>
          {(parts) => (
            <input
              {...parts}
              list="demand-figures"
              maxLength={80}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
          )}
        </Field>
        <Button onClick={add}>{w.addFigure}</Button>
      </div>
      <datalist id="demand-figures">
        {options.figures.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ul className="demand-chips" aria-label={w.dataAdded}>
        {draft.dataAsked.map((name) => (
          <li key={name}>
            {name}{' '}
            <Button
              aria-label={w.takeOut(name)}
              onClick={() => write({ dataAsked: draft.dataAsked.filter((one) => one !== name) })}
            >
              {w.takeOutShort}
            </Button>
          </li>
        ))}
      </ul>
      <Findings findings={findingsAt(said.findings, 'dataAsked')} />
      <FigureTable figures={said.figures} />
    </>
  );
}

/** By when. An item has its own day; once it is outside, an earlier one may be asked for. */
export function TimeFields({ draft, write, options, said }: PartProps) {
  const w = useWords(demandWords);
  const format = useFormat();
  const { item } = options;
  const findings = <Findings findings={findingsAt(said.findings, 'dueOn')} />;
  if (item && !item.isOutside) {
    return (
      <>
        <OfItem title={w.dueOn}>
          {item.dueOn === undefined ? w.noDue : format.day(item.dueOn)}
        </OfItem>
        {findings}
      </>
    );
  }
  if (item) {
    return (
      <>
        <DateField
          label={w.dueEarlier}
          hint={w.dueEarlierHint}
          value={draft.dueOn}
          min={options.today}
          {...(item.dueOn === undefined ? {} : { max: item.dueOn })}
          onChange={(dueOn) => write({ dueOn })}
        />
        {findings}
      </>
    );
  }
  return (
    <>
      <div className="demand-pair">
        <DateField
          label={w.dueOn}
          value={draft.dueOn}
          min={options.today}
          onChange={(dueOn) => write({ dueOn })}
        />
        <Field label={w.dueClock} hint={w.dueClockHint}>
          {(parts) => (
            <input
              {...parts}
              type="time"
              value={draft.dueClock}
              onChange={({ target }) => write({ dueClock: target.value })}
            />
          )}
        </Field>
      </div>
      {findings}
    </>
  );
}

/** The three questions, each with its two answers. */
export function QuestionFields({ draft, write, said }: PartProps) {
  const w = useWords(demandWords);
  const questions = [
    { key: 'canLookUp', ask: w.canLookUp, yes: w.yesCan, no: w.noCan },
    { key: 'askedLately', ask: w.askedLately, yes: w.yesHas, no: w.noHas },
    { key: 'canWait', ask: w.canWait, yes: w.yesCan, no: w.noCan },
  ] as const;
  return (
    <fieldset className="demand-questions">
      <legend>{w.questions}</legend>
      {questions.map(({ key, ask, yes, no }) => (
        <div key={key} className="demand-question" role="radiogroup" aria-label={ask}>
          <span>{ask}</span>
          {([true, false] as const).map((answer) => (
            <label key={String(answer)} className="demand-tick">
              <input
                type="radio"
                name={key}
                checked={draft.answers[key] === answer}
                onChange={() => write({ answers: { ...draft.answers, [key]: answer } })}
              />
              {answer ? yes : no}
            </label>
          ))}
        </div>
      ))}
      <Findings findings={findingsAt(said.findings, 'answers')} />
    </fieldset>
  );
}
