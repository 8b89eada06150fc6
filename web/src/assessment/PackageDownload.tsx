/** Everything about a period as one file. */

import { useState } from 'react';
import { client, useSave } from '../api/index.ts';
import { Button, SaveLine } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { readinessWords } from '../words/readiness.ts';
import { type PeriodInput, usePeriodInput } from './use-period.ts';

/** A click may take a minute: what happens meanwhile and what went wrong is said beside it. */
export function PackageDownload() {
  const w = useWords(readinessWords);
  const input = usePeriodInput();
  const [name, setName] = useState('');
  const load = useSave((asked: PeriodInput) => client.assessment.package(asked), {
    onSaved: (file) => {
      saveFile(file, `${input.line}-${input.period}.zip`);
      setName(file instanceof File ? file.name : `${input.line}-${input.period}.zip`);
    },
  });
  const isReading = load.step === 'saving';
  return (
    <section className="package no-print">
      <Button
        disabled={load.isBusy}
        onClick={() => {
          setName('');
          void load.run(input);
        }}
      >
        {w.download}
      </Button>{' '}
      <span className="soft">{w.packageWhat}</span>
      {isReading && <p role="status">{w.downloading}</p>}
      {name !== '' && <p role="status">{w.downloaded(name)}</p>}
      {!isReading && name === '' && <SaveLine save={load} />}
    </section>
  );
}

function saveFile(file: Blob, fallback: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file instanceof File ? file.name : fallback;
  link.click();
  URL.revokeObjectURL(address);
}
