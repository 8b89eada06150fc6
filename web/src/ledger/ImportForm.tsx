/** A workbook: first what it would record and what is wrong in it, then the deed. */

import { useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import { LedgerModal } from './LedgerModal.tsx';
import type { Options, Preview } from './replies.ts';

/** Rows that a list shows before it says how many more there are. */
const shownRows = 100;

export function ImportForm({ options, onClose }: { options: Options; onClose(): void }) {
  const f = useWords(ledgerFormWords);
  const town = useTown();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<Preview>();
  const [goodOnly, setGoodOnly] = useState(false);
  const look = useSave(client.ledger.previewImport, { onSaved: setPreview });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setPreview(undefined);
    setGoodOnly(false);
    if (chosen) void look.run({ town, file: chosen });
  };
  const { goodRows = 0, badRows = 0 } = preview ?? {};
  const isReady = preview !== undefined && goodRows > 0 && (badRows === 0 || goodOnly);
  return (
    <LedgerModal
      title={f.importTitle}
      says={f.importSays}
      action={goodRows > 0 ? f.importCount(goodRows) : f.importNone}
      call={client.ledger.importEntries}
      input={file && isReady ? { town, file, digest: preview.digest, goodOnly } : undefined}
      onClose={onClose}
      wide
    >
      <ul>
        {options.lines.map(({ line, name }) => (
          <li key={line}>
            <a href={`/api/towns/${town}/ledger/template?${new URLSearchParams({ line })}`}>
              {f.template(name)}
            </a>
          </li>
        ))}
      </ul>
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
          <p role="status">{f.importRead(goodRows, badRows, preview.known)}</p>
          <Remarks remarks={preview.remarks} file={file} />
          <GoodRows rows={preview.rows} />
          {badRows > 0 && goodRows > 0 && (
            <label className="ledger-check">
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
    </LedgerModal>
  );
}

function Remarks({ remarks, file }: { remarks: Preview['remarks']; file: File }) {
  const f = useWords(ledgerFormWords);
  const town = useTown();
  const mark = useSave(client.ledger.markImport, { onSaved: download });
  if (remarks.length === 0) return null;
  return (
    <section>
      <h3>{f.wrong}</h3>
      <div className="ledger-box">
        <table className="ledger-table">
          <thead>
            <tr>
              <th scope="col">{f.sheetName}</th>
              <th scope="col" className="figure">
                {f.row}
              </th>
              <th scope="col">{f.sentence}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(remarks)
              .slice(0, shownRows)
              .map(({ sheet, row, sentence }) => (
                <tr key={`${sheet} ${row} ${sentence}`}>
                  <td>{sheet}</td>
                  <td className="figure">{row}</td>
                  <td>{sentence}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <More count={remarks.length - shownRows} />
      <p>
        <Button disabled={mark.isBusy} onClick={() => void mark.run({ town, file })}>
          {f.marked}
        </Button>
      </p>
      {mark.step !== 'idle' && mark.step !== 'saved' && <SaveLine save={mark} />}
    </section>
  );
}

/** By sheet and row, as one goes through the file. */
function inOrder(remarks: Preview['remarks']): Preview['remarks'] {
  return [...remarks].sort((a, b) => (a.sheet === b.sheet ? a.row - b.row : 0));
}

function GoodRows({ rows }: { rows: Preview['rows'] }) {
  const f = useWords(ledgerFormWords);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{f.goodRows}</h3>
      <div className="ledger-box">
        <table className="ledger-table">
          <thead>
            <tr>
              {[f.rowSubject, f.kind, f.when, f.summary, f.lookAt].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .slice(0, shownRows)
              .map(({ sheet, row, subjects, kindName, when, summary, warnings }) => (
                <tr key={`${sheet} ${row}`}>
                  <td>{subjects.join(f.comma)}</td>
                  <td>{kindName}</td>
                  <td>{when}</td>
                  <td>{summary}</td>
                  <td>{warnings.join('')}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <More count={rows.length - shownRows} />
    </section>
  );
}

function More({ count }: { count: number }) {
  const f = useWords(ledgerFormWords);
  return count > 0 ? <p className="soft">{f.moreRows(count)}</p> : null;
}

/** Hands a file to the browser as if it had been a link. */
function download(file: Blob & { name?: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name ?? '';
  link.click();
  URL.revokeObjectURL(link.href);
}
