/** Conditions and quantities taken apart: every part with its path and where it is asked. */

import type { Condition, Quantity } from '../scheme/quantity.ts';
import { only } from '../scheme/shapes.ts';
import type { ClauseAt } from './view.ts';

/** The place in the scheme where something is asked. */
export type Place =
  | 'rule'
  | 'waive'
  | 'factor'
  | 'extra'
  | 'gate'
  | 'notApplicable'
  | 'coefficient'
  | 'eligibility'
  | 'veto'
  | 'grade'
  | 'prize'
  | 'outcome'
  | 'pay';

/** A condition or quantity with its path, the clause that asks, and the kinds it has in hand. */
export interface Asked<Value> {
  readonly value: Value;
  readonly path: string;
  readonly place: Place;
  readonly clause?: ClauseAt;
  /** Kinds of the fact in hand; absent where no fact is in hand. */
  readonly inHand?: readonly string[];
}

export interface AskedIn {
  readonly conditions: readonly Asked<Condition>[];
  readonly quantities: readonly Asked<Quantity>[];
}

type Marks = Omit<Asked<unknown>, 'value' | 'path'>;

/** A condition and everything inside it. */
export function conditionParts(value: Condition, path: string, marks: Marks): AskedIn {
  const own: AskedIn = { conditions: [{ ...marks, value, path }], quantities: [] };
  const [form] = only(value);
  const at = `${path}.${form}`;
  if ('all' in value || 'any' in value) {
    const list = 'all' in value ? value.all : value.any;
    return join(own, ...list.map((item, index) => conditionParts(item, `${at}[${index}]`, marks)));
  }
  if ('not' in value) return join(own, conditionParts(value.not, at, marks));
  if ('test' in value) {
    const terms = Object.entries(value.test).filter(([, term]) => term !== undefined);
    return join(own, ...terms.map(([key, term]) => quantityParts(term, `${at}.${key}`, marks)));
  }
  if ('amongLast' in value) {
    const { rank, of } = value.amongLast;
    return join(
      own,
      quantityParts(rank, `${at}.rank`, marks),
      quantityParts(of, `${at}.of`, marks),
    );
  }
  return own;
}

/** A quantity and everything inside it. */
export function quantityParts(value: Quantity, path: string, marks: Marks): AskedIn {
  const own: AskedIn = { conditions: [], quantities: [{ ...marks, value, path }] };
  return join(
    own,
    ...termsOf(value).map(([key, term]) => quantityParts(term, `${path}.${key}`, marks)),
  );
}

/** The quantities directly inside a quantity, by the path that leads to them. */
export function termsOf(value: Quantity): [string, Quantity][] {
  if (typeof value === 'string') return [];
  if ('total' in value) return value.total.map((term, index) => [`total[${index}]`, term]);
  if ('share' in value)
    return [
      ['share.of', value.share.of],
      ['share.over', value.share.over],
    ];
  if ('difference' in value) {
    const { of, minus } = value.difference;
    return [
      ['difference.of', of],
      ['difference.minus', minus],
    ];
  }
  for (const form of ['prior', 'ownMean', 'groupMean', 'groupBest', 'groupRank', 'per'] as const) {
    const inside = (value as Record<string, { of: Quantity } | undefined>)[form];
    if (inside) return [[`${form}.of`, inside.of]];
  }
  return [];
}

function join(...parts: AskedIn[]): AskedIn {
  return {
    conditions: parts.flatMap(({ conditions }) => conditions),
    quantities: parts.flatMap(({ quantities }) => quantities),
  };
}
