/** What the list of facts is narrowed to; all of it stands in the address. */

import { useEffect, useMemo, useState } from 'react';
import { useFormat } from '../format/index.ts';
import { Choice, Field } from '../forms/index.ts';
import { useAddress } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import type { Options } from './replies.ts';
import { isReader } from './use-ledger.ts';

/** Milliseconds without a key before the server is asked. */
const typingPause = 300;

/** The filter as the server takes it. */
export function useFactFilter() {
  const { search } = useAddress();
  const { kind, subject, period, office, words, line, clause, bare, matter, recorder } = search;
  const reversed =
    search.reversed === 'only' ? 'only' : search.reversed === 'all' ? undefined : 'none';
  return useMemo(
    () => ({
      ...(kind && { kind }),
      ...(subject && { subject }),
      ...(period && { period }),
      ...(office && { office }),
      ...(words && { words }),
      ...(line && { line }),
      ...(clause && { clause }),
      ...(matter && { matter }),
      ...(recorder && { recordedBy: recorder }),
      ...(bare && { withoutEvidence: true }),
      ...(reversed && { reversed: reversed as 'only' | 'none' }),
    }),
    [kind, subject, period, office, words, line, clause, matter, recorder, bare, reversed],
  );
}

const names = [
  'kind',
  'subject',
  'period',
  'office',
  'words',
  'line',
  'clause',
  'bare',
  'matter',
  'recorder',
  'reversed',
];

/** Everything that narrows the list, taken away. */
export const noFilter = Object.fromEntries(names.map((name) => [name, undefined]));

export function FactFilters({ options }: { options: Options }) {
  const w = useWords(ledgerWords);
  const { search, change } = useAddress();
  const isVillage = isReader(options);
  const subjects = options.subjects.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <WordsField />
      {!isVillage && (
        <Choice
          label={w.subject}
          options={subjects}
          value={search.subject ?? ''}
          onChange={(subject) => change({ subject })}
        />
      )}
      <KindField
        options={options}
        value={search.kind ?? ''}
        onChange={(kind) => change({ kind, line: undefined, clause: undefined })}
      />
      <PeriodField options={options} />
      {!isVillage && (
        <PlainChoice
          label={w.office}
          any={w.anyOffice}
          values={options.offices}
          value={search.office ?? ''}
          onChange={(office) => change({ office })}
        />
      )}
      <Field label={w.standing}>
        {(parts) => (
          <select
            {...parts}
            value={search.reversed ?? ''}
            onChange={(event) => change({ reversed: event.target.value })}
          >
            <option value="">{w.onlyStanding}</option>
            <option value="all">{w.withReversed}</option>
            <option value="only">{w.onlyReversed}</option>
          </select>
        )}
      </Field>
      {!isVillage && (
        <label className="ledger-check">
          <input
            type="checkbox"
            checked={search.bare !== undefined}
            onChange={(event) => change({ bare: event.target.checked ? 'yes' : undefined })}
          />
          {w.withoutEvidence}
        </label>
      )}
    </>
  );
}

interface KindFieldProps {
  options: Options;
  value: string;
  onChange(kind: string): void;
}

/** An office finds the kind by typing; a village's few stand in a list that its telephone has. */
function KindField({ options, value, onChange }: KindFieldProps) {
  const w = useWords(ledgerWords);
  const kinds = options.kinds.map(({ kind, name }) => ({ value: kind, label: name }));
  if (!isReader(options)) {
    return <Choice label={w.kind} options={kinds} value={value} onChange={onChange} />;
  }
  return (
    <Field label={w.kind}>
      {(parts) => (
        <select {...parts} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{w.anyKind}</option>
          {kinds.map((kind) => (
            <option key={kind.value} value={kind.value}>
              {kind.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function PeriodField({ options }: { options: Options }) {
  const w = useWords(ledgerWords);
  const format = useFormat();
  const { search, change } = useAddress();
  const periods = new Set(
    options.lines.flatMap(({ periods: own }) => own.map(({ period }) => period)),
  );
  return (
    <Field label={w.period}>
      {(parts) => (
        <select
          {...parts}
          value={search.period ?? ''}
          onChange={(event) => change({ period: event.target.value })}
        >
          <option value="">{w.anyPeriod}</option>
          {[...periods].map((period) => (
            <option key={period} value={period}>
              {format.period(period)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface PlainChoiceProps {
  label: string;
  any: string;
  values: readonly string[];
  value: string;
  onChange(value: string): void;
}

/** A short list of plain words. */
export function PlainChoice({ label, any, values, value, onChange }: PlainChoiceProps) {
  return (
    <Field label={label}>
      {(parts) => (
        <select {...parts} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{any}</option>
          {values.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What is typed is looked up on the server once the hand rests. */
function WordsField() {
  const w = useWords(ledgerWords);
  const { search, change } = useAddress();
  const { words = '' } = search;
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (typed === words) return;
    const timer = window.setTimeout(() => change({ words: typed.trim() }), typingPause);
    return () => window.clearTimeout(timer);
  }, [typed, words, change]);
  return (
    <Field label={w.find}>
      {(parts) => (
        <input
          {...parts}
          type="search"
          value={typed}
          maxLength={100}
          placeholder={w.findHint}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </Field>
  );
}
