/** Saving a draft: what was brought back, the button, and where the saving stands. */

import { Button, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import type { Draft } from './use-draft.ts';

/** What was typed earlier and never reached the server, with the way back. */
export function RestoredLine({ draft }: { draft: Draft }) {
  const w = useWords(schemeTextWords);
  if (!draft.isRestored) return null;
  return (
    <p className="field-error" role="status">
      {w.restored} <Button onClick={draft.dropRestored}>{w.dropRestored}</Button>
    </p>
  );
}

/** `hint` says the keys of the place where the text is written. */
export function DraftLine({ draft, hint }: { draft: Draft; hint: string }) {
  const w = useWords(schemeTextWords);
  return (
    <div className="scheme-save">
      <Button kind="main" disabled={!draft.isChanged || draft.saving.isBusy} onClick={draft.save}>
        {w.saveDraft}
      </Button>
      {draft.isChanged && draft.saving.step !== 'saving' && (
        <span className="soft">{w.unsaved}</span>
      )}
      <SaveLine save={draft.saving} />
      <span className="soft scheme-hint">{hint}</span>
    </div>
  );
}
