/** Entries on their way: those I review, those I wrote, those that came back. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Field } from '../forms/index.ts';
import { Empty, Query, useAddress, useDrawer, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { EntryDeeds } from './EntryDeeds.tsx';
import { EntryDrawer } from './EntryDrawer.tsx';
import { PlainChoice } from './FactFilters.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import { contentText, needsProof, proofCount, subjectsText } from './record-text.ts';
import type { Entry } from './replies.ts';
import { useOptions } from './use-ledger.ts';

const states = ['draft', 'reviewed', 'sent-back'] as const;

function useEntryFilter() {
  const { search } = useAddress();
  const { state, office, mine, forMe } = search;
  const known = states.find((one) => one === state);
  return {
    ...(known && { state: known }),
    ...(office && { office }),
    ...(mine && { isMine: true }),
    ...(forMe && { forMe: true }),
  };
}

export function EntriesView() {
  const w = useWords(ledgerWords);
  const town = useTown();
  const drawer = useDrawer('entry');
  const filter = useEntryFilter();
  const query = useQuery(api.ledger.entries.queryOptions({ input: { town, ...filter } }));
  const rows = query.data?.rows ?? [];
  const back = rows.filter(({ sentBack }) => sentBack).length;
  const wait = rows.filter(({ state, sentBack }) => state === 'draft' && !sentBack).length;
  return (
    <LedgerFrame
      here="entries"
      title={w.ledger}
      state={query.data && w.entriesState(wait, back)}
      filters={<EntryFilters />}
    >
      <Query query={query} what={w.entries}>
        {(data) => <EntryTable rows={data.rows} openId={drawer.id} onOpen={drawer.open} />}
      </Query>
      {drawer.id !== undefined && (
        <EntryDrawer key={drawer.id} id={drawer.id} onClose={drawer.close} />
      )}
    </LedgerFrame>
  );
}

function EntryFilters() {
  const w = useWords(ledgerWords);
  const { search, change } = useAddress();
  const offices = useOptions().data?.offices ?? [];
  const words = { draft: w.draft, reviewed: w.isReviewed, 'sent-back': w.sentBack };
  return (
    <>
      <Field label={w.state}>
        {(parts) => (
          <select
            {...parts}
            value={search.state ?? ''}
            onChange={(event) => change({ view: 'entries', state: event.target.value })}
          >
            <option value="">{w.anyState}</option>
            {states.map((state) => (
              <option key={state} value={state}>
                {words[state]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <PlainChoice
        label={w.office}
        any={w.anyOffice}
        values={offices}
        value={search.office ?? ''}
        onChange={(office) => change({ view: 'entries', office })}
      />
      <label className="ledger-check">
        <input
          type="checkbox"
          checked={search.forMe !== undefined}
          onChange={({ target }) => change({ view: 'entries', forMe: target.checked ? 'yes' : '' })}
        />
        {w.forMe}
      </label>
      <label className="ledger-check">
        <input
          type="checkbox"
          checked={search.mine !== undefined}
          onChange={({ target }) => change({ view: 'entries', mine: target.checked ? 'yes' : '' })}
        />
        {w.mine}
      </label>
    </>
  );
}

interface EntryTableProps {
  rows: readonly Entry[];
  openId: string | undefined;
  onOpen(id: string): void;
}

function EntryTable({ rows, openId, onOpen }: EntryTableProps) {
  const w = useWords(ledgerWords);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const columns = useEntryColumns(picked, setPicked);
  const mine = rows.filter(isForMe);
  const chosen = mine.filter(({ id }) => picked.has(id));
  return (
    <>
      {mine.length > 0 && (
        <div className="ledger-deeds">
          <label className="ledger-check">
            <input
              type="checkbox"
              checked={chosen.length === mine.length}
              onChange={({ target }) =>
                setPicked(new Set(target.checked ? mine.map(({ id }) => id) : []))
              }
            />
            {w.chooseAll}
          </label>
          <EntryDeeds entries={chosen} />
        </div>
      )}
      <DataTable
        name="ledger-entries"
        label={w.entries}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        onOpen={({ id }) => onOpen(id)}
        openKey={openId}
        empty={<Empty what={w.noEntries} why={w.noEntriesWhy} />}
      />
    </>
  );
}

function isForMe({ deeds }: Entry): boolean {
  return deeds.includes('review') || deeds.includes('post');
}

/** The step of an entry in words. */
export function useStepText(): (entry: Entry) => string {
  const w = useWords(ledgerWords);
  return ({ state, sentBack }) => {
    if (sentBack) return w.sentBack;
    return { draft: w.draft, reviewed: w.isReviewed, posted: w.posted }[state];
  };
}

function useEntryColumns(
  picked: ReadonlySet<string>,
  setPicked: (next: ReadonlySet<string>) => void,
): readonly Column<Entry>[] {
  const w = useWords(ledgerWords);
  const format = useFormat();
  const step = useStepText();
  return useMemo(() => {
    const pick = (id: string, isPicked: boolean) => {
      const next = new Set(picked);
      if (isPicked) next.add(id);
      else next.delete(id);
      setPicked(next);
    };
    const proofText = (row: Entry) => {
      if (proofCount(row) > 0) return w.evidenceCount(proofCount(row));
      return needsProof(row) ? w.noEvidence : '';
    };
    return [
      { id: 'subject', title: w.subject, width: 9, text: (row) => subjectsText(row, w.comma) },
      {
        id: 'pick',
        title: w.choose,
        width: 3,
        text: () => '',
        cell: (row) =>
          isForMe(row) && (
            <input
              type="checkbox"
              aria-label={w.chooseRow(`${subjectsText(row, w.comma)} ${row.kindName}`)}
              checked={picked.has(row.id)}
              onChange={({ target }) => pick(row.id, target.checked)}
            />
          ),
      },
      {
        id: 'day',
        title: w.day,
        width: 7,
        text: ({ on, period }) => (on ? format.shortDay(on) : period ? format.period(period) : ''),
        sortBy: ({ on, period }) => on ?? period ?? '',
      },
      {
        id: 'kind',
        title: w.kind,
        width: 9,
        text: ({ kindName, reverses }) => (reverses ? `${kindName} ${reverses}` : kindName),
      },
      {
        id: 'content',
        title: w.content,
        width: 20,
        text: (row) => contentText(row, w.semicolon, format.shortDay),
      },
      { id: 'evidence', title: w.evidence, width: 4, text: proofText },
      { id: 'state', title: w.state, width: 9, text: step },
      { id: 'office', title: w.office, width: 7, text: ({ office = '' }) => office },
      { id: 'recorder', title: w.recordedBy, width: 6, text: ({ recordedBy }) => recordedBy.name },
    ] satisfies Column<Entry>[];
  }, [w, format, step, picked, setPicked]);
}
