/** Taking away what was sent by mistake, while nothing rests on it. */

import { useQueryClient } from '@tanstack/react-query';
import { api, client, useSave } from '../api/index.ts';
import { Button, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';
import type { EvidenceItem } from './use-uploads.ts';

interface RemoveDeedProps {
  item: EvidenceItem;
  onRemoved(): void;
}

export function RemoveDeed({ item, onRemoved }: RemoveDeedProps) {
  const w = useWords(evidenceWords);
  const town = useTown();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const save = useSave(client.evidence.remove, {
    onSaved: () => {
      onRemoved();
      void queries.invalidateQueries({ queryKey: api.evidence.list.key() });
    },
  });
  const remove = async () => {
    const { caption, id, name } = item;
    const body = w.removeBody(caption || name);
    if (await confirm({ title: w.remove, body, action: w.remove })) {
      void save.run({ town, evidenceId: id });
    }
  };
  return (
    <p className="evidence-ways no-print">
      <Button disabled={save.isBusy} onClick={() => void remove()}>
        {w.remove}
      </Button>
      {save.step !== 'idle' && <SaveLine save={save} />}
    </p>
  );
}
