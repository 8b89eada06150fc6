/** A table file: first what it would change and what is wrong in it, then the deed. */

import { type ReactNode, useId, useState } from 'react';
import { type CallContext, download, useSave } from '../api/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { importWords } from '../words/imports.ts';
import { DeedModal } from './DeedModal.tsx';
import { Field } from './Field.tsx';
import { tableFiles } from './table-files.ts';
import './list-import.css';

/** Rows that a table shows before it says how many more there are. */
const shownRows = 100;

/** A column over what a file would change. */
export interface ImportColumn<Line> {
  readonly head: string;
  cell(line: Line): string;
}

/** What every preview of a file tells, whatever its rows are. */
interface Preview {
  readonly goodRows: number;
  readonly badRows: number;
  readonly remarks: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column?: number | undefined;
    readonly sentence: string;
  }[];
  /** Names what was previewed; the deed must repeat it. */
  readonly digest: string;
}

type Call<Input, Output> = (input: Input, options: { context: CallContext }) => Promise<Output>;
type Filed<List> = List & { file: File };

interface ListImportProps<List, Seen extends Preview, Line, Output> {
  title: string;
  /** What the file holds, and what is done with it. */
  says: string;
  /** What names the list beside the file: the town, a year; undefined while that is missing. */
  list: List | undefined;
  /** The list, where the chosen file names it. */
  listBy?(file: File): List | undefined;
  /** The three addresses: look, write the remarks into the file, take over. */
  preview: Call<Filed<List>, Seen>;
  mark: Call<Filed<List>, File>;
  take: Call<Filed<List> & { digest: string; goodOnly: boolean }, Output>;
  /** What would be written, one line each, and its columns. */
  lines(seen: Seen): readonly Line[];
  columns: readonly ImportColumn<Line>[];
  /** Over those lines, where "将要改的" is not the word. */
  label?: string;
  /** The verb on the button, where "导入 n 行" does not say what comes of it. */
  action?(count: number): string;
  /** What was found, beside how many rows are good. */
  told?(seen: Seen): ReactNode;
  /** What becomes of that which the file does not name. */
  stays?: string;
  /** The file has several sheets: a remark names its own. */
  hasSheets?: boolean;
  /** Above the file: empty forms to fetch, further fields; `look` looks at the file as another list. */
  extra?(look: (list: List | undefined) => void): ReactNode;
  /** Has what the deed changed read again. */
  refresh(): void;
  onDone?(output: Output): unknown;
  onClose(): void;
}

/** Nothing is written before a person saw it, and bad rows are left out only if they say so. */
export function ListImport<List extends object, Seen extends Preview, Line, Output>(
  props: ListImportProps<List, Seen, Line, Output>,
) {
  const { list, listBy, preview, take, lines, action, onDone } = props;
  const w = useWords(importWords);
  const [file, setFile] = useState<File>();
  const [seen, setSeen] = useState<Seen>();
  const [goodOnly, setGoodOnly] = useState(false);
  const looking = useSave(preview, { onSaved: setSeen });
  const look = (chosen: File | undefined, as: List | undefined) => {
    setSeen(undefined);
    setGoodOnly(false);
    if (chosen && as) void looking.run({ ...as, file: chosen });
  };
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    look(chosen, chosen && listBy ? listBy(chosen) : list);
  };
  const badRows = seen?.badRows ?? 0;
  const count = seen ? lines(seen).length : 0;
  const isReady = count > 0 && (badRows === 0 || goodOnly);
  return (
    <DeedModal
      title={props.title}
      says={seen ? undefined : props.says}
      action={action ? action(count) : count > 0 ? w.take(count) : w.takeNone}
      call={take}
      input={
        list && file && seen && isReady
          ? { ...list, file, digest: seen.digest, goodOnly }
          : undefined
      }
      refresh={props.refresh}
      onClose={props.onClose}
      {...(onDone && { onDone })}
      wide
    >
      {props.extra?.((as) => look(file, as))}
      <FileField onChoose={choose} />
      {looking.step === 'saving' ? (
        <p role="status">{w.reading}</p>
      ) : (
        !seen && looking.step !== 'idle' && file && <SaveLine save={looking} />
      )}
      {list && seen && file && (
        <>
          <div role="status" className="import-read">
            {w.read(seen.goodRows, badRows)}
            {props.told?.(seen)}
          </div>
          <Remarks {...props} list={list} remarks={seen.remarks} file={file} />
          {(count > 0 || badRows === 0) && <Lines {...props} lines={lines(seen)} />}
        </>
      )}
      {badRows > 0 && count > 0 && (
        <label className="import-check">
          <input
            type="checkbox"
            checked={goodOnly}
            onChange={({ target }) => setGoodOnly(target.checked)}
          />
          {w.goodOnly(badRows)}
        </label>
      )}
    </DeedModal>
  );
}

