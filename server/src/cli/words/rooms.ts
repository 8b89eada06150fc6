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

/** What stands in a blank of this name; in others anything within one sentence. */
const blankShapes: Readonly<Record<string, string>> = {
  count: figure,
  errors: figure,
  most: figure,
  size: figure,
  done: figure,
  all: figure,
  sheets: figure,
  warnings: figure,
  hints: figure,
  row: figure,
  column: '[A-Z]+',
  rest: '.*?',
  text: '.*?',
  sentence: '.*?',
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
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const said = sentencesInEnglish(line.slice(indent.length));
  return said === undefined ? line : `${indent}${said}`;
}

/** The line as a whole, else its sentences, else the parts of those; undefined where none is known. */
function sentencesInEnglish(text: string, ends = /(?<=[。！？])/u): string | undefined {
  const whole = translated(text);
  if (whole !== undefined) return whole;
  const parts = text.split(ends);
  const isSentence = ends.source.includes('。');
  if (parts.length === 1 && !isSentence) return undefined;
  const said = parts.map((part) =>
    isSentence ? sentencesInEnglish(part, /(?<=；)/u) : translated(part),
  );
  if (said.every((part) => part === undefined)) return undefined;
  return said.map((part, index) => part ?? parts[index]).join(' ');
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
  const whole = periodIn(value) ?? sentencesInEnglish(value);
  if (whole !== undefined) return whole;
  const parts = value.split('，').map(translated);
  return parts.every((part) => part !== undefined) ? parts.join(', ') : value;
}

const quarters = '一二三四';

/** A period as it is written on the command line, from the words of a notice. */
function periodIn(value: string): string | undefined {
  const [, year = '', quarter, half, month] =
    /^(\d{1,4})年(?:第([一二三四])季度|([上下])半年|(\d{1,2})月)?$/u.exec(value) ?? [];
  if (year === '') return undefined;
  const years = year.padStart(4, '0');
  if (quarter !== undefined) return `${years}-Q${quarters.indexOf(quarter) + 1}`;
  if (half !== undefined) return `${years}-H${half === '上' ? 1 : 2}`;
  return month === undefined ? years : `${years}-${month.padStart(2, '0')}`;
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
        ? `(?<${name}>${blankShapes[name] ?? '[^。\\n]*?'})`
        : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}$`, 'u');
}
