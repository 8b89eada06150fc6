/** An item of a goal: what, how, until when; who does it stands in the goal already. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { DateField, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { GoalModal } from './GoalModal.tsx';
import type { GoalPage } from './replies.ts';

interface ItemFormProps {
  page: GoalPage;
  onClose(): void;
}

export function ItemForm({ page: { goal, today }, onClose }: ItemFormProps) {
  const f = useWords(goalFormWords);
  const town = useTown();
  const [form, setForm] = useState<'oneLine' | 'supervised'>('supervised');
  const [title, setTitle] = useState(goal.title);
  const [requirement, setRequirement] = useState('');
  const [dueOn, setDueOn] = useState(
    goal.dueOn !== undefined && goal.dueOn >= today ? goal.dueOn : '',
  );
  const isWhole = title.trim() !== '' && dueOn !== '';
  return (
    <GoalModal
      title={f.itemTitle(goal.code)}
      says={f.itemSays}
      action={f.makeItem}
      call={client.goals.makeItem}
      input={
        isWhole
          ? { town, goalId: goal.id, form, title: title.trim(), requirement, dueOn }
          : undefined
      }
      onClose={onClose}
    >
      <Field label={f.itemForm}>
        {(parts) => (
          <select
            {...parts}
            value={form}
            onChange={({ target }) => setForm(target.value as typeof form)}
          >
            <option value="supervised">{f.supervised}</option>
            <option value="oneLine">{f.oneLine}</option>
          </select>
        )}
      </Field>
      <Field label={f.itemWhat} required>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </Field>
      <Field label={f.itemRequirement}>
        {(parts) => (
          <textarea
            {...parts}
            rows={3}
            maxLength={2000}
            value={requirement}
            onChange={({ target }) => setRequirement(target.value)}
          />
        )}
      </Field>
      <DateField label={f.itemDue} value={dueOn} onChange={setDueOn} min={today} required />
    </GoalModal>
  );
}
