/** A task table from above: first what it would claim and which rows are mapped to nobody, then the deed. */

import type { ListPreview } from '@oneneedle/contract';
import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { Button, Modal, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { draftWords } from '../../words/drafts.ts';
import { orgFormWords } from '../../words/org-forms.ts';
import { shellWords } from '../../words/shell.ts';
import { type DocumentHead, HeadFields, headOf } from './PasteForm.tsx';

interface TableImportProps {
  onClose(): void;
  onMade(id: string): void;
}

export function TableImport({ onClose, onMade }: TableImportProps) {
  const w = useWords(draftWords);
  const f = useWords(orgFormWords);
  const s = useWords(shellWords);
  const town = useTown();
  const [file, setFile] = useState<File>();
  const [head, setHead] = useState<DocumentHead>({ title: '', dated: '', source: '' });
  const [found, setFound] = useState<ListPreview>();
  const [goodOnly, setGoodOnly] = useState(false);
  const look = useSave(client.drafts.previewTable, { onSaved: setFound });
  const save = useSave(client.drafts.importTable, { onSaved: ({ id }) => onMade(id) });
  const see = (chosen: File | undefined, title: string) => {
    setFound(undefined);
    setGoodOnly(false);
    if (chosen && title.trim() !== '') void look.run({ town, title: title.trim(), file: chosen });
  };
  const choose = (chosen: File | undefined) => {
    const title = head.title || (chosen?.name.replace(/\.[a-z]+$/i, '') ?? '');
    setFile(chosen);
    setHead({ ...head, title });
    see(chosen, title);
  };
  const { badRows = 0, added = 0 } = found ?? {};
  const isReady = found !== undefined && added > 0 && (badRows === 0 || goodOnly);
  return (
    <Modal title={w.importTable} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!file || !found || !isReady || save.isBusy) return;
          void save.run({ town, ...headOf(head), file, digest: found.digest, goodOnly });
        }}
      >
        <p className="prose">{w.importSays}</p>
        <p>
          <a href={`/api/towns/${town}/drafts/export`}>{w.emptyTable}</a>
        </p>
        <label className="field">
          {f.file}
          <input
            type="file"
            accept=".xlsx,.xlsm,.csv"
            onChange={({ target }) => choose(target.files?.[0])}
          />
        </label>
        <HeadFields
          head={head}
          onChange={(next) => {
            setHead(next);
            // Rows that came before under the same title are not claimed again.
            if (next.title !== head.title) see(file, next.title);
          }}
        />
        {!found && look.step !== 'idle' && <SaveLine save={look} />}
        {found && file && <Found found={found} file={file} title={head.title.trim()} />}
        {badRows > 0 && added > 0 && (
          <GoodOnly badRows={badRows} value={goodOnly} onChange={setGoodOnly} />
        )}
        <SaveLine save={save} />
        <div className="modal-actions">
          <Button kind="main" type="submit" disabled={!isReady || save.isBusy}>
            {added > 0 ? f.importCount(added) : f.import}
          </Button>
          <Button onClick={onClose}>{s.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}

interface GoodOnlyProps {
  badRows: number;
  value: boolean;
  onChange(value: boolean): void;
}

function GoodOnly({ badRows, value, onChange }: GoodOnlyProps) {
  const f = useWords(orgFormWords);
  return (
    <label className="draft-check">
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      {f.goodOnly(badRows)}
    </label>
  );
}

function Found({ found, file, title }: { found: ListPreview; file: File; title: string }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const mark = useSave(client.drafts.markTable, { onSaved: download });
  return (
    <>
      <p role="status">{f.importRead(found.goodRows, found.badRows)}</p>
      {found.remarks.length > 0 && (
        <section>
          <h3>{f.wrong}</h3>
          <ul className="draft-remarks">
            {found.remarks.map(({ sheet, row, column, sentence }) => (
              <li key={`${sheet} ${row} ${column} ${sentence}`}>
                {f.row} {row}：{sentence}
              </li>
            ))}
          </ul>
          <p>
            <Button disabled={mark.isBusy} onClick={() => void mark.run({ town, title, file })}>
              {f.marked}
            </Button>
          </p>
          {mark.step !== 'idle' && mark.step !== 'saved' && <SaveLine save={mark} />}
        </section>
      )}
      {found.changes.length > 0 && (
        <section>
          <h3>{f.changes}</h3>
          <ul className="draft-remarks">
            {found.changes.map(({ label, fields }) => (
              <li key={label}>
                {label}
                <span className="soft">
                  {' '}
                  {fields
                    .filter(({ after }) => after !== '')
                    .map(({ title: what, after }) => f.isSet(what, after))
                    .join('；')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
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
