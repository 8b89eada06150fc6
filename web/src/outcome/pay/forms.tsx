/** What is done with pay, each as a dialog that says what will happen. */

import { useState } from 'react';
import { client } from '../../api/index.ts';
import { moneyText, plainDigits } from '../../format/index.ts';
import { Choice, DateField, DeedModal, type DeedModalProps, Field } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { payWords } from '../../words/pay.ts';
import { type HeldRow, type Pay, type PaySheet, usePayRefresh } from './replies.ts';

interface WithPay {
  pay: Pay;
  onClose(): void;
}

/** A sheet of a sealed period. */
export function MakeForm({ pay: { periods }, onClose }: WithPay) {
  const w = useWords(payWords);
  const town = useTown();
  const [which, setWhich] = useState(0);
  const found = periods[which];
  return (
    <PayModal
      title={w.make}
      says={w.makeSays}
      action={w.make}
      call={client.pay.make}
      input={found && { town, line: found.line, period: found.period }}
      onClose={onClose}
    >
      <Choice
        label={w.which}
        options={periods.map((one, index) => ({
          value: String(index),
          label: w.whichOne(one.schemeName, one.label, one.edition),
        }))}
        value={String(which)}
        onChange={(value) => setWhich(Number(value))}
        required
      />
    </PayModal>
  );
}

/** Money of a year by a document. */
export function BudgetForm({ pay: { periods, budgets, today }, onClose }: WithPay) {
  const w = useWords(payWords);
  const town = useTown();
  const names = new Map(
    [...budgets, ...periods].map(({ line, schemeName }) => [line, schemeName] as const),
  );
  const [line, setLine] = useState(() => [...names.keys()][0] ?? '');
  const [year, setYear] = useState(today.slice(0, 4));
  const [said, setSaid] = useState({ amount: '', documentNo: '', note: '' });
  const [on, setOn] = useState(today);
  const write = (change: Partial<typeof said>) => setSaid((now) => ({ ...now, ...change }));
  const amount = plainDigits(said.amount);
  const isWhole =
    /^-?(?:0|[1-9]\d{0,10})(?:\.\d{1,2})?$/.test(amount) &&
    said.documentNo.trim() !== '' &&
    /^[12]\d{3}$/.test(year);
  return (
    <PayModal
      title={w.addBudget}
      says={w.addBudgetSays}
      action={w.addBudget}
      call={client.pay.addBudget}
      input={isWhole ? { town, line, year, on, ...said, amount } : undefined}
      onClose={onClose}
    >
      <Choice
        label={w.scheme}
        options={[...names].map(([value, label]) => ({ value, label }))}
        value={line}
        onChange={setLine}
        required
      />
      <Line label={w.year} value={year} onChange={setYear} required />
      <Line
        label={w.amount}
        hint={w.amountHint}
        value={said.amount}
        onChange={(value) => write({ amount: value })}
        required
      />
      <Line
        label={w.documentNo}
        value={said.documentNo}
        onChange={(documentNo) => write({ documentNo })}
        required
      />
      <DateField label={w.decidedOn} value={on} max={today} onChange={setOn} required />
      <Line label={w.note} value={said.note} onChange={(note) => write({ note })} />
    </PayModal>
  );
}

interface WithRow {
  row: HeldRow;
  today: string;
  onClose(): void;
}

/** A named body lets go of what was kept back. */
export function ReleaseForm({ row, today, onClose }: WithRow) {
  const w = useWords(payWords);
  const town = useTown();
  const [said, setSaid] = useState({ body: '', documentNo: '', on: today });
  const [reason, setReason] = useState('');
  const { line, period, subject, payee, code } = row;
  const isWhole = isDecided(said) && reason.trim() !== '';
  return (
    <PayModal
      title={w.release}
      says={w.releaseSays(row.name, row.lineName, moneyText(row.heldFen))}
      action={w.release}
      call={client.pay.release}
      input={isWhole ? { town, line, period, subject, payee, code, ...said, reason } : undefined}
      onClose={onClose}
    >
      <Decision said={said} today={today} onChange={setSaid} />
      <Line label={w.reason} value={reason} onChange={setReason} required />
    </PayModal>
  );
}

interface WithSheet {
  sheet: PaySheet;
  today: string;
  onClose(): void;
}

