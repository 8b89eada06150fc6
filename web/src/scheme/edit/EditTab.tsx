/** A draft written by form: the tree on the left, the form of what is chosen, the official text beside it. */

import type { OutlineRow, SchemeEdit } from '@oneneedle/kernel';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { Button, useAddress } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import { DraftLine, RestoredLine } from '../DraftLine.tsx';
import { OfficialBeside } from '../OfficialBeside.tsx';
import type { VersionRead } from '../replies.ts';
import { SchemeLink } from '../SchemeLink.tsx';
import type { Draft } from '../use-draft.ts';
import type { Lint } from '../use-lint.ts';
import { keyWords, saying } from './all-forms.ts';
import { FormPane } from './FormPane.tsx';
import { inWords } from './in-words.ts';
import { type Chosen, Outline } from './Outline.tsx';
import { errorsByRow, isWithin, nameOf, nextPending, rowAtLine, rowNamed } from './outline.ts';
import { errorsByPart, partNamed, type SchemePart } from './scheme-parts.ts';
import { useEditor } from './use-editor.ts';
import type { History } from './use-history.ts';
import { useTouched } from './use-touched.ts';
import './edit.css';

interface EditProps {
  read: VersionRead;
  draft: Draft;
  lint: Lint;
  history: History;
}

export function EditTab({ read, draft, lint, history }: EditProps) {
  const w = useWords(schemeEditWords);
  const editor = useEditor(draft.text, history);
  const { rows, value, unreadable, refused } = editor;
  const { chosen, missing, goTo, goToPart } = useChosen(rows);
  const { touched, touch } = useTouched(read.version.id);
  const said = useMemo(() => inFormWords(lint, rows), [lint, rows]);
  const { checked } = said;
  const errors = useMemo(() => errorsByRow(rows, checked.findings), [rows, checked.findings]);
  const partErrors = useMemo(() => errorsByPart(checked.findings), [checked.findings]);
  const row = 'row' in chosen ? chosen.row : undefined;
  const apply = (edits: readonly SchemeEdit[]) => {
    if (!editor.apply(edits)) return false;
    for (const edit of edits) touch(codeOf(rows, edit));
    return true;
  };
  const pending = rows.filter((one) => one.pending !== undefined).length;
  const onward = nextPending(rows, row?.path);
  const keys = useKeys({ draft, history, rows, row, goTo });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: short cuts for the whole form
    <div className="scheme-edit" onKeyDown={keys}>
      <RestoredLine draft={draft} />
      <EditBar
        {...{ draft, history, pending, touched, onward }}
        onNext={(to) => goTo(to, 'focus')}
      />
      {refused && (
        <p className="field-error" role="alert" lang="zh-CN">
          {refused}
        </p>
      )}
      <div className="edit-panes">
        <Outline
          {...{ rows, chosen, errors, partErrors }}
          onRow={({ path }) => goTo(path, 'focus')}
          onPart={goToPart}
        />
        {unreadable === undefined ? (
          <FormPane
            key={read.version.id}
            {...{ read, rows, chosen, missing, value, apply, goTo, goToPart }}
            lint={said}
            source={draft.text}
          />
        ) : (
          <p className="field-error">
            {w.unreadable} <span lang="zh-CN">{unreadable}</span>{' '}
            <SchemeLink to={read.version.id} search={{ tab: 'source' }}>
              YAML
            </SchemeLink>
          </p>
        )}
        <OfficialBeside
          checked={checked}
          last={lint.lastOfficial}
          code={row?.code}
          onPick={(line) => {
            const at = rowAtLine(rows, line);
            if (at) goTo(at.path, 'focus');
          }}
        />
      </div>
    </div>
  );
}

/** What the check found, in the words of the form. */
function inFormWords(lint: Lint, rows: readonly OutlineRow[]): Lint {
  const naming = { named: keyWords, rows, says: saying };
  const findings = lint.checked.findings.map((finding) => ({
    ...finding,
    sentence: inWords(finding.sentence, naming),
  }));
  return { ...lint, checked: { ...lint.checked, findings } };
}

