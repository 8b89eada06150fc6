/** What may be done with a version: files to take along, and its way from draft to approval and end. */

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Button, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import { ApproveModal } from './ApproveModal.tsx';
import { CommentDaysModal } from './CommentDaysModal.tsx';
import { EndModal } from './EndModal.tsx';
import type { VersionRead } from './replies.ts';
import { fileAddress } from './SchemeLink.tsx';
import { TryLink } from './TryLink.tsx';

type Opened = 'open-comments' | 'approve' | 'end';

export function VersionDeeds({ read }: { read: VersionRead }) {
  const w = useWords(schemeWords);
  const [opened, setOpened] = useState<Opened>();
  const { deeds } = read;
  const words: Record<Opened, string> = {
    approve: w.approve,
    'open-comments': w.openComments,
    end: w.end,
  };
  const close = () => setOpened(undefined);
  return (
    <>
      {(Object.keys(words) as Opened[])
        .filter((deed) => deeds.includes(deed))
        .map((deed) => (
          <Button
            key={deed}
            kind={deed === 'approve' ? 'main' : 'plain'}
            onClick={() => setOpened(deed)}
          >
            {words[deed]}
          </Button>
        ))}
      {deeds.includes('withdraw') && <Withdraw read={read} />}
      {deeds.includes('draft-next') && <DraftNext read={read} />}
      <TryLink version={read.version} />
      <Files read={read} />
      {opened === 'open-comments' && <CommentDaysModal read={read} onClose={close} />}
      {opened === 'approve' && <ApproveModal read={read} onClose={close} />}
      {opened === 'end' && <EndModal read={read} onClose={close} />}
    </>
  );
}

function Files({ read }: { read: VersionRead }) {
  const w = useWords(schemeWords);
  const town = useTown();
  const { id } = read.version;
  return (
    <>
      {read.checked.official && (
        <a href={fileAddress(town, id, 'document')} download>
          {w.downloadDocument}
        </a>
      )}
      <a href={fileAddress(town, id, 'source')} download>
        {w.downloadSource}
      </a>
      {read.paper && (
        <a href={fileAddress(town, id, 'paper')} download>
          {w.downloadPaper}
        </a>
      )}
    </>
  );
}

function Withdraw({ read }: { read: VersionRead }) {
  const w = useWords(schemeWords);
  const town = useTown();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const save = useSave(client.scheme.withdraw, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.scheme.key() }),
  });
  const ask = async () => {
    const question = { title: w.withdrawTitle, body: w.withdrawBody, action: w.withdraw };
    if (await confirm(question)) await save.run({ town, id: read.version.id });
  };
  return (
    <>
      <Button disabled={save.isBusy} onClick={() => void ask()}>
        {w.withdraw}
      </Button>
      {save.step !== 'idle' && <SaveLine save={save} />}
    </>
  );
}

function DraftNext({ read }: { read: VersionRead }) {
  const w = useWords(schemeWords);
  const town = useTown();
  const router = useRouter();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const save = useSave(client.scheme.draftNext, {
    onSaved: ({ id }) => {
      void queries.invalidateQueries({ queryKey: api.scheme.key() });
      router.history.push(`/${town}/scheme/${id}?tab=source`);
    },
  });
  const ask = async () => {
    const question = { title: w.draftNextTitle, body: w.draftNextBody, action: w.draftNext };
    if (await confirm(question)) await save.run({ town, id: read.version.id });
  };
  return (
    <>
      <Button disabled={save.isBusy} onClick={() => void ask()}>
        {w.draftNext}
      </Button>
      {save.step !== 'idle' && <SaveLine save={save} />}
    </>
  );
}
