/** YAML as a person would write it: short things on one line, texts as they are. */

import type { Value } from './reading.ts';

/** Words that YAML would take for something else than text. */
const reserved = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;
const number = /^-?\d+(?:\.\d+)?%?$|^\d+\/\d+$/;
/** Letters, Chinese characters and marks that mean nothing to YAML, inside brackets too. */
const plain =
  /^[\p{L}\p{N}（“《‘「【][\p{L}\p{N}（）“”《》‘’「」【】、，。；：！？·…—－～% .\-/]*$/u;

/** A text as a YAML scalar; quoted where it could be read as anything else. */
export function scalar(text: string): string {
  if (number.test(text)) return text;
  const isPlain = plain.test(text) && !reserved.test(text) && !/\s$|\s#|: /.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** A text alone behind its key, where commas and brackets mean nothing. */
export function blockScalar(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}（“《‘「【(…]/u.test(text) && !/: |:$| #|[\p{Cc}\u2028\u2029]|\s$/u.test(text);
  return number.test(text) || (isPlain && !reserved.test(text)) ? text : JSON.stringify(text);
}

/** A value on one line: `{ count: { delta: -0.5, of: 处数 } }`. */
export function flow(value: Value): string {
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return `[${value.map((item: Value) => flow(item)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${scalar(key)}: ${flow(item)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** A comment that stays one line each, however its words are. */
export function comment(words: string): string {
  return `# ${words.replace(/\s+/gu, ' ').trim()}`;
}
