/** A roster file: first what it would change and what is wrong in it, then the deed. */

import type { ImportPreview } from '@oneneedle/contract';
import { useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { DeedForm } from './DeedForm.tsx';

export function ImportForm({ onClose }: { onClose(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [goodOnly, setGoodOnly] = useState(false);
  const look = useSave(client.org.previewImport, { onSaved: (found) => setPreview(found) });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setPreview(undefined);
    setGoodOnly(false);
    if (chosen) void look.run({ town, file: chosen });
  };
  const { badRows = 0, changes = [] } = preview ?? {};
  const isReady = preview !== undefined && changes.length > 0 && (badRows === 0 || goodOnly);
  return (
    <DeedForm
      title={f.importTitle}
      action={changes.length > 0 ? f.importCount(changes.length) : f.import}
      call={client.org.importRoster}
      input={file && isReady ? { town, file, digest: preview.digest, goodOnly } : undefined}
      says={preview ? '' : f.importSays}
      onClose={onClose}
      wide
    >
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
          <Counts preview={preview} />
          <Remarks preview={preview} file={file} />
          <Changes preview={preview} />
          {badRows > 0 && changes.length > 0 && (
            <label className="org-inline">
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
    </DeedForm>
  );
}

function useTableNames(): Record<ImportPreview['counts'][number]['table'], string> {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  return { units: f.units, persons: w.persons, posts: w.posts, pairings: w.pairings };
}

function Counts({ preview: { counts, goodRows, badRows } }: { preview: ImportPreview }) {
  const f = useWords(orgFormWords);
  const names = useTableNames();
  const shown = counts.filter(({ added, changed, same }) => added + changed + same > 0);
  return (
    <>
      <p>{f.importRead(goodRows, badRows)}</p>
      {shown.length > 0 && (
        <ul>
          {shown.map(({ table, added, changed, same }) => (
            <li key={table}>{f.importCounts(names[table], added, changed, same)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Remarks({ preview: { remarks }, file }: { preview: ImportPreview; file: File }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const mark = useSave(client.org.markImport, { onSaved: (marked) => download(marked) });
  if (remarks.length === 0) return null;
  return (
    <section>
      <h3>{f.wrong}</h3>
      <div className="plain-box">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{f.sheet}</th>
              <th scope="col" className="figure">
                {f.row}
              </th>
              <th scope="col">{f.sentence}</th>
            </tr>
          </thead>
          <tbody>
            {remarks.map(({ sheet, row, sentence }) => (
              <tr key={`${sheet} ${row} ${sentence}`}>
                <td>{sheet}</td>
                <td className="figure">{row}</td>
                <td>{sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <Button disabled={mark.isBusy} onClick={() => void mark.run({ town, file })}>
          {f.marked}
        </Button>
      </p>
      {mark.step !== 'idle' && mark.step !== 'saved' && <SaveLine save={mark} />}
    </section>
  );
}

function Changes({ preview: { changes } }: { preview: ImportPreview }) {
  const f = useWords(orgFormWords);
  const names = useTableNames();
  if (changes.length === 0) return <p>{f.nothingChanges}</p>;
  return (
    <section>
      <h3>{f.changes}</h3>
      <div className="plain-box">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{f.sheet}</th>
              <th scope="col">{f.what}</th>
              <th scope="col">{f.change}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ table, label, isNew, fields }) => (
              <tr key={`${table} ${label} ${fields.map(({ after }) => after).join()}`}>
                <td>{names[table]}</td>
                <td>
                  {label} {isNew && <span className="soft">{f.isNew}</span>}
                </td>
                <td>
                  {fields
                    .map(({ title, before, after }) =>
                      isNew || before === ''
                        ? f.isSet(title, after)
                        : f.isChanged(title, before, after),
                    )
                    .join('；')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="soft">{f.othersStay}</p>
    </section>
  );
}

/** Hands a file to the browser as if it had been a link. */
function download(file: Blob & { name?: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name ?? '';
  link.click();
  URL.revokeObjectURL(link.href);
}
