/** A list as a file: what it would change and what is wrong in it, then the deed. */

import { useState } from 'react';
import { type CallContext, useSave } from '../../api/index.ts';
import { Button, Modal, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { orgFormWords } from '../../words/org-forms.ts';
import { shellWords } from '../../words/shell.ts';
import type { Preview } from './replies.ts';
import { useDemandRefresh } from './use-demands.ts';

type Call<Input, Output> = (input: Input, options: { context: CallContext }) => Promise<Output>;
interface WithFile {
  town: string;
  file: File;
}

interface ListImportProps {
  /** The three addresses of a list: look, mark, take over. */
  preview: Call<WithFile, Preview>;
  mark: Call<WithFile, File>;
  take: Call<WithFile & { digest: string; goodOnly: boolean }, { added: number; changed: number }>;
  onClose(): void;
}

export function ListImport({ preview, mark, take, onClose }: ListImportProps) {
  const w = useWords(demandWords);
  const f = useWords(orgFormWords);
  const s = useWords(shellWords);
  const town = useTown();
  const refresh = useDemandRefresh();
  const [file, setFile] = useState<File>();
  const [found, setFound] = useState<Preview>();
  const [goodOnly, setGoodOnly] = useState(false);
  const look = useSave(preview, { onSaved: setFound });
  const save = useSave(take, {
    onSaved: () => {
      refresh();
      onClose();
    },
  });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setFound(undefined);
    setGoodOnly(false);
    if (chosen) void look.run({ town, file: chosen });
  };
  const { badRows = 0, changes = [] } = found ?? {};
  const isReady = found !== undefined && changes.length > 0 && (badRows === 0 || goodOnly);
  return (
    <Modal title={w.importList} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!file || !found || !isReady || save.isBusy) return;
          void save.run({ town, file, digest: found.digest, goodOnly });
        }}
      >
        {!found && <p className="prose">{w.importSays}</p>}
        <label className="field">
          {f.file}
          <input
            type="file"
            accept=".xlsx,.xlsm,.csv"
            onChange={({ target }) => choose(target.files?.[0])}
          />
        </label>
        {!found && look.step !== 'idle' && <SaveLine save={look} />}
        {found && file && <Found found={found} file={file} mark={mark} />}
        {badRows > 0 && changes.length > 0 && (
          <label className="demand-tick">
            <input
              type="checkbox"
              checked={goodOnly}
              onChange={({ target }) => setGoodOnly(target.checked)}
            />
            {f.goodOnly(badRows)}
          </label>
        )}
        <SaveLine save={save} />
        <div className="modal-actions">
          <Button kind="main" type="submit" disabled={!isReady || save.isBusy}>
            {changes.length > 0 ? f.importCount(changes.length) : f.import}
          </Button>
          <Button onClick={onClose}>{s.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}

interface FoundProps {
  found: Preview;
  file: File;
  mark: ListImportProps['mark'];
}

function Found({ found, file, mark }: FoundProps) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const { goodRows, badRows, remarks, changes } = found;
  const marking = useSave(mark, { onSaved: (marked) => download(marked) });
  return (
    <>
      <p>{f.importRead(goodRows, badRows)}</p>
      {remarks.length > 0 && (
        <section>
          <h3>{f.wrong}</h3>
          <div className="demand-box">
            <table className="demand-table">
              <thead>
                <tr>
                  <th scope="col">{f.row}</th>
                  <th scope="col">{f.sentence}</th>
                </tr>
              </thead>
              <tbody>
                {remarks.map(({ sheet, row, column, sentence }) => (
                  <tr key={`${sheet} ${row} ${column} ${sentence}`}>
                    <td>{row}</td>
                    <td>{sentence}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p>
            <Button disabled={marking.isBusy} onClick={() => void marking.run({ town, file })}>
              {f.marked}
            </Button>
          </p>
          {marking.step !== 'idle' && marking.step !== 'saved' && <SaveLine save={marking} />}
        </section>
      )}
      <Changes changes={changes} />
    </>
  );
}

function Changes({ changes }: Pick<Preview, 'changes'>) {
  const f = useWords(orgFormWords);
  if (changes.length === 0) return <p>{f.nothingChanges}</p>;
  return (
    <section>
      <h3>{f.changes}</h3>
      <div className="demand-box">
        <table className="demand-table">
          <thead>
            <tr>
              <th scope="col">{f.what}</th>
              <th scope="col">{f.change}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ label, isNew, fields }) => (
              <tr key={label}>
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
export function download(file: Blob & { name?: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name ?? '';
  link.click();
  URL.revokeObjectURL(link.href);
}
