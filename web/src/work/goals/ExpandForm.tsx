/** A leaf for every village that has none: one choice of person, one target or one each. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { Field } from '../../forms/index.ts';
import { Button, Modal, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { goalWords } from '../../words/goals.ts';
import { GoalModal } from './GoalModal.tsx';
import { figurePattern } from './ReadForm.tsx';
import type { GoalPage } from './replies.ts';

interface ExpandFormProps {
  page: GoalPage;
  onClose(): void;
}

export function ExpandForm({ page, onClose }: ExpandFormProps) {
  const f = useWords(goalFormWords);
  const w = useWords(goalWords);
  const town = useTown();
  const { goal, version, villagesLeft } = page;
  const own = goal.measure?.kind === 'quantity' ? goal.measure.unit : '';
  const isSteps = goal.measure?.kind === 'steps';
  const [who, setWho] = useState<Place>('secretary');
  const [unit, setUnit] = useState(own);
  const [targets, setTargets] = useState<Readonly<Record<string, string>>>({});
  const [told, setTold] = useState<{ made: number; names: string }>();
  const typed = Object.entries(targets).filter(([, target]) => target.trim() !== '');
  const isRight = typed.every(([, target]) => figurePattern.test(target.trim()));
  const isWhole = isRight && (typed.length === 0 || unit.trim() !== '');
  const input = {
    town,
    goalId: goal.id,
    version,
    accountable: who,
    targets: typed.map(([village, target]) => ({ village, target: target.trim() })),
    ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
  };
  if (told) return <Told {...told} code={goal.code} onClose={onClose} />;
  return (
    <GoalModal
      title={f.expandTitle(goal.code)}
      says={f.expandSays(villagesLeft.length)}
      action={f.expand(villagesLeft.length)}
      call={client.goals.expand}
      input={isWhole ? input : undefined}
      onClose={onClose}
      onDone={({ made, withoutPerson }) => {
        if (withoutPerson.length === 0) return false;
        setTold({ made, names: withoutPerson.map(({ name }) => name).join(w.separator) });
        return true;
      }}
      wide
    >
      <Who value={who} onChange={setWho} />
      {!isSteps && <Targets {...{ villages: villagesLeft, unit, setUnit, targets, setTargets }} />}
    </GoalModal>
  );
}

type Place = 'secretary' | 'residentCadre';

function Who({ value, onChange }: { value: Place; onChange(place: Place): void }) {
  const f = useWords(goalFormWords);
  return (
    <Field label={f.who}>
      {(parts) => (
        <select {...parts} value={value} onChange={({ target }) => onChange(target.value as Place)}>
          <option value="secretary">{f.secretary}</option>
          <option value="residentCadre">{f.residentCadre}</option>
        </select>
      )}
    </Field>
  );
}

interface TargetsProps {
  villages: GoalPage['villagesLeft'];
  unit: string;
  setUnit(unit: string): void;
  targets: Readonly<Record<string, string>>;
  setTargets(targets: Readonly<Record<string, string>>): void;
}

/** One figure for all, or one each. */
function Targets({ villages, unit, setUnit, targets, setTargets }: TargetsProps) {
  const f = useWords(goalFormWords);
  const fill = (target: string) =>
    setTargets(Object.fromEntries(villages.map(({ code }) => [code, target])));
  return (
    <>
      <div className="goal-three">
        <Field label={f.eachFill}>
          {(parts) => (
            <input {...parts} inputMode="decimal" onChange={({ target }) => fill(target.value)} />
          )}
        </Field>
        <Field label={f.unit} hint={f.unitHint}>
          {(parts) => (
            <input
              {...parts}
              maxLength={20}
              value={unit}
              onChange={({ target }) => setUnit(target.value)}
            />
          )}
        </Field>
      </div>
      <Each {...{ villages, targets, setTargets }} />
    </>
  );
}

function Each({
  villages,
  targets,
  setTargets,
}: Pick<TargetsProps, 'villages' | 'targets' | 'setTargets'>) {
  const f = useWords(goalFormWords);
  const w = useWords(goalWords);
  return (
    <div className="goal-box">
      <table className="goal-lines">
        <thead>
          <tr>
            <th scope="col">{w.village}</th>
            <th scope="col" className="figure">
              {f.each}
            </th>
          </tr>
        </thead>
        <tbody>
          {villages.map(({ code, name }) => (
            <tr key={code}>
              <td>{name}</td>
              <td className="figure">
                <input
                  aria-label={`${name} ${f.each}`}
                  inputMode="decimal"
                  value={targets[code] ?? ''}
                  onChange={({ target }) => setTargets({ ...targets, [code]: target.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ToldProps {
  made: number;
  names: string;
  code: string;
  onClose(): void;
}

/** Who is missing is said once, so that nobody believes that all is done. */
function Told({ made, names, code, onClose }: ToldProps) {
  const f = useWords(goalFormWords);
  return (
    <Modal title={f.expandTitle(code)} onClose={onClose}>
      <p>
        {f.expanded(made)}
        {f.withoutPerson(names)}
      </p>
      <div className="modal-actions">
        <Button kind="main" onClick={onClose}>
          {f.understood}
        </Button>
      </div>
    </Modal>
  );
}
