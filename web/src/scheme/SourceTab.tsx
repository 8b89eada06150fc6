/** The source of a version beside its official text: written, checked while written, saved. */

import { useCallback, useRef, useState } from 'react';
import { useAddress } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import { DraftLine, RestoredLine } from './DraftLine.tsx';
import { FindingsList } from './FindingsList.tsx';
import { ImportNotesPart } from './ImportNotesPart.tsx';
import { OfficialBeside } from './OfficialBeside.tsx';
import type { VersionRead } from './replies.ts';
import { type EditorHandle, SourceEditor } from './SourceEditor.tsx';
import { codeAt } from './source-lines.ts';
import type { Draft } from './use-draft.ts';
import type { Lint } from './use-lint.ts';

interface SourceProps {
  read: VersionRead;
  draft: Draft;
  lint: Lint;
}

/** Left the source with its findings, right the official text; a clause leads from one to the other. */
export function SourceTab({ read, draft, lint }: SourceProps) {
  const w = useWords(schemeTextWords);
  const { search } = useAddress();
  const editor = useRef<EditorHandle>(null);
  const [code, setCode] = useState<string>();
  const toLine = useCallback((line: number) => editor.current?.toLine(line), []);
  const { checked } = lint;
  const onCursor = (line: number) => setCode(checked.official && codeAt(checked.official, line));
  return (
    <div className="scheme-source">
      <section className="scheme-written">
        {read.notes && read.version.state === 'draft' && <ImportNotesPart notes={read.notes} />}
        <RestoredLine draft={draft} />
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
        {draft.mayWrite && <DraftLine draft={draft} hint={w.editorHint} />}
        <FindingsList checked={checked} isChecking={lint.isChecking} onPick={toLine} />
      </section>
      <OfficialBeside checked={checked} last={lint.lastOfficial} onPick={toLine} code={code} />
    </div>
  );
}
