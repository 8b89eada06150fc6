/** A scheme spread out for the check: its nodes, clauses and questions, each with its path. */

import type { Roster } from '../book/book.ts';
import type { Clause } from '../scheme/clause.ts';
import type { Condition, Quantity } from '../scheme/quantity.ts';
import type { FactKind, Node, Scheme } from '../scheme/scheme.ts';
import { listOf } from '../scheme/shapes.ts';
import { type Asked, type AskedIn, conditionParts, quantityParts } from './questions.ts';

/** What the check may know besides the scheme itself. */
export interface CheckContext {
  readonly kinds?: readonly FactKind[];
  readonly otherSchemes?: readonly Scheme[];
  readonly roster?: Roster;
}

export interface NodeAt {
  readonly node: Node;
  readonly path: string;
  /** The nodes above, root first. */
  readonly above: readonly NodeAt[];
}

export interface ClauseAt {
  readonly clause: Clause;
  readonly path: string;
  /** The nodes above, root first; the last one holds the clause. */
  readonly nodes: readonly NodeAt[];
}

export interface SchemeView {
  readonly scheme: Scheme;
  /** Parents before their children, in the order of the document. */
  readonly nodes: readonly NodeAt[];
  readonly clauses: readonly ClauseAt[];
  readonly conditions: readonly Asked<Condition>[];
  readonly quantities: readonly Asked<Quantity>[];
  /** By kind and former kind; empty when no catalogue is known. */
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly others: readonly Scheme[];
  readonly roster: Roster | undefined;
}

/** Spreads a scheme out once; every check reads this view. */
export function viewOf(scheme: Scheme, context: CheckContext = {}): SchemeView {
  const nodes = scheme.tree.flatMap((node, index) => nodesFrom(node, `tree[${index}]`, []));
  const clauses = nodes.flatMap(clausesOf);
  const asked = [
    ...clauses.flatMap(clauseQuestions),
    ...nodes.flatMap(nodeQuestions),
    ...resultQuestions(scheme),
  ];
  const catalogue = [...(context.kinds ?? []), ...(scheme.kinds ?? [])];
  return {
    scheme,
    nodes,
    clauses,
    conditions: asked.flatMap(({ conditions }) => conditions),
    quantities: asked.flatMap(({ quantities }) => quantities),
    kinds: new Map(
      catalogue.flatMap((kind) =>
        [...(kind.formerly ?? []), kind.kind].map((name) => [name, kind] as const),
      ),
    ),
    others: (context.otherSchemes ?? []).filter((other) => !isSame(scheme, other)),
    roster: context.roster,
  };
}

function isSame(a: Scheme, b: Scheme): boolean {
  return a === b || (a.line === b.line && a.version === b.version);
}

/** The node that holds a clause. */
export function holderOf({ nodes }: ClauseAt): NodeAt {
  const holder = nodes.at(-1);
  if (!holder) throw new Error('a clause without a node');
  return holder;
}

/** The clauses of a node and of everything below it. */
export function clausesUnder({ clauses }: SchemeView, at: NodeAt): ClauseAt[] {
  return clauses.filter(({ nodes }) => nodes.includes(at));
}

/** The clause looks at the year to date, or the periods are years anyway. */
export function spansYear({ scheme }: SchemeView, { clause }: ClauseAt): boolean {
  return scheme.period === 'year' || clause.span === 'year';
}

function nodesFrom(node: Node, path: string, above: readonly NodeAt[]): NodeAt[] {
  const here: NodeAt = { node, path, above };
  const children = (node.children ?? []).flatMap((child, index) =>
    nodesFrom(child, `${path}.children[${index}]`, [...above, here]),
  );
  return [here, ...children];
}

function clausesOf(at: NodeAt): ClauseAt[] {
  return (at.node.clauses ?? []).map((clause, index) => ({
    clause,
    path: `${at.path}.clauses[${index}]`,
    nodes: [...at.above, at],
  }));
}

