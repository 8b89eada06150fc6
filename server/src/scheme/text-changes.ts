/** What changed in the official text beside indicators and clauses: vetoes, grades, prizes, procedure. */

import type { FactKind, Scheme } from '@oneneedle/kernel';
import type { Change } from './comparison.ts';
import { schemeText } from './render.ts';
import { wordMarks } from './word-marks.ts';

/** Sentence by sentence within each part of the text, in the order of the newer. */
export function textChanges(older: Scheme, newer: Scheme, kinds: readonly FactKind[]): Change[] {
  const [before, after] = [partsOf(older, kinds), partsOf(newer, kinds)];
  const titles = new Set([...after.keys(), ...before.keys()]);
  return [...titles].flatMap((title) =>
    partChanges(title, before.get(title) ?? [], after.get(title) ?? []),
  );
}

/** What went and what came are paired in their order; what is left over stands alone. */
function partChanges(title: string, before: readonly string[], after: readonly string[]): Change[] {
  const gone = before.filter((sentence) => !after.includes(sentence));
  const come = after.filter((sentence) => !before.includes(sentence));
  const paired = Math.min(gone.length, come.length);
  const common = { what: 'scheme' as const, code: title, name: title };
  return [
    ...come.map((now, index): Change => {
      const was = gone[index];
      if (was === undefined) {
        return { ...common, kind: 'added', sentences: [`新增：${now}`], after: only(now) };
      }
      const sentences = [`“${was}”改为“${now}”`];
      const words = wordMarks(was, now);
      return { ...common, kind: 'changed', sentences, words, before: only(was), after: only(now) };
    }),
    ...gone.slice(paired).map((was): Change => {
      return { ...common, kind: 'removed', sentences: [`删去：${was}`], before: only(was) };
    }),
  ];
}

function only(text: string): { text: string; rule: string } {
  return { text, rule: '' };
}

/** Told by the indicators and clauses themselves. */
const toldElsewhere = '考核内容和评分标准';

/** The sentences of each part by its heading; the row of a table is one. */
function partsOf(scheme: Scheme, kinds: readonly FactKind[]): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  let title = '';
  for (const block of schemeText(scheme, { kinds }).body) {
    if (block.kind === 'heading' && block.level === 1) {
      title = block.text;
      continue;
    }
    if (title === toldElsewhere) continue;
    const sentences = parts.get(title) ?? [];
    if (block.kind === 'table') sentences.push(...block.rows.map(rowText));
    else if (!isOfTheHead(block.text)) sentences.push(block.text);
    parts.set(title, sentences);
  }
  return parts;
}

function rowText(row: readonly (string | { readonly text: string })[]): string {
  const cells = row.map((cell) => (typeof cell === 'string' ? cell : cell.text));
  return cells.filter((text) => text !== '').join('，');
}

/** Days and version are told as changes of the head. */
function isOfTheHead(sentence: string): boolean {
  return /^本办法(?:自|【)/.test(sentence);
}