interface BarProps {
  draft: Draft;
  history: History;
  /** How many clauses are pending. */
  pending: number;
  touched: number;
  /** The next pending clause. */
  onward: OutlineRow | undefined;
  onNext(path: string): void;
}

/** What is left to do, steps back, saving: always in sight. */
function EditBar({ draft, history, pending, touched, onward, onNext }: BarProps) {
  const w = useWords(schemeEditWords);
  return (
    <div className="edit-bar">
      <p role="status">
        {pending > 0 ? <strong>{w.pendingLeft(pending)}</strong> : w.pendingNone}{' '}
        {touched > 0 && <span className="soft">{w.touched(touched)}</span>}
      </p>
      {onward && <Button onClick={() => onNext(onward.path)}>{w.nextPending}</Button>}
      <Button disabled={!history.canUndo} onClick={history.undo}>
        {w.undo}
      </Button>
      <Button disabled={!history.canRedo} onClick={history.redo}>
        {w.redo}
      </Button>
      <DraftLine draft={draft} hint={w.keys} />
    </div>
  );
}

/** What the address names; a row keeps its place while its code is written anew. */
function useChosen(rows: readonly OutlineRow[]) {
  const { search, change } = useAddress();
  const wanted = search.clause;
  const last = useRef<string>(undefined);
  const focus = useRef(false);
  const known = wanted === undefined ? undefined : rowNamed(rows, wanted);
  // The code may just have been changed: then the row still stands where it stood.
  const row =
    known ?? (wanted === undefined ? undefined : rows.find(({ path }) => path === last.current));
  last.current = row?.path;
  const name = row && nameOf(row, rows);
  useEffect(() => {
    if (name !== undefined && name !== wanted) change({ clause: name });
  }, [name, wanted, change]);
  const path = row?.path;
  useEffect(() => {
    if (!focus.current || path === undefined) return;
    focus.current = false;
    document.querySelector<HTMLElement>('.edit-form h2')?.focus();
  }, [path]);
  const chosen: Chosen = row ? { row } : { part: partNamed(search.part) };
  return {
    chosen,
    missing: wanted !== undefined && row === undefined,
    // By its place: after an edit the codes known here are those of the text before it.
    goTo: (to: string, and?: 'focus') => {
      focus.current = and === 'focus';
      change({ clause: to, part: undefined }, 'push');
    },
    goToPart: (to: SchemePart) =>
      change({ clause: undefined, part: to === 'head' ? undefined : to }, 'push'),
  };
}

/** The clause that an edit is about. */
function codeOf(rows: readonly OutlineRow[], { path }: SchemeEdit): string | undefined {
  return rows.filter((row) => row.kind === 'clause' && isWithin(path, row.path)).at(-1)?.code;
}

interface KeysNeed {
  draft: Draft;
  history: History;
  rows: readonly OutlineRow[];
  row: OutlineRow | undefined;
  goTo(path: string, and?: 'focus'): void;
}

/** Alt and an arrow walk the rows, Ctrl+S saves, Ctrl+Z outside of a line takes a step back. */
function useKeys({ draft, history, rows, row, goTo }: KeysNeed) {
  const latest = useRef(draft);
  latest.current = draft;
  return (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key.toLowerCase() === 's') {
      event.preventDefault();
      settle();
      // What was typed last is in the text once the page has been drawn.
      window.setTimeout(() => latest.current.save(), 0);
      return;
    }
    if (isCommand && event.key.toLowerCase() === 'z' && !isTyped(event.target)) {
      event.preventDefault();
      if (event.shiftKey) history.redo();
      else history.undo();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    settle();
    const next = rows[rows.findIndex(({ path }) => path === row?.path) + step];
    if (next) goTo(next.path, 'focus');
  };
}

/** A line that is being typed is kept before the form goes elsewhere. */
function settle(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function isTyped(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
