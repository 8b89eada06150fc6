/** The columns of counting: lines that become facts, lines that do not, and the facts that came of it. */

import { useMemo } from 'react';
import { RoomLink } from '../../shell/index.ts';
import type { Column } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { countingWords } from '../../words/counting.ts';
import type { CountingData } from '../replies.ts';

type Visit = CountingData['visits'][number];

/** A line of the sheet of a place. */
export interface LineRow {
  readonly key: string;
  readonly place: string;
  readonly line: Visit['lines'][number];
}

/** A fact of a place, or an entry on its way. */
interface RecordRow {
  readonly key: string;
  readonly place: string;
  readonly record: Visit['records'][number];
}

type Words = ReturnType<typeof useWords<(typeof countingWords)['zh']>>;

export function useLineColumns(): readonly Column<LineRow>[] {
  const w = useWords(countingWords);
  return useMemo(
    (): readonly Column<LineRow>[] => [
      placeOf(w),
      { id: 'kind', title: w.kind, width: 9, text: ({ line }) => line.kindName ?? '' },
      {
        id: 'fields',
        title: w.fields,
        width: 14,
        text: ({ line: { fields, judge } }) =>
          [...(judge ? [w.judge(judge.name)] : []), ...fieldTexts(fields)].join('，'),
      },
      lineOf(w),
      {
        id: 'photos',
        title: w.photos,
        unit: w.photoUnit,
        kind: 'number',
        width: 4,
        text: ({ line: { photos } }) => String(photos.length),
      },
      {
        id: 'clause',
        title: w.clause,
        width: 9,
        filter: true,
        text: ({ line: { clauses } }) =>
          clauses.map(({ clause, full = '' }) => w.clauseText(clause, full)).join('、') ||
          w.unheard,
      },
    ],
    [w],
  );
}

export function useLeftOutColumns(): readonly Column<LineRow>[] {
  const w = useWords(countingWords);
  return useMemo((): readonly Column<LineRow>[] => {
    const why = ({ line: { note = '', outcome } }: LineRow) => {
      const words = {
        fact: '',
        sound: w.sound,
        notSeen: w.notSeen(note),
        withoutKind: w.withoutKind,
        notCombined: w.notCombined,
      };
      return words[outcome];
    };
    return [placeOf(w), lineOf(w), { id: 'why', title: w.outcome, width: 20, text: why }];
  }, [w]);
}

export function useRecordColumns(): readonly Column<RecordRow>[] {
  const w = useWords(countingWords);
  return useMemo(
    (): readonly Column<RecordRow>[] => [
      { id: 'place', title: w.place, width: 8, text: ({ place }) => place, filter: true },
      { id: 'kind', title: w.kind, width: 12, text: ({ record }) => record.kindName },
      {
        id: 'fields',
        title: w.fields,
        width: 18,
        text: ({ record }) => fieldTexts(record.fields).join('，'),
      },
      {
        id: 'state',
        title: w.state,
        width: 6,
        text: ({ record: { state } }) => stateText(w, state),
        filter: true,
      },
      {
        id: 'ledger',
        title: w.inLedger,
        width: 8,
        text: ({ record }) => record.factId ?? w.entry,
        cell: ({ record: { entryId = '', factId } }) => (
          <RoomLink
            to="ledger"
            search={factId === undefined ? { view: 'entries', entry: entryId } : { fact: factId }}
          >
            {factId ?? w.entry}
          </RoomLink>
        ),
      },
    ],
    [w],
  );
}

function placeOf(w: Words): Column<LineRow> {
  return { id: 'place', title: w.place, width: 8, text: ({ place }) => place, filter: true };
}

function lineOf(w: Words): Column<LineRow> {
  return {
    id: 'line',
    title: w.line,
    width: 18,
    text: ({ line: { group, number, standard } }) => w.lineText(number, group, standard),
  };
}

function stateText(w: Words, state: RecordRow['record']['state']): string {
  const words = {
    waiting: w.waiting,
    sentBack: w.sentBack,
    reviewed: w.reviewed,
    posted: w.posted,
    reversed: w.reversed,
  };
  return words[state];
}

/** 处数（处）3: fields as a list says them. */
function fieldTexts(fields: LineRow['line']['fields']): string[] {
  return fields.map(({ text, title }) => `${title} ${text}`);
}
