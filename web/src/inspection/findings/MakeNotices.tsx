/** Rectification notices of the findings that are listed: a numbered document for each sheet. */

import { useState } from 'react';
import { client, useSave } from '../../api/index.ts';
import { ToDocuments } from '../../papers/MakeDocument.tsx';
import { Button, SaveLine, useConfirm, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { makeDocumentWords } from '../../words/make-document.ts';
import type { FindingRow } from '../replies.ts';

const makers = ['recorder', 'supervision', 'assessment-office'];

export function MakeNotices({ rows }: { rows: readonly FindingRow[] }) {
  const w = useWords(makeDocumentWords);
  const town = useTown();
  const confirm = useConfirm();
  const own = useOwnRoles();
  const [count, setCount] = useState<number>();
  const save = useSave(client.findings.makeDocuments, {
    onSaved: ({ rows: made }) => setCount(made.length),
  });
  const findings = rows
    .filter(({ state }) => state === 'found' || state === 'toRectify')
    .map(({ id }) => id);
  const mayMake = makers.some((role) => own?.includes(role));
  if (count !== undefined) {
    return (
      <span role="status">
        {w.noticesMade(count)} <ToDocuments kind="rectification" />
      </span>
    );
  }
  if (!mayMake || findings.length === 0) return null;
  const make = async () => {
    const body = w.noticesBody(findings.length);
    if (await confirm({ title: w.noticesTitle, body, action: w.notices }))
      await save.run({ town, findings });
  };
  return (
    <>
      <Button disabled={save.isBusy} onClick={() => void make()}>
        {w.notices}
      </Button>
      {save.step !== 'idle' && save.step !== 'saved' && <SaveLine save={save} />}
    </>
  );
}
