/** The steps of an objection beside its decision, each as a dialog. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { DateField, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { objectionWords } from '../../words/objections.ts';
import { Line, Lines, Pick } from '../../work/WorkFields.tsx';
import { ObjectionModal } from './ObjectionModal.tsx';
import type { ObjectionData } from './ObjectionPage.tsx';

type Handover = NonNullable<ObjectionData['answer']>['how'];

export interface ObjectionFormProps {
  page: ObjectionData;
  onClose(): void;
}

/** The objection as it was read: a deed on an older one is refused. */
export function useOfObjection({ objection }: ObjectionData) {
  return { town: useTown(), id: objection.id, version: objection.version };
}

export function AcknowledgeForm({ page, onClose }: ObjectionFormProps) {
  const w = useWords(objectionWords);
  const of = useOfObjection(page);
  const [fact, setFact] = useState('');
  const [note, setNote] = useState('');
  const named = fact.trim();
  return (
    <ObjectionModal
      title={w.acknowledge}
      says={w.acknowledgeSays}
      action={w.acknowledge}
      call={client.objections.acknowledge}
      input={{ ...of, note, ...(named === '' ? {} : { fact: named }) }}
      onClose={onClose}
    >
      {page.objection.matter.kind === 'unclear' && (
        <Line label={w.factNo} hint={w.factNoHint} value={fact} onChange={setFact} />
      )}
      <Lines label={w.note} value={note} onChange={setNote} />
    </ObjectionModal>
  );
}

export function AssignForm({ page, onClose }: ObjectionFormProps) {
  const w = useWords(objectionWords);
  const of = useOfObjection(page);
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  return (
    <ObjectionModal
      title={w.assign}
      says={w.assignSays}
      action={w.assign}
      call={client.objections.assign}
      input={person === '' ? undefined : { ...of, person, note }}
      onClose={onClose}
    >
      {page.nobodyLeft.length > 0 && (
        <div className="objection-nobody" role="note">
          {page.nobodyLeft.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      )}
      <Field label={w.candidate} required>
        {(parts) => (
          <select {...parts} value={person} onChange={({ target }) => setPerson(target.value)}>
            <option value="" />
            {page.candidates.map(({ code, name, why }) => (
              <option key={code} value={code} disabled={why !== undefined}>
                {why === undefined ? name : w.barred(name, why)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Lines label={w.note} value={note} onChange={setNote} />
    </ObjectionModal>
  );
}

export function GiveBackForm({ page, onClose }: ObjectionFormProps) {
  const w = useWords(objectionWords);
  const of = useOfObjection(page);
  const [note, setNote] = useState('');
  return (
    <ObjectionModal
      title={w.giveBack}
      says={w.giveBackSays}
      action={w.giveBack}
      call={client.objections.giveBack}
      input={note.trim() === '' ? undefined : { ...of, note }}
      onClose={onClose}
    >
      <Line label={w.note} value={note} onChange={setNote} required />
    </ObjectionModal>
  );
}

export function AnswerForm({ page, onClose }: ObjectionFormProps) {
  const w = useWords(objectionWords);
  const { today } = useFormat();
  const of = useOfObjection(page);
  const isNameless = page.objection.by === undefined && page.behalf?.by === undefined;
  const [on, setOn] = useState<string>(today);
  const [how, setHow] = useState<Handover>(isNameless ? 'nobody' : 'inPerson');
  const [witness, setWitness] = useState('');
  const isWhole = on !== '' && (how !== 'refused' || witness.trim() !== '');
  return (
    <ObjectionModal
      title={w.answerDeed}
      says={w.answerSays}
      action={w.answerDeed}
      call={client.objections.answer}
      input={
        isWhole ? { ...of, on, how, ...(witness.trim() === '' ? {} : { witness }) } : undefined
      }
      onClose={onClose}
    >
      <DateField label={w.on} value={on} max={today} onChange={setOn} required />
      <Pick<Handover>
        label={w.how}
        options={[
          ['inPerson', w.inPerson],
          ['refused', w.refused],
          ['telephone', w.byTelephone],
          ['posted', w.byPost],
          ...(isNameless ? [['nobody', w.nobody] as const] : []),
        ]}
        value={how}
        onChange={setHow}
      />
      <Line label={w.witness} value={witness} onChange={setWitness} required={how === 'refused'} />
    </ObjectionModal>
  );
}

export function WithdrawForm({ page, onClose }: ObjectionFormProps) {
  const w = useWords(objectionWords);
  const of = useOfObjection(page);
  const [note, setNote] = useState('');
  return (
    <ObjectionModal
      title={w.withdraw}
      says={w.withdrawSays}
      action={w.withdraw}
      call={client.objections.withdraw}
      input={{ ...of, note }}
      onClose={onClose}
    >
      <Lines label={w.note} value={note} onChange={setNote} />
    </ObjectionModal>
  );
}
