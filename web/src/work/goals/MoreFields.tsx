/** What not every goal needs: steps, method, measures, risks, contingency, weights, places. */

import { Choice, DateField, Field } from '../../forms/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { type FieldsProps, Line } from './GoalFields.tsx';

export function MoreFields(props: FieldsProps) {
  const f = useWords(goalFormWords);
  const { errors, draft } = props;
  // What cannot be read must be seen, or the button waits for no visible reason.
  const hidden = ['steps', 'weight', 'supportUnits', 'serves'] as const;
  const isOpen = hidden.some((name) => errors[name] !== undefined) || draft.steps !== '';
  return (
    <details {...(isOpen ? { open: true } : {})}>
      <summary>{f.more}</summary>
      <Ways {...props} />
      <Places {...props} />
    </details>
  );
}

function Ways({ draft, write, errors }: FieldsProps) {
  const f = useWords(goalFormWords);
  const own = { draft, write, errors };
  return (
    <>
      <Line
        {...own}
        name="steps"
        label={f.steps}
        hint={f.stepsHint}
        wrong={f.stepsWrong}
        rows={3}
      />
      <Line {...own} name="method" label={f.method} rows={2} />
      <Line {...own} name="measures" label={f.measures} rows={2} />
      <Line {...own} name="risks" label={f.risks} rows={2} />
      <Line {...own} name="contingency" label={f.contingency} rows={2} />
      <div className="goal-three">
        <Field label={f.direction}>
          {(parts) => (
            <select
              {...parts}
              value={draft.direction}
              onChange={({ target }) => write({ direction: target.value as 'up' | 'down' })}
            >
              <option value="up">{f.up}</option>
              <option value="down">{f.down}</option>
            </select>
          )}
        </Field>
        <Field label={f.mode}>
          {(parts) => (
            <select
              {...parts}
              value={draft.mode}
              onChange={({ target }) => write({ mode: target.value as 'sum' | 'weighted' })}
            >
              <option value="sum">{f.sum}</option>
              <option value="weighted">{f.weighted}</option>
            </select>
          )}
        </Field>
        <Line {...own} name="weight" label={f.weight} hint={f.weightHint} />
      </div>
    </>
  );
}

function Places({ draft, write, errors, options }: FieldsProps) {
  const f = useWords(goalFormWords);
  const own = { draft, write, errors };
  const persons = options.persons.map(({ code, name, post }) => {
    return { value: code, label: `${name}　${post}` };
  });
  const villages = options.villages.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <div className="goal-three">
        <Choice
          label={f.leader}
          options={persons}
          value={draft.leadLeader}
          onChange={(leadLeader) => write({ leadLeader })}
        />
        <Choice
          label={f.village}
          options={villages}
          value={draft.village}
          onChange={(village) => write({ village })}
        />
      </div>
      <Line {...own} name="supportUnits" label={f.support} wrong={f.supportWrong} />
      <DateField
        label={f.starts}
        value={draft.startsOn}
        onChange={(startsOn) => write({ startsOn })}
        required
      />
      <label className="goal-check">
        <input
          type="checkbox"
          checked={draft.isEveryVillage}
          onChange={({ target }) => write({ isEveryVillage: target.checked })}
        />
        {f.everyVillage}
      </label>
      <Line {...own} name="serves" label={f.serves} hint={f.servesHint} wrong={f.servesWrong} />
      <Line {...own} name="source" label={f.source} hint={f.sourceHint} />
    </>
  );
}
