/** Making a goal or changing one: what most need at once, the rest behind one line. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { MainFields } from './GoalFields.tsx';
import { GoalModal } from './GoalModal.tsx';
import { draftOf, type GoalDraft, textOf } from './goal-draft.ts';
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
