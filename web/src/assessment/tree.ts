/** The tree behind a number: what is told, what is quiet, and the sums that a pencil can follow. Pure. */

import { pointsText } from '../format/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import type { FactOfLine, Line } from './replies.ts';

/** A line with the places from the root to it, by which a page knows it: "0.3.1". */
interface Place {
  readonly path: string;
  readonly line: Line;
}

/** Decimals of a number as it is printed: the points of one tree all have the same. */
export function placesOf(text: string): number {
  return text.split('.')[1]?.replace(/\D.*$/, '').length ?? 0;
}

/**
 * "满分 30.000 − 4.500 = 25.500", or the sum of the lines below. A full mark from which nothing was
 * taken stands alone; '' where there is nothing to add: a line that is given by one line below it
 * says the same number twice.
 */
export function sumText(line: Line, places: number): string {
  if (line.sum !== '')
    return / [−+] /.test(line.sum) ? `${line.sum} = ${unsigned(line)}` : line.sum;
  const terms = termsOf(line.children);
  const [first, ...others] = terms;
  if (first === undefined || others.length === 0) return '';
  const start = first < 0 ? `−${sizeText(first, places)}` : sizeText(first, places);
  const rest = others.map((milli) => `${milli < 0 ? '−' : '+'} ${sizeText(milli, places)}`);
  return `${[start, ...rest].join(' ')} = ${unsigned(line)}`;
}

/** The value without a plus sign: a sum ends in a number, not in a change. */
function unsigned({ value }: Line): string {
  return value.replace(/^\+/, '');
}

/** What each line adds; a weight belongs to the line before it, so that 92 at 40% reads 36.8. */
function termsOf(lines: readonly Line[]): number[] {
  const terms: number[] = [];
  for (const { kind, milli } of lines) {
    const last = terms.length - 1;
    if (kind === 'weight' && last >= 0) terms[last] = (terms[last] ?? 0) + milli;
    else terms.push(milli);
  }
  return terms.filter((milli) => milli !== 0);
}

function sizeText(milli: number, places: number): string {
  return pointsText(Math.abs(milli), places);
}

/** Nothing happened here: no points, no facts, an ordinary state, and the same for all below. */
export function isQuiet({ milli, facts, state, struck, children }: Line): boolean {
  return milli === 0 && facts.length === 0 && state === '' && !struck && children.every(isQuiet);
}

/** The lines to tell, and those that need one sentence together. */
export function toldAndQuiet(line: Line): { told: readonly Line[]; quiet: readonly Line[] } {
  return {
    told: line.children.filter((child) => !isQuiet(child)),
    quiet: line.children.filter(isQuiet),
  };
}

/** Points were given or taken by facts here or below, or a cell below needs a look. */
export function isTelling({ kind, milli, state, struck, children }: Line): boolean {
  const isOwn = kind === 'total' || kind === 'node' || kind === 'base' ? false : milli !== 0;
  return isOwn || struck || needsLook(state) || children.some(isTelling);
}

/** 缺材料 and 记零 stand out; what is only not due yet does not. */
function needsLook(state: string): boolean {
  const kind = stateOf(state);
  return kind === 'missing' || kind === 'zeroed';
}

const states = ['notDue', 'notApplicable', 'missing', 'zeroed'] as const;

/** The state behind the word that the program prints in Chinese; undefined for an ordinary line. */
export function stateOf(word: string): (typeof states)[number] | undefined {
  return states.find((state) => assessmentWords.zh[state] === word);
}

/** Which lines are open at first: the one it begins with, and all that tell something. */
export function openAtFirst(root: Line): ReadonlySet<string> {
  return new Set(['0', ...below(root, '0').flatMap(opening)]);
}

function opening({ path, line }: Place): string[] {
  return isTelling(line) ? [path] : [];
}

/** A line and all below it, each with its place. */
function below(line: Line, path: string): Place[] {
  return [
    { path, line },
    ...line.children.flatMap((child, index) => below(child, `${path}.${index}`)),
  ];
}

/** The lines from the total down to the one of a node or clause; empty where there is none. */
export function wayTo(root: Line, code: string): readonly Line[] {
  if (root.code === code && code !== '') return [root];
  for (const child of root.children) {
    const rest = wayTo(child, code);
    if (rest.length > 0) return [root, ...rest];
  }
  return [];
}

/** A fact on the tree: the lines from the total down to the one that rests on it. */
export interface FactPlace {
  readonly way: readonly Line[];
  readonly fact: FactOfLine;
}

/** Where a fact hangs, under the clause that is named or under the first that rests on it. */
export function placeOfFact(root: Line, id: string, code?: string): FactPlace | undefined {
  const places = placesOfFact(root, id);
  return places.find(({ way }) => code !== undefined && clauseOf(way) === code) ?? places[0];
}

/** Every line that rests on a fact by itself, in the order of the tree. */
export function placesOfFact(root: Line, id: string): readonly FactPlace[] {
  const own = root.facts.filter((fact) => fact.id === id).map((fact) => ({ way: [root], fact }));
  const lower = root.children.flatMap((child) => placesOfFact(child, id));
  return [...own, ...lower.map(({ way, fact }) => ({ way: [root, ...way], fact }))];
}

/** The number of the clause on a way, or of the lowest node: what the last line belongs to. */
export function clauseOf(way: readonly Line[]): string {
  return way.reduce((code, line) => (line.code === '' ? code : line.code), '');
}

/** The numbers of a line and of all below it. */
export function codesIn(line: Line): ReadonlySet<string> {
  return new Set(below(line, '0').flatMap((place) => place.line.code || []));
}

/** The places of all lines that have something below them. */
export function allPaths(root: Line): ReadonlySet<string> {
  return new Set(below(root, '0').flatMap(({ path, line }) => (canOpen(line) ? [path] : [])));
}

/** Lines below it; its own facts are told with it. */
export function canOpen({ children }: Line): boolean {
  return children.length > 0;
}
