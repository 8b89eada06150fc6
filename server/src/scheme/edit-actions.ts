/** The form over a text that is being written: edits, examples, fields. Nothing is kept. */

import {
  EditRefusal,
  editScheme,
  exampleIn,
  outlineOf,
  type SchemeEdit,
  schemeForms,
} from '@oneneedle/kernel';
import type { Ctx } from '../platform/index.ts';
import { checkedReply, checkedText, townKnowledge } from './checked-text.ts';
import { optionWords } from './form-options.ts';
import { fieldWords } from './form-words.ts';
import { kindsOf } from './in-force.ts';
import { schemeProblem } from './problems.ts';

interface EditInput {
  readonly source: string;
  readonly edits: readonly SchemeEdit[];
}

/** The text after the edits, checked as `lint` does, with its outline; all of the edits or none. */
export async function editText(ctx: Ctx, { source, edits }: EditInput) {
  const after = edited(source, edits);
  const checked = checkedText(after, await townKnowledge(ctx.db));
  return { source: after, checked: checkedReply(checked), outline: outlineOf(after) };
}

/** Examples of a clause of a text, or why there are none. */
export async function exampleText(ctx: Ctx, { source, path }: { source: string; path: string }) {
  const { examples, none } = exampleIn(source, path, { kinds: await kindsOf(ctx.db) });
  return { examples: [...examples], ...(none === undefined ? {} : { none }) };
}

/** The fields of everything that a clause or indicator may say, with their words. */
export function formOfLanguage() {
  return { forms: schemeForms(), fields: both(fieldWords), options: optionsOf() };
}

function edited(source: string, edits: readonly SchemeEdit[]): string {
  try {
    return editScheme(source, edits);
  } catch (error) {
    if (!(error instanceof EditRefusal)) throw error;
    throw schemeProblem('edit-refused', { sentence: error.message, edit: error.edit });
  }
}

type Pairs = Readonly<Record<string, readonly [string, string]>>;

function both(words: Pairs): Record<string, { zh: string; en: string }> {
  return Object.fromEntries(Object.entries(words).map(([key, [zh, en]]) => [key, { zh, en }]));
}

function optionsOf() {
  return Object.fromEntries(
    Object.entries(optionWords).map(([place, words]) => [place, both(words)]),
  );
}
