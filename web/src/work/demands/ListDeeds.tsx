/** The deeds above a list that is kept in a workbook: take it away, bring it back. */

import type { ListPreview } from '@oneneedle/contract';
import { useState } from 'react';
import { type CallContext, download, useSave } from '../../api/index.ts';
import { ListImport, useChangeColumns } from '../../forms/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { useDemandRefresh } from './use-demands.ts';

type Call<Input, Output> = (input: Input, options: { context: CallContext }) => Promise<Output>;
interface WithFile {
  town: string;
  file: File;
}

/** The four addresses of a list: take away, look, mark, take over. */
interface Addresses {
  fetchFile: Call<{ town: string }, File>;
  preview: Call<WithFile, ListPreview>;
  mark: Call<WithFile, File>;
  take: Call<WithFile & { digest: string; goodOnly: boolean }, { added: number; changed: number }>;
}

export function ListDeeds({ mayKeep, fetchFile, ...addresses }: Addresses & { mayKeep: boolean }) {
  const w = useWords(demandWords);
  const town = useTown();
  const columns = useChangeColumns();
  const refresh = useDemandRefresh();
  const [isOpen, setOpen] = useState(false);
  const save = useSave(fetchFile, { onSaved: download });
  return (
    <>
      <Button disabled={save.isBusy} onClick={() => void save.run({ town })}>
        {w.download}
      </Button>
      {mayKeep && (
        <Button kind="main" onClick={() => setOpen(true)}>
          {w.importList}
        </Button>
      )}
      {save.step !== 'idle' && save.step !== 'saved' && <SaveLine save={save} />}
      {isOpen && (
        <ListImport
          {...addresses}
          title={w.importList}
          says={w.importSays}
          list={{ town }}
          lines={({ changes }) => changes}
          columns={columns}
          stays={w.importStays}
          refresh={refresh}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
