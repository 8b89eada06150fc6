/** A tree whose private grounds are told to nobody, or not to the account that asks. */

import type { Fact, Line, Roster } from '@oneneedle/kernel';
import {
  type GroundReader,
  groundInstead,
  isPrivate,
  otherNames,
  tellsGround,
  withBelow,
} from '../ledger/index.ts';
import type { Actor } from '../platform/index.ts';
import { ownVillages } from './policy.ts';
import type { Replies } from './views.ts';

type Tree = Replies['explain']['root'];

/** The books that say whom a fact is about. */
interface Known {
  readonly facts: readonly Fact[];
  readonly roster: Roster;
}

/**
 * Facts whose ground this account is not told: none for the office, for a village those that name
 * somebody else, on paper all that are private.
 */
export function hiddenGrounds({ facts, roster }: Known, reader: Actor | 'paper'): HiddenGrounds {
  const told = reader === 'paper' ? () => false : toldTo(reader, roster);
  const hidden = facts.filter((fact) => isPrivate(fact) && !told(fact));
  const deciding = hidden.flatMap(({ form, id }) => (form === 'missing' ? [`（事实 ${id}）`] : []));
  const ids = new Set(hidden.map(({ id }) => id));
  return {
    has: (id) => ids.has(id),
    withoutDecision: (words) => {
      const named = deciding.find((one) => words.includes(one));
      if (named === undefined) return words;
      return `${words.startsWith(lack) ? lack : ''}涉及个人隐私，不公开${named}`;
    },
  };
}

/** How a node begins to say that something below it is missing. */
const lack = '缺材料：';

/** The facts whose ground is not told. */
export interface HiddenGrounds {
  has(id: string): boolean;
  /**
   * The words of a line, where a fact of form `missing` gave them to its cell and to all above it:
   * no line names that fact among its own, its number ends the words.
   */
  withoutDecision(words: string): string;
}

function toldTo(actor: Actor, roster: Roster): (fact: Fact) => boolean {
  const own = ownVillages(actor);
  const units = own === undefined ? 'all' : withBelow(roster, own);
  const { person } = actor;
  const reader: GroundReader = { units, person, otherNames: otherNames(roster, { units, person }) };
  return (fact) => tellsGround(fact, reader);
}

/**
 * The tree with a word by rule for every line that rests on one of these facts: its points, its
 * clause and the number of the fact stay, what happened, its arithmetic and its proof go.
 */
export function maskedTree(line: Tree, hidden: HiddenGrounds, above = ''): Tree {
  const clause = line.kind === 'clause' ? line.code : above;
  const children = line.children.map((child) => maskedTree(child, hidden, clause));
  const reason = hidden.withoutDecision(line.reason);
  if (!line.facts.some(({ id }) => hidden.has(id))) return { ...line, reason, children };
  const ground = groundInstead(line.struck ? 0 : line.milli);
  const { plain: _, ...shown } = line;
  return {
    ...shown,
    label: line.kind === 'clause' || line.kind === 'node' ? line.label : '',
    reason: '',
    ...(clause === '' ? {} : { plain: `${ground}（第 ${clause} 条，涉及个人隐私，不公开）。` }),
    facts: line.facts.map((fact) =>
      hidden.has(fact.id) ? { id: fact.id, sentence: ground, evidence: [], files: [] } : fact,
    ),
    children,
  };
}

/** The same of a line as it was worked out: facts are told elsewhere, its own words go. */
export function maskedLine(line: Line, hidden: HiddenGrounds): Line {
  const children = line.children.map((child) => maskedLine(child, hidden));
  const rests = children.length === 0 && line.factIds.some((id) => hidden.has(id));
  if (!rests) return { ...line, reason: hidden.withoutDecision(line.reason), children };
  const { kind, label, struck, milli } = line;
  const isNamed = kind === 'clause' || kind === 'node';
  const ground = groundInstead(struck ? 0 : milli);
  return { ...line, label: isNamed ? label : ground, reason: kind === 'entry' ? ground : '' };
}
