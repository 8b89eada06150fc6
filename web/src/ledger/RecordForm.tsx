/** The form for one fact; everything typed stays in this browser until it is saved. */

import { useEffect, useRef, useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Choice } from '../forms/index.ts';
import { Button, RoomLink, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import { ClauseSearch } from './ClauseSearch.tsx';
import { Findings } from './EntryDrawer.tsx';
import { RecordFields } from './RecordFields.tsx';
import { RelatedHints } from './RelatedHints.tsx';
import { nextDraft, type RecordDraft, wordsOf } from './record-draft.ts';
import { errorsOf } from './record-errors.ts';
import type { ClauseFound, Entry, Finding, Kind, Options } from './replies.ts';
import { useRefresh } from './use-ledger.ts';
import { useRecordDraft } from './use-record-draft.ts';

interface RecordFormProps {
  options: Options;
  draftKey: string;
  start: RecordDraft;
  /** The entry that is changed; a new one without it. */
  entry?: Entry;
}

interface Done {
  id: string;
  findings: readonly Finding[];
}

export function RecordForm({ options, draftKey, start, entry }: RecordFormProps) {
  const f = useWords(ledgerFormWords);
  const town = useTown();
  const { draft, isRestored, write, reset } = useRecordDraft(draftKey, start);
  const [done, setDone] = useState<Done>();
  const [isSending, setSending] = useState(false);
  const refresh = useRefresh();
  const onSaved = ({ entry: saved, findings }: { entry: Entry; findings: readonly Finding[] }) => {
    reset(entry ? start : nextDraft(draft));
    setDone({ id: saved.id, findings });
    refresh();
  };
  const record = useSave(client.ledger.record, { onSaved });
  const change = useSave(client.ledger.change, { onSaved });
  const save = entry ? change : record;
  const kind = options.kinds.find((one) => one.kind === draft.kind);
  const send = () => {
    const words = wordsOf(draft, kind);
    setDone(undefined);
    if (entry) void change.run({ town, entryId: entry.id, version: entry.version, ...words });
    else void record.run({ town, ...words });
  };
  const errors = errorsOf(save.problem);
  return (
    <div className="ledger-record">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (kind && !save.isBusy && !isSending) send();
        }}
      >
        {done && <Told done={done} isChange={entry !== undefined} />}
        {isRestored && <Restored onStartAnew={() => reset(start)} />}
        <KindFields {...{ draft, write, options, errors }} />
        {kind && <RecordFields {...{ draft, write, options, kind, errors }} onBusy={setSending} />}
        {kind && (
          <div className="ledger-deeds">
            <Button kind="main" type="submit" disabled={save.isBusy || isSending}>
              {entry ? f.saveChange : f.save}
            </Button>
            {isSending && <span className="soft">{f.waitForFiles}</span>}
          </div>
        )}
        <SaveLine save={save as typeof record} />
      </form>
      <div className="ledger-beside">
        <RelatedHints draft={draft} entryId={entry?.id} onMatter={(matter) => write({ matter })} />
      </div>
    </div>
  );
}

function Told({ done, isChange }: { done: Done; isChange: boolean }) {
  const f = useWords(ledgerFormWords);
  const place = useRef<HTMLDivElement>(null);
  // The form is empty again and begins above; the button was far below.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div role="status" ref={place}>
      <p>
        {isChange ? f.savedChange : f.savedEntry}{' '}
        <RoomLink to="ledger" search={{ entry: done.id }}>
          {f.seeEntry}
        </RoomLink>
      </p>
      <Findings findings={done.findings} />
    </div>
  );
}

function Restored({ onStartAnew }: { onStartAnew(): void }) {
  const f = useWords(ledgerFormWords);
  return (
    <p className="ledger-notice">
      {f.restored} <Button onClick={onStartAnew}>{f.startAnew}</Button>
    </p>
  );
}

interface KindFieldsProps {
  draft: RecordDraft;
  write(change: Partial<RecordDraft>): void;
  options: Options;
  errors: ReadonlyMap<string, string>;
}

/** The clause brings the kind; whoever knows the kind chooses it right away. */
function KindFields({ draft, write, options, errors }: KindFieldsProps) {
  const f = useWords(ledgerFormWords);
  const [offered, setOffered] = useState<readonly string[]>([]);
  const mine = options.kinds.filter((kind) => isMine(kind, options));
  const kinds = offered.length > 1 ? mine.filter(({ kind }) => offered.includes(kind)) : mine;
  const error = errors.get('kind') ?? errors.get('clause');
  const choose = ({ line, code, kinds: heard }: ClauseFound) => {
    const codes = heard.map(({ kind }) => kind);
    setOffered(codes);
    const kind = codes.includes(draft.kind) ? draft.kind : (codes[0] ?? '');
    write({ line, clause: code, kind });
  };
  const drop = () => {
    setOffered([]);
    write({ line: '', clause: '' });
  };
  return (
    <>
      <ClauseSearch
        chosen={draft.clause === '' ? undefined : { line: draft.line, code: draft.clause }}
        onChoose={choose}
        onDrop={drop}
      />
      <Choice
        label={f.kind}
        hint={f.kindOther}
        options={kinds.map(({ kind, name, offices }) => ({
          value: kind,
          label: name,
          also: offices.join(' '),
        }))}
        value={draft.kind}
        onChange={(kind) => write({ kind })}
        {...(error ? { error } : {})}
        required
      />
    </>
  );
}

function isMine({ offices }: Kind, { records }: Options): boolean {
  return records.includes('*') || offices.some((office) => records.includes(office));
}
