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
export function hiddenGrounds(
  { facts, roster }: Known,
  reader: Actor | 'paper',
): ReadonlySet<string> {
  const told = reader === 'paper' ? () => false : toldTo(reader, roster);
  return new Set(facts.filter((fact) => isPrivate(fact) && !told(fact)).map(({ id }) => id));
}

function toldTo(actor: Actor, roster: Roster): (fact: Fact) => boolean {
  const own = ownVillages(actor);
  const reader: GroundReader = {
    units: own === undefined ? 'all' : withBelow(roster, own),
    person: actor.person,
    otherNames: otherNames(roster, actor.person),
  };
  return (fact) => tellsGround(fact, reader);
}

/**
 * The tree with a word by rule for every line that rests on one of these facts: its points, its
 * clause and the number of the fact stay, what happened, its arithmetic and its proof go.
 */
export function maskedTree(line: Tree, hidden: ReadonlySet<string>, above = ''): Tree {
  const clause = line.kind === 'clause' ? line.code : above;
  const children = line.children.map((child) => maskedTree(child, hidden, clause));
  if (!line.facts.some(({ id }) => hidden.has(id))) return { ...line, children };
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
export function maskedLine(line: Line, hidden: ReadonlySet<string>): Line {
  const children = line.children.map((child) => maskedLine(child, hidden));
  const rests = children.length === 0 && line.factIds.some((id) => hidden.has(id));
  if (!rests) return { ...line, children };
  const { kind, label, struck, milli } = line;
  const isNamed = kind === 'clause' || kind === 'node';
  const ground = groundInstead(struck ? 0 : milli);
  return { ...line, label: isNamed ? label : ground, reason: kind === 'entry' ? ground : '' };
}
