/** The form of a check sheet: what stands above, its lines as a table to fill in, saving the draft. */

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, client, useSave } from '../../api/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { EditableGrid, useSheet } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { templateWords } from '../../words/templates.ts';
import { useRefreshInspection } from '../InspectionModal.tsx';
import type { TemplateOptions } from '../replies.ts';
import { HeadFields } from './HeadFields.tsx';
import {
  type Cells,
  cellIds,
  cellsOf,
  type LineRow,
  linesOf,
  withoutUnknownKinds,
} from './line-rows.ts';
import { type Head, useKeptHead } from './use-kept-head.ts';
import { useFaultWords, useLineColumns } from './use-line-columns.ts';

/** The sheet that one begins with; its name may be missing still. */
export type Begun = TemplateOptions['ready'][number];

interface WriteFormProps {
  options: TemplateOptions;
  begun: Begun;
  isNew: boolean;
  draftKey: string;
  /** Of the draft that was read. */
  revision?: number;
}

/** Rows without a word below the last line. */
const spare = 10;

export function WriteForm({ options, begun, isNew, draftKey, revision }: WriteFormProps) {
  const w = useWords(templateWords);
  const kept = useMemo(() => withoutUnknownKinds(begun.lines, options.kinds), [begun, options]);
  const start = useMemo(() => headOf(begun), [begun]);
  const form = useKeptHead(`${draftKey}.head`, start);
  const grid = useLineSheet(kept.lines, options, draftKey);
  const saving = useSaving({ form, grid, isNew, revision });
  return (
    <>
      {kept.dropped.length > 0 && (
        <p className="ledger-notice" role="status">
          {w.dropped(kept.dropped.join('；'))}
        </p>
      )}
      <HeadFields
        head={form.head}
        set={form.set}
        options={options}
        isNew={isNew}
        codeFault={saving.codeFault}
      />
      <p className="prose">{w.linesSays}</p>
      <EditableGrid
        label={w.linesLabel}
        sheet={grid.sheet}
        actions={
          <>
            <Button onClick={grid.addRows}>{w.moreRows}</Button>
            <Button
              kind="main"
              disabled={saving.save.isBusy || form.head.name.trim() === ''}
              onClick={saving.run}
            >
              {w.save}
            </Button>
          </>
        }
      />
      {saving.told !== '' && <p role="alert">{saving.told}</p>}
      <SaveLine save={saving.save} />
    </>
  );
}

/** The lines as rows, with some to write on. */
function useLineSheet(
  lines: ReturnType<typeof withoutUnknownKinds>['lines'],
  options: TemplateOptions,
  draftKey: string,
) {
  const [more, setMore] = useState(() => spare + writtenBelow(draftKey, lines.length));
  const { columns, words } = useLineColumns(options);
  const rows = useMemo(
    (): LineRow[] =>
      Array.from({ length: lines.length + more }, (_, index) => ({
        key: String(index + 1),
        line: lines[index],
      })),
    [lines, more],
  );
  const sheet = useSheet({ draftKey, rows, rowKey, columns });
  const cells = (row: LineRow): Cells => {
    const before = cellsOf(row.line, words);
    const byId = new Map(columns.map((column) => [column.id, column]));
    const entries = cellIds.map((id) => {
      const column = byId.get(id);
      return [id, column ? sheet.value(row, column).trim() : before[id]] as const;
    });
    return Object.fromEntries(entries) as Record<(typeof cellIds)[number], string>;
  };
  return {
    sheet,
    read: () => linesOf(rows, cells, words),
    addRows: () => setMore((count) => count + spare),
  };
}

interface SavingParts {
  form: ReturnType<typeof useKeptHead>;
  grid: ReturnType<typeof useLineSheet>;
  isNew: boolean;
  revision: number | undefined;
}

/** Saves whole sheets; what is wrong stands at its cell, and everything typed stays. */
function useSaving({ form, grid, isNew, revision }: SavingParts) {
  const w = useWords(templateWords);
  const town = useTown();
  const navigate = useNavigate();
  const refresh = useRefreshInspection();
  const say = useFaultWords();
  const [told, setTold] = useState('');
  const { data } = useQuery(api.templates.list.queryOptions({ input: { town } }));
  const save = useSave(client.templates.save, {
    onSaved: ({ template }) => {
      grid.sheet.saved(grid.sheet.edits);
      form.forget();
      refresh();
      void navigate({
        to: '/$town/inspection/templates/$template',
        params: { town, template: template.code },
        search: { version: String(template.version) } as never,
      });
    },
  });
  const { code } = form.head;
  const isTaken = isNew && data?.rows.some((row) => row.code === code);
  const isShaped = /^[a-z][a-z0-9-]{1,39}$/.test(code);
  const run = () => {
    const { lines, faults } = grid.read();
    grid.sheet.refused(
      faults.map(({ row, column, fault }) => ({ row, column, sentence: say(fault) })),
    );
    setTold(faults.length > 0 ? w.wrongCells(faults.length) : lines.length > 0 ? '' : w.noLines);
    if (faults.length > 0 || lines.length === 0 || isTaken || !isShaped) return;
    void save.run({
      town,
      ...sentHead(form.head),
      lines,
      ...(revision === undefined ? {} : { revision }),
    });
  };
  return {
    run,
    save,
    told,
    codeFault: isTaken ? w.codeTaken : code === '' || isShaped ? undefined : w.codeWrong,
  };
}

function headOf({ lines: _, places, households, schemeLine = '', ...head }: Begun): Head {
  const { code, name, office, subjects, cadence, mode, sheets, route } = head;
  return {
    ...{ code, name, office, schemeLine, subjects, cadence, mode, sheets, route },
    places: String(places),
    households: String(households),
  };
}

function sentHead({ schemeLine, places, households, ...head }: Head) {
  return {
    ...head,
    ...(schemeLine === '' ? {} : { schemeLine }),
    places: Number(places || '0'),
    households: Number(households || '0'),
  };
}

function rowKey({ key }: LineRow): string {
  return key;
}

/** Rows that a kept draft has beyond the spare ones. */
function writtenBelow(draftKey: string, lines: number): number {
  try {
    const text = localStorage.getItem(`oneneedle.draft.${draftKey}`) ?? '';
    const rows = [...text.matchAll(/"row":"(\d+)"/g)].map(([, row]) => Number(row));
    return Math.max(0, Math.max(0, ...rows) - lines - spare);
  } catch {
    return 0;
  }
}
