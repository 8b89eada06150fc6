/** The fields of a goal that most need: code, title, quantity, person, office, date. */

import { Choice, DateField, Field } from '../../forms/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import type { DraftErrors, GoalDraft } from './goal-draft.ts';
import type { GoalOptions, GoalPage } from './replies.ts';

/** What every group of fields is given. */
export interface FieldsProps {
  draft: GoalDraft;
  write(change: Partial<GoalDraft>): void;
  options: GoalOptions;
  errors: DraftErrors;
  page: GoalPage | undefined;
}

/** Above all the others. */
export function MainFields({ draft, write, options, errors, page }: FieldsProps) {
  const f = useWords(goalFormWords);
  const persons = options.persons.map(({ code, name, post }) => {
    return { value: code, label: `${name}　${post}` };
  });
  return (
    <>
      <div className="goal-three">
        {!page && (
          <Line
            {...{ draft, write, errors }}
            name="code"
            label={f.code}
            hint={f.codeHint}
            required
          />
        )}
        <Line
          {...{ draft, write, errors }}
          name="title"
          label={f.title}
          hint={f.titleHint}
          required
        />
      </div>
      <div className="goal-three">
        <Line {...{ draft, write, errors }} name="target" label={f.target} hint={f.targetHint} />
        <Line {...{ draft, write, errors }} name="unit" label={f.unit} hint={f.unitHint} />
        <Line
          {...{ draft, write, errors }}
          name="baseline"
          label={f.baseline}
          hint={f.baselineHint}
        />
      </div>
      <Choice
        label={f.accountable}
        hint={f.accountableHint}
        options={persons}
        value={draft.accountable}
        onChange={(accountable) => write({ accountable })}
      />
      <LeadAndDue {...{ draft, write, options, page }} />
    </>
  );
}

/** The office and the day; a day that was set is moved, not written over. */
function LeadAndDue({ draft, write, options, page }: Omit<FieldsProps, 'errors'>) {
  const f = useWords(goalFormWords);
  const isDated = page?.text.dueOn !== undefined;
  return (
    <div className="goal-three">
      <Field label={f.lead}>
        {(parts) => (
          <select
            {...parts}
            value={draft.leadUnit}
            onChange={({ target }) => write({ leadUnit: target.value })}
          >
            <option value="">{f.none}</option>
            {options.units.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isDated ? (
        <Field label={f.due} hint={f.dueFixed}>
          {(parts) => <input {...parts} type="date" value={draft.dueOn} disabled />}
        </Field>
      ) : (
        <DateField
          label={f.due}
          value={draft.dueOn}
          onChange={(dueOn) => write({ dueOn })}
          min={draft.startsOn}
        />
      )}
    </div>
  );
}

type TextName = {
  [K in keyof GoalDraft]: GoalDraft[K] extends string ? K : never;
}[keyof GoalDraft];

interface LineProps extends Pick<FieldsProps, 'draft' | 'write' | 'errors'> {
  name: Exclude<TextName, 'direction' | 'mode'>;
  label: string;
  hint?: string;
  required?: boolean;
  /** What is said where the text cannot be read. */
  wrong?(text: string): string;
  rows?: number;
}

/** A line of text of the draft, or several. */
export function Line({
  draft,
  write,
  errors,
  name,
  label,
  hint,
  required,
  wrong,
  rows,
}: LineProps) {
  const f = useWords(goalFormWords);
  const unread = errors[name];
  const error = unread === undefined ? undefined : (wrong?.(unread) ?? f.numberWrong);
  const value = draft[name];
  return (
    <Field
      label={label}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined || (name === 'unit' && value === '') ? {} : { error })}
      {...(required ? { required } : {})}
    >
      {(parts) =>
        rows === undefined ? (
          <input
            {...parts}
            maxLength={200}
            value={value}
            onChange={({ target }) => write({ [name]: target.value })}
          />
        ) : (
          <textarea
            {...parts}
            rows={rows}
            maxLength={2000}
            value={value}
            onChange={({ target }) => write({ [name]: target.value })}
          />
        )
      }
    </Field>
  );
}
