/** The thread of a number: total, parts, clauses, facts, evidence; walked by keys, printed whole. */

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button, Knot, Thread } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { FactInLine, FactLine } from './FactLine.tsx';
import type { Line } from './replies.ts';
import {
  allPaths,
  canOpen,
  openAtFirst,
  placeOf,
  placesOf,
  stateOf,
  sumText,
  toldAndQuiet,
} from './tree.ts';

interface TreeProps {
  root: Line;
  /** The node or clause to begin at. */
  code: string | undefined;
}

export function Tree({ root, code }: TreeProps) {
  const w = useWords(assessmentWords);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(() => openAtFirst(root, code));
  const wanted = code === undefined ? undefined : placeOf(root, code)?.path;
  useEffect(() => {
    // After the drawer has taken the focus: the keys are then the tree's, unless somebody moved on.
    const frame = requestAnimationFrame(() => {
      const line = box.current?.querySelector<HTMLElement>(`[data-line="${wanted ?? '0'}"]`);
      const { activeElement } = document;
      if (activeElement?.contains(line ?? null)) line?.focus({ preventScroll: true });
      if (wanted !== undefined) line?.scrollIntoView({ block: 'start' });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  const fold = (path: string, isOpen: boolean) =>
    setOpen((before) => {
      const after = new Set(before);
      if (isOpen) after.add(path);
      else after.delete(path);
      return after;
    });
  const isAll = [...allPaths(root)].every((path) => open.has(path));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move the focus between the lines' own buttons
    <div className="tree" ref={box} onKeyDown={(event) => walk(event, fold)}>
      <p className="tree-tools no-print">
        <Button onClick={() => setOpen(isAll ? new Set(['0']) : allPaths(root))}>
          {isAll ? w.foldAll : w.unfoldAll}
        </Button>
        <span className="soft">{w.treeKeys}</span>
      </p>
      <Thread label={w.tree}>
        <TreeLine line={root} path="0" shared={{ open, fold, places: placesOf(root.value) }} />
      </Thread>
    </div>
  );
}

interface Shared {
  readonly open: ReadonlySet<string>;
  readonly fold: (path: string, isOpen: boolean) => void;
  readonly places: number;
}

function TreeLine({ line, path, shared }: { line: Line; path: string; shared: Shared }) {
  const { open, fold, places } = shared;
  const { told, quiet } = toldAndQuiet(line);
  const sum = sumText(line, places);
  const hasBelow = canOpen(line);
  const isOpen = open.has(path);
  return (
    <Knot
      kind={line.kind === 'total' ? 'today' : 'past'}
      title={
        <button
          type="button"
          className={`tree-line tree-${line.kind}`}
          data-line={path}
          aria-expanded={hasBelow ? isOpen : undefined}
          onClick={() => hasBelow && fold(path, !isOpen)}
        >
          {hasBelow && (
            <span aria-hidden="true" className="tree-fold no-print">
              {isOpen ? '▾' : '▸'}
            </span>
          )}
          <LineTitle line={line} />
        </button>
      }
      figure={<LineFigure line={line} />}
    >
      <LineReason line={line} sum={sum} />
      {!hasBelow && line.facts.length > 0 && (
        <ul className="facts">
          {line.facts.map((fact) => (
            <FactInLine key={fact.id} fact={fact} />
          ))}
        </ul>
      )}
      {hasBelow && (
        <div className="branch" data-folded={!isOpen || undefined}>
          <Thread label={line.label || line.reason}>
            {line.facts.map((fact) => (
              <FactLine key={fact.id} fact={fact} />
            ))}
            {line.children.map((child, index) =>
              told.includes(child) ? (
                <TreeLine
                  // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
                  key={index}
                  line={child}
                  path={`${path}.${index}`}
                  shared={shared}
                />
              ) : null,
            )}
          </Thread>
          {quiet.length > 0 && <Quiet lines={quiet} />}
        </div>
      )}
    </Knot>
  );
}

/** "1.1 明查暗访发现垃圾积存的，每处扣0.5分。"; an entry is told by how it came about. */
function LineTitle({ line: { code, label, reason } }: { line: Line }) {
  return (
    <>
      {code !== '' && <span className="line-code">{code}</span>} {label === '' ? reason : label}
    </>
  );
}

function LineFigure({ line }: { line: Line }) {
  const w = useWords(assessmentWords);
  const state = stateOf(line.state);
  return (
    <>
      {state !== undefined && <span className="soft">{w[state]} </span>}
      {line.struck ? <span className="soft">{w.counted0}</span> : line.value}
    </>
  );
}

function LineReason({ line, sum }: { line: Line; sum: string }) {
  const w = useWords(assessmentWords);
  const { label, text, reason, owner, kind } = line;
  return (
    <>
      {text !== undefined && text !== label && <p className="prose">{text}</p>}
      {label !== '' && reason !== '' && <p>{reason}</p>}
      {sum !== '' && <p className="sum">{sum}</p>}
      {owner !== undefined && kind === 'clause' && <p className="owner">{w.owner(owner)}</p>}
    </>
  );
}

/** What nobody recorded anything about: one sentence, and on demand what it says. */
function Quiet({ lines }: { lines: readonly Line[] }) {
  const w = useWords(assessmentWords);
  const codes = lines.map(({ code }) => code).filter(Boolean);
  return (
    <details className="quiet">
      <summary>
        {codes.length === 0 ? w.quietMany(lines.length) : w.quiet(lines.length, codes.join(' '))}
      </summary>
      <ul>
        {lines.map(({ code, label }) => (
          <li key={`${code} ${label}`}>
            <span className="line-code">{code}</span> {label}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** ↑ ↓ go from line to line, → unfolds, ← folds or goes to the line above. */
function walk(event: KeyboardEvent<HTMLElement>, fold: Shared['fold']): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || target.dataset.line === undefined) return;
  const lines = [...currentTarget.querySelectorAll<HTMLElement>('[data-line]')].filter(
    (line) => line.offsetParent !== null,
  );
  const at = lines.indexOf(target);
  const path = target.dataset.line;
  const expanded = target.getAttribute('aria-expanded');
  const above = path.split('.').slice(0, -1).join('.');
  const steps: Record<string, (() => void) | undefined> = {
    ArrowDown: () => lines[at + 1]?.focus(),
    ArrowUp: () => lines[at - 1]?.focus(),
    Home: () => lines[0]?.focus(),
    End: () => lines.at(-1)?.focus(),
    ArrowRight: () => (expanded === 'false' ? fold(path, true) : lines[at + 1]?.focus()),
    ArrowLeft: () =>
      expanded === 'true'
        ? fold(path, false)
        : lines.find(({ dataset }) => dataset.line === above)?.focus(),
  };
  const step = steps[key];
  if (step === undefined) return;
  event.preventDefault();
  step();
}
