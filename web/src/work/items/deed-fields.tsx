/** Fields of the forms of deeds. */

import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { deedFormWords } from '../../words/item-deeds.ts';
import { itemWords } from '../../words/items.ts';
import type { Check, DeedDraft } from './deed-draft.ts';
import { useVerbs } from './deed-names.ts';
import type { ItemPageReply } from './replies.ts';

interface PartProps {
  page: ItemPageReply;
  draft: DeedDraft;
  change(part: Partial<DeedDraft>): void;
}

/** For which village a resident cadre speaks, and how it told it. */
export function BehalfFields({ page, draft, change }: PartProps) {
  const w = useWords(itemWords);
  const f = useWords(deedFormWords);
  return (
    <div className="item-pair">
      <Field label={f.behalf}>
        {(parts) => (
          <select
            {...parts}
            value={draft.unit}
            onChange={({ target }) => change({ unit: target.value })}
          >
            {page.speaksFor.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
            <option value="">{f.behalfNone}</option>
          </select>
        )}
      </Field>
      {draft.unit !== '' && (
        <PickField
          label={f.how}
          value={draft.how}
          values={['telephone', 'inPerson', 'paper']}
          word={(one) => w[one]}
          onChange={(how) => change({ how: how === '' ? 'telephone' : how })}
        />
      )}
    </div>
  );
}

/** The colour that the rule calls for stands chosen; another needs a reason. */
export function SlipFields({ page, draft, change }: PartProps) {
  const w = useWords(itemWords);
  const f = useWords(deedFormWords);
  return (
    <>
      <p className="prose">{page.slipDue ? f.slipSays(page.slipDue.why) : f.slipNone}</p>
      <PickField
        label={f.colour}
        value={draft.colour}
        values={['blue', 'orange', 'red']}
        word={(one) => w[one]}
        onChange={(colour) => change({ colour })}
      />
    </>
  );
}

/** What was reported last, and what the review found: one look, one form. */
export function ReviewFields({ page, draft, change }: PartProps) {
  const f = useWords(deedFormWords);
  const verbs = useVerbs();
  const format = useFormat();
  const reported = page.course.findLast(({ deed }) => deed === 'report');
  return (
    <>
      {reported && (
        <p className="prose">
          {f.reported(reported.note ?? '')}
          {reported.doneOn && f.reportedDone(format.day(reported.doneOn))}
        </p>
      )}
      <PickField
        label={f.verdict}
        value={draft.verdict}
        values={['accept', 'sendBack']}
        word={(one) => verbs[one]}
        onChange={(verdict) => change({ verdict })}
      />
    </>
  );
}

/** The six checks, each ticked by a person. */
export function ChecksField({ draft, change }: Pick<PartProps, 'draft' | 'change'>) {
  const w = useWords(itemWords);
  const f = useWords(deedFormWords);
  const words: Readonly<Record<Check, string>> = {
    factsClear: w.factsClear,
    problemSolved: w.problemSolved,
    taskDone: w.taskDone,
    conclusionRight: w.conclusionRight,
    policyKept: w.policyKept,
    paperInOrder: w.paperInOrder,
  };
  return (
    <fieldset className="item-checks">
      <legend>{f.checks}</legend>
      <p className="soft">{f.acceptSays}</p>
      {(Object.keys(words) as Check[]).map((check) => (
        <label key={check}>
          <input
            type="checkbox"
            checked={draft.checks.includes(check)}
            onChange={({ target }) => {
              const others = draft.checks.filter((one) => one !== check);
              change({ checks: target.checked ? [...others, check] : others });
            }}
          />
          {words[check]}
        </label>
      ))}
    </fieldset>
  );
}

/** The slips under way into which this one may be merged, the nearest to it first. */
export function MergeField({ page, draft, change }: PartProps) {
  const f = useWords(deedFormWords);
  const town = useTown();
  const input = { town, likeItem: page.item.id };
  const { data } = useQuery(api.items.list.queryOptions({ input }));
  const others = (data?.rows ?? []).filter(
    ({ id, form, no }) => id !== page.item.id && form === 'supervised' && no !== undefined,
  );
  return (
    <Choice
      label={f.into}
      options={others.map(({ id, no, title }) => ({ value: id, label: `${no} ${title}` }))}
      value={draft.into}
      onChange={(into) => change({ into })}
      required
    />
  );
}

interface PickFieldProps<T extends string> {
  label: string;
  value: T | '';
  values: readonly T[];
  word(value: T): string;
  onChange(value: T | ''): void;
}

/** One of a few words. */
export function PickField<T extends string>(props: PickFieldProps<T>) {
  const { label, value, values, word, onChange } = props;
  return (
    <Field label={label} required>
      {(parts) => (
        <select {...parts} value={value} onChange={({ target }) => onChange(target.value as T)}>
          {value === '' && <option value="" />}
          {values.map((one) => (
            <option key={one} value={one}>
              {word(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
