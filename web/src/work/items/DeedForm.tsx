/** A deed with what it must bring, as a dialog: note, day, plan, checks, colour, for which village. */

import { lazy, Suspense, useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { DateField, Field } from '../../forms/index.ts';
import { Button, Loading, Modal, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { deedFormWords } from '../../words/item-deeds.ts';
import { itemWords } from '../../words/items.ts';
import { shellWords } from '../../words/shell.ts';
import { DueField } from '../DueField.tsx';
import { type DeedDraft, deedOf, draftOf, inputOf, noteLabel, wants } from './deed-draft.ts';
import {
  BehalfFields,
  ChecksField,
  MergeField,
  PickField,
  ReviewFields,
  SlipFields,
} from './deed-fields.tsx';
import { useVerbs } from './deed-names.ts';
import { PlanFields } from './PlanFields.tsx';
import type { Deed, ItemPageReply } from './replies.ts';
import { useOutcomeText, useRefreshItems } from './use-items.ts';

// Only who hands in a file loads what sends it.
const EvidenceField = lazy(async () => ({
  default: (await import('../../evidence/index.ts')).EvidenceField,
}));

interface DeedFormProps {
  deed: Deed;
  page: ItemPageReply;
  asksVillage: boolean;
  onClose(): void;
}

export function DeedForm({ deed, page, asksVillage, onClose }: DeedFormProps) {
  const verbs = useVerbs();
  const s = useWords(shellWords);
  const f = useWords(deedFormWords);
  const [isSending, setSending] = useState(false);
  const town = useTown();
  const refresh = useRefreshItems();
  const [draft, setDraft] = useState(() => draftOf(deed, page, asksVillage));
  const save = useSave(client.items.act, {
    onSaved: () => {
      refresh();
      onClose();
    },
  });
  const input = inputOf(deed, draft, page);
  const change = (part: Partial<DeedDraft>) => setDraft((old) => ({ ...old, ...part }));
  const want = wants(deedOf(deed, draft), page);
  return (
    <Modal title={verbs[deed]} onClose={onClose} wide={want.plan}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (input && !save.isBusy) void save.run({ town, ...input });
        }}
      >
        <div className="item-fields">
          <Parts {...{ deed, page, draft, change, asksVillage }} />
        </div>
        {want.evidence && (
          <Suspense fallback={<Loading what={f.evidence} />}>
            <EvidenceField
              town={town}
              label={f.evidence}
              value={draft.evidence}
              onChange={(evidence) => change({ evidence })}
              onBusy={setSending}
            />
          </Suspense>
        )}
        <SaveLine save={save} />
        <div className="modal-actions">
          <Button kind="main" type="submit" disabled={!input || save.isBusy || isSending}>
            {verbs[deedOf(deed, draft)]}
          </Button>
          <Button onClick={onClose}>{s.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}

interface PartsProps extends Pick<DeedFormProps, 'deed' | 'page' | 'asksVillage'> {
  draft: DeedDraft;
  change(part: Partial<DeedDraft>): void;
}

function Parts({ deed, page, draft, change, asksVillage }: PartsProps) {
  const f = useWords(deedFormWords);
  const labels = {
    report: f.report,
    opinion: f.opinion,
    instruction: f.instruction,
    reason: f.reason,
    note: f.note,
  };
  const done = deedOf(deed, draft);
  const want = wants(done, page);
  // A slip, or a change of what is late already, makes nothing punctual.
  const isKept = deed === 'slip' || (deed === 'changeDue' && page.item.light.state === 'overdue');
  return (
    <>
      {asksVillage && page.speaksFor.length > 0 && (
        <BehalfFields page={page} draft={draft} change={change} />
      )}
      {want.plan && <PlanFields plan={draft.plan} onChange={(plan) => change({ plan })} />}
      {deed === 'beginReview' && <ReviewFields page={page} draft={draft} change={change} />}
      <Special {...{ deed: done, page, draft, change }} />
      {want.title && (
        <Field label={f.title} hint={f.titleHint}>
          {(parts) => (
            <input
              {...parts}
              maxLength={200}
              value={draft.title}
              onChange={({ target }) => change({ title: target.value })}
            />
          )}
        </Field>
      )}
      {want.due !== 'no' && (
        <DueField
          label={deed === 'requestExtension' ? f.wantedDue : f.newDue}
          value={draft.dueOn}
          onChange={(dueOn) => change({ dueOn })}
          {...(deed === 'instruct' ? {} : { hint: isKept ? f.oldJudges : f.oldStays })}
          required={want.due === 'must'}
        />
      )}
      {want.note !== 'no' && (
        <Field label={labels[noteLabel(done)]} required={want.note === 'must'}>
          {(parts) => (
            <textarea
              {...parts}
              rows={4}
              maxLength={2000}
              value={draft.note}
              onChange={({ target }) => change({ note: target.value })}
            />
          )}
        </Field>
      )}
      {want.doneOn && (
        <DateField
          label={done === 'tell' ? f.toldOn : f.doneOn}
          value={draft.doneOn}
          onChange={(doneOn) => change({ doneOn })}
          hint={f.doneOnHint}
        />
      )}
    </>
  );
}

/** What only one deed asks. */
function Special({ deed, page, draft, change }: Omit<PartsProps, 'asksVillage'>) {
  const w = useWords(itemWords);
  const f = useWords(deedFormWords);
  const outcomeText = useOutcomeText();
  return (
    <>
      {deed === 'slip' && <SlipFields page={page} draft={draft} change={change} />}
      {deed === 'accept' && <ChecksField draft={draft} change={change} />}
      {deed === 'merge' && <MergeField page={page} draft={draft} change={change} />}
      {deed === 'lookBack' && (
        <PickField
          label={f.result}
          value={draft.result}
          values={['holds', 'fails']}
          word={(one) => w[one]}
          onChange={(result) => change({ result })}
        />
      )}
      {deed === 'confirmOutcome' && (
        <>
          <p className="prose">{f.outcomeSays}</p>
          <PickField
            label={f.outcome}
            value={draft.outcome}
            values={page.outcomes.map(({ outcome }) => outcome)}
            word={outcomeText}
            onChange={(outcome) => change({ outcome })}
          />
          {page.outcomes
            .filter(({ outcome }) => outcome === draft.outcome)
            .map(({ outcome, why }) => (
              <p key={outcome} className="soft">
                {why}
              </p>
            ))}
        </>
      )}
    </>
  );
}