/** Another person followed the arithmetic. */
export function CheckForm({ sheet: { id }, onClose }: WithSheet) {
  const w = useWords(payWords);
  const town = useTown();
  return (
    <PayModal
      title={w.check}
      says={w.checkSays}
      action={w.check}
      call={client.pay.check}
      input={{ town, id }}
      onClose={onClose}
    />
  );
}

/** What the body decided; over the budget, by which document. */
export function ApproveForm({ sheet: { id, budget }, today, onClose }: WithSheet) {
  const w = useWords(payWords);
  const town = useTown();
  const [said, setSaid] = useState({ body: '', documentNo: '', on: today });
  const [over, setOver] = useState({ reason: '', documentNo: '' });
  const isOver = budget?.isOver ?? false;
  const isWhole =
    isDecided(said) && (!isOver || (over.reason.trim() !== '' && over.documentNo.trim() !== ''));
  return (
    <PayModal
      title={w.approve}
      says={w.approveSays}
      action={w.approve}
      call={client.pay.approve}
      input={isWhole ? { town, id, ...said, ...(isOver ? { over } : {}) } : undefined}
      onClose={onClose}
    >
      <Decision said={said} today={today} onChange={setSaid} />
      {isOver && (
        <>
          <Line
            label={w.overReason}
            value={over.reason}
            onChange={(reason) => setOver((now) => ({ ...now, reason }))}
            required
          />
          <Line
            label={w.overDocument}
            value={over.documentNo}
            onChange={(documentNo) => setOver((now) => ({ ...now, documentNo }))}
            required
          />
        </>
      )}
    </PayModal>
  );
}

/** The day on which it went to finance, or the money went out. */
export function DayForm({
  sheet: { id },
  today,
  deed,
  onClose,
}: WithSheet & { deed: 'hand' | 'confirm' }) {
  const w = useWords(payWords);
  const town = useTown();
  const [on, setOn] = useState(today);
  return (
    <PayModal
      title={w[deed]}
      says={deed === 'hand' ? w.handSays : w.confirmSays}
      action={w[deed]}
      call={client.pay[deed]}
      input={on === '' ? undefined : { town, id, on }}
      onClose={onClose}
    >
      <DateField label={w.day} value={on} max={today} onChange={setOn} required />
    </PayModal>
  );
}

/** Taken back before it is approved. */
export function WithdrawForm({ sheet: { id }, onClose }: WithSheet) {
  const w = useWords(payWords);
  const town = useTown();
  const [reason, setReason] = useState('');
  return (
    <PayModal
      title={w.withdraw}
      says={w.withdrawSays}
      action={w.withdraw}
      call={client.pay.withdraw}
      input={reason.trim() === '' ? undefined : { town, id, reason }}
      onClose={onClose}
    >
      <Line label={w.reason} value={reason} onChange={setReason} required />
    </PayModal>
  );
}

interface Decided {
  body: string;
  documentNo: string;
  on: string;
}

function isDecided({ body, documentNo, on }: Decided): boolean {
  return body.trim() !== '' && documentNo.trim() !== '' && on !== '';
}

interface DecisionProps {
  said: Decided;
  today: string;
  onChange(said: Decided): void;
}

function Decision({ said, today, onChange }: DecisionProps) {
  const w = useWords(payWords);
  return (
    <>
      <Line
        label={w.body}
        hint={w.bodyHint}
        value={said.body}
        onChange={(body) => onChange({ ...said, body })}
        required
      />
      <Line
        label={w.documentNo}
        value={said.documentNo}
        onChange={(documentNo) => onChange({ ...said, documentNo })}
        required
      />
      <DateField
        label={w.decidedOn}
        value={said.on}
        max={today}
        onChange={(on) => onChange({ ...said, on })}
        required
      />
    </>
  );
}

interface LineProps {
  label: string;
  hint?: string;
  value: string;
  onChange(value: string): void;
  required?: boolean;
}

function Line({ value, onChange, ...rest }: LineProps) {
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

/** A dialog of this room: everything about pay is read again afterwards. */
function PayModal<Input, Output>(props: DeedModalProps<Input, Output>) {
  const refresh = usePayRefresh();
  return <DeedModal {...props} refresh={refresh} />;
}
