/** One reading: the whole up to a day; or the right figure in the place of a wrong one. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { DateField, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { GoalModal } from './GoalModal.tsx';
import type { GoalPage, GoalReading } from './replies.ts';

interface ReadFormProps {
  page: GoalPage;
  corrects?: GoalReading;
  onClose(): void;
}

/** A figure as the server takes it. */
export const figurePattern = /^-?\d{1,15}(?:\.\d{1,6})?$/;

export function ReadForm({ page, corrects, onClose }: ReadFormProps) {
  const f = useWords(goalFormWords);
  const town = useTown();
  const { goal, today } = page;
  const isSteps = goal.measure?.kind === 'steps';
  const [on, setOn] = useState(corrects?.on ?? today);
  const [figure, setFigure] = useState('');
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState('');
  const typed = figure.trim();
  const isFigure = isSteps ? /^\d{1,2}$/.test(typed) : figurePattern.test(typed);
  const amount = isSteps ? { stepsDone: Number(typed) } : { quantity: typed };
  const correction = corrects ? { corrects: corrects.id } : {};
  const reading = { goalId: goal.id, on, ...amount, note, evidence, ...correction };
  const unit = goal.measure?.kind === 'quantity' ? goal.measure.unit : '';
  return (
    <GoalModal
      title={corrects ? f.correctTitle(goal.code) : f.readTitle(goal.code)}
      says={f.readSays}
      action={corrects ? f.correct : f.read}
      call={client.goals.addReadings}
      input={isFigure && on !== '' ? { town, readings: [reading] } : undefined}
      onClose={onClose}
    >
      <DateField label={f.on} value={on} onChange={setOn} max={today} required />
      <Field
        label={isSteps ? f.stepsDone(goal.stepCount) : f.quantity(unit)}
        required
        {...(typed !== '' && !isFigure ? { error: f.numberWrong } : {})}
      >
        {(parts) => (
          <input
            {...parts}
            inputMode="decimal"
            value={figure}
            onChange={({ target }) => setFigure(target.value)}
          />
        )}
      </Field>
      <Field label={f.note} hint={f.noteHint}>
        {(parts) => (
          <input
            {...parts}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <Field label={f.evidence} hint={f.evidenceHint}>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={evidence}
            onChange={({ target }) => setEvidence(target.value)}
          />
        )}
      </Field>
    </GoalModal>
  );
}
