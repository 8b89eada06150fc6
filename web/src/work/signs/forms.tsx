/** What is done with signs and work groups, each as a dialog that says what will happen. */

import { useId, useState } from 'react';
import { client } from '../../api/index.ts';
import { Choice, DateField, DeedModal, type DeedModalProps, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { signWords } from '../../words/signs.ts';
import { type Sign, type Signs, useSignRefresh } from './replies.ts';

interface WithSigns {
  signs: Signs;
  onClose(): void;
}

interface WithSign {
  sign: Sign;
  onClose(): void;
}

interface Said {
  unit: string;
  kind: 'sign' | 'group';
  name: string;
  /** As it is called; the code is found by it. */
  office: string;
  basis: string;
  isKept: boolean;
  sinceOn: string;
  countedOn: string;
}

/** One more sign or group. */
export function AddForm({ signs, onClose }: WithSigns) {
  const { mayAdd, today } = signs;
  const w = useWords(signWords);
  const town = useTown();
  const only = <T,>(list: readonly T[]) => (list.length === 1 ? list[0] : undefined);
  const [said, setSaid] = useState<Said>(() => ({
    unit: only(mayAdd.villages)?.code ?? '',
    kind: 'sign',
    name: '',
    office: only(mayAdd.offices)?.name ?? '',
    basis: '',
    isKept: false,
    sinceOn: '',
    countedOn: today,
  }));
  const { sinceOn, office, ...rest } = said;
  const code = mayAdd.offices.find(({ name }) => name === office.trim())?.code ?? office.trim();
  const isWhole =
    said.unit !== '' &&
    said.name.trim() !== '' &&
    code !== '' &&
    (!said.isKept || said.basis.trim() !== '');
  const since = sinceOn === '' ? {} : { sinceOn };
  return (
    <SignModal
      title={w.add}
      says={w.addSays}
      action={w.save}
      call={client.signs.add}
      input={isWhole ? { town, ...rest, office: code, ...since } : undefined}
      onClose={onClose}
    >
      <AddFields
        signs={signs}
        said={said}
        write={(change) => setSaid((now) => ({ ...now, ...change }))}
      />
    </SignModal>
  );
}

interface AddFieldsProps {
  signs: Signs;
  said: Said;
  write(change: Partial<Said>): void;
}

function AddFields({ signs: { mayAdd, mayKeep, today }, said, write }: AddFieldsProps) {
  const w = useWords(signWords);
  return (
    <>
      <Choice
        label={w.village}
        options={mayAdd.villages.map((unit) => ({ value: unit.code, label: unit.name }))}
        value={said.unit}
        onChange={(unit) => write({ unit })}
        required
      />
      <Kind value={said.kind} onChange={(kind) => write({ kind })} />
      <Line label={w.name} value={said.name} onChange={(name) => write({ name })} required />
      <Line
        label={w.office}
        hint={w.officeHint}
        value={said.office}
        onChange={(value) => write({ office: value })}
        known={mayAdd.offices.map(({ name }) => name)}
        required
      />
      <Line label={w.basis} value={said.basis} onChange={(basis) => write({ basis })} />
      {mayKeep && (
        <label className="demand-tick">
          <input
            type="checkbox"
            checked={said.isKept}
            onChange={({ target }) => write({ isKept: target.checked })}
          />
          {w.mayKeepIt}
        </label>
      )}
      <DateField
        label={w.since}
        value={said.sinceOn}
        max={today}
        onChange={(value) => write({ sinceOn: value })}
      />
      <DateField
        label={w.countedOn}
        value={said.countedOn}
        max={today}
        onChange={(countedOn) => write({ countedOn })}
        required
      />
    </>
  );
}

/** A sign was taken down, a group dissolved. */
export function EndForm({ sign, today, onClose }: WithSign & { today: string }) {
  const w = useWords(signWords);
  const town = useTown();
  const [on, setOn] = useState(today);
  const [how, setHow] = useState('');
  const [evidence, setEvidence] = useState('');
  return (
    <SignModal
      title={w.deedOf(w.end, sign.name)}
      says={w.endSays(sign.name)}
      action={w.end}
      call={client.signs.end}
      input={how.trim() === '' || on === '' ? undefined : { town, id: sign.id, on, how, evidence }}
      onClose={onClose}
    >
      <DateField
        label={w.endOn}
        value={on}
        min={sign.countedOn}
        max={today}
        onChange={setOn}
        required
      />
      <Line label={w.how} hint={w.howHint} value={how} onChange={setHow} required />
      <Line label={w.evidence} hint={w.evidenceHint} value={evidence} onChange={setEvidence} />
    </SignModal>
  );
}

/** The rules allow it, or no more. */
export function KeepForm({ sign, onClose }: WithSign) {
  const w = useWords(signWords);
  const town = useTown();
  const [basis, setBasis] = useState(sign.basis);
  const isKept = !sign.isKept;
  const action = isKept ? w.keep : w.unkeep;
  const isWhole = !isKept || basis.trim() !== '';
  return (
    <SignModal
      title={w.deedOf(action, sign.name)}
      says={w.keepSays}
      action={action}
      call={client.signs.keep}
      input={isWhole ? { town, id: sign.id, isKept, basis } : undefined}
      onClose={onClose}
    >
      <Line label={w.basis} value={basis} onChange={setBasis} required={isKept} />
    </SignModal>
  );
}

/** Somebody says that nothing happens in a group, or takes it back. */
export function IdleForm({ sign, onClose }: WithSign) {
  const w = useWords(signWords);
  const town = useTown();
  const action = sign.idle ? w.notIdle : w.callIdle;
  return (
    <SignModal
      title={w.deedOf(action, sign.name)}
      says={w.idleSays}
      action={action}
      call={client.signs.idle}
      input={{ town, id: sign.id, isIdle: sign.idle === undefined }}
      onClose={onClose}
    />
  );
}

/** How many a village may have of a kind, by which document. */
export function LimitForm({ signs: { limits }, onClose }: WithSigns) {
  const w = useWords(signWords);
  const town = useTown();
  const [kind, setKind] = useState<'sign' | 'group'>('sign');
  const of = (one: 'sign' | 'group') => ({
    allowed: limits[one] ? String(limits[one].allowed) : '',
    document: limits[one]?.document ?? '',
  });
  const [said, setSaid] = useState(() => of('sign'));
  const allowed = said.allowed.trim();
  const document = said.document.trim();
  const isNone = allowed === '';
  const isWhole = isNone || (/^\d{1,3}$/.test(allowed) && document !== '');
  const input = {
    town,
    kind,
    ...(isNone ? {} : { limit: { allowed: Number(allowed), document } }),
  };
  return (
    <SignModal
      title={w.limit}
      says={w.limitSays}
      action={w.save}
      call={client.signs.limit}
      input={isWhole ? input : undefined}
      onClose={onClose}
    >
      <Kind
        value={kind}
        onChange={(next) => {
          setKind(next);
          setSaid(of(next));
        }}
      />
      <Field label={w.allowed}>
        {(parts) => (
          <input
            {...parts}
            inputMode="numeric"
            maxLength={3}
            value={said.allowed}
            onChange={({ target }) => setSaid((now) => ({ ...now, allowed: target.value }))}
          />
        )}
      </Field>
      <Line
        label={w.document}
        value={said.document}
        onChange={(text) => setSaid((now) => ({ ...now, document: text }))}
        required={!isNone}
      />
    </SignModal>
  );
}

interface KindProps {
  value: Said['kind'];
  onChange(kind: Said['kind']): void;
}

function Kind({ value, onChange }: KindProps) {
  const w = useWords(signWords);
  return (
    <Field label={w.kind} required>
      {(parts) => (
        <select
          {...parts}
          value={value}
          onChange={({ target }) => onChange(target.value === 'group' ? 'group' : 'sign')}
        >
          <option value="sign">{w.sign}</option>
          <option value="group">{w.group}</option>
        </select>
      )}
    </Field>
  );
}

interface LineProps {
  label: string;
  value: string;
  onChange(text: string): void;
  hint?: string;
  required?: boolean;
  /** What is offered; anything else may be written too. */
  known?: readonly string[];
}

function Line({ label, value, onChange, hint, required = false, known }: LineProps) {
  const list = useId();
  return (
    <Field label={label} {...(hint ? { hint } : {})} required={required}>
      {(parts) => (
        <>
          <input
            {...parts}
            maxLength={known ? 80 : 200}
            value={value}
            {...(known ? { list } : {})}
            onChange={({ target }) => onChange(target.value)}
          />
          {known && (
            <datalist id={list}>
              {known.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

function SignModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  return <DeedModal {...props} refresh={useSignRefresh()} />;
}
