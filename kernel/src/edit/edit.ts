/**
 * Small edits of the text of a scheme, as a form makes them. What is not edited stays byte for byte:
 * comments, order and spacing are the writer's. What is written looks as a person would write it.
 */

import { readYaml } from '../scheme/read.ts';
import { editsOf } from './diff.ts';
import type { DoneEdit } from './done.ts';
import { EditRefusal } from './refusal.ts';
import { splice } from './splice.ts';
import { lookFor, pathKeys } from './steps.ts';
import { type EditValue, insertedAt, movedTo, removedAt, sameValue, setAt } from './values.ts';

/**
 * One edit; paths are those of findings (`tree[0].clauses[3].rule`), each in the text as the edits
 * before it left it.
 * - `set`: writes a value; a key that is not there yet comes to its place in the order of the
 *   language, and a map or list that is there changes only where it differs.
 *   `{ op: 'set', path: 'tree[0].clauses[3].rule.count.delta', value: '-1' }`
 * - `remove`: takes a key or a member of a list away, with the comment lines right above it; a map or
 *   list that is empty then goes too. `{ op: 'remove', path: 'tree[0].clauses[3].note' }`
 * - `insert`: puts a member into a list, before the one that stands at `at`; a list that is not
 *   written yet is begun. `{ op: 'insert', path: 'tree[0].clauses', at: 4, value: { code: '1.5', … } }`
 * - `move`: takes a member of a list elsewhere with its comments; `to` is its path afterwards.
 *   `{ op: 'move', path: 'tree[0].clauses[3]', to: 'tree[1].clauses[0]' }`
 */
export type SchemeEdit =
  | { readonly op: 'set'; readonly path: string; readonly value: EditValue }
  | { readonly op: 'remove'; readonly path: string }
  | {
      readonly op: 'insert';
      readonly path: string;
      readonly at: number;
      readonly value: EditValue;
    }
  | { readonly op: 'move'; readonly path: string; readonly to: string };

/**
 * The text after the edits, all of them or none. Throws `EditRefusal` with a sentence where a path
 * leads nowhere, where the text cannot be read before or could not be read after, and where the edit
 * would reach beyond its place.
 */
export function editScheme(text: string, edits: readonly SchemeEdit[]): string {
  let now: Text | undefined;
  for (const [index, edit] of edits.entries()) now = editedOnce(now ?? text, edit, index);
  return now?.text ?? text;
}

/** A text with what it says, so that several edits need not read it anew each. */
interface Text {
  readonly text: string;
  readonly value: EditValue;
}

function editedOnce(now: Text | string, edit: SchemeEdit, index: number): Text {
  try {
    const { text, value: before } = typeof now === 'string' ? readable(now) : now;
    const { expected, steps } = planned(before, edit);
    const after = steps.reduce(splice, text);
    const read = readYaml(after);
    if (read.findings.length > 0) {
      const why = read.findings[0]?.sentence ?? '';
      throw new EditRefusal(`这样写进去以后，整份办法会读不出来（${why}），没有改。请换一种写法。`);
    }
    const value = (read.value ?? {}) as EditValue;
    if (!sameValue(value, expected)) {
      throw new EditRefusal(
        '这一处的写法特殊，用表单改会牵动别的内容，没有改。请在 YAML 文本里改这一处。',
      );
    }
    return { text: after, value };
  } catch (error) {
    throw error instanceof EditRefusal ? error.at(index) : error;
  }
}

/** Deeper than any question of a scheme. */
const deepest = 40;

function refuseDeep(value: EditValue, depth: number): void {
  if (depth > deepest) {
    throw new EditRefusal(`写的内容套得太深，最多 ${deepest} 层，没有改。请拆开来写。`);
  }
  if (typeof value !== 'object') return;
  for (const inner of Object.values(value)) refuseDeep(inner, depth + 1);
}

function readable(text: string): Text {
  const { value, findings } = readYaml(text);
  const [finding] = findings;
  if (finding) {
    throw new EditRefusal(
      `现在的文本还读不出来，不能用表单改：${finding.sentence}先在 YAML 文本里改好这一处。`,
    );
  }
  if (value === undefined) return { text, value: {} };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new EditRefusal('这份文本不是一份考核办法：最外层应当是一组键和值。请在 YAML 文本里改。');
  }
  return { text, value: value as EditValue };
}

/** What the text must say afterwards, and the single splices that lead there. */
function planned(before: EditValue, edit: SchemeEdit): { expected: EditValue; steps: DoneEdit[] } {
  const keys = pathKeys(before, edit.path);
  if ('value' in edit) refuseDeep(edit.value, 0);
  switch (edit.op) {
    case 'set':
      return {
        expected: setAt(before, keys, edit.value),
        steps: editsOf(lookFor(before, keys), edit.value, keys),
      };
    case 'remove':
      return { expected: removedAt(before, keys), steps: [{ op: 'remove', keys }] };
    case 'insert':
      return {
        expected: insertedAt(before, keys, edit),
        steps: [{ op: 'insert', keys, at: edit.at, value: edit.value }],
      };
    default: {
      const to = pathKeys(removedAt(before, keys), edit.to);
      const stays = keys.join('\n') === to.join('\n');
      const steps: DoneEdit[] = stays ? [] : [{ op: 'move', keys, to }];
      return { expected: movedTo(before, keys, to), steps };
    }
  }
}
