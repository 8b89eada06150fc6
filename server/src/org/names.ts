/** Who is meant by a code, a name or a former name. */

import type { Roster } from '@oneneedle/kernel';
import { type Reading, shown } from './cell-values.ts';
import { literal, literalOf, writtenAs } from './literal.ts';
import { nearestOrPart } from './near.ts';

/** Which part of the roster is looked through. */
export type Sort = 'unit' | 'person' | 'any';

/** The codes and names of a roster. */
export interface Names {
  /** The code that is meant; what is unknown or fits several is refused with what comes near. */
  codeIn(written: string, sort?: Sort): Reading<string>;
  /** How a code is written in a cell: its name where that is certain, else the code. */
  nameOf(code: string, sort?: Sort): string;
  /** The names of a part of the roster as they may be written, in its order. */
  all(sort: Sort): string[];
}

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly sort: 'unit' | 'person';
}

/** The names of a roster; read once, asked for every row. */
export function namesOf(roster: Roster): Names {
  const units = roster.units.map(({ code, name }): Entry => ({ code, name, sort: 'unit' }));
  const persons = roster.persons.map(({ code, name }): Entry => ({ code, name, sort: 'person' }));
  const entries = [...units, ...persons];
  const byWord = new Map<string, Entry[]>();
  const learn = (word: string, entry: Entry) => {
    const known = byWord.get(word) ?? [];
    if (!known.includes(entry)) byWord.set(word, [...known, entry]);
  };
  for (const entry of entries) for (const word of [entry.code, entry.name]) learn(word, entry);
  for (const [index, { aliases }] of roster.units.entries()) {
    const unit = units[index];
    for (const alias of unit ? aliases : []) learn(alias, unit as Entry);
  }
  const of = (sort: Sort) => (entry: Entry) => sort === 'any' || entry.sort === sort;
  const codeIn = (written: string, sort: Sort = 'any'): Reading<string> => {
    const exact = literalOf(written);
    if (exact !== undefined) return { value: exact };
    const found = (byWord.get(written) ?? []).filter(of(sort));
    const codes = [...new Set(found.map(({ code }) => code))];
    const [only] = codes;
    if (only !== undefined && codes.length === 1) return { value: only };
    if (only !== undefined) return { problem: severalFit(written, found) };
    return { problem: unknown(written, sort, { byWord, entries }) };
  };
  const ways = new Map<string, string[]>();
  for (const { code, name } of entries) ways.set(code, [...(ways.get(code) ?? []), name]);
  const written = new Map<string, string>();
  const nameOf = (code: string, sort: Sort = 'any') => {
    const key = `${sort} ${code}`;
    const read = (cell: string) => {
      const answer = codeIn(cell, sort);
      return 'value' in answer ? answer.value : undefined;
    };
    const known = written.get(key);
    if (known !== undefined) return known;
    const name = writtenAs(code, [...(ways.get(code) ?? []), code], read, () => literal(code));
    written.set(key, name);
    return name;
  };
  return {
    codeIn,
    nameOf,
    all: (sort) => entries.filter(of(sort)).map(({ code }) => nameOf(code, sort)),
  };
}

function severalFit(written: string, found: readonly Entry[]): string {
  const listed = found.map(({ code, name }) => (code === name ? code : `${code} ${name}`));
  return `“${written}”在名册里有 ${found.length} 个：${listed.slice(0, 6).join('、')}；请改写编码。`;
}

const sortWords = { unit: '单位', person: '人员', any: '单位或人员' } as const;

function unknown(
  written: string,
  sort: Sort,
  { byWord, entries }: { byWord: ReadonlyMap<string, readonly Entry[]>; entries: readonly Entry[] },
): string {
  const other = byWord.get(written)?.[0];
  if (other) {
    return `“${written}”在名册里是${sortWords[other.sort]}，这里要写${sortWords[sort]}；请改正。`;
  }
  if (entries.length === 0) return `名册里没有“${shown(written)}”，名册还是空的；请先填名册。`;
  const words = [...byWord].flatMap(([word, of]) =>
    of.some((entry) => sort === 'any' || entry.sort === sort) ? [word] : [],
  );
  const close = nearestOrPart(written, words);
  const advice = close === undefined ? '请核对写法，或补进名册' : `是不是“${close}”？请改正`;
  return `名册里没有“${shown(written)}”；${advice}。`;
}
