/**
 * Sentences that other rooms write, in the language asked for. The rooms speak Chinese; the keys
 * `room.…` of the catalogue hold their sentences as they stand there, and a sentence that fits one
 * is said with the English words of the same key. What fits none stays as it is.
 */

import type { Finding } from '@oneneedle/kernel';
import type { Refusal } from '../../platform/index.ts';
import { catalogue, filled, type Language, type WordKey } from './say.ts';

const isRoom = (key: string): key is WordKey => key.startsWith('room.');

const figure = '[\\d.,]+';

/** What stands in a blank of this name; anything on one line in others. */
const blankShapes: Readonly<Record<string, string>> = {
  count: figure,
  errors: figure,
  warnings: figure,
  hints: figure,
  row: figure,
  column: '[A-Z]+',
};

interface Pattern {
  readonly shape: RegExp;
  readonly english: string;
}

const patterns = Object.keys(catalogue.zh)
  .filter(isRoom)
  .map((key) => ({ chinese: catalogue.zh[key], english: catalogue.en[key] }))
  .sort((a, b) => fixedLength(b.chinese) - fixedLength(a.chinese))
  .map(({ chinese, english }): Pattern => ({ shape: shapeOf(chinese), english }));

/** A text of other rooms, line by line, sentence by sentence, as far as English knows them. */
export function inLanguage(text: string, language: Language): string {
  if (language === 'zh') return text;
  return translated(text) ?? text.split('\n').map(lineInEnglish).join('\n');
}

/** The findings that a refusal rests on, where it has any. */
export function findingsIn(refusal: Refusal & { findings?: readonly Finding[] }) {
  return refusal.findings ?? [];
}

function lineInEnglish(line: string): string {
  const whole = translated(line);
  if (whole !== undefined) return whole;
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const sentences = line.slice(indent.length).split(/(?<=[。；！？])/u);
  const said = sentences.map((sentence) => translated(sentence));
  if (said.every((sentence) => sentence === undefined)) return line;
  return `${indent}${said.map((sentence, index) => sentence ?? sentences[index]).join(' ')}`;
}

function translated(text: string): string | undefined {
  for (const { shape, english } of patterns) {
    const found = shape.exec(text);
    if (!found) continue;
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      inner(value ?? ''),
    ]);
    return filled(english, Object.fromEntries(values));
  }
  return undefined;
}

/** A blank may hold words of a room as well, or several of them. */
function inner(value: string): string {
  if (value === '') return '';
  const whole = translated(value);
  if (whole !== undefined) return whole;
  const parts = value.split('，').map(translated);
  return parts.every((part) => part !== undefined) ? parts.join(', ') : value;
}

function fixedLength(text: string): number {
  return text.replace(/\{\w+\}/g, '').length;
}

function shapeOf(text: string): RegExp {
  const source = text
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      return name
        ? `(?<${name}>${blankShapes[name] ?? '.*?'})`
        : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`, 'u');
}
