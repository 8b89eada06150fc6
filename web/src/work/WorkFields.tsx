/** Fields that the dialogs of this room share: lines of text, a choice of names, who does what by when. */

import { useFormat } from '../format/index.ts';
import { Choice, DateField, Field, type Option } from '../forms/index.ts';

interface TextProps {
  label: string;
  hint?: string;
  value: string;
  onChange(value: string): void;
  required?: boolean;
}

/** A field of one line. */
export function Line({ value, onChange, ...rest }: TextProps) {
  return (
    <Field {...rest}>
      {(parts) => (
        <input
          {...parts}
          maxLength={200}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** A field of several lines. */
export function Lines({ value, onChange, ...rest }: TextProps) {
  return (
    <Field {...rest}>
      {(parts) => (
        <textarea
          {...parts}
          rows={3}
          maxLength={2000}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

interface PickProps<Value extends string> {
  label: string;
  /** What can be chosen, with its words. */
  options: readonly (readonly [Value, string])[];
  value: Value;
  onChange(value: Value): void;
}

/** One of a few. */
export function Pick<Value extends string>({ label, options, value, onChange }: PickProps<Value>) {
  return (
    <Field label={label} required>
      {(parts) => (
        <select {...parts} value={value} onChange={({ target }) => onChange(target.value as Value)}>
          {options.map(([one, word]) => (
            <option key={one} value={one}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Units or persons as a choice. */
export function optionsOf(list: readonly Named[] = []): Option[] {
  return list.map(({ code, name }) => ({ value: code, label: name }));
}

/** What an item that is made beside something else must say. */
export interface TaskDraft {
  readonly lead: string;
  readonly accountable: string;
  readonly dueOn: string;
}

export const noTask: TaskDraft = { lead: '', accountable: '', dueOn: '' };

/** The item as it is sent; undefined while something is missing. */
export function taskOf({ lead, accountable, dueOn }: TaskDraft): TaskDraft | undefined {
  const isWhole = lead !== '' && accountable !== '' && dueOn !== '';
  return isWhole ? { lead, accountable, dueOn } : undefined;
}

interface TaskFieldsProps {
  words: { readonly lead: string; readonly accountable: string; readonly dueOn: string };
  offices: readonly Named[] | undefined;
  persons: readonly Named[] | undefined;
  draft: TaskDraft;
  set(change: Partial<TaskDraft>): void;
}

/** Which office, who, until when. */
export function TaskFields({ words, offices, persons, draft, set }: TaskFieldsProps) {
  const { today } = useFormat();
  return (
    <>
      <Choice
        label={words.lead}
        options={optionsOf(offices)}
        value={draft.lead}
        onChange={(lead) => set({ lead })}
        required
      />
      <Choice
        label={words.accountable}
        options={optionsOf(persons)}
        value={draft.accountable}
        onChange={(accountable) => set({ accountable })}
        required
      />
      <DateField
        label={words.dueOn}
        value={draft.dueOn}
        min={today}
        onChange={(dueOn) => set({ dueOn })}
        required
      />
    </>
  );
}
