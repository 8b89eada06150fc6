/** The columns of a score sheet: the inputs of the kind between what is posted and the points. */

import { useMemo } from 'react';
import { useFormat, withoutUnit } from '../format/index.ts';
import type { SheetColumn } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import { tableWords } from '../words/table.ts';
import type { Kind, SheetReply, SheetRow } from './replies.ts';
import { entryOf, fieldColumn, savedText } from './sheet-rows.ts';

export function useSheetColumns(reply: SheetReply): readonly SheetColumn<SheetRow>[] {
  const f = useWords(ledgerFormWords);
  const w = useWords(ledgerWords);
  const t = useWords(tableWords);
  const { postedText, waitingText } = useSheetTexts(reply);
  return useMemo(() => {
    const { clause, kinds, mayWrite, rows } = reply;
    const open = (
      id: string,
      title: string,
      more: Partial<SheetColumn<SheetRow>> = {},
    ): SheetColumn<SheetRow> => ({
      id,
      title,
      type: 'text',
      value: (row) => savedText(row, id),
      ...more,
      ...(mayWrite ? {} : { locked: () => f.readOnly }),
    });
    return [
      { id: 'name', title: f.name, type: 'fixed', width: 6, value: ({ name }) => name },
      { id: 'posted', title: f.postedBefore, type: 'fixed', width: 11, value: postedText },
      { id: 'waiting', title: f.waiting, type: 'fixed', width: 10, value: waitingText },
      {
        id: 'now',
        title: f.pointsNow,
        type: 'fixed',
        kind: 'number',
        width: rows.some(({ withheld }) => withheld) ? 7 : 5,
        value: ({ posted, withheld }) => (withheld ? f.afterSeal : (posted?.text ?? '')),
      },
      {
        id: 'then',
        title: f.pointsThen,
        type: 'fixed',
        kind: 'number',
        width: 5,
        value: ({ posted, expected }) =>
          expected && expected.text !== posted?.text ? expected.text : '',
      },
      open('on', w.day, { type: 'date', width: 7 }),
      ...(kinds[0]?.fields ?? []).map((field) =>
        open(fieldColumn(field.name), field.title, typeOf(field, t.notNumber)),
      ),
      ...(clause.discretion
        ? [
            open('points', f.points, { kind: 'number', width: 5 }),
            open('reason', f.reason, { width: 16 }),
          ]
        : []),
      ...(clause.needsDocument ? [open('docNo', f.docNo, { width: 12 })] : []),
      open('evidence', f.evidence, { width: 12 }),
      open('matter', f.matter, { width: 6 }),
      open('note', f.note, { width: 14 }),
    ] satisfies SheetColumn<SheetRow>[];
  }, [reply, f, w, t, postedText, waitingText]);
}

/** What stands before the inputs of a row: what is posted, and what waits. */
function useSheetTexts({ kinds }: SheetReply) {
  const f = useWords(ledgerFormWords);
  const w = useWords(ledgerWords);
  const format = useFormat();
  return useMemo(() => {
    const units = new Map(kinds[0]?.fields.map(({ name, unit = '' }) => [name, unit]));
    const factText = ({ on, values, chosen }: SheetRow['facts'][number]) =>
      [
        on ? format.shortDay(on) : '',
        ...values.map(({ name, text }) => `${text}${units.get(name) ?? ''}`),
        chosen?.points ?? '',
      ]
        .filter((part) => part !== '')
        .join(' ');
    return {
      postedText: ({ facts }: SheetRow) => facts.map(factText).join(f.semicolon),
      waitingText: (row: SheetRow) => {
        const entry = entryOf(row);
        if (!entry) return '';
        if (entry.sentBack !== undefined) return f.returned(entry.sentBack);
        if (row.entries.length > 1) return f.manyEntries(row.entries.length);
        return entry.state === 'reviewed' ? w.isReviewed : w.draft;
      },
    };
  }, [kinds, f, w, format]);
}

/** A digit of any width: what has none is no number, however a workbook is read. */
const hasFigure = /\p{N}/u;

/** Numbers and shares stay text: 43/50, ≥11/13 and 约6000 are read by the server as in a workbook. */
function typeOf(
  { type, options, unit }: Kind['fields'][number],
  notNumber: string,
): Partial<SheetColumn<SheetRow>> {
  if (options) return { type: 'choice', choices: options, width: 8 };
  if (type === 'date') return { type: 'date', width: 7 };
  if (type === 'text' || type === 'label') return { width: 10 };
  return {
    kind: 'number',
    width: 7,
    check: (typed) => (hasFigure.test(typed) || typed === '' ? undefined : notNumber),
    ...(type === 'number' ? { tidy: (typed: string) => withoutUnit(typed, unit) } : {}),
  };
}
