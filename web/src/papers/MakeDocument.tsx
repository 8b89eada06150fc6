/** The button by which a page has a numbered document made, and what came of it. */

import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CallContext, useSave } from '../api/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { makeDocumentWords } from '../words/make-document.ts';

interface Made {
  readonly id: string;
  readonly number: string;
  readonly isNew: boolean;
}

interface MakeDocumentProps<Input> {
  call(input: Input, options: { context: CallContext }): Promise<Made>;
  input: Input;
}

/** Asked again for the same, it shows the one that there is. */
export function MakeDocument<Input>({ call, input }: MakeDocumentProps<Input>) {
  const w = useWords(makeDocumentWords);
  const town = useTown();
  const [made, setMade] = useState<Made>();
  const save = useSave(call, { onSaved: setMade });
  if (made) {
    return (
      <span role="status" className="no-print">
        {made.isNew ? w.made(made.number) : w.again(made.number)}{' '}
        <a href={`/api/towns/${town}/official-documents/${made.id}/file`} download>
          {w.download}
        </a>
      </span>
    );
  }
  return (
    <span className="no-print">
      <Button disabled={save.isBusy} onClick={() => void save.run(input)}>
        {w.make}
      </Button>
      {save.step !== 'idle' && save.step !== 'saved' && <SaveLine save={save} />}
    </span>
  );
}

/** Leads to the documents of a kind. */
export function ToDocuments({ kind }: { kind: string }) {
  const w = useWords(makeDocumentWords);
  const town = useTown();
  return (
    <Link to={`/${town}/results/papers`} search={{ kind } as never}>
      {w.list}
    </Link>
  );
}
