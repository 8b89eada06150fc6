/** A plain field with numbered lines: the browser's own editing, undo and input methods, nothing heavy. */

import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import type { Finding } from './replies.ts';
import { gutterText, lineAt, lineRange, nextFindingLine } from './source-lines.ts';

/** What stands outside of the editor may ask of it. */
export interface EditorHandle {
  /** Chooses a line and brings it into sight. */
  toLine(line: number): void;
}

interface EditorProps {
  ref: Ref<EditorHandle>;
  text: string;
  findings: readonly Finding[];
  /** The line to begin at. */
  startLine: number | undefined;
  readOnly: boolean;
  onChange(text: string): void;
  onSave(): void;
  /** The line of the cursor, whenever it moves. */
  onCursor(line: number): void;
}

export function SourceEditor(props: EditorProps) {
  const { ref, text, findings, startLine, readOnly, onChange, onCursor } = props;
  const w = useWords(schemeTextWords);
  const field = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLPreElement>(null);
  const lines = useMemo(() => text.split('\n').length, [text]);
  const numbers = useMemo(() => gutterText(lines, findings), [lines, findings]);
  useImperativeHandle(ref, () => ({ toLine: (line) => show(field.current, line) }), []);
  useLayoutEffect(() => {
    if (startLine !== undefined) show(field.current, startLine);
  }, [startLine]);
  useSelectionLine(field, onCursor);
  return (
    <div className="source-editor">
      <pre ref={gutter} aria-hidden="true" className="source-gutter">
        {numbers}
      </pre>
      <textarea
        ref={field}
        aria-label={w.editor}
        spellCheck={false}
        wrap="off"
        autoCapitalize="off"
        autoComplete="off"
        value={text}
        readOnly={readOnly}
        onChange={({ target }) => onChange(target.value)}
        onScroll={({ currentTarget }) => {
          if (gutter.current) gutter.current.scrollTop = currentTarget.scrollTop;
        }}
        onKeyDown={(event) => onKey(event, props)}
      />
    </div>
  );
}

/** F8 to the next finding, Ctrl+S saves, Enter keeps the indentation; everything else is the browser's. */
function onKey(event: KeyboardEvent<HTMLTextAreaElement>, props: EditorProps): void {
  const field = event.currentTarget;
  if (event.key === 'F8') {
    event.preventDefault();
    const line = nextFindingLine(props.findings, lineAt(field.value, field.selectionStart));
    if (line !== undefined) show(field, line);
    return;
  }
  if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    props.onSave();
    return;
  }
  const isPlainEnter = event.key === 'Enter' && !event.nativeEvent.isComposing;
  if (!isPlainEnter || props.readOnly || event.ctrlKey || event.shiftKey) return;
  const { start } = lineRange(field.value, lineAt(field.value, field.selectionStart));
  const indent = /^ */.exec(field.value.slice(start, field.selectionStart))?.[0] ?? '';
  if (indent === '') return;
  event.preventDefault();
  // The only way to insert that the browser's undo knows of.
  document.execCommand('insertText', false, `\n${indent}`);
}

function useSelectionLine(
  field: { readonly current: HTMLTextAreaElement | null },
  onCursor: (line: number) => void,
): void {
  const latest = useRef(onCursor);
  latest.current = onCursor;
  useEffect(() => {
    const told = () => {
      const { current } = field;
      if (current && document.activeElement === current) {
        latest.current(lineAt(current.value, current.selectionStart));
      }
    };
    document.addEventListener('selectionchange', told);
    return () => document.removeEventListener('selectionchange', told);
  }, [field]);
}

function show(field: HTMLTextAreaElement | null, line: number): void {
  if (!field) return;
  const { start, end } = lineRange(field.value, line);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  const height = Number.parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.max(0, (line - 1) * height - field.clientHeight / 3);
  field.scrollLeft = 0;
  field.scrollIntoView({ block: 'nearest' });
}
