/** What a check sheet says above its lines. */

import { Field } from '../../forms/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { templateWords } from '../../words/templates.ts';
import { Line, Pick } from '../../work/WorkFields.tsx';
import type { TemplateOptions } from '../replies.ts';
import type { Head } from './use-kept-head.ts';
import './templates.css';

interface HeadFieldsProps {
  head: Head;
  set(change: Partial<Head>): void;
  options: TemplateOptions;
  isNew: boolean;
  codeFault: string | undefined;
}

export function HeadFields({ head, set, options, isNew, codeFault }: HeadFieldsProps) {
  const w = useWords(templateWords);
  return (
    <div className="template-head">
      <Line label={w.title} value={head.name} onChange={(name) => set({ name })} required />
      <Field
        label={w.code}
        hint={w.codeHint}
        required
        {...(codeFault === undefined ? {} : { error: codeFault })}
      >
        {(parts) => (
          <input
            {...parts}
            maxLength={40}
            readOnly={!isNew}
            value={head.code}
            onChange={({ target }) => set({ code: target.value.trim() })}
          />
        )}
      </Field>
      <Pick
        label={w.office}
        options={options.offices.map(({ code, name }) => [code, name] as const)}
        value={head.office}
        onChange={(office) => set({ office })}
      />
      <Choices head={head} set={set} />
      <Pick
        label={w.schemeLine}
        options={[
          ['', w.anyScheme] as const,
          ...options.schemeLines.map(({ code, name }) => [code, name] as const),
        ]}
        value={head.schemeLine}
        onChange={(schemeLine) => set({ schemeLine })}
      />
      <Line label={w.routeField} value={head.route} onChange={(route) => set({ route })} />
      <Count label={w.places} value={head.places} onChange={(places) => set({ places })} />
      <Count
        label={w.households}
        value={head.households}
        onChange={(households) => set({ households })}
      />
    </div>
  );
}

type ChoicesProps = { head: Head; set(change: Partial<Head>): void };

/** What is one of two or three. */
function Choices({ head, set }: ChoicesProps) {
  const w = useWords(templateWords);
  return (
    <>
      <Pick
        label={w.subjectsField}
        options={pairs(['village', 'hamlet', 'centre'], w)}
        value={head.subjects}
        onChange={(subjects) => set({ subjects })}
      />
      <Pick
        label={w.cadence}
        options={pairs(['month', 'quarter', 'year'], w)}
        value={head.cadence}
        onChange={(cadence) => set({ cadence })}
      />
      <Pick
        label={w.mode}
        options={pairs(['unannounced', 'open'], w)}
        value={head.mode}
        onChange={(mode) => set({ mode })}
      />
      <Pick
        label={w.sheets}
        options={pairs(['team', 'each'], w)}
        value={head.sheets}
        onChange={(sheets) => set({ sheets })}
      />
    </>
  );
}

/** Values with their words. */
function pairs<const Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<NoInfer<Value>, string>>,
): (readonly [Value, string])[] {
  return values.map((value) => [value, words[value]] as const);
}

interface CountProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

function Count({ label, value, onChange }: CountProps) {
  return (
    <Field label={label}>
      {(parts) => (
        <input
          {...parts}
          inputMode="numeric"
          maxLength={2}
          value={value}
          onChange={({ target }) => onChange(target.value.replace(/\D/g, ''))}
        />
      )}
    </Field>
  );
}
