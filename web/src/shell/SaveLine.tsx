/** Where a deed stands, in words, beside its button. */

import type { Save } from '../api/use-save.ts';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { Button } from './Button.tsx';

/** "正在存…", "已存上。", "没有存上：…" with a way to send again; nothing before the first try. */
export function SaveLine<Input, Output>({ save }: { save: Save<Input, Output> }) {
  const w = useWords(shellWords);
  const { step, sentence, retry } = save;
  const isBad = step === 'waiting' || step === 'refused' || step === 'failed';
  return (
    <p role={isBad ? 'alert' : 'status'} className={isBad ? 'field-error' : 'soft'}>
      {sentence} {step === 'waiting' && <Button onClick={retry}>{w.saveNow}</Button>}
    </p>
  );
}
