/** Making a goal or changing one: what most need at once, the rest behind one line. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { Choice, DateField, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { GoalModal } from './GoalModal.tsx';
import { type DraftErrors, draftOf, type GoalDraft, textOf } from './goal-draft.ts';
import { MoreFields } from './MoreFields.tsx';
import type { GoalOptions, GoalPage, GoalText } from './replies.ts';
import { useGoalOptions } from './use-goals.ts';

interface GoalFormProps {
  year: number;
  /** Of the goal that is changed, or the one proposed for a new goal. */
  code: string;
  /** The goal that is changed. */
  page?: GoalPage;
  /** The goal below which a new one is made. */
  above?: GoalPage;
  onClose(): void;
  onMade?(id: string): void;
}

export function GoalForm(props: GoalFormProps) {
  const options = useGoalOptions(props.year);
  return options.data ? <Loaded {...props} options={options.data} /> : null;
}

/** What a new goal takes over from the one above it. */
function fromAbove({ text, goal }: GoalPage): Partial<GoalText> {
  const { startsOn, dueOn, direction } = text;
  const unit = goal.leadUnit?.code;
  return {
    startsOn,
    direction,
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(unit === undefined ? {} : { leadUnit: unit }),
  };
}

function Loaded(props: GoalFormProps & { options: GoalOptions }) {
  const { year, code, page, above, onClose, onMade, options } = props;
  const f = useWords(goalFormWords);
  const town = useTown();
  const places = [...options.units, ...options.villages];
  const nameOf = (unit: string) => places.find((one) => one.code === unit)?.name ?? unit;
  const codeOf = (name: string) => places.find((one) => one.name === name)?.code;
  const [draft, setDraft] = useState(() => {
    const days = { startsOn: `${year}-01-01`, dueOn: `${year}-12-31` };
    return draftOf(code, page?.text ?? { ...days, ...(above ? fromAbove(above) : {}) }, nameOf);
  });
  const [reason, setReason] = useState('');
  const write = (change: Partial<GoalDraft>) => setDraft((before) => ({ ...before, ...change }));
  const read = textOf(draft, codeOf);
  const text =
    'text' in read && draft.title.trim() !== '' && draft.startsOn ? read.text : undefined;
  const errors = 'errors' in read ? read.errors : {};
  const fields = { draft, write, options, errors, page };
  if (page) {
    const { id: goalId } = page.goal;
    return (
      <GoalModal
        title={f.changeTitle(code)}
        action={f.change}
        call={client.goals.change}
        input={text && { town, goalId, version: page.version, text, reason }}
        onClose={onClose}
        wide
      >
        <MainFields {...fields} />
        <MoreFields {...fields} />
        <Field label={f.reason} hint={f.reasonHint}>
          {(parts) => (
            <input
              {...parts}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      </GoalModal>
    );
  }
  return (
    <GoalModal
      title={f.makeTitle}
      action={f.make}
      call={client.goals.make}
      input={text && { town, year, code: draft.code.trim(), text }}
      onClose={onClose}
      onDone={({ id }) => {
        onMade?.(id);
        return false;
      }}
      wide
    >
      <MainFields {...fields} />
      <MoreFields {...fields} />
    </GoalModal>
  );
}

export interface FieldsProps {
  draft: GoalDraft;
  write(change: Partial<GoalDraft>): void;
  options: GoalOptions;
  errors: DraftErrors;
  page: GoalPage | undefined;
}

/** Code, title, quantity, person, office, date. */
function MainFields({ draft, write, options, errors, page }: FieldsProps) {
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
