/** Names that the roster does not have: units, roles, pairings, sizes. */

import type { Charge } from '../scheme/clause.ts';
import type { Who } from '../scheme/quantity.ts';
import { listOf } from '../scheme/shapes.ts';
import { type Finding, finding } from './finding.ts';
import { nearest } from './shape-keys.ts';
import type { SchemeView } from './view.ts';

/** With a roster at hand: names that nobody and nothing in it bears, and an empty field of subjects. */
export function checkRosterNames(view: SchemeView): Finding[] {
  const { roster } = view;
  if (!roster) return [];
  const known: Record<Sort, readonly string[]> = {
    unit: roster.units.flatMap(({ code, name, aliases }) => [code, name, ...aliases]),
    role: roster.posts.map(({ role }) => role),
    paired: roster.pairings.map(({ kind }) => kind),
    size: roster.units.flatMap(({ sizes }) => Object.keys(sizes)),
    subject: [...roster.units, ...roster.persons].map(({ code }) => code),
  };
  const missing = rosterUses(view).flatMap(({ sort, name, path }) => {
    if (name === '*' || known[sort].includes(name)) return [];
    const close = nearest(name, known[sort]);
    const advice = close ? `是不是“${close}”？` : '';
    const sentence = `名册里没有${sortWords[sort]}“${name}”，这里不起作用；${advice}请核对名称，或补进名册。`;
    return [finding('unknown-in-roster', path, sentence)];
  });
  return [...missing, ...noSubject(view)];
}

type Sort = 'unit' | 'role' | 'paired' | 'size' | 'subject';

const sortWords: Record<Sort, string> = {
  unit: '单位',
  role: '职务',
  paired: '挂钩关系',
  size: '规模数',
  subject: '考核对象',
};

interface RosterUse {
  readonly sort: Sort;
  readonly name: string;
  readonly path: string;
}

function rosterUses(view: SchemeView): RosterUse[] {
  const { scheme } = view;
  return [
    ...view.clauses.flatMap(({ clause, path }) => [
      ...listOf(clause.charge).flatMap((charge) => chargeUses(charge, `${path}.charge`)),
      ...subjects(clause.applies?.subjects, `${path}.applies.subjects`),
      ...('import' in clause.rule ? whoUses(clause.rule.import.of, `${path}.rule.import.of`) : []),
    ]),
    ...view.nodes.flatMap(({ node, path }) =>
      subjects(node.applies?.subjects, `${path}.applies.subjects`),
    ),
    ...subjects(scheme.subject.where?.subjects, 'subject.where.subjects'),
    ...(scheme.ownItems?.items ?? []).flatMap(({ subject }, index) =>
      subjects([subject], `ownItems.items[${index}].subject`),
    ),
    ...view.quantities.flatMap(({ value, path }) => quantityUses(value, path)),
    ...view.conditions.flatMap(({ value, path }) =>
      'occurs' in value
        ? whoUses(value.occurs.of, `${path}.occurs.of`)
        : 'resultGradeIn' in value
          ? whoUses(value.resultGradeIn.of, `${path}.resultGradeIn.of`)
          : [],
    ),
  ];
}

function subjects(codes: readonly string[] | undefined, path: string): RosterUse[] {
  return (codes ?? []).map((name) => ({ sort: 'subject', name, path }));
}

function chargeUses(charge: Charge, path: string): RosterUse[] {
  if (typeof charge === 'string') return [];
  const names = (sort: Sort, factors: Record<string, string>, key: string): RosterUse[] =>
    Object.keys(factors).map((name) => ({ sort, name, path: `${path}.${key}.${name}` }));
  if ('roles' in charge) return names('role', charge.roles, 'roles');
  if ('holders' in charge) return names('role', charge.holders, 'holders');
  return 'paired' in charge ? names('paired', charge.paired, 'paired') : [];
}

function quantityUses(value: unknown, path: string): RosterUse[] {
  if (typeof value !== 'object' || value === null) return [];
  const [form = '', detail] = Object.entries(value)[0] ?? [];
  if (form === 'size') {
    const named = typeof detail === 'string' ? { name: detail } : (detail as SizeDetail);
    return [
      { sort: 'size', name: named.name, path: `${path}.size` },
      ...whoUses(named.of, `${path}.size.of`),
    ];
  }
  const readsFacts = ['measure', 'count', 'sum', 'distinct', 'votes', 'result'].includes(form);
  return readsFacts ? whoUses((detail as { of?: Who }).of, `${path}.${form}.of`) : [];
}

interface SizeDetail {
  readonly name: string;
  readonly of?: Who;
}

function whoUses(who: Who | undefined, path: string): RosterUse[] {
  if (typeof who !== 'object') return [];
  if ('unit' in who) return [{ sort: 'unit', name: who.unit, path: `${path}.unit` }];
  if ('paired' in who) return [{ sort: 'paired', name: who.paired, path: `${path}.paired` }];
  if ('holder' in who) return [{ sort: 'role', name: who.holder, path: `${path}.holder` }];
  return 'unitOf' in who ? [{ sort: 'role', name: who.unitOf, path: `${path}.unitOf` }] : [];
}

function noSubject({ scheme, roster }: SchemeView): Finding[] {
  const { kind, where } = scheme.subject;
  const units = (roster?.units ?? []).map(({ code, group, type, tags }) => ({
    code,
    group,
    tags,
    sort: type,
  }));
  const persons = (roster?.persons ?? []).map((person) => ({ ...person, sort: person.class }));
  const has = (wanted: readonly string[] | undefined, value: string | undefined) =>
    wanted === undefined || (value !== undefined && wanted.includes(value));
  const found = (kind === 'unit' ? units : persons).some(
    ({ code, group, tags, sort }) =>
      has(where?.subjects, code) &&
      has(where?.groups, group) &&
      has(kind === 'unit' ? where?.types : where?.classes, sort) &&
      (where?.tags === undefined || tags.some((tag) => where.tags?.includes(tag))),
  );
  if (found) return [];
  const sentence = `名册里没有一个${kind === 'unit' ? '单位' : '人'}符合考核对象的条件，算不出任何得分；请核对 subject 和名册。`;
  return [finding('no-subject', 'subject', sentence)];
}
