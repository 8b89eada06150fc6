/** The dialogs of the drawer: which one is open, and the short ones. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { DateField, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { ExpandForm } from './ExpandForm.tsx';
import type { GoalDeedName } from './GoalDrawer.tsx';
import { GoalForm } from './GoalForm.tsx';
import { GoalModal } from './GoalModal.tsx';
import { ItemForm } from './ItemForm.tsx';
import { ReadForm } from './ReadForm.tsx';
import type { GoalPage } from './replies.ts';
import { nextCode, useGoals } from './use-goals.ts';

interface GoalDeedsProps {
  page: GoalPage;
  deed: GoalDeedName;
  onClose(): void;
  onOpen(id: string): void;
}

export function GoalDeeds({ page, deed, onClose, onOpen }: GoalDeedsProps) {
  if (typeof deed === 'object') return <ReadForm {...{ page, onClose }} corrects={deed.correct} />;
  switch (deed) {
    case 'read':
      return <ReadForm page={page} onClose={onClose} />;
    case 'change':
      return <GoalForm year={page.year} code={page.goal.code} page={page} onClose={onClose} />;
    case 'makeBelow':
      return <MakeBelow {...{ page, onClose, onOpen }} />;
    case 'moveDate':
      return <MoveForm page={page} onClose={onClose} />;
    case 'makeItem':
      return <ItemForm page={page} onClose={onClose} />;
    case 'expand':
      return <ExpandForm page={page} onClose={onClose} />;
    default:
      return <EndForm page={page} how={deed} onClose={onClose} />;
  }
}

/** A goal below this one: its code is the next free one, its dates and offices those above. */
function MakeBelow({ page, onClose, onOpen }: Omit<GoalDeedsProps, 'deed'>) {
  const { data } = useGoals();
  if (!data) return null;
  const codes = data.rows.map(({ code }) => code);
  return (
    <GoalForm
      year={page.year}
      code={nextCode(codes, page.goal.code)}
      above={page}
      onClose={onClose}
      onMade={onOpen}
    />
  );
}

interface FormProps {
  page: GoalPage;
  onClose(): void;
}

function MoveForm({ page: { goal, version }, onClose }: FormProps) {
  const f = useWords(goalFormWords);
  const format = useFormat();
  const town = useTown();
  const { dueOn = '' } = goal;
  const [day, setDay] = useState(dueOn);
  const [reason, setReason] = useState('');
  const isWhole = day !== '' && day !== dueOn && reason.trim().length >= 2;
  return (
    <GoalModal
      title={f.moveTitle(goal.code)}
      says={f.moveSays(format.day(dueOn), goal.moves)}
      action={f.move}
      call={client.goals.moveDate}
      input={isWhole ? { town, goalId: goal.id, version, dueOn: day, reason } : undefined}
      onClose={onClose}
    >
      <DateField label={f.newDue} value={day} onChange={setDay} min={goal.startsOn} required />
      <Reason label={f.moveReason} value={reason} onChange={setReason} />
    </GoalModal>
  );
}

function EndForm({ page, how, onClose }: FormProps & { how: 'close' | 'withdraw' }) {
  const f = useWords(goalFormWords);
  const town = useTown();
  const { goal, version } = page;
  const [reason, setReason] = useState('');
  const isClosing = how === 'close';
  const isWhole = reason.trim().length >= 2;
  return (
    <GoalModal
      title={isClosing ? f.closeTitle(goal.code) : f.withdrawTitle(goal.code)}
      says={isClosing ? f.closeSays : f.withdrawSays}
      action={isClosing ? f.close : f.withdraw}
      call={isClosing ? client.goals.close : client.goals.withdraw}
      input={isWhole ? { town, goalId: goal.id, version, reason } : undefined}
      onClose={onClose}
    >
      <Reason
        label={isClosing ? f.closeReason : f.withdrawReason}
        value={reason}
        onChange={setReason}
      />
    </GoalModal>
  );
}

interface ReasonProps {
  label: string;
  value: string;
  onChange(value: string): void;
}

function Reason({ label, value, onChange }: ReasonProps) {
  return (
    <Field label={label} required>
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
