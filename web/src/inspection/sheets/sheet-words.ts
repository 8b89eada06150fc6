/** How an answer of a sheet is said, and where a sheet stands. */

import type { LineAnswer } from '@oneneedle/kernel';
import { useCallback } from 'react';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import type { ResultSheet } from '../replies.ts';

/** A line of a check sheet, as every reply has it. */
export type Line = ResultSheet['template']['lines'][number];
/** A sheet as the office reads it. */
export type Sheet = ResultSheet;

/** An answer as it was given: 2 处, 是, 部分做到; with its note. */
export function useSaid(): (line: Line, answer: LineAnswer | undefined) => string {
  const w = useWords(sheetWords);
  return useCallback(
    (line, answer) => {
      const said = (): string => {
        switch (answer?.asks) {
          case undefined:
            return w.unanswered;
          case 'count':
            return w.howMany(answer.count);
          case 'yesNo':
            return answer.yes ? w.yes : w.no;
          case 'choice':
            return line.choices?.find(({ code }) => code === answer.choice)?.text ?? answer.choice;
          case 'sample':
            return w.sample(answer.looked, answer.failed);
          case 'mark':
            return w.mark(answer.mark);
          default:
            return w.notSeen(answer?.note ?? '');
        }
      };
      const note = answer && answer.asks !== 'notSeen' ? answer.note : '';
      return note === '' ? said() : `${said()} ${note}`;
    },
    [w],
  );
}

/** 还没有送出, 待村里确认 … */
export function useStanding(): (sheet: Pick<Sheet, 'state'>) => string {
  const w = useWords(sheetWords);
  return useCallback(
    ({ state }) => {
      const words = {
        draft: w.draft,
        sent: w.sent,
        toConfirm: w.toConfirm,
        confirmed: w.confirmed,
        objected: w.objected,
        settled: w.settled,
        counted: w.counted,
      };
      return words[state];
    },
    [w],
  );
}