function clauseQuestions(at: ClauseAt): AskedIn[] {
  const { clause, path } = at;
  const heard = listOf(clause.on);
  // Juries and ballots take all facts together: there is none in hand.
  const oneByOne = heard.length > 0 && !('judges' in clause.rule || 'ballots' in clause.rule);
  const inHand = oneByOne ? { clause: at, inHand: heard } : { clause: at };
  const lists = (['waive', 'factor', 'extra'] as const).flatMap((place) =>
    (clause[place] ?? []).map(({ when }, index) =>
      conditionParts(when, `${path}.${place}[${index}].when`, { ...inHand, place }),
    ),
  );
  const gates = (clause.gate ?? []).map(({ when }, index) =>
    conditionParts(when, `${path}.gate[${index}].when`, { clause: at, place: 'gate' }),
  );
  return [
    ...ruleQuestions(at, inHand),
    ...lists,
    ...gates,
    ...optionalCondition(clause.notApplicableWhen, `${path}.notApplicableWhen`, {
      clause: at,
      place: 'notApplicable',
    }),
  ];
}

type Marks = Omit<Asked<Quantity>, 'value' | 'path'>;

function ruleQuestions({ clause, path }: ClauseAt, marks: Omit<Marks, 'place'>): AskedIn[] {
  const { rule } = clause;
  const here = { ...marks, place: 'rule' as const };
  const terms = (kind: string, named: Record<string, Quantity>) =>
    Object.entries(named).map(([key, term]) =>
      quantityParts(term, `${path}.rule.${kind}.${key}`, here),
    );
  if ('table' in rule) return terms('table', { of: rule.table.of });
  if ('linear' in rule) {
    return terms('linear', { of: rule.linear.of, reference: rule.linear.reference });
  }
  if ('ratio' in rule) return terms('ratio', { of: rule.ratio.of });
  if ('shortfall' in rule) {
    return terms('shortfall', { of: rule.shortfall.of, min: rule.shortfall.min });
  }
  if ('excess' in rule) return terms('excess', { of: rule.excess.of, quota: rule.excess.quota });
  if ('award' in rule) {
    return [conditionParts(rule.award.when, `${path}.rule.award.when`, here)];
  }
  return [];
}

function nodeQuestions({ node, path }: NodeAt): AskedIn[] {
  return [
    ...(node.gate ?? []).map(({ when }, index) =>
      conditionParts(when, `${path}.gate[${index}].when`, { place: 'gate' }),
    ),
    ...optionalCondition(node.notApplicableWhen, `${path}.notApplicableWhen`, {
      place: 'notApplicable',
    }),
    ...coefficientQuestions(node.coefficient, `${path}.coefficient`),
  ];
}

function resultQuestions(scheme: Scheme): AskedIn[] {
  const { eligibility, vetoes, grades, outcomes, pay, prizes, total } = scheme;
  return [
    ...coefficientQuestions(total?.coefficient, 'total.coefficient'),
    ...(eligibility ?? []).map(({ when }, index) =>
      conditionParts(when, `eligibility[${index}].when`, { place: 'eligibility' }),
    ),
    ...(vetoes ?? []).flatMap((veto, index) =>
      (veto.waive ?? []).map(({ when }, inner) =>
        conditionParts(when, `vetoes[${index}].waive[${inner}].when`, {
          place: 'veto',
          inHand: listOf(veto.on),
        }),
      ),
    ),
    ...(grades?.rules ?? []).map(({ when }, index) =>
      conditionParts(when, `grades.rules[${index}].when`, { place: 'grade' }),
    ),
    ...optionalCondition(prizes?.notWhen, 'prizes.notWhen', { place: 'prize' }),
    ...(outcomes ?? []).flatMap((outcome, index) => [
      ...optionalCondition(outcome.when, `outcomes[${index}].when`, { place: 'outcome' }),
      ...optionalCondition(outcome.releaseWhen, `outcomes[${index}].releaseWhen`, {
        place: 'outcome',
      }),
    ]),
    ...(pay?.lines ?? []).flatMap((line, index) => [
      ...optionalCondition(line.withheldWhen, `pay.lines[${index}].withheldWhen`, { place: 'pay' }),
      ...('share' in line.rule
        ? [quantityParts(line.rule.share.of, `pay.lines[${index}].rule.share.of`, { place: 'pay' })]
        : []),
    ]),
  ];
}

function coefficientQuestions(coefficient: Node['coefficient'], path: string): AskedIn[] {
  if (!coefficient) return [];
  const marks = { place: 'coefficient' as const };
  return [
    quantityParts(coefficient.of, `${path}.of`, marks),
    quantityParts(coefficient.reference, `${path}.reference`, marks),
  ];
}

function optionalCondition(
  condition: Condition | undefined,
  path: string,
  marks: Marks,
): AskedIn[] {
  return condition ? [conditionParts(condition, path, marks)] : [];
}
