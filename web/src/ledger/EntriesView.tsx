/** Entries on their way: those I review, those I wrote, those that came back. */

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Field } from '../forms/index.ts';
import { Empty, Query, useAddress, useDrawer, useTown } from '../shell/index.ts';
import { type Column, DataTable } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { correctionWords } from '../words/corrections.ts';
import { ledgerWords } from '../words/ledger.ts';
import { EntryDeeds } from './EntryDeeds.tsx';
import { EntryDrawer } from './EntryDrawer.tsx';
import { type Matter, mattersOf } from './entry-matters.ts';
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
  const [told, setTold] = useState('');
  const matters = mattersOf(query.data?.rows ?? []);
  const back = matters.filter(({ lead }) => lead.sentBack).length;
  const wait = matters.filter(({ lead }) => lead.state === 'draft' && !lead.sentBack).length;
  return (
    <LedgerFrame
      here="entries"
      title={w.ledger}
      state={query.data && w.entriesState(wait, back)}
      filters={<EntryFilters />}
    >
      <p role="status">{told}</p>
      <Query query={query} what={w.entries}>
        {() => (
          <EntryTable rows={matters} openId={drawer.id} onOpen={drawer.open} onTold={setTold} />
        )}
      </Query>
      {drawer.id !== undefined && (
        <EntryDrawer key={drawer.id} id={drawer.id} onClose={drawer.close} onTold={setTold} />
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
  rows: readonly Matter[];
  openId: string | undefined;
  onOpen(id: string): void;
  onTold(sentence: string): void;
}

function EntryTable({ rows, openId, onOpen, onTold }: EntryTableProps) {
  const w = useWords(ledgerWords);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const columns = useEntryColumns(picked, setPicked);
  const mine = rows.filter(isForMe);
  const chosen = mine.filter(({ lead }) => picked.has(lead.id));
  const open = rows.find(({ entries }) => entries.some(({ id }) => id === openId));
  return (
    <>
      {mine.length > 0 && (
        <div className="ledger-deeds">
          <label className="ledger-check">
            <input
              type="checkbox"
              checked={chosen.length === mine.length}
              onChange={({ target }) =>
                setPicked(new Set(target.checked ? mine.map(({ lead }) => lead.id) : []))
              }
            />
            {w.chooseAll}
          </label>
          <EntryDeeds entries={chosen.flatMap(({ entries }) => entries)} onTold={onTold} />
        </div>
      )}
      <DataTable
        name="ledger-entries"
        label={w.entries}
        rows={rows}
        rowKey={({ lead }) => lead.id}
        columns={columns}
        onOpen={({ lead }) => onOpen(lead.id)}
        openKey={open?.lead.id}
        empty={<Empty what={w.noEntries} why={w.noEntriesWhy} />}
      />
    </>
  );
}

function isForMe({ entries }: Matter): boolean {
  return entries.every(({ deeds }) => deeds.includes('review') || deeds.includes('post'));
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
): readonly Column<Matter>[] {
  const w = useWords(ledgerWords);
  const texts = useMatterTexts();
  const step = useStepText();
  return useMemo(() => {
    const pick = (id: string, isPicked: boolean) => {
      const next = new Set(picked);
      if (isPicked) next.add(id);
      else next.delete(id);
      setPicked(next);
    };
    return [
      {
        id: 'subject',
        title: w.subject,
        width: 9,
        text: ({ lead }) => subjectsText(lead, w.comma),
      },
      {
        id: 'pick',
        title: w.choose,
        width: 3,
        text: () => '',
        cell: (row) =>
          isForMe(row) && (
            <input
              type="checkbox"
              aria-label={w.chooseRow(`${subjectsText(row.lead, w.comma)} ${row.lead.kindName}`)}
              checked={picked.has(row.lead.id)}
              onChange={({ target }) => pick(row.lead.id, target.checked)}
            />
          ),
      },
      {
        id: 'day',
        title: w.day,
        width: 7,
        text: texts.day,
        sortBy: ({ lead, right: { on, period } = lead }) => on ?? period ?? '',
      },
      {
        id: 'kind',
        title: w.kind,
        width: 9,
        text: texts.kind,
      },
      {
        id: 'content',
        title: w.content,
        width: 20,
        text: texts.content,
      },
      { id: 'evidence', title: w.evidence, width: 4, text: texts.proof },
      { id: 'state', title: w.state, width: 9, text: ({ lead }) => step(lead) },
      { id: 'office', title: w.office, width: 7, text: ({ lead }) => lead.office ?? '' },
      { id: 'recorder', title: w.recordedBy, width: 6, text: ({ lead }) => lead.recordedBy.name },
    ] satisfies Column<Matter>[];
  }, [w, texts, step, picked, setPicked]);
}

/** What the cells of a matter say; of a correction what is taken back and what takes its place. */
function useMatterTexts() {
  const w = useWords(ledgerWords);
  const c = useWords(correctionWords);
  const format = useFormat();
  return useMemo(() => {
    const said = (row: Entry) => contentText(row, w.semicolon, format.shortDay);
    return {
      kind: ({ lead }: Matter) => (lead.reverses ? c.kind(lead.reverses) : lead.kindName),
      proof: ({ lead, right = lead }: Matter) => {
        if (proofCount(right) > 0) return w.evidenceCount(proofCount(right));
        return needsProof(right) ? w.noEvidence : '';
      },
      content: ({ lead, right }: Matter) => {
        if (lead.reverses === undefined) return said(lead);
        return [
          lead.takesBack && c.takesBack(lead.takesBack),
          right && c.insteadOf(`${subjectsText(right, w.comma)} ${said(right)}`),
          lead.note,
        ]
          .filter(Boolean)
          .join(c.semicolon);
      },
      day: ({ lead, right: { on, period } = lead }: Matter) =>
        on ? format.shortDay(on) : period ? format.period(period) : '',
    };
  }, [w, c, format]);
}
