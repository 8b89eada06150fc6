/** The decision of the body on the grades of an edition, with those that are another than worked out. */

import { useState } from 'react';
import { client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, DateField } from '../forms/index.ts';
import { Button, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeWords } from '../words/outcomes.ts';
import { Line, optionsOf, Pick } from '../work/WorkFields.tsx';
import { OutcomeModal } from './OutcomeModal.tsx';
import { TiedGrades } from './TiedGrades.tsx';
import { type TiedDraft, tiedOf } from './tied-draft.ts';
import type { Grades } from './use-outcomes.ts';

interface Other {
  readonly subject: string;
  readonly grade: string;
  readonly reason: string;
  readonly basis: string;
}

export function DecideForm({ grades, onClose }: { grades: Grades; onClose(): void }) {
  const w = useWords(outcomeWords);
  const town = useTown();
  const { today } = useFormat();
  const [body, setBody] = useState(grades.body);
  const [documentNo, setNo] = useState('');
  const [decidedOn, setOn] = useState(today);
  const [others, setOthers] = useState<readonly Other[]>([]);
  const { line, period, edition, order } = grades;
  const [tied, setTied] = useState<TiedDraft>({ grades: {}, reason: '' });
  const ties = tiedOf(grades, tied);
  const isWhole = body.trim() !== '' && documentNo.trim() !== '' && decidedOn !== '' && ties;
  const nameOf = (code: string) => grades.rows.find((row) => row.code === code)?.name ?? code;
  return (
    <OutcomeModal
      title={w.decide}
      says={w.decideSays(grades.body)}
      action={w.decide}
      call={client.outcomes.decideGrades}
      input={
        isWhole
          ? {
              town,
              line,
              period,
              edition,
              body,
              documentNo,
              decidedOn,
              others: [...others, ...ties],
            }
          : undefined
      }
      onClose={onClose}
      wide
    >
      <Line label={w.body} value={body} onChange={setBody} required />
      <Line label={w.documentNo} value={documentNo} onChange={setNo} required />
      <DateField label={w.decidedOn} value={decidedOn} max={today} onChange={setOn} required />
      <TiedGrades grades={grades} value={tied} onChange={setTied} />
      {others.map((one) => (
        <p key={one.subject} className="outcome-other">
          {nameOf(one.subject)}：{one.grade}（{[one.reason, one.basis].filter(Boolean).join('；')}）{' '}
          <Button onClick={() => setOthers(others.filter((other) => other !== one))}>
            {w.takeOut}
          </Button>
        </p>
      ))}
      <OtherGrade
        grades={grades}
        order={order}
        onTake={(one) =>
          setOthers([...others.filter(({ subject }) => subject !== one.subject), one])
        }
      />
    </OutcomeModal>
  );
}

const none: Other = { subject: '', grade: '', reason: '', basis: '' };

function OtherGrade({
  grades,
  order,
  onTake,
}: {
  grades: Grades;
  order: readonly string[];
  onTake(other: Other): void;
}) {
  const w = useWords(outcomeWords);
  const [draft, setDraft] = useState<Other>(none);
  const set = (change: Partial<Other>) => setDraft((old) => ({ ...old, ...change }));
  return (
    <fieldset>
      <legend>{w.other}</legend>
      <Choice
        label={w.subject}
        options={optionsOf(grades.rows.filter(({ open }) => !open))}
        value={draft.subject}
        onChange={(subject) => set({ subject })}
      />
      <Pick
        label={w.otherGrade}
        options={[['', ''], ...order.map((grade) => [grade, grade] as const)]}
        value={draft.grade}
        onChange={(grade) => set({ grade })}
      />
      <Line label={w.reason} value={draft.reason} onChange={(reason) => set({ reason })} />
      <Line label={w.basis} value={draft.basis} onChange={(basis) => set({ basis })} />
      <Button
        disabled={draft.subject === '' || draft.grade === '' || draft.reason.trim() === ''}
        onClick={() => {
          onTake(draft);
          setDraft(none);
        }}
      >
        {w.take}
      </Button>
    </fieldset>
  );
}
