/** The tree of a scheme beside its form: what is pending or wrong is marked; arrow keys walk it. */

import type { OutlineRow } from '@oneneedle/kernel';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useNarrow } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { usePartWords } from './part-words.ts';
import { partNamed, partNames, type SchemePart } from './scheme-parts.ts';

/** What is chosen: a row by its path, or a part above the tree. */
export type Chosen = { readonly row: OutlineRow } | { readonly part: SchemePart };

interface OutlineProps {
  readonly rows: readonly OutlineRow[];
  readonly chosen: Chosen;
  /** By the path of a row. */
  readonly errors: ReadonlyMap<string, number>;
  readonly partErrors: ReadonlyMap<SchemePart, number>;
  onRow(row: OutlineRow): void;
  onPart(part: SchemePart): void;
}

/** A list on a wide screen, one field on a phone. */
export function Outline(props: OutlineProps) {
  return useNarrow() ? <Jump {...props} /> : <Tree {...props} />;
}

function Tree({ rows, chosen, errors, partErrors, onRow, onPart }: OutlineProps) {
  const w = useWords(schemeEditWords);
  const names = usePartWords();
  const list = useRef<HTMLElement>(null);
  const here = 'row' in chosen ? chosen.row.path : chosen.part;
  useEffect(() => {
    const current = list.current?.querySelector(`[data-at="${CSS.escape(here)}"]`);
    current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <nav ref={list} className="outline" aria-label={w.outline} onKeyDown={onArrow}>
      <ul>
        {partNames.map((part) => (
          <li key={part}>
            <button
              type="button"
              data-at={part}
              aria-current={here === part ? 'true' : undefined}
              onClick={() => onPart(part)}
            >
              {names[part]} <Errors count={partErrors.get(part)} />
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
  if (row.pending !== undefined) return <span className="official-pending">{w.isPending}</span>;
  return <Errors count={errors.get(row.path)} />;
}

function Errors({ count }: { count: number | undefined }) {
  const w = useWords(schemeEditWords);
  if (count === undefined) return null;
  return (
    <span className="outline-errors">
      <span aria-hidden="true">■</span> {w.hasErrors(count)}
    </span>
  );
}

function Jump({ rows, chosen, errors, partErrors, onRow, onPart }: OutlineProps) {
  const w = useWords(schemeEditWords);
  const names = usePartWords();
  const here = 'row' in chosen ? chosen.row.path : chosen.part;
  const counted = (count: number | undefined) =>
    count === undefined ? '' : ` · ${w.hasErrors(count)}`;
  const marked = (row: OutlineRow) => {
    if (row.pending !== undefined) return ` · ${w.isPending}`;
    return counted(errors.get(row.path));
  };
  return (
    <label className="outline-jump">
      <span>{w.jump}</span>
      <select
        value={here}
        onChange={({ target }) => {
          const row = rows.find(({ path }) => path === target.value);
          if (row) onRow(row);
          else onPart(partNamed(target.value));
        }}
      >
        {partNames.map((part) => (
          <option key={part} value={part}>
            {`${names[part]}${counted(partErrors.get(part))}`}
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
