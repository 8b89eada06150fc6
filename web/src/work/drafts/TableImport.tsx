/** A task table from above: each row an item, and which rows are mapped to nobody. */

import type { ListPreview } from '@oneneedle/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/index.ts';
import { ListImport, useChangeColumns } from '../../forms/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { draftWords, isOfCommittee } from '../../words/drafts.ts';
import { type DocumentHead, HeadFields, headOf } from './PasteForm.tsx';
import { Tick } from './Tick.tsx';

interface TableImportProps {
  onClose(): void;
  onMade(id: string): void;
}

export function TableImport({ onClose, onMade }: TableImportProps) {
  const w = useWords(draftWords);
  const town = useTown();
  const [head, setHead] = useState<DocumentHead>({ title: '', dated: '', source: '' });
  // What a committee decided is mostly withheld, until somebody says otherwise.
  const [withheld, setWithheld] = useState<boolean>();
  const isWithheld = withheld ?? isOfCommittee(head.title);
  const queries = useQueryClient();
  const listOf = ({ title }: DocumentHead) =>
    title.trim() === '' ? undefined : { town, title: title.trim() };
  return (
    <ListImport
      title={w.importTable}
      says={w.importSays}
      list={listOf(head)}
      listBy={(file) => {
        const named = { ...head, title: head.title || file.name.replace(/\.[a-z]+$/i, '') };
        setHead(named);
        return listOf(named);
      }}
      preview={client.drafts.previewTable}
      mark={client.drafts.markTable}
      take={(input, options) =>
        client.drafts.importTable({ ...headOf(head), isWithheld, ...input }, options)
      }
      lines={({ changes }: ListPreview) => changes.filter(({ isNew }) => isNew)}
      columns={useChangeColumns()}
      extra={(look) => (
        <>
          <p>
            <a href={`/api/towns/${town}/drafts/export`}>{w.emptyTable}</a>
          </p>
          <HeadFields
            head={head}
            onChange={(next) => {
              setHead(next);
              // Rows that came before under the same title are not claimed again.
              if (next.title.trim() !== head.title.trim()) look(listOf(next));
            }}
          />
          <Tick label={w.isWithheld} value={isWithheld} onChange={setWithheld} />
        </>
      )}
      refresh={() => {
        for (const queryKey of [api.drafts.key(), api.items.key(), api.desk.key()]) {
          void queries.invalidateQueries({ queryKey });
        }
      }}
      onDone={({ id }) => {
        onMade(id);
        return true;
      }}
      onClose={onClose}
    />
  );
}