function FileField({ onChoose }: { onChoose(file: File | undefined): void }) {
  const w = useWords(importWords);
  return (
    <Field label={w.file} hint={w.fileHint}>
      {(parts) => (
        <input
          {...parts}
          type="file"
          accept={tableFiles}
          onClick={({ currentTarget }) => {
            // The same file, mended, can be chosen again.
            currentTarget.value = '';
            onChoose(undefined);
          }}
          onChange={({ target }) => onChoose(target.files?.[0])}
        />
      )}
    </Field>
  );
}

type Remark = Preview['remarks'][number];

interface RemarksProps<List> {
  remarks: readonly Remark[];
  file: File;
  list: List;
  mark: Call<Filed<List>, File>;
  hasSheets?: boolean;
}

/** By sheet and row, as one goes through the file, and the file with them written into it. */
function Remarks<List extends object>({
  remarks,
  file,
  list,
  mark,
  hasSheets,
}: RemarksProps<List>) {
  const w = useWords(importWords);
  const marking = useSave(mark, { onSaved: download });
  if (remarks.length === 0) return null;
  const columns: ImportColumn<Remark>[] = [
    ...(hasSheets && remarks.some(({ sheet }) => sheet !== '')
      ? [{ head: w.sheet, cell: ({ sheet }: Remark) => sheet }]
      : []),
    { head: w.row, cell: ({ row }) => String(row) },
    ...(remarks.some(({ column }) => column !== undefined)
      ? [{ head: w.column, cell: ({ column }: Remark) => (column ? letterOf(column) : '') }]
      : []),
    { head: w.sentence, cell: ({ sentence }) => sentence },
  ];
  return (
    <section>
      <Table label={w.wrong} columns={columns} lines={inOrder(remarks)} />
      <p>
        <Button disabled={marking.isBusy} onClick={() => void marking.run({ ...list, file })}>
          {w.marked}
        </Button>
      </p>
      {marking.step !== 'idle' && marking.step !== 'saved' && <SaveLine save={marking} />}
    </section>
  );
}

interface LinesProps<Line> {
  lines: readonly Line[];
  columns: readonly ImportColumn<Line>[];
  label?: string;
  stays?: string;
}

function Lines<Line>({ lines, columns, label, stays }: LinesProps<Line>) {
  const w = useWords(importWords);
  if (lines.length === 0) return <p>{w.nothing}</p>;
  return (
    <section>
      <Table label={label ?? w.changes} columns={columns} lines={lines} />
      {stays && <p className="soft">{stays}</p>}
    </section>
  );
}

interface TableProps<Line> {
  label: string;
  columns: readonly ImportColumn<Line>[];
  lines: readonly Line[];
}

function Table<Line>({ label, columns, lines }: TableProps<Line>) {
  const w = useWords(importWords);
  const id = useId();
  const shown = lines.slice(0, shownRows).map((line, index) => ({
    key: `${id} ${index}`,
    cells: columns.map(({ head, cell }) => ({ head, text: cell(line) })),
  }));
  return (
    <>
      <h3 id={id}>{label}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className="import-box" aria-labelledby={id} tabIndex={0}>
        <table className="import-table">
          <thead>
            <tr>
              {columns.map(({ head }) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map(({ head, text }) => (
                  <td key={head}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {lines.length > shownRows && <p className="soft">{w.more(lines.length - shownRows)}</p>}
    </>
  );
}

function inOrder(remarks: readonly Remark[]): Remark[] {
  const sheets = [...new Set(remarks.map(({ sheet }) => sheet))];
  const place = ({ sheet }: Remark) => sheets.indexOf(sheet);
  return [...remarks].sort((a, b) => place(a) - place(b) || a.row - b.row);
}

/** The letters over a column that counts from 1: 3 is C, 28 is AB. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? `${letterOf(Math.floor((column - 1) / 26))}${letter}` : letter;
}
