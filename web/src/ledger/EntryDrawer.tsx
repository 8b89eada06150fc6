/** One entry: what it says, what it still lacks, why it came back, and what I may do with it. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Button, Drawer, Query, RoomLink, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { correctionWords } from '../words/corrections.ts';
import { ledgerWords } from '../words/ledger.ts';
import { useStepText } from './EntriesView.tsx';
import { EntryDeeds } from './EntryDeeds.tsx';
import { type Matter, matterOf } from './entry-matters.ts';
import { NoteForm } from './NoteForm.tsx';
import { NoteList } from './NoteList.tsx';
import { Proofs, RecordPairs } from './RecordPairs.tsx';
import { needsProof } from './record-text.ts';
import type { Entry, Finding, Note } from './replies.ts';
import { useOptions, useRefresh } from './use-ledger.ts';

interface EntryDrawerProps {
  id: string;
  onClose(): void;
  onTold(sentence: string): void;
}

export function EntryDrawer({ id, onClose, onTold }: EntryDrawerProps) {
  const w = useWords(ledgerWords);
  const c = useWords(correctionWords);
  const town = useTown();
  const query = useQuery(api.ledger.entry.queryOptions({ input: { town, entryId: id } }));
  const matter = query.data && matterOf([query.data.entry, ...query.data.others]);
  const entry = matter?.lead;
  const title = ({ reverses, kindName }: Entry) =>
    reverses === undefined ? w.entryTitle(kindName) : c.entryTitle(reverses);
  const [isNoting, setNoting] = useState(false);
  const mayNote = useOptions().data?.mayNote;
  return (
    <Drawer
      title={entry ? title(entry) : w.entries}
      onClose={onClose}
      actions={
        matter &&
        matter.lead.state !== 'posted' && (
          <div className="ledger-deeds">
            {matter.entries.every(isForReview) && (
              <EntryDeeds entries={matter.entries} onTold={onTold} onDone={onClose} />
            )}
            <WriterDeeds matter={matter} onRemoved={onClose} />
            {mayNote && <Button onClick={() => setNoting(true)}>{w.addNote}</Button>}
          </div>
        )
      }
    >
      <Query query={query} what={w.entries}>
        {({ findings, notes }) => matter && <Whole {...{ matter, findings, notes }} />}
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
  matter: Matter;
  findings: readonly Finding[];
  notes: readonly Note[];
}

function Whole({ matter: { lead, right }, findings, notes }: WholeProps) {
  const w = useWords(ledgerWords);
  const step = useStepText();
  const { sentBack, factId } = lead;
  const shown = lead.reverses === undefined ? lead : right;
  return (
    <div className="ledger-whole">
      <p>
        {factId ? (
          <RoomLink to="ledger" search={{ fact: factId }}>
            {w.postedAs(factId)}
          </RoomLink>
        ) : (
          step(lead)
        )}
      </p>
      {sentBack && (
        <p className="ledger-notice">{w.sentBackBy(sentBack.by.name, sentBack.reason)}</p>
      )}
      <Findings findings={findings} />
      {lead.reverses !== undefined && <TakenBack lead={lead} right={right} />}
      {shown && <RecordPairs record={shown} />}
      {shown && needsProof(shown) && (
        <section>
          <h3>{w.evidence}</h3>
          <Proofs record={shown} />
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

/** What a correction takes back and why; below it stands what takes its place. */
function TakenBack({ lead, right }: Pick<Matter, 'lead' | 'right'>) {
  const w = useWords(ledgerWords);
  const c = useWords(correctionWords);
  const { reverses = '', takesBack, note, office, recordedBy, reviewedBy } = lead;
  return (
    <>
      <p className="prose">{right ? c.together : c.alone}</p>
      <dl className="ledger-pairs">
        <div>
          <dt>{c.original}</dt>
          <dd>
            <RoomLink to="ledger" search={{ fact: reverses }}>
              {reverses}
            </RoomLink>{' '}
            {takesBack}
          </dd>
        </div>
        <Pair title={c.reason} text={note} />
        {!right && (
          <>
            <Pair title={w.office} text={office} />
            <Pair title={w.recordedBy} text={recordedBy.name} />
            <Pair title={w.reviewedBy} text={reviewedBy?.name} />
          </>
        )}
      </dl>
      {right && <h3>{c.right}</h3>}
    </>
  );
}

function Pair({ title, text }: { title: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{text}</dd>
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
function WriterDeeds({ matter, onRemoved }: { matter: Matter; onRemoved(): void }) {
  const { lead: entry, right, entries } = matter;
  const changed = entries.find(({ deeds }) => deeds.includes('change'));
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
    const body = right ? `${w.removeSays}${w.removeBundle}` : w.removeSays;
    const isSure = await confirm({ title: w.removeTitle, body, action: w.remove });
    if (isSure) void save.run({ town, entryId: entry.id, version: entry.version });
  };
  return (
    <>
      {changed && (
        <Link to={`/${town}/ledger/record`} search={{ entry: changed.id } as never}>
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
