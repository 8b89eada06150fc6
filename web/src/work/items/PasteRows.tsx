/** Rows from Excel: pasted, read by the server, shown with what is wrong, booked all or not at all. */

import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { Field } from '../../forms/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { tsvBlock } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemBookWords } from '../../words/item-book.ts';
import type { PastePreviewReply } from './replies.ts';
import { useRefreshItems } from './use-items.ts';

const columns = ['title', 'who', 'due', 'upperNo'] as const;

export function PasteRows() {
  const b = useWords(itemBookWords);
  const town = useTown();
  const refresh = useRefreshItems();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<PastePreviewReply>();
  const [booked, setBooked] = useState<number>();
  const rows = rowsIn(text, b.dueHeads.split(' '));
  const check = useSave(client.items.previewPaste, { onSaved: setPreview });
  const save = useSave(client.items.paste, {
    onSaved: ({ made }) => {
      refresh();
      setBooked(made.length);
      setText('');
      setPreview(undefined);
    },
  });
  return (
    <details className="item-form">
      <summary>{b.pasteTitle}</summary>
      <p className="prose">{b.pasteSays}</p>
      <Field label={b.pasteField}>
        {(parts) => (
          <textarea
            {...parts}
            rows={5}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setPreview(undefined);
              setBooked(undefined);
            }}
          />
        )}
      </Field>
      <div className="item-deeds">
        <Button
          disabled={rows.length === 0 || rows.length > 500 || check.isBusy}
          onClick={() => void check.run({ town, rows })}
        >
          {b.check}
        </Button>
        {preview && preview.errors.length === 0 && (
          <Button kind="main" disabled={save.isBusy} onClick={() => void save.run({ town, rows })}>
            {b.bookAll(preview.rows.length)}
          </Button>
        )}
        {save.step === 'idle' ? <SaveLine save={check} /> : <SaveLine save={save} />}
      </div>
      {booked !== undefined && <p role="status">{b.bookedAll(booked)}</p>}
      {preview && <Preview preview={preview} />}
    </details>
  );
}

/** The pasted cells; a first line that names the column of the day is a head and left out. */
function rowsIn(text: string, heads: readonly string[]) {
  if (text.trim() === '') return [];
  const block = tsvBlock(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const [first = []] = block;
  const isHead = first.some((cell) => heads.some((head) => cell.includes(head)) && cell.length < 9);
  return block.slice(isHead ? 1 : 0).map(([title = '', who = '', due = '', upperNo = '']) => ({
    title: title.slice(0, 1000),
    who: who.slice(0, 200),
    due: due.slice(0, 40),
    upperNo: upperNo.slice(0, 200),
  }));
}

function Preview({ preview: { rows, errors } }: { preview: PastePreviewReply }) {
  const b = useWords(itemBookWords);
  const heads = {
    title: b.columnTitle,
    who: b.columnWho,
    due: b.columnDue,
    upperNo: b.columnUpperNo,
  };
  return (
    <>
      <p role="status">
        {b.pasteRows(rows.length)}
        {errors.length > 0 && b.pasteWrong(errors.length)}
      </p>
      <div className="item-scroll">
        <table className="item-preview">
          <thead>
            <tr>
              <th scope="col">{b.row}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {heads[column]}
                </th>
              ))}
              <th scope="col">{b.wrong}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title, lead, accountable, dueOn, upperNo }, index) => {
              const wrong = errors.filter(({ row }) => row === index);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a pasted row has nothing but its place
                <tr key={index}>
                  <td>{index + 1}</td>
                  <td>{title}</td>
                  <td>{[lead, accountable].filter(Boolean).join(' ')}</td>
                  <td>{dueOn}</td>
                  <td>{upperNo}</td>
                  <td className={wrong.length > 0 ? 'field-error' : ''}>
                    {wrong
                      .map(({ column, sentence }) => `${heads[column]}${b.colon}${sentence}`)
                      .join(' ')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
