/** The thread of a number: total, parts, clauses, facts, evidence; walked by keys, printed whole. */

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Objected } from '../publication/objections/objecting.tsx';
import { Button, Knot, Thread } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';
import { FactInLine } from './FactLine.tsx';
import type { Explanation, Line } from './replies.ts';
import { PlaceLink } from './SubjectLink.tsx';
import {
  allPaths,
  canOpen,
  openAtFirst,
  placesOf,
  stateOf,
  sumText,
  toldAndQuiet,
} from './tree.ts';

interface TreeProps {
  /** The total, or the node or clause that is looked at alone. */
  root: Line;
  /** To what of it somebody objects now. */
  objected?: Explanation['objected'];
}

export function Tree({ root, objected }: TreeProps) {
  const w = useWords(assessmentWords);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(() => openAtFirst(root));
  useEffect(() => {
    // After a drawer has taken the focus: the keys are then the tree's, unless somebody moved on.
    const frame = requestAnimationFrame(() => {
      const line = box.current?.querySelector<HTMLElement>('[data-line="0"]');
      const { activeElement, body } = document;
      const isInside = activeElement !== body && activeElement?.contains(line ?? null);
      if (isInside) line?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
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
        <TreeLine
          line={root}
          path="0"
          code={root.code}
          shared={{ open, fold, places: placesOf(root.value), objected }}
        />
      </Thread>
    </div>
  );
}

interface Shared {
  readonly open: ReadonlySet<string>;
  readonly fold: (path: string, isOpen: boolean) => void;
  readonly places: number;
  readonly objected: Explanation['objected'] | undefined;
}

interface TreeLineProps {
  line: Line;
  path: string;
  /** The number of the line, or of the one that it belongs to. */
  code: string;
  shared: Shared;
}

function TreeLine({ line, path, code, shared }: TreeLineProps) {
  const { open, fold, places, objected } = shared;
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
          {line.kind === 'clause' && objected?.clauses.includes(line.code) && <Objected />}
        </button>
      }
      figure={<LineFigure line={line} code={code} isRoot={path === '0'} />}
    >
      <LineReason line={line} sum={sum} />
      <FactsOf line={line} code={code} objected={objected?.facts} />
      {hasBelow && (
        <div className="branch" data-folded={!isOpen || undefined}>
          <Thread label={line.label || line.reason}>
            {line.children.map((child, index) =>
              told.includes(child) ? (
                <TreeLine
                  // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
                  key={index}
                  line={child}
                  path={`${path}.${index}`}
                  code={child.code || code}
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
interface FactsOfProps {
  line: Line;
  code: string;
  objected: readonly string[] | undefined;
}

/** The facts on which a line rests by itself, each by its number and with its photos. */
function FactsOf({ line: { facts }, code, objected }: FactsOfProps) {
  if (facts.length === 0) return null;
  return (
    <ul className="facts">
      {facts.map((fact) => (
        <FactInLine
          key={fact.id}
          fact={fact}
          code={code}
          isObjected={objected?.includes(fact.id) ?? false}
        />
      ))}
    </ul>
  );
}

/** A line without a name is called by what it says. */
function LineTitle({ line: { code, label, reason, plain } }: { line: Line }) {
  return (
    <>
      {code !== '' && <span className="line-code">{code}</span>} {label || plain || reason}
    </>
  );
}

interface LineFigureProps {
  line: Line;
  code: string;
  /** The level that is shown is no door to itself. */
  isRoot: boolean;
}

/** Every number is a door to the level that it is about. */
function LineFigure({ line, code, isRoot }: LineFigureProps) {
  const w = useWords(assessmentWords);
  const state = stateOf(line.state);
  const figure = line.struck ? <span className="soft">{w.counted0}</span> : line.value;
  const [fact, ...others] = line.facts;
  const isFact = line.kind === 'entry' && fact !== undefined && others.length === 0;
  const place = isFact ? { code, fact: fact.id } : { code };
  const isDoor = !isRoot && (isFact || line.code !== '');
  return (
    <>
      {state !== undefined && <span className="soft">{w[state]} </span>}
      {isDoor ? <PlaceLink place={place}>{figure}</PlaceLink> : figure}
    </>
  );
}

/** What the clause says, then the line in a sentence; one without facts by its reason. */
function LineReason({ line, sum }: { line: Line; sum: string }) {
  const w = useWords(assessmentWords);
  const { label, text, reason, plain, owner, kind } = line;
  const said = plain ?? reason;
  return (
    <>
      {text !== undefined && text !== label && <p className="prose">{text}</p>}
      {label !== '' && said !== '' && <p>{said}</p>}
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
