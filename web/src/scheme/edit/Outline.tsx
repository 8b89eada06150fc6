/** The tree of a scheme beside its form: what is pending or wrong is marked; arrow keys walk it. */

import type { OutlineRow } from '@oneneedle/kernel';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useNarrow } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';

/** What is chosen: a row by its path, or a part above the tree. */
export type Chosen = { readonly row: OutlineRow } | { readonly part: 'head' | 'conventions' };

interface OutlineProps {
  readonly rows: readonly OutlineRow[];
  readonly chosen: Chosen;
  readonly errors: ReadonlyMap<string, number>;
  onRow(row: OutlineRow): void;
  onPart(part: 'head' | 'conventions'): void;
}

/** A list on a wide screen, one field on a phone. */
export function Outline(props: OutlineProps) {
  return useNarrow() ? <Jump {...props} /> : <Tree {...props} />;
}

const parts = ['head', 'conventions'] as const;

function Tree({ rows, chosen, errors, onRow, onPart }: OutlineProps) {
  const w = useWords(schemeEditWords);
  const list = useRef<HTMLElement>(null);
  const here = 'row' in chosen ? chosen.row.path : chosen.part;
  useEffect(() => {
    const current = list.current?.querySelector(`[data-at="${CSS.escape(here)}"]`);
    current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <nav ref={list} className="outline" aria-label={w.outline} onKeyDown={onArrow}>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <button
              type="button"
              data-at={part}
              aria-current={here === part ? 'true' : undefined}
              onClick={() => onPart(part)}
            >
              {w[part]}
            </button>
          </li>
        ))}
        {rows.map((row) => (
          <li
            key={row.path}
            className={`outline-${row.kind}`}
            style={{ '--level': row.level } as object}
          >
            <button
              type="button"
              data-at={row.path}
              aria-current={here === row.path ? 'true' : undefined}
              onClick={() => onRow(row)}
            >
              <span className="outline-code">{row.code}</span>{' '}
              <span className="outline-text">{row.text || w.nameless}</span>
              <Marks row={row} errors={errors} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Marks({ row, errors }: { row: OutlineRow; errors: OutlineProps['errors'] }) {
  const w = useWords(schemeEditWords);
  const count = errors.get(row.path);
  if (row.pending !== undefined) return <span className="official-pending">{w.isPending}</span>;
  if (count === undefined) return null;
  return (
    <span className="outline-errors">
      <span aria-hidden="true">■</span> {w.hasErrors(count)}
    </span>
  );
}

function Jump({ rows, chosen, errors, onRow, onPart }: OutlineProps) {
  const w = useWords(schemeEditWords);
  const here = 'row' in chosen ? chosen.row.path : chosen.part;
  const marked = (row: OutlineRow) => {
    if (row.pending !== undefined) return ` · ${w.isPending}`;
    const count = errors.get(row.path);
    return count === undefined ? '' : ` · ${w.hasErrors(count)}`;
  };
  return (
    <label className="outline-jump">
      <span>{w.jump}</span>
      <select
        value={here}
        onChange={({ target }) => {
          const row = rows.find(({ path }) => path === target.value);
          if (row) onRow(row);
          else onPart(target.value === 'conventions' ? 'conventions' : 'head');
        }}
      >
        {parts.map((part) => (
          <option key={part} value={part}>
            {w[part]}
          </option>
        ))}
        {rows.map((row) => (
          <option key={row.path} value={row.path}>
            {`${'　'.repeat(row.level - 1)}${row.code ?? ''} ${(row.text ?? '').slice(0, 18)}${marked(row)}`}
          </option>
        ))}
      </select>
    </label>
  );
}

function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey) return;
  const buttons: (Element | null)[] = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[buttons.indexOf(document.activeElement) + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
