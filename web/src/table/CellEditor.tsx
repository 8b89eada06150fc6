/** The field in the cell where one stands: always there, so that an input method can start at once. */

import { type ReactNode, useEffect, useRef } from 'react';
import type { GridColumn } from './Grid.tsx';

interface CellEditorProps {
  column: GridColumn & { type: string; choices?: readonly string[] };
  /** "东溪村 得分（分）": what the cell is, read aloud. */
  label: string;
  value: string;
  /** The text being typed; undefined while one only stands on the cell. */
  typing: string | undefined;
  isLocked: boolean;
  error: string | undefined;
  onType(text: string): void;
  onPick(value: string): void;
  onLeave(): void;
}

/** Shows the value selected, so that the first key replaces it, as in Excel. */
export function CellEditor(props: CellEditorProps): ReactNode {
  const { column, label, value, typing, isLocked, error } = props;
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isTyping = typing !== undefined;
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const input = field.current;
    if (!isTyping && input instanceof HTMLInputElement && input.value === value) input.select();
  }, [isTyping, value]);
  if (column.type === 'choice' && !isLocked) {
    return (
      <select
        ref={field}
        className="cell-editor"
        aria-label={label}
        aria-invalid={error !== undefined}
        value={column.choices?.includes(value) ? value : ''}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.showPicker?.();
        }}
        onChange={(event) => props.onPick(event.target.value)}
      >
        <option value="">{column.choices?.includes(value) ? '' : value}</option>
        {column.choices?.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      ref={field}
      className="cell-editor"
      aria-label={label}
      aria-invalid={error !== undefined}
      title={error}
      readOnly={isLocked}
      inputMode={column.type === 'number' ? 'decimal' : undefined}
      data-typing={isTyping || undefined}
      value={typing ?? value}
      onChange={(event) => props.onType(event.target.value)}
      onFocus={(event) => !isTyping && event.currentTarget.select()}
      onBlur={props.onLeave}
      onCopy={(event) => isTyping && event.stopPropagation()}
      onCut={(event) => isTyping && event.stopPropagation()}
    />
  );
}
