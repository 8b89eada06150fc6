/** A template that a clerk changed in Word: checked as soon as it is chosen, used only without errors. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { DeedModal, Field } from '../forms/index.ts';
import { SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { paperWords } from '../words/papers.ts';
import type { TemplateFinding, TemplateRow } from './replies.ts';

interface UploadProps {
  kind: TemplateRow['kind'];
  onClose(): void;
}

export function TemplateUpload({ kind, onClose }: UploadProps) {
  const w = useWords(paperWords);
  const town = useTown();
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const [findings, setFindings] = useState<readonly TemplateFinding[]>();
  const checking = useSave(client.papers.check, {
    onSaved: ({ findings: found }) => setFindings(found),
  });
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setFindings(undefined);
    if (chosen) void checking.run({ town, kind, file: chosen });
  };
  const isSound = findings?.every(({ severity }) => severity === 'notice');
  return (
    <DeedModal
      title={w.change}
      says={w.changeSays}
      action={w.keep}
      call={client.papers.keep}
      input={file && isSound ? { town, kind, file } : undefined}
      refresh={() => void queries.invalidateQueries({ queryKey: api.papers.key() })}
      onClose={onClose}
      wide
    >
      <Field label={w.file}>
        {(parts) => (
          <input
            {...parts}
            type="file"
            accept=".docx"
            onClick={({ currentTarget }) => {
              currentTarget.value = ''; // the same file again, once it is mended
            }}
            onChange={({ target }) => choose(target.files?.[0])}
          />
        )}
      </Field>
      {checking.step === 'saving' && <p role="status">{w.checking}</p>}
      {findings === undefined && file && checking.step !== 'saving' && <SaveLine save={checking} />}
      {findings && <Findings findings={findings} />}
    </DeedModal>
  );
}

function Findings({ findings }: { findings: readonly TemplateFinding[] }) {
  const w = useWords(paperWords);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <div role="status">
      <p>{errors === 0 ? w.sound : w.errors(errors)}</p>
      <ul>
        {findings.map(({ sentence, paragraph }) => (
          <li key={`${sentence}${paragraph}`}>
            {sentence}
            {paragraph !== undefined && <span className="soft">{w.inParagraph(paragraph)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
