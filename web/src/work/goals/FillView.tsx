/** Reading in many at once: a line a leaf, only what changed is sent. */

import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { DateField } from '../../forms/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { goalWords } from '../../words/goals.ts';
import { GoalLight } from './GoalLight.tsx';
import { figurePattern } from './ReadForm.tsx';
import type { Goal, GoalList } from './replies.ts';
import { useRefresh } from './use-goals.ts';

interface FillViewProps {
  list: GoalList;
  onOpen(id: string): void;
}

interface Typed {
  readonly figure: string;
  readonly note: string;
}

export function FillView({ list, onOpen }: FillViewProps) {
  const f = useWords(goalFormWords);
  const town = useTown();
  const refresh = useRefresh();
  const [on, setOn] = useState(list.today);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const rows = list.rows.filter(({ mayRead }) => mayRead);
  const filled = rows.filter(({ id }) => typed[id] && typed[id].figure.trim() !== '');
  const isRight = filled.every((goal) => isFigure(goal, typed[goal.id]?.figure ?? ''));
  const save = useSave(client.goals.addReadings, {
    onSaved: () => {
      setTyped({});
      refresh();
    },
  });
  const readings = filled.map((goal) => {
    const { figure = '', note = '' } = typed[goal.id] ?? {};
    const isSteps = goal.measure?.kind === 'steps';
    const amount = isSteps ? { stepsDone: Number(figure) } : { quantity: figure.trim() };
    return { goalId: goal.id, on, ...amount, note: note.trim(), evidence: '' };
  });
  if (rows.length === 0) return <p className="prose">{f.fillNone}</p>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isBusy) void save.run({ town, readings });
      }}
    >
      <p className="prose">{f.fillSays}</p>
      <DateField label={f.on} value={on} onChange={setOn} max={list.today} required />
      <Lines
        {...{ rows, typed, onOpen }}
        onType={(id, next) => setTyped((before) => ({ ...before, [id]: next }))}
      />
      <SaveLine save={save} />
      <p>
        <Button
          kind="main"
          type="submit"
          disabled={filled.length === 0 || !isRight || on === '' || save.isBusy}
        >
          {f.fillSave(filled.length)}
        </Button>
      </p>
    </form>
  );
}

interface LinesProps {
  rows: readonly Goal[];
  typed: Readonly<Record<string, Typed>>;
  onOpen(id: string): void;
  onType(id: string, typed: Typed): void;
}

function Lines({ rows, typed, onOpen, onType }: LinesProps) {
  const f = useWords(goalFormWords);
  const w = useWords(goalWords);
  return (
    <div className="goal-box">
      <table className="goal-lines goal-fill">
        <thead>
          <tr>
            <th scope="col">{w.goal}</th>
            <th scope="col">{w.light}</th>
            <th scope="col" className="figure">
              {w.target}
            </th>
            <th scope="col" className="figure">
              {f.fillLast}
            </th>
            <th scope="col" className="figure">
              {w.current}
            </th>
            <th scope="col">{f.note}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((goal) => (
            <Line
              key={goal.id}
              goal={goal}
              typed={typed[goal.id] ?? { figure: '', note: '' }}
              onOpen={onOpen}
              onType={(next) => onType(goal.id, next)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  goal: Goal;
  typed: Typed;
  onOpen(id: string): void;
  onType(typed: Typed): void;
}

function Line({ goal, typed, onOpen, onType }: LineProps) {
  const f = useWords(goalFormWords);
  const w = useWords(goalWords);
  const format = useFormat();
  const { code, title, target = '', current, readOn, light, id } = goal;
  const unit = goal.unit ?? (goal.measure?.kind === 'quantity' ? goal.measure.unit : '');
  const isWrong = typed.figure.trim() !== '' && !isFigure(goal, typed.figure);
  return (
    <tr>
      <td>
        <Button kind="link" onClick={() => onOpen(id)}>
          {code} {title}
        </Button>
      </td>
      <td>
        <GoalLight state={light.state} />
      </td>
      <td className="figure">{target && `${target}${unit}`}</td>
      <td className="figure">
        {current === undefined
          ? w.notRead
          : `${current}${unit}${readOn ? ` ${format.shortDay(readOn)}` : ''}`}
      </td>
      <td className="figure">
        <input
          aria-label={`${code} ${w.current}`}
          aria-invalid={isWrong}
          title={isWrong ? f.numberWrong : undefined}
          inputMode="decimal"
          value={typed.figure}
          onChange={({ target: { value } }) => onType({ ...typed, figure: value })}
        />
      </td>
      <td>
        <input
          className="goal-note"
          aria-label={`${code} ${f.note}`}
          maxLength={500}
          value={typed.note}
          onChange={({ target: { value } }) => onType({ ...typed, note: value })}
        />
      </td>
    </tr>
  );
}

function isFigure({ measure, stepCount }: Goal, text: string): boolean {
  const typed = text.trim();
  if (measure?.kind !== 'steps') return figurePattern.test(typed);
  return /^\d{1,2}$/.test(typed) && Number(typed) <= stepCount;
}
