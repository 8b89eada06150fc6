/** One entry: what it says, what it still lacks, why it came back, and what I may do with it. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Button, Drawer, Query, RoomLink, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { useStepText } from './EntriesView.tsx';
import { EntryDeeds } from './EntryDeeds.tsx';
import { NoteForm } from './NoteForm.tsx';
import { NoteList } from './NoteList.tsx';
import { Proofs, RecordPairs } from './RecordPairs.tsx';
import { needsProof } from './record-text.ts';
import type { Entry, Finding, Note } from './replies.ts';
import { useOptions, useRefresh } from './use-ledger.ts';

interface EntryDrawerProps {
  id: string;
  onClose(): void;
}

export function EntryDrawer({ id, onClose }: EntryDrawerProps) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const query = useQuery(api.ledger.entry.queryOptions({ input: { town, entryId: id } }));
  const entry = query.data?.entry;
  const [isNoting, setNoting] = useState(false);
  const mayNote = useOptions().data?.mayNote;
  return (
    <Drawer
      title={entry ? w.entryTitle(entry.kindName) : w.entries}
      onClose={onClose}
      actions={
        entry &&
        entry.state !== 'posted' && (
          <div className="ledger-deeds">
            {isForReview(entry) && <EntryDeeds entries={[entry]} onDone={onClose} />}
            <WriterDeeds entry={entry} onRemoved={onClose} />
            {mayNote && <Button onClick={() => setNoting(true)}>{w.addNote}</Button>}
          </div>
        )
      }
    >
      <Query query={query} what={w.entries}>
        {(data) => <Whole {...data} />}
      </Query>
      {entry && isNoting && (
        <NoteForm
          about={{ entryId: id }}
          subjects={entry.subjects}
          onClose={() => setNoting(false)}
        />
      )}
    </Drawer>
  );
}

function isForReview({ deeds }: Entry): boolean {
  return deeds.some((deed) => deed === 'review' || deed === 'post');
}

interface WholeProps {
  entry: Entry;
  findings: readonly Finding[];
  notes: readonly Note[];
}

function Whole({ entry, findings, notes }: WholeProps) {
  const w = useWords(ledgerWords);
  const step = useStepText();
  const { sentBack, factId, reverses } = entry;
  return (
    <div className="ledger-whole">
      <p>
        {factId ? (
          <RoomLink to="ledger" search={{ fact: factId }}>
            {w.postedAs(factId)}
          </RoomLink>
        ) : (
          step(entry)
        )}
        {reverses && (
          <>
            {w.comma}
            <RoomLink to="ledger" search={{ fact: reverses }}>
              {w.reverseTitle(reverses)}
            </RoomLink>
          </>
        )}
        {entry.bundle && `${w.comma}${w.bundle}`}
      </p>
      {sentBack && (
        <p className="ledger-notice">{w.sentBackBy(sentBack.by.name, sentBack.reason)}</p>
      )}
      <Findings findings={findings} />
      <RecordPairs record={entry} />
      {needsProof(entry) && (
        <section>
          <h3>{w.evidence}</h3>
          <Proofs record={entry} />
        </section>
      )}
      {notes.length > 0 && (
        <section>
          <h3>{w.noteHead}</h3>
          <NoteList notes={notes} />
        </section>
      )}
    </div>
  );
}

/** Sentences about what is wrong or worth a second look. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="ledger-notice">
      {findings.map(({ sentence }) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Changing and throwing away, for those of the office that wrote it. */
function WriterDeeds({ entry, onRemoved }: { entry: Entry; onRemoved(): void }) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const confirm = useConfirm();
  const refresh = useRefresh();
  const save = useSave(client.ledger.remove, {
    onSaved: () => {
      refresh();
      onRemoved();
    },
  });
  const remove = async () => {
    const body = entry.bundle ? `${w.removeSays}${w.removeBundle}` : w.removeSays;
    const isSure = await confirm({ title: w.removeTitle, body, action: w.remove });
    if (isSure) void save.run({ town, entryId: entry.id, version: entry.version });
  };
  return (
    <>
      {entry.deeds.includes('change') && (
        <Link to={`/${town}/ledger/record`} search={{ entry: entry.id } as never}>
          {w.change}
        </Link>
      )}
      {entry.deeds.includes('remove') && (
        <Button disabled={save.isBusy} onClick={() => void remove()}>
          {w.remove}
        </Button>
      )}
      <SaveLine save={save} />
    </>
  );
}
