/** Who leads, who helps, who answers, which villages, by when. */

import { Choice, Field } from '../../forms/index.ts';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { deedFormWords } from '../../words/item-deeds.ts';
import { itemWords } from '../../words/items.ts';
import { DueField } from '../DueField.tsx';
import type { PlanDraft } from './deed-draft.ts';
import { PickField } from './deed-fields.tsx';
import type { ItemOptions } from './replies.ts';
import { useItemOptions } from './use-items.ts';

interface PlanFieldsProps {
  plan: PlanDraft;
  onChange(plan: PlanDraft): void;
}

export function PlanFields({ plan, onChange }: PlanFieldsProps) {
  const w = useWords(itemWords);
  const f = useWords(deedFormWords);
  const { data } = useItemOptions();
  const offices = data?.offices ?? [];
  const villages = data?.villages ?? [];
  const set = (part: Partial<PlanDraft>) => onChange({ ...plan, ...part });
  const termOf = (urgency: PlanDraft['urgency']) => {
    const isOwn = data === undefined || plan.dueOn !== presetDay(plan.urgency, data);
    return isOwn && plan.dueOn !== '' ? {} : { dueOn: data ? presetDay(urgency, data) : '' };
  };
  return (
    <>
      <div className="item-pair">
        <Choice
          label={f.lead}
          options={[...offices, ...villages].map(option)}
          value={plan.lead}
          onChange={(lead) => set({ lead })}
          required
        />
        <Choice
          label={f.accountable}
          hint={f.accountableHint}
          options={personOptions(data?.persons ?? [])}
          value={plan.accountable}
          onChange={(accountable) => set({ accountable })}
          required
        />
      </div>
      <div className="item-pair">
        <PickField
          label={f.urgency}
          value={plan.urgency}
          values={['normal', 'urgent', 'special']}
          word={(one) => w[one]}
          onChange={(urgency) => urgency !== '' && set({ urgency, ...termOf(urgency) })}
        />
        <PickField
          label={f.feedback}
          value={plan.feedback}
          values={['once', 'month', 'quarter']}
          word={(one) => w[one]}
          onChange={(feedback) => feedback !== '' && set({ feedback })}
        />
      </div>
      <DueField label={f.dueOn} value={plan.dueOn} onChange={(dueOn) => set({ dueOn })} required />
      <Field label={f.requirement}>
        {(parts) => (
          <textarea
            {...parts}
            rows={2}
            maxLength={2000}
            value={plan.requirement}
            onChange={({ target }) => set({ requirement: target.value })}
          />
        )}
      </Field>
      <Helpers plan={plan} onChange={onChange} />
    </>
  );
}

/** What is urgent is done within three days, what is most urgent at once; a day that is typed stays. */
function presetDay(urgency: PlanDraft['urgency'], { today, workdays }: ItemOptions): string {
  if (urgency === 'special') return today;
  return urgency === 'urgent' ? (workdays[2] ?? '') : '';
}

/** The offices that help, and the villages that must do something. */
function Helpers({ plan, onChange }: PlanFieldsProps) {
  const f = useWords(deedFormWords);
  const { data } = useItemOptions();
  const set = (part: Partial<PlanDraft>) => onChange({ ...plan, ...part });
  return (
    <div className="item-pair">
      <Several
        label={f.support}
        options={data?.offices ?? []}
        value={plan.support}
        onChange={(support) => set({ support })}
      />
      <Several
        label={f.units}
        hint={f.unitsHint}
        options={data?.villages ?? []}
        value={plan.units}
        onChange={(units) => set({ units })}
      />
    </div>
  );
}

/** Persons with their posts, found by either. */
export function personOptions(persons: readonly { code: string; name: string; post: string }[]) {
  return persons.map(({ code, name, post }) => ({
    value: code,
    label: post ? `${name}（${post}）` : name,
  }));
}

function option({ code, name }: { code: string; name: string }) {
  return { value: code, label: name };
}

interface SeveralProps {
  label: string;
  hint?: string;
  options: readonly { code: string; name: string }[];
  value: readonly string[];
  onChange(codes: string[]): void;
}

/** Choosing adds to the list below the field; each name can be taken out again. */
export function Several({ label, hint, options, value, onChange }: SeveralProps) {
  const f = useWords(deedFormWords);
  const names = new Map(options.map(({ code, name }) => [code, name]));
  return (
    <div>
      <Choice
        key={value.length}
        label={label}
        {...(hint ? { hint } : {})}
        options={options.filter(({ code }) => !value.includes(code)).map(option)}
        value=""
        onChange={(code) => code !== '' && onChange([...value, code])}
      />
      {value.length > 0 && (
        <ul className="item-chosen" aria-label={label}>
          {value.map((code) => (
            <li key={code}>
              {names.get(code) ?? code}{' '}
              <Button
                aria-label={f.takeOut(names.get(code) ?? code)}
                onClick={() => onChange(value.filter((one) => one !== code))}
              >
                {f.takeOutShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
