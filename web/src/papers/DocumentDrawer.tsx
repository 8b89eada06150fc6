/** One document: what it was made from, the register's number, and its end where it is void. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { DeedModal, Field } from '../forms/index.ts';
import { Button, Drawer, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { documentKindWords, paperWords } from '../words/papers.ts';
import type { IssuedDocument } from './replies.ts';

interface DrawerProps {
  document: IssuedDocument;
  onClose(): void;
}

export function DocumentDrawer({ document, onClose }: DrawerProps) {
  const w = useWords(paperWords);
  const town = useTown();
  const [deed, setDeed] = useState<'register' | 'void'>();
  const { id, may, number } = document;
  const close = () => setDeed(undefined);
  return (
    <Drawer
      title={number}
      onClose={onClose}
      actions={
        <>
          <a href={`/api/towns/${town}/official-documents/${id}/file`} download>
            {w.download}
          </a>
          {may.register && (
            <Button kind="main" onClick={() => setDeed('register')}>
              {w.register}
            </Button>
          )}
          {may.void && <Button onClick={() => setDeed('void')}>{w.voidDeed}</Button>}
        </>
      }
    >
      <Facts document={document} />
      {deed === 'register' && <RegisterForm document={document} onClose={close} />}
      {deed === 'void' && <VoidForm document={document} onClose={close} />}
    </Drawer>
  );
}

function Facts({ document }: { document: IssuedDocument }) {
  const w = useWords(paperWords);
  const kinds = useWords(documentKindWords);
  const format = useFormat();
  const { voided, templateVersion } = document;
  const template = templateVersion === 0 ? w.ownTemplate : w.nth(templateVersion);
  const lines: readonly [string, string][] = [
    [w.name, document.title],
    [w.kind, kinds[document.kind]],
    [w.madeFrom, document.madeFrom],
    [w.officialNumber, document.officialNumber ?? '—'],
    [w.template, template],
    [w.madeBy, document.madeBy],
    [w.madeAt, format.moment(document.madeAt)],
    [w.sha256, document.sha256],
  ];
  return (
    <>
      {voided && <p>{w.voidedBy(voided.by, format.moment(voided.at), voided.reason)}</p>}
      <dl className="paper-facts">
        {lines.map(([head, text]) => (
          <div key={head}>
            <dt>{head}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function useRefresh() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: api.papers.key() });
}

function RegisterForm({ document, onClose }: DrawerProps) {
  const w = useWords(paperWords);
  const town = useTown();
  const refresh = useRefresh();
  const [text, setText] = useState(document.officialNumber ?? '');
  const officialNumber = text.trim();
  return (
    <DeedModal
      title={w.register}
      says={w.registerSays}
      action={w.register}
      call={client.papers.register}
      input={officialNumber === '' ? undefined : { town, id: document.id, officialNumber }}
      refresh={refresh}
      onClose={onClose}
    >
      <Field label={w.officialNumber} hint={w.registerHint} required>
        {(parts) => (
          <input {...parts} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
    </DeedModal>
  );
}

function VoidForm({ document, onClose }: DrawerProps) {
  const w = useWords(paperWords);
  const town = useTown();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const reason = text.trim();
  return (
    <DeedModal
      title={`${w.voidDeed} ${document.number}`}
      says={w.voidSays}
      action={w.voidDeed}
      call={client.papers.voidDocument}
      input={reason === '' ? undefined : { town, id: document.id, reason }}
      refresh={refresh}
      onClose={onClose}
    >
      <Field label={w.reason} required>
        {(parts) => (
          <input {...parts} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
    </DeedModal>
  );
}
