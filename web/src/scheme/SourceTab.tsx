/** The source of a version beside its official text: written, checked while written, saved. */

import { useCallback, useRef, useState } from 'react';
import { Button, SaveLine, useAddress } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import { FindingsList } from './FindingsList.tsx';
import { ImportNotesPart } from './ImportNotesPart.tsx';
import { OfficialText } from './OfficialText.tsx';
import type { Checked, VersionRead } from './replies.ts';
import { type EditorHandle, SourceEditor } from './SourceEditor.tsx';
import { codeAt } from './source-lines.ts';
import { useDraft } from './use-draft.ts';
import { useLint } from './use-lint.ts';

/** Left the source with its findings, right the official text; a clause leads from one to the other. */
export function SourceTab({ read }: { read: VersionRead }) {
  const w = useWords(schemeTextWords);
  const { search } = useAddress();
  const draft = useDraft(read);
  const lint = useLint({ text: draft.text, read, isOn: draft.mayWrite });
  const editor = useRef<EditorHandle>(null);
  const [code, setCode] = useState<string>();
  const toLine = useCallback((line: number) => editor.current?.toLine(line), []);
  const { checked } = lint;
  const onCursor = (line: number) => setCode(checked.official && codeAt(checked.official, line));
  return (
    <div className="scheme-source">
      <section className="scheme-written">
        {read.notes && read.version.state === 'draft' && <ImportNotesPart notes={read.notes} />}
        {draft.isRestored && (
          <p className="field-error" role="status">
            {w.restored} <Button onClick={draft.dropRestored}>{w.dropRestored}</Button>
          </p>
        )}
        <SourceEditor
          ref={editor}
          text={draft.text}
          findings={checked.findings}
          startLine={Number(search.line) || undefined}
          readOnly={!draft.mayWrite}
          onChange={draft.write}
          onSave={draft.save}
          onCursor={onCursor}
        />
        {draft.mayWrite && (
          <div className="scheme-save">
            <Button
              kind="main"
              disabled={!draft.isChanged || draft.saving.isBusy}
              onClick={draft.save}
            >
              {w.saveDraft}
            </Button>
            {draft.isChanged && draft.saving.step !== 'saving' && (
              <span className="soft">{w.unsaved}</span>
            )}
            <SaveLine save={draft.saving} />
            <span className="soft scheme-hint">{w.editorHint}</span>
          </div>
        )}
        <FindingsList checked={checked} isChecking={lint.isChecking} onPick={toLine} />
      </section>
      <OfficialBeside checked={checked} last={lint.lastOfficial} onPick={toLine} code={code} />
    </div>
  );
}

interface BesideProps {
  checked: Checked;
  last: Checked['official'];
  onPick(line: number): void;
  code: string | undefined;
}

function OfficialBeside({ checked, last, onPick, code }: BesideProps) {
  const w = useWords(schemeTextWords);
  const shown = checked.official ?? last;
  const body = useRef<HTMLElement>(null);
  const row = code && body.current?.querySelector(`[data-code="${CSS.escape(code)}"]`);
  if (row) scrollWithin(body.current, row);
  return (
    <section ref={body} className="scheme-beside" aria-label={w.official}>
      {!checked.official && <p className="field-error">{shown ? w.lastReadable : w.unreadable}</p>}
      {shown && (
        <OfficialText official={shown} onPick={onPick} {...(code ? { current: code } : {})} />
      )}
    </section>
  );
}

/** Brings a row into sight inside its own panel; the page itself stays where it is. */
function scrollWithin(panel: HTMLElement | null, row: Element): void {
  if (!panel) return;
  const [outer, inner] = [panel.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) {
    panel.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}
