/** Entering counts: a table is read or pasted, what is wrong stands at its row, then all of them are kept. */

import { useState } from 'react';
import { client } from '../api/index.ts';
import { EvidenceField } from '../evidence/index.ts';
import { useFormat } from '../format/index.ts';
import { DateField, Field, tableFiles } from '../forms/index.ts';
import { Button, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { outcomeDeedWords } from '../words/outcome-deeds.ts';
import { Line, Lines, Pick } from '../work/WorkFields.tsx';
import { OutcomeModal } from './OutcomeModal.tsx';
import type { Ballots } from './use-outcomes.ts';

type Read = Awaited<ReturnType<typeof client.outcomes.readBallots>>;

interface BallotFormProps {
  kinds: Ballots['kinds'];
  onClose(): void;
}

export function BallotForm({ kinds, onClose }: BallotFormProps) {
  const d = useWords(outcomeDeedWords);
  const town = useTown();
  const { today } = useFormat();
  const [kind, setKind] = useState(kinds[0]?.kind ?? '');
  const [on, setOn] = useState(today);
  const [tellers, setTellers] = useState('');
  const [supervisors, setSupervisors] = useState('');
  const [files, setFiles] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [read, setRead] = useState<Read>();
  const isGood = read !== undefined && read.rows.length > 0 && badOf(read) === 0;
  const signers = { tellers: namesIn(tellers), supervisors: namesIn(supervisors) };
  const isSigned = signers.tellers.length > 0 && signers.supervisors.length > 0 && files.length > 0;
  return (
    <OutcomeModal
      title={d.addBallots}
      says={d.ballotsSays}
      action={d.addBallots}
      call={client.outcomes.importBallots}
      input={
        isGood && isSigned && !isBusy && on !== ''
          ? { town, kind, on, ...signers, files: [...files], rows: read.rows.map(countOf) }
          : undefined
      }
      onClose={onClose}
      wide
    >
      <Pick
        label={d.ballotKind}
        options={kinds.map((one) => [one.kind, one.name] as const)}
        value={kind}
        onChange={setKind}
      />
      <ReadTable kind={kinds.find((one) => one.kind === kind)} read={read} onRead={setRead} />
      <DateField label={d.votedOn} value={on} max={today} onChange={setOn} required />
      <Line label={d.tellers} value={tellers} onChange={setTellers} required />
      <Line label={d.supervisors} value={supervisors} onChange={setSupervisors} required />
      <EvidenceField
        town={town}
        label={d.signedSheet}
        value={files}
        onChange={setFiles}
        onBusy={setBusy}
      />
    </OutcomeModal>
  );
}

interface ReadTableProps {
  kind: Ballots['kinds'][number] | undefined;
  read: Read | undefined;
  onRead(read: Read | undefined): void;
}

function ReadTable({ kind, read, onRead }: ReadTableProps) {
  const d = useWords(outcomeDeedWords);
  const town = useTown();
  const [pasted, setPasted] = useState('');
  const [failed, setFailed] = useState('');
  if (!kind) return null;
  const take = async (file: File) => {
    setFailed('');
    try {
      onRead(await client.outcomes.readBallots({ town, kind: kind.kind, file }));
    } catch (error) {
      onRead(undefined);
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  const bad = read ? badOf(read) : 0;
  return (
    <>
      <Field label={d.ballotTable}>
        {(parts) => (
          <input
            {...parts}
            type="file"
            accept={tableFiles}
            onChange={({ target }) => target.files?.[0] && take(target.files[0])}
          />
        )}
      </Field>
      <Lines
        label={d.pasted}
        hint={d.pastedHint(kind.options.join('、'))}
        value={pasted}
        onChange={setPasted}
      />
      <p>
        <Button
          disabled={pasted.trim() === ''}
          onClick={() => take(new File([pasted], 'pasted.csv', { type: 'text/csv' }))}
        >
          {d.read}
        </Button>
      </p>
      {failed !== '' && <p role="alert">{failed}</p>}
      {read && (
        <output>
          <p>{d.readRows(read.rows.length - bad, bad)}</p>
          <ul className="outcome-list">
            {[...read.findings, ...read.rows.flatMap(told)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </output>
      )}
    </>
  );
}

function told({ name, findings }: Read['rows'][number]): string[] {
  return findings.map((sentence) => `${name}：${sentence}`);
}

function badOf({ rows, findings }: Read): number {
  return findings.length + rows.filter((row) => row.findings.length > 0).length;
}

function countOf({ name: _, findings: __, ...count }: Read['rows'][number]) {
  return count;
}

function namesIn(text: string): string[] {
  return text
    .split(/[、,，\s]+/)
    .map((name) => name.trim())
    .filter(Boolean);
}
