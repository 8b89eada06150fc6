/** Choosing a file of rules and sending it: what comes of it is opened as a draft. */

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ChangeEvent, useRef, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';

const mostBytes = 15_000_000;

/** A button that opens the browser's choice of files. */
export function UploadButton() {
  const w = useWords(schemeWords);
  const town = useTown();
  const router = useRouter();
  const queries = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const save = useSave(client.scheme.upload, {
    onSaved: ({ id }) => {
      void queries.invalidateQueries({ queryKey: api.scheme.key() });
      router.history.push(`/${town}/scheme/${id}?tab=edit`);
    },
  });
  const send = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    target.value = ''; // so that the same file can be chosen again
    if (!file) return;
    setTooLarge(file.size > mostBytes);
    if (file.size > mostBytes) return;
    await save.run({ town, file });
  };
  return (
    <span className="scheme-upload">
      <input
        ref={field}
        type="file"
        hidden
        aria-label={w.upload}
        accept=".docx,.xlsx,.xlsm,.yaml,.yml"
        onChange={(event) => void send(event)}
      />
      <Button
        kind="main"
        disabled={save.isBusy}
        title={w.uploadHint}
        onClick={() => field.current?.click()}
      >
        {w.upload}
      </Button>
      {isTooLarge && (
        <p role="alert" className="field-error">
          {w.tooLarge}
        </p>
      )}
      {save.step !== 'idle' && save.step !== 'saved' && <SaveLine save={save} />}
    </span>
  );
}
