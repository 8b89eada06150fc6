/** The fewest fields that make a draft an item: what, who, and how many or until when. */

import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { Choice, Field } from '../../forms/index.ts';
import { Button, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { draftWords } from '../../words/drafts.ts';
import { DueField } from '../DueField.tsx';
import { personOptions, Several } from '../items/PlanFields.tsx';
import type { Draft } from './replies.ts';
import { Tick } from './Tick.tsx';
import type { Bench } from './use-bench.ts';
import { useKeys } from './use-keys.ts';
import '../items/items.css';

interface ClaimFormProps {
  bench: Bench;
  draft: Draft;
}

export function ClaimForm({ bench, draft }: ClaimFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const w = useWords(draftWords);
  const { today } = useFormat();
  const { words, set, missing, claim, options } = useClaim(bench, draft);
  // To the first field that waits for a person.
  const field = missing.includes(w.whoMissing) ? 1 : missing.includes(w.whenMissing) ? 3 : 0;
  useKeys({ c: () => form.current?.querySelectorAll<HTMLElement>('input')[field]?.focus() });
  return (
    <form
      ref={form}
      className="bench-claim"
      onSubmit={(event) => {
        event.preventDefault();
        claim();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) claim();
      }}
    >
      <TextField label={w.task} value={words.title} onChange={(title) => set({ title })} />
      <Choice
        label={w.lead}
        options={optionsOf([...(options?.offices ?? []), ...(options?.villages ?? [])])}
        value={words.lead}
        onChange={(lead) => set({ lead })}
      />
      <Choice
        label={w.accountable}
        options={personOptions(options?.persons ?? [])}
        value={words.accountable}
        onChange={(accountable) => set({ accountable })}
      />
      <DueField
        label={w.dueOn}
        value={words.dueOn}
        min={today}
        onChange={(dueOn) => set({ dueOn })}
      />
      <TextField
        label={w.quantity}
        hint={w.quantityHint}
        value={words.quantity}
        onChange={(quantity) => set({ quantity })}
      />
      <Several
        label={w.units}
        hint={w.unitsHint}
        options={options?.villages ?? []}
        value={words.units}
        onChange={(units) => set({ units })}
      />
      {options?.mayRegister && (
        <Tick label={w.slip} value={words.isSlip} onChange={(isSlip) => set({ isSlip })} />
      )}
      <p className="bench-claim-line">
        <Button kind="main" type="submit" disabled={missing.length > 0 || bench.save.isBusy}>
          {w.claim}
        </Button>{' '}
        {missing.length > 0 && <span className="soft">{w.missing(missing.join(w.and))}</span>}
      </p>
    </form>
  );
}

interface ClaimText {
  title: string;
  lead: string;
  accountable: string;
  units: readonly string[];
  quantity: string;
  dueOn: string;
  isSlip: boolean;
}

/** What is typed for a claim, what is missing of it, and the claim itself. */
function useClaim(bench: Bench, draft: Draft) {
  const w = useWords(draftWords);
  const town = useTown();
  const { data } = useQuery(api.items.options.queryOptions({ input: { town }, staleTime: 30_000 }));
  const [typed, setTyped] = useState<Partial<ClaimText>>({});
  // What the sentence says is offered; the person sees it before claiming.
  const words: ClaimText = {
    title: bench.sentence?.text.slice(draft.from, draft.to).slice(0, 200) ?? '',
    lead:
      [...(data?.offices ?? []), ...(data?.villages ?? [])].find(
        ({ name }) => name === draft.saidActor,
      )?.code ?? '',
    accountable: '',
    units: [],
    quantity: draft.saidQuantity ?? '',
    dueOn: '',
    isSlip: false,
    ...typed,
  };
  const { title, lead, accountable, units, quantity, dueOn, isSlip } = words;
  const missing = [
    title.trim() === '' ? w.titleMissing : '',
    lead === '' && accountable === '' ? w.whoMissing : '',
    quantity.trim() === '' && dueOn === '' ? w.whenMissing : '',
  ].filter((word) => word !== '');
  const claim = () => {
    if (missing.length > 0 || bench.save.isBusy) return;
    bench.act({
      deed: 'claim',
      draft: draft.id,
      version: draft.version,
      claim: {
        form: isSlip ? 'supervised' : 'oneLine',
        title: title.trim(),
        ...(lead === '' ? {} : { lead }),
        ...(accountable === '' ? {} : { accountable }),
        ...(units.length === 0 ? {} : { units: [...units] }),
        ...(quantity.trim() === '' ? {} : { quantity: quantity.trim() }),
        ...(dueOn === '' ? {} : { dueOn }),
      },
    });
  };
  const set = (change: Partial<ClaimText>) => setTyped((old) => ({ ...old, ...change }));
  return { words, set, missing, claim, options: data };
}

interface TextFieldProps {
  label: string;
  hint?: string;
  value: string;
  onChange(value: string): void;
}

function TextField({ value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field {...rest}>
      {(parts) => (
        <input
          {...parts}
          value={value}
          maxLength={200}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

function optionsOf(list: readonly { code: string; name: string }[]) {
  return list.map(({ code, name }) => ({ value: code, label: name }));
}
