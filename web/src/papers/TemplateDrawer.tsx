/** The template of a kind: its versions, what it may ask for, and uploading a changed one. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Drawer, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { documentKindWords, paperWords } from '../words/papers.ts';
import type { TemplateRow } from './replies.ts';
import { TemplateUpload } from './TemplateUpload.tsx';

interface DrawerProps {
  row: TemplateRow;
  onClose(): void;
}

export function TemplateDrawer({ row, onClose }: DrawerProps) {
  const w = useWords(paperWords);
  const kinds = useWords(documentKindWords);
  const [isChanging, setChanging] = useState(false);
  return (
    <Drawer
      title={kinds[row.kind]}
      onClose={onClose}
      wide
      actions={
        row.mayChange && (
          <Button kind="main" onClick={() => setChanging(true)}>
            {w.change}
          </Button>
        )
      }
    >
      <Versions row={row} />
      <Placeholders row={row} />
      {isChanging && <TemplateUpload kind={row.kind} onClose={() => setChanging(false)} />}
    </Drawer>
  );
}

function Versions({ row: { kind, inUse, mayChange, versions } }: { row: TemplateRow }) {
  const w = useWords(paperWords);
  const town = useTown();
  const format = useFormat();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const save = useSave(client.papers.choose, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.papers.key() }),
  });
  const nameOf = (version: number) => (version === 0 ? w.ownTemplate : w.nth(version));
  const use = async (version: number) => {
    const title = w.chooseTitle(nameOf(version));
    if (await confirm({ title, body: w.chooseBody, action: w.use }))
      await save.run({ town, kind, version });
  };
  const base = `/api/towns/${town}/document-templates/${kind}`;
  const own = { version: 0, fileName: '', keptBy: '', keptAt: '', documents: undefined };
  return (
    <section>
      <h3>{w.versions}</h3>
      <ul className="paper-versions" aria-label={w.versionsLabel}>
        {[...versions, own].map(({ version, fileName, keptBy, keptAt, documents }) => (
          <li key={version}>
            <p>
              <strong>{nameOf(version)}</strong>
              {version === inUse && ` （${w.inUse}）`}{' '}
              <span className="soft">
                {[
                  fileName,
                  keptBy,
                  keptAt && format.moment(keptAt),
                  documents !== undefined && `${w.documentsMade} ${w.documentsCount(documents)}`,
                ]
                  .filter(Boolean)
                  .join('　')}
              </span>
            </p>
            <p className="paper-links">
              <a href={`${base}/${version}/file`} download>
                {w.download}
              </a>
              <a href={`${base}/${version}/preview`} download>
                {w.preview}
              </a>
              {mayChange && version !== inUse && (
                <Button disabled={save.isBusy} onClick={() => void use(version)}>
                  {w.use}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {save.step !== 'idle' && save.step !== 'saved' && <SaveLine save={save} />}
    </section>
  );
}

function Placeholders({ row: { fields } }: { row: TemplateRow }) {
  const w = useWords(paperWords);
  const hints = { text: '', rows: w.repeats, blocks: w.severalParagraphs };
  return (
    <section>
      <h3>{w.placeholders}</h3>
      <table className="paper-fields">
        <thead>
          <tr>
            <th scope="col">{w.placeholder}</th>
            <th scope="col">{w.required}</th>
            <th scope="col">{w.example}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ placeholder, isRequired, example, shape }) => (
            <tr key={placeholder}>
              <th scope="row">{placeholder}</th>
              <td>{isRequired ? w.yes : ''}</td>
              <td>
                {example}
                {hints[shape] && <p className="soft">{hints[shape]}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
