/** Where files come in: dropped, chosen, pasted, or photographed on a phone. */

import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords } from '../words/evidence.ts';

/** A phone that keeps photos as HEIC hands over a JPG when it is asked for one. */
const accepted = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.csv,.txt';

type OnFiles = (files: readonly File[]) => void;

/** A zone that takes many files at once. */
export function DropZone({ onFiles }: { onFiles: OnFiles }) {
  const w = useWords(evidenceWords);
  const [isOver, setOver] = useState(false);
  usePastedFiles(onFiles);
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault(); // the browser would open the file instead
    setOver(event.type === 'dragover');
    if (event.type === 'drop') onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to the button inside
    <div
      className="evidence-zone"
      data-over={isOver || undefined}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={onDrag}
    >
      <p className="evidence-ways">
        <span className="evidence-desk">{w.dropHere}</span>
        <Chooser label={w.choose} onFiles={onFiles} accept={accepted} multiple />
        <span className="evidence-phone">
          <Chooser
            label={w.camera}
            onFiles={onFiles}
            accept="image/jpeg,image/png"
            capture="environment"
          />
        </span>
        <span className="evidence-desk soft">{w.pasteHere}</span>
      </p>
      <p className="soft field-hint">{w.accepted}</p>
    </div>
  );
}

interface ChooserProps {
  label: string;
  accept: string;
  multiple?: boolean;
  capture?: 'environment';
  onFiles: OnFiles;
}

/** The browser's own field for files behind a button of the house. */
function Chooser({ label, onFiles, ...rest }: ChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        {...rest}
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}

/** A screenshot is pasted wherever the cursor stands; text is left to the field it goes to. */
function usePastedFiles(onFiles: OnFiles): void {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const onPaste = ({ clipboardData }: ClipboardEvent) => {
      if (clipboardData && clipboardData.files.length > 0) latest.current([...clipboardData.files]);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
