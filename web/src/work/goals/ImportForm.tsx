/** A workbook of goals: first what it would make and change and what is wrong in it, then the deed. */

import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { goalFormWords } from '../../words/goal-forms.ts';
import { goalWords } from '../../words/goals.ts';
import { GoalModal } from './GoalModal.tsx';
import type { GoalPreview } from './replies.ts';

/** Rows that a list shows before it says how many more there are. */
const shownRows = 100;

interface ImportFormProps {
  year: number;
  onClose(): void;
}

export function ImportForm({ year, onClose }: ImportFormProps) {
  const f = useWords(goalFormWords);
  const town = useTown();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<GoalPreview>();
  const [goodOnly, setGoodOnly] = useState(false);
  const look = useSave(client.goals.previewImport, { onSaved: (found) => setPreview(found) });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setPreview(undefined);
    setGoodOnly(false);
    if (chosen) void look.run({ town, year, file: chosen });
  };
  const { badRows = 0, added = 0, changed = 0 } = preview ?? {};
  const count = added + changed;
  const isReady = preview !== undefined && count > 0 && (badRows === 0 || goodOnly);
  return (
    <GoalModal
      title={f.importTitle}
      says={f.importSays}
      action={count > 0 ? f.importDo(count) : f.importNothing}
      call={client.goals.importGoals}
      input={file && isReady ? { town, year, file, digest: preview.digest, goodOnly } : undefined}
      onClose={onClose}
      wide
    >
      <p>
        <a href={`/api/towns/${town}/goals/export?year=${year}`}>{f.importTemplate}</a>
      </p>
      <label className="field">
        {f.file}
        <input
          type="file"
          accept=".xlsx,.xlsm,.csv"
          onChange={({ target }) => choose(target.files?.[0])}
        />
      </label>
      {!preview && look.step !== 'idle' && <SaveLine save={look} />}
      {preview && file && (
        <>
          <p role="status">
            {f.importRead(preview.goodRows, badRows)}
            {f.importCounts(added, changed, preview.same)}
          </p>
          <Remarks preview={preview} file={file} year={year} />
          <Changes changes={preview.changes} />
          {badRows > 0 && count > 0 && (
            <label className="goal-check">
              <input
                type="checkbox"
                checked={goodOnly}
                onChange={({ target }) => setGoodOnly(target.checked)}
              />
              {f.goodOnly(badRows)}
            </label>
          )}
        </>
      )}
    </GoalModal>
  );
}

interface RemarksProps {
  preview: GoalPreview;
  file: File;
  year: number;
}

function Remarks({ preview: { remarks }, file, year }: RemarksProps) {
  const f = useWords(goalFormWords);
  const town = useTown();
  const mark = useSave(client.goals.markImport, { onSaved: (marked) => download(marked) });
  if (remarks.length === 0) return null;
  return (
    <section>
      <h3>{f.wrong}</h3>
      <div className="goal-box">
        <table className="goal-lines">
          <thead>
            <tr>
              <th scope="col" className="figure">
                {f.row}
              </th>
              <th scope="col">{f.column}</th>
              <th scope="col">{f.sentence}</th>
            </tr>
          </thead>
          <tbody>
            {remarks.slice(0, shownRows).map(({ sheet, row, column, sentence }) => (
              <tr key={`${sheet} ${row} ${column ?? 0} ${sentence}`}>
                <td className="figure">{row}</td>
                <td>{column === undefined ? '' : letterOf(column)}</td>
                <td>{sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More count={remarks.length - shownRows} />
      <p>
        <Button disabled={mark.isBusy} onClick={() => void mark.run({ town, year, file })}>
          {f.marked}
        </Button>
      </p>
      {mark.step !== 'idle' && mark.step !== 'saved' && <SaveLine save={mark} />}
    </section>
  );
}

function Changes({ changes }: { changes: GoalPreview['changes'] }) {
  const f = useWords(goalFormWords);
  const w = useWords(goalWords);
  if (changes.length === 0) return null;
  return (
    <section>
      <h3>{f.changes}</h3>
      <div className="goal-box">
        <table className="goal-lines">
          <thead>
            <tr>
              <th scope="col">{w.goal}</th>
              <th scope="col">{f.changes}</th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, shownRows).map(({ code, title, isNew, fields }) => (
              <tr key={code}>
                <td>
                  {code} {title} {isNew && <span className="soft">{f.isNew}</span>}
                </td>
                <td>
                  {fields
                    .filter(({ after }) => !isNew || after !== '')
                    .map(({ title: head, before, after }) =>
                      before === '' ? f.set(head, after) : f.from(head, before, after),
                    )
                    .join(f.semicolon)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More count={changes.length - shownRows} />
    </section>
  );
}

function More({ count }: { count: number }) {
  const f = useWords(goalFormWords);
  return count > 0 ? <p className="soft">{f.moreRows(count)}</p> : null;
}

/** The letters over a column that counts from 1. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? `${letterOf(Math.floor((column - 1) / 26))}${letter}` : letter;
}

/** Hands a file to the browser as if it had been a link. */
function download(file: Blob & { name?: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name ?? '';
  link.click();
  URL.revokeObjectURL(link.href);
}
