/** Roster and facts as YAML, a row a line, in the shape that people write by hand. */

import type { Fact, Roster } from '@oneneedle/kernel';

/** The text of `facts.yaml`: in the order of posting, every row with its `seq`. */
export function factsYaml(facts: readonly Fact[]): string {
  const posted = facts
    .map((fact, index) => ({ fact, index }))
    .sort((a, b) => a.fact.seq - b.fact.seq || a.index - b.index);
  return listYaml(posted.map(({ fact }) => rowOf(fact)));
}

/** The text of `roster.yaml`: its lists in their order, those without rows left out. */
export function rosterYaml({ units, persons, posts, pairings }: Roster): string {
  const lists = Object.entries({ units, persons, posts, pairings });
  const used = lists.filter(([key, rows]) => rows.length > 0 || key === 'units');
  return used
    .map(([key, rows]) => (rows.length === 0 ? `${key}: []\n` : `${key}:\n${listYaml(rows, '  ')}`))
    .join('');
}

/** The row that stands for a fact; `factOf` of the kernel is its reading. */
function rowOf(fact: Fact) {
  const { id, kind, form, about, values, tags, evidence, recordedBy, reviewedBy, seq, ...rest } =
    fact;
  const { on, to, period, matter, doc, chosen, reverses, countsIn, note } = rest;
  const subjects = about.map(({ subject, as }) => (as === '' ? subject : { subject, as }));
  const [only] = subjects;
  return {
    id,
    kind,
    ...(form === 'event' ? {} : { form }),
    about: subjects.length === 1 ? only : subjects,
    on,
    to,
    period,
    values,
    tags,
    matter,
    doc,
    chosen: chosen?.scheme === '' ? { ...chosen, scheme: undefined } : chosen,
    evidence,
    by: recordedBy,
    reviewedBy,
    reverses,
    countsIn,
    note,
    seq,
  };
}

function listYaml(rows: readonly object[], indent = ''): string {
  if (rows.length === 0) return `${indent}[]\n`;
  return rows.map((row) => `${indent}- ${flow(row)}\n`).join('');
}

/** `{ id: F-1, about: 甲村 }`; what is empty or absent is not written. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const pairs = Object.entries(value).filter(([, item]) => !isEmpty(item));
  return `{ ${pairs.map(([key, item]) => `${scalar(key)}: ${flow(item)}`).join(', ')} }`;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isEmpty);
  return value === undefined;
}

/** Letters, Chinese characters and marks that mean nothing to YAML. */
const plain =
  /^[\p{Script=Han}A-Za-z（〔][\p{Script=Han}\p{L}\p{N}（）〔〕、，。；：·._/-]*(?: [\p{Script=Han}\p{L}\p{N}（）〔〕、，。；：·._/-]+)*$/u;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$|^\d{4}-\d\d-\d\d$/;
const reserved = /^(?:true|false|null)$/i;

/** A number or text that reads back as itself; quoted where it could be anything else. */
function scalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const isBare = number.test(value) || (plain.test(value) && !reserved.test(value));
  return isBare ? value : JSON.stringify(value);
}
