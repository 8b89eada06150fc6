/** The fields of each deed on a proposal. */

import { EvidenceField } from '../evidence/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, DateField, Field } from '../forms/index.ts';
import { useOwnRoles, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeDeedWords } from '../words/outcome-deeds.ts';
import { Line, Lines, optionsOf, Pick, TaskFields } from '../work/WorkFields.tsx';
import type { Draft } from './proposal-draft.ts';
import type { Deed, Proposal } from './use-outcomes.ts';

interface FieldsProps {
  proposal: Proposal;
  draft: Draft;
  set(change: Partial<Draft>): void;
  onBusy(isBusy: boolean): void;
}

/** Who said it where somebody else enters it; a village that speaks for itself is asked nothing of it. */
function ForSomebody({ draft, set }: FieldsProps) {
  const d = useWords(outcomeDeedWords);
  const { today } = useFormat();
  if (useOwnRoles()?.includes('village')) return null;
  return (
    <>
      <Line
        label={d.saidBy}
        hint={d.saidByHint}
        value={draft.saidBy}
        onChange={(saidBy) => set({ saidBy })}
      />
      {draft.saidBy.trim() !== '' && (
        <>
          <DateField
            label={d.saidOn}
            value={draft.saidOn}
            max={today}
            onChange={(saidOn) => set({ saidOn })}
          />
          <Field label={d.saidAt}>
            {(parts) => (
              <input
                {...parts}
                type="time"
                value={draft.saidAt}
                onChange={({ target }) => set({ saidAt: target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  );
}

/** Those of one deed. */
export function FieldsOf({ deed, ...rest }: FieldsProps & { deed: Deed }) {
  const d = useWords(outcomeDeedWords);
  const { draft, set } = rest;
  switch (deed) {
    case 'consider':
      return (
        <>
          <Day label={d.toldOn} {...rest} />
          <Line label={d.toldHow} value={draft.how} onChange={(how) => set({ how })} required />
        </>
      );
    case 'state':
      return (
        <>
          <Lines label={d.said} value={draft.said} onChange={(said) => set({ said })} required />
          <ForSomebody {...rest} />
          <Files {...rest} />
        </>
      );
    case 'tick':
      return <Tick {...rest} />;
    case 'attach':
      return <Attach {...rest} />;
    case 'decide':
      return <Decide {...rest} />;
    case 'talk':
      return <Talk {...rest} />;
    case 'makeNotice':
      return (
        <Line
          label={d.todo}
          hint={d.todoHint}
          value={draft.todo}
          onChange={(todo) => set({ todo })}
        />
      );
    case 'handOver':
      return <HandOver {...rest} />;
    case 'carryOut':
      return (
        <>
          <Day label={d.on} {...rest} />
          <Lines label={d.note} value={draft.note} onChange={(note) => set({ note })} required />
        </>
      );
    case 'revoke':
      return (
        <>
          <Line
            label={d.documentNo}
            value={draft.documentNo}
            onChange={(documentNo) => set({ documentNo })}
            required
          />
          <Lines label={d.reason} value={draft.note} onChange={(note) => set({ note })} required />
        </>
      );
    case 'decline':
    case 'keepGround':
    case 'review':
      return (
        <Lines
          label={deed === 'review' ? d.note : d.reason}
          value={draft.note}
          onChange={(note) => set({ note })}
          required
        />
      );
  }
}

function Day({ label, draft, set }: FieldsProps & { label: string }) {
  const { today } = useFormat();
  const change = (on: string) => set({ on });
  return <DateField label={label} value={draft.on} max={today} onChange={change} required />;
}

function Files({ draft, set, onBusy, label }: FieldsProps & { label?: string }) {
  const d = useWords(outcomeDeedWords);
  const town = useTown();
  return (
    <EvidenceField
      town={town}
      label={label ?? d.paperFiles}
      value={draft.evidence}
      onChange={(evidence) => set({ evidence })}
      onBusy={onBusy}
    />
  );
}

function Tick(props: FieldsProps) {
  const d = useWords(outcomeDeedWords);
  const { proposal, draft, set } = props;
  const open = proposal.steps.flatMap(({ text, on }, index) =>
    on === undefined ? [[`${index}`, text] as const] : [],
  );
  return (
    <>
      <Pick
        label={d.stepPick}
        options={[['', ''], ...open]}
        value={draft.index}
        onChange={(index) => set({ index })}
      />
      <Day label={d.on} {...props} />
      <Line label={d.note} value={draft.note} onChange={(note) => set({ note })} />
    </>
  );
}

function Attach(props: FieldsProps) {
  const d = useWords(outcomeDeedWords);
  const { proposal, draft, set } = props;
  const all = proposal.papers.map(({ text }, index) => [`${index}`, text] as const);
  return (
    <>
      <Pick
        label={d.paperPick}
        options={[['', ''], ...all]}
        value={draft.index}
        onChange={(index) => set({ index })}
      />
      <label>
        <input
          type="checkbox"
          checked={draft.isLater}
          onChange={({ target }) => set({ isLater: target.checked })}
        />{' '}
        {d.isLater}
      </label>
      {!draft.isLater && (
        <>
          <Line label={d.where} value={draft.where} onChange={(where) => set({ where })} />
          <Files {...props} />
        </>
      )}
    </>
  );
}

function Decide(props: FieldsProps) {
  const d = useWords(outcomeDeedWords);
  const { proposal, draft, set } = props;
  const { choices, kind } = proposal;
  return (
    <>
      <Line
        label={d.documentNo}
        value={draft.documentNo}
        onChange={(documentNo) => set({ documentNo })}
        required
      />
      <Day label={d.decidedOn} {...props} />
      <Lines label={d.note} value={draft.note} onChange={(note) => set({ note })} />
      {kind === 'rectification' ? (
        <>
          <Lines
            label={d.requirement}
            value={draft.requirement}
            onChange={(requirement) => set({ requirement })}
            required
          />
          <TaskFields
            words={{ lead: d.lead, accountable: d.accountable, dueOn: d.dueOn }}
            offices={choices?.offices}
            persons={choices?.persons}
            draft={draft}
            set={set}
          />
        </>
      ) : (
        <>
          <Line
            label={d.groundNo}
            value={draft.groundNo}
            onChange={(groundNo) => set({ groundNo })}
          />
          <Line
            label={d.groundBody}
            value={draft.groundBody}
            onChange={(groundBody) => set({ groundBody })}
          />
        </>
      )}
    </>
  );
}

function Talk(props: FieldsProps) {
  const d = useWords(outcomeDeedWords);
  const { proposal, draft, set } = props;
  return (
    <>
      <Day label={d.on} {...props} />
      <Line label={d.place} value={draft.place} onChange={(place) => set({ place })} required />
      <Line label={d.with} value={draft.with} onChange={(whom) => set({ with: whom })} required />
      <Choice
        label={d.by}
        options={optionsOf(proposal.choices?.persons)}
        value={draft.by}
        onChange={(by) => set({ by })}
        required
      />
      <Lines
        label={d.points}
        value={draft.points}
        onChange={(points) => set({ points })}
        required
      />
      <Lines
        label={d.readBack}
        value={draft.readBack}
        onChange={(readBack) => set({ readBack })}
        required
      />
      <Signature {...props} />
      <Files {...props} />
    </>
  );
}

function HandOver(props: FieldsProps) {
  const d = useWords(outcomeDeedWords);
  const { draft, set } = props;
  return (
    <>
      <Day label={d.on} {...props} />
      <Pick
        label={d.how}
        options={[
          ['inPerson', d.inPerson],
          ['post', d.post],
          ['village', d.village],
        ]}
        value={draft.way}
        onChange={(way) => set({ way })}
      />
      <Line label={d.to} value={draft.to} onChange={(to) => set({ to })} required />
      <Signature {...props} />
      {draft.signed === 'refused' && (
        <Line
          label={d.otherWitness}
          value={draft.otherWitness}
          onChange={(otherWitness) => set({ otherWitness })}
          required
        />
      )}
      <Files {...props} label={draft.signed === 'signed' ? d.strip : d.paperFiles} />
    </>
  );
}

function Signature({ draft, set }: FieldsProps) {
  const d = useWords(outcomeDeedWords);
  return (
    <>
      <Pick
        label={d.signed}
        options={[
          ['signed', d.isSigned],
          ['refused', d.isRefused],
        ]}
        value={draft.signed}
        onChange={(signed) => set({ signed })}
      />
      {draft.signed === 'refused' && (
        <Line
          label={d.witness}
          value={draft.witness}
          onChange={(witness) => set({ witness })}
          required
        />
      )}
    </>
  );
}
