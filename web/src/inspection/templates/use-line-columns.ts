/** The columns of the lines that are filled in, and what is said of a wrong cell. */

import { useCallback, useMemo } from 'react';
import type { SheetColumn } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { templateWords } from '../../words/templates.ts';
import type { TemplateOptions } from '../replies.ts';
import { type CellId, type CellWords, cellsOf, type LineFault, type LineRow } from './line-rows.ts';

/** The columns, and the words by which their cells are read back. */
export function useLineColumns({ kinds }: TemplateOptions): {
  columns: readonly SheetColumn<LineRow>[];
  words: CellWords;
} {
  const w = useWords(templateWords);
  return useMemo(() => {
    const words: CellWords = {
      asks: {
        count: w.askCount,
        yesNo: w.askYesNo,
        choice: w.askChoice,
        sample: w.askSample,
        mark: w.askMark,
      },
      due: {
        onTheSpot: w.dueSpot,
        three: w.dueDays(3),
        seven: w.dueDays(7),
        fifteen: w.dueDays(15),
      },
      photo: { asked: w.yes, none: w.no },
      kinds,
    };
    const column = (
      id: CellId,
      title: string,
      width: number,
      choices?: readonly string[],
    ): SheetColumn<LineRow> => ({
      id,
      title,
      width,
      type: choices ? 'choice' : 'text',
      ...(choices ? { choices } : {}),
      value: ({ line }) => cellsOf(line, words)[id],
    });
    const columns: readonly SheetColumn<LineRow>[] = [
      { id: 'number', title: w.number, type: 'fixed', width: 4, value: ({ key }) => key },
      column('group', w.group, 7),
      column('standard', w.standard, 26),
      column('asked', w.askedColumn, 6, Object.values(words.asks)),
      column('choices', w.choices, 16),
      column('due', w.dueColumn, 8, Object.values(words.due)),
      column('photo', w.photo, 4, Object.values(words.photo)),
      column('hint', w.hint, 14),
      column(
        'kind',
        w.kind,
        11,
        kinds.map(({ name }) => name),
      ),
      column('field', w.field, 8),
      column('sampledField', w.sampledField, 9),
    ];
    return { columns, words };
  }, [w, kinds]);
}

/** What is wrong with a cell, as a sentence. */
export function useFaultWords(): (fault: LineFault) => string {
  const w = useWords(templateWords);
  return useCallback(
    (fault) => {
      const said = {
        needGroup: w.needGroup,
        needStandard: w.needStandard,
        needAsked: w.needAsked,
        needDue: w.needDue,
        needChoices: w.needChoices,
        noChoices: w.noChoices,
        sameChoice: w.sameChoice,
        needField: w.needField,
        needSampled: w.needSampled,
        noField: w.noField,
      };
      if (typeof fault === 'string') return said[fault];
      return 'tooLong' in fault ? w.tooLong(fault.tooLong) : w.foreignField(fault.foreignField);
    },
    [w],
  );
}
