/** Work that comes back: what there is, and the form for more. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, client, useSave } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, DateField, Field } from '../../forms/index.ts';
import { Button, Empty, Query, SaveLine, useConfirm, useTown } from '../../shell/index.ts';
import { type Column, DataTable } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemKeepingWords } from '../../words/item-keeping.ts';
import { PickField } from './deed-fields.tsx';
import { personOptions, Several } from './PlanFields.tsx';
import type { ItemOptions, Recurring } from './replies.ts';
import { useItemOptions, useRefreshItems } from './use-items.ts';

export function RecurringPart() {
  const k = useWords(itemKeepingWords);
  const town = useTown();
  const options = useItemOptions().data;
  const query = useQuery(api.items.recurring.queryOptions({ input: { town } }));
  return (
    <section>
      <h2>{k.recurring}</h2>
      <Query query={query} what={k.recurring}>
        {({ rows }) => <List rows={rows} mayEnd={options?.mayBook ?? false} />}
      </Query>
      {options?.mayBook && <Form options={options} />}
    </section>
  );
}

function List({ rows, mayEnd }: { rows: readonly Recurring[]; mayEnd: boolean }) {
  const k = useWords(itemKeepingWords);
  const town = useTown();
  const format = useFormat();
  const confirm = useConfirm();
  const refresh = useRefreshItems();
  const save = useSave(client.items.endRecurring, { onSaved: refresh });
  const { run } = save;
  const columns = useMemo(() => {
    const end = async ({ id, title }: Recurring) => {
      const question = { title: k.endTitle, body: k.endSays(title), action: k.end };
      if (await confirm(question)) void run({ town, id, endsOn: format.today });
    };
    const every = { month: k.month, quarter: k.quarter, halfYear: k.halfYear, year: k.year };
    const isGoing = ({ endsOn }: Recurring) => endsOn === undefined || endsOn > format.today;
    return [
      { id: 'title', title: k.what, width: 13, text: (row) => row.title },
      { id: 'form', title: k.form, width: 8, text: ({ form }) => k[form] },
      { id: 'every', title: k.every, width: 6, text: (row) => every[row.every] },
      { id: 'lead', title: k.lead, width: 8, text: ({ lead }) => lead.name },
      {
        id: 'support',
        title: k.support,
        width: 7,
        text: ({ support }) => support.map(({ name }) => name).join(' '),
      },
      { id: 'who', title: k.accountable, width: 6, text: ({ accountable }) => accountable.name },
      {
        id: 'term',
        title: k.term,
        width: 9,
        text: ({ endsOn }) => (endsOn ? k.until(format.day(endsOn)) : k.going),
      },
      {
        id: 'made',
        title: k.made,
        unit: k.times,
        kind: 'number',
        width: 6,
        text: (row) => `${row.items}`,
      },
      {
        id: 'end',
        title: '',
        width: 8,
        text: () => '',
        cell: (row) =>
          mayEnd && isGoing(row) && <Button onClick={() => void end(row)}>{k.end}</Button>,
      },
    ] satisfies Column<Recurring>[];
  }, [k, format, confirm, run, town, mayEnd]);
  return (
    <>
      <DataTable
        bare
        name="recurring"
        label={k.recurring}
        prefix="recurring-"
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<Empty what={k.none} why={k.noneWhy} />}
      />
      <SaveLine save={save} />
    </>
  );
}

const emptyWork = {
  title: '',
  dueAfter: '14',
  lead: '',
  accountable: '',
  support: [] as readonly string[],
};

function Form({ options }: { options: ItemOptions }) {
  const k = useWords(itemKeepingWords);
  const town = useTown();
  const refresh = useRefreshItems();
  const [work, setWork] = useState({ ...emptyWork, startsOn: options.today });
  const [every, setEvery] = useState<Recurring['every']>('month');
  const [form, setForm] = useState<Recurring['form']>('oneLine');
  const set = (part: Partial<typeof work>) => setWork((old) => ({ ...old, ...part }));
  const save = useSave(client.items.addRecurring, {
    onSaved: () => {
      refresh();
      set(emptyWork);
    },
  });
  const { dueAfter, startsOn, ...said } = work;
  const days = /^\d{1,3}$/.test(dueAfter) ? Number(dueAfter) : undefined;
  const isReady = [said.title.trim(), said.lead, said.accountable, startsOn].every(
    (text) => text !== '',
  );
  return (
    <form
      className="item-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady || days === undefined || save.isBusy) return;
        const support = [...said.support];
        void save.run({ town, ...said, support, form, every, startsOn, dueAfterDays: days });
      }}
    >
      <What work={work} set={set} />
      {options.mayRegister && <FormField form={form} onChange={setForm} />}
      <Who options={options} work={work} set={set} />
      <div className="item-pair">
        <PickField
          label={k.every}
          value={every}
          values={['month', 'quarter', 'halfYear', 'year']}
          word={(one) => k[one]}
          onChange={(next) => next !== '' && setEvery(next)}
        />
        <Field label={k.dueAfter} hint={k.dueAfterHint} required>
          {(parts) => (
            <input
              {...parts}
              inputMode="numeric"
              value={dueAfter}
              onChange={({ target }) => set({ dueAfter: target.value })}
            />
          )}
        </Field>
      </div>
      <DateField
        label={k.startsOn}
        value={startsOn}
        onChange={(day) => set({ startsOn: day })}
        required
      />
      <div className="item-deeds">
        <Button type="submit" disabled={!isReady || days === undefined || save.isBusy}>
          {k.add}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}

interface FormFieldProps {
  form: Recurring['form'];
  onChange(form: Recurring['form']): void;
}

/** What is made each time; only whoever registers slips is asked. */
function FormField({ form, onChange }: FormFieldProps) {
  const k = useWords(itemKeepingWords);
  return (
    <PickField
      label={k.form}
      value={form}
      values={['oneLine', 'supervised']}
      word={(one) => k[one]}
      onChange={(next) => next !== '' && onChange(next)}
    />
  );
}

function What({ work, set }: { work: { title: string }; set(part: { title: string }): void }) {
  const k = useWords(itemKeepingWords);
  return (
    <Field label={k.what} required>
      {(parts) => (
        <input
          {...parts}
          maxLength={150}
          value={work.title}
          onChange={({ target }) => set({ title: target.value })}
        />
      )}
    </Field>
  );
}

interface Hands {
  lead: string;
  accountable: string;
  support: readonly string[];
}

interface WhoProps {
  options: ItemOptions;
  work: Hands;
  set(part: Partial<Hands>): void;
}

function Who({ options, work, set }: WhoProps) {
  const k = useWords(itemKeepingWords);
  return (
    <>
      <div className="item-pair">
        <Choice
          label={k.lead}
          options={options.offices.map(({ code, name }) => ({ value: code, label: name }))}
          value={work.lead}
          onChange={(lead) => set({ lead })}
          required
        />
        <Choice
          label={k.accountable}
          options={personOptions(options.persons)}
          value={work.accountable}
          onChange={(accountable) => set({ accountable })}
          required
        />
      </div>
      <Several
        label={k.support}
        options={options.offices.filter(({ code }) => code !== work.lead)}
        value={work.support}
        onChange={(support) => set({ support })}
      />
    </>
  );
}
