/** The deeds above a list that is kept in a workbook: take it away, bring it back. */

import { useState } from 'react';
import { type CallContext, useSave } from '../../api/index.ts';
import { Button, SaveLine, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import { download, ListImport } from './ListImport.tsx';

type Importing = Omit<Parameters<typeof ListImport>[0], 'onClose'>;

interface ListDeedsProps extends Importing {
  mayKeep: boolean;
  take: Importing['take'];
  fetchFile(input: { town: string }, options: { context: CallContext }): Promise<File>;
}

export function ListDeeds({ mayKeep, fetchFile, ...importing }: ListDeedsProps) {
  const w = useWords(demandWords);
  const town = useTown();
  const [isOpen, setOpen] = useState(false);
  const save = useSave(fetchFile, { onSaved: (file) => download(file) });
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
      {isOpen && <ListImport {...importing} onClose={() => setOpen(false)} />}
    </>
  );
}
