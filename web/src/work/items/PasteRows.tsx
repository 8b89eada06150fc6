/** Rows from Excel: pasted, read by the server, shown with what is wrong, booked all or not at all. */

import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { Field } from '../../forms/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { tsvBlock } from '../../table/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemBookWords } from '../../words/item-book.ts';
import { PickField } from './deed-fields.tsx';
import type { NewItemInput, PastePreviewReply } from './replies.ts';
import { useRefreshItems, useSourceText } from './use-items.ts';

type Kind = NewItemInput['source']['kind'];

/** Where pasted rows come from; an instruction of a leader is a slip. */
const kinds = [
  'upper',
  'meeting',
  'document',
  'inspection',
  'telephone',
  'other',
] as const satisfies readonly Kind[];

const columns = ['title', 'who', 'due', 'upperNo'] as const;
const rowsMax = 500;
/** The server refuses a cell far shorter than this, so that nothing cut here is booked. */
const longest = 1000;

export function PasteRows() {
  const b = useWords(itemBookWords);
  const town = useTown();
  const refresh = useRefreshItems();
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<PastePreviewReply>();
  const [booked, setBooked] = useState<number>();
  const [kind, setKind] = useState<Kind>('upper');
  const [document, setDocument] = useState('');
  const source = { kind, ...(document.trim() ? { document: document.trim() } : {}) };
  const { rows, hasMore } = pastedIn(text, b.dueHeads.split(' '));
  const check = useSave(client.items.previewPaste, { onSaved: setPreview });
  const save = useSave(client.items.paste, {
    onSaved: ({ made }) => {
      refresh();
      setBooked(made.length);
      setText('');
      setPreview(undefined);
    },
  });
  const wrong = [
    rows.length > rowsMax ? b.tooMany(rows.length, rowsMax) : '',
    hasMore ? b.moreCells : '',
  ].filter(Boolean);
  return (
    <details className="item-form">
      <summary>{b.pasteTitle}</summary>
      <p className="prose">{b.pasteSays}</p>
      <SourcePart {...{ kind, document, setKind, setDocument }} />
      <Field label={b.pasteField} error={wrong.join(' ')}>
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
          disabled={rows.length === 0 || wrong.length > 0 || check.isBusy}
          onClick={() => void check.run({ town, rows })}
        >
          {b.check}
        </Button>
        {preview && preview.errors.length === 0 && (
          <Button
            kind="main"
            disabled={save.isBusy}
            onClick={() => void save.run({ town, rows, source })}
          >
            {b.bookAll(preview.rows.length)}
          </Button>
        )}
        {/* What was only looked at is not “saved”. */}
        {check.step !== 'saved' && save.step === 'idle' && <SaveLine save={check} />}
        <SaveLine save={save} />
      </div>
      {booked !== undefined && <p role="status">{b.bookedAll(booked)}</p>}
      {preview && <Preview preview={preview} />}
    </details>
  );
}

interface SourcePartProps {
  kind: Kind;
  document: string;
  setKind(kind: Kind): void;
  setDocument(text: string): void;
}

/** Where all of the rows come from. */
function SourcePart({ kind, document, setKind, setDocument }: SourcePartProps) {
  const b = useWords(itemBookWords);
  const sourceText = useSourceText();
  return (
    <div className="item-pair">
      <PickField
        label={b.sourceKind}
        value={kind}
        values={kinds}
        word={sourceText}
        onChange={(next) => next !== '' && setKind(next)}
      />
      <Field label={b.document}>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={document}
            onChange={({ target }) => setDocument(target.value)}
          />
        )}
      </Field>
    </div>
  );
}

/** The pasted cells; a first line that names the column of the day is a head and left out. */
function pastedIn(text: string, heads: readonly string[]) {
  if (text.trim() === '') return { rows: [], hasMore: false };
  const block = tsvBlock(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const [first = []] = block;
  const isHead = first.some((cell) => heads.some((head) => cell.includes(head)) && cell.length < 9);
  const body = block.slice(isHead ? 1 : 0);
  return {
    rows: body.map(([title = '', who = '', due = '', upperNo = '']) => ({
      title: title.slice(0, longest),
      who: who.slice(0, longest),
      due: due.slice(0, longest),
      upperNo: upperNo.slice(0, longest),
    })),
    hasMore: body.some((row) => row.slice(columns.length).some((cell) => cell.trim() !== '')),
  };
}

function Preview({ preview: { rows, errors, notes } }: { preview: PastePreviewReply }) {
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
            {rows.map(({ title, lead, support, units, accountable, dueOn, upperNo }, index) => {
              const of = (said: typeof errors) => said.filter(({ row }) => row === index);
              const wrong = of(errors);
              const also = [
                support && b.pasteSupport(support.join(b.and)),
                units && b.pasteUnits(units.join(b.and)),
              ];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a pasted row has nothing but its place
                <tr key={index}>
                  <td>{index + 1}</td>
                  <td>{title}</td>
                  <td>{[lead, accountable, ...also].filter(Boolean).join(' ')}</td>
                  <td>{dueOn}</td>
                  <td>{upperNo}</td>
                  <td className={wrong.length > 0 ? 'field-error' : ''}>
                    {[...wrong, ...of(notes)]
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
