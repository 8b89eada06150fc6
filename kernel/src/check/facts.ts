/**
 * The check of facts against the catalogue that says what may be recorded, and against the roster:
 * what would make a number wrong is an error, what a person may decide is a warning.
 */

import type { Fact, FactValue, Roster, Unit } from '../book/book.ts';
import { canonicalJson } from '../explain/receipt.ts';
import {
  compare,
  exact,
  multiply,
  parseExact,
  type Rational,
  rational,
  toExactText,
  zero,
} from '../number/rational.ts';
import type { FactKind } from '../scheme/scheme.ts';
import { isIsoDate } from '../time/dates.ts';
import { lastDay } from '../time/periods.ts';
import { type Finding, finding } from './finding.ts';
import { nearest } from './shape-keys.ts';

/** What facts are held against. */
export interface FactsContext {
  readonly kinds: readonly FactKind[];
  readonly roster?: Roster;
}

/** All findings of facts, in their order; the path of each is `事实 D-0012 字段 处数`. */
export function checkFacts(facts: readonly Fact[], context: FactsContext): Finding[] {
  const known: Known = {
    kinds: new Map(
      context.kinds.flatMap((kind) =>
        [...(kind.formerly ?? []), kind.kind].map((name) => [name, kind] as const),
      ),
    ),
    people: context.roster ? peopleOf(context.roster) : undefined,
    ids: new Set(facts.map(({ id }) => id)),
    reversed: new Set(facts.flatMap(({ reverses }) => reverses ?? [])),
  };
  const first = new Map<string, Fact>();
  return facts.flatMap((fact) => {
    const earlier = first.get(fact.id);
    if (!earlier) first.set(fact.id, fact);
    const found = [
      ...twice(fact, earlier),
      ...reversesNothing(fact, known),
      ...subjectFindings(fact, known),
      ...kindFindings(fact, known),
    ];
    return found.map((item) => ({ ...item, where: `事实 ${fact.id}` }));
  });
}

interface Known {
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly people: People | undefined;
  readonly ids: ReadonlySet<string>;
  readonly reversed: ReadonlySet<string>;
}

type Field = NonNullable<FactKind['fields']>[string];

function pathOf({ id }: Fact, field?: string): string {
  return field === undefined ? `事实 ${id}` : `事实 ${id} 字段 ${field}`;
}

/** Posted once; whatever the second one says otherwise is lost. */
function twice(fact: Fact, earlier: Fact | undefined): Finding[] {
  if (!earlier || contentOf(fact) === contentOf(earlier)) return [];
  const sentence = `编号“${fact.id}”已经用过，两条内容不同，只有先登记的一条会计分；请给后一条另编号，要改正前一条的，另记一条更正（reverses）。`;
  return [finding('fact-twice', pathOf(fact), sentence)];
}

/** A fact as one text; the row it stands in is not its content. */
function contentOf(fact: Fact): string {
  return canonicalJson({ ...fact, seq: 0 });
}

function reversesNothing(fact: Fact, { ids }: Known): Finding[] {
  if (fact.reverses === undefined || ids.has(fact.reverses)) return [];
  const close = nearest(fact.reverses, [...ids]);
  const advice = close ? `是不是“${close}”？` : '';
  const sentence = `要更正的事实“${fact.reverses}”不在事实清单里，这条更正不起作用；${advice}请核对编号。`;
  return [finding('fact-reverses-nothing', pathOf(fact), sentence)];
}

interface People {
  /** The day from which a code exists, where the roster says so. */
  readonly units: ReadonlyMap<string, string | undefined>;
  readonly persons: ReadonlyMap<string, string | undefined>;
  /** Codes and names, each with its code. */
  readonly names: ReadonlyMap<string, string>;
}

function peopleOf({ units, persons, posts }: Roster): People {
  const firstPost = (code: string) =>
    posts.flatMap(({ person, from }) => (person === code ? [from as string] : [])).sort()[0];
  const namesOf = ({ code, name, aliases }: Unit) =>
    [name, ...aliases].map((item) => [item, code] as const);
  const named = [
    ...units.flatMap(namesOf),
    ...persons.map(({ code, name }) => [name, code] as const),
  ];
  return {
    units: new Map(units.map(({ code, from }) => [code, from])),
    persons: new Map(persons.map(({ code }) => [code, firstPost(code)])),
    names: new Map(named),
  };
}

function subjectFindings(fact: Fact, { people, kinds }: Known): Finding[] {
  if (!people) return [];
  const kind = kinds.get(fact.kind);
  return fact.about.flatMap(({ subject, as }) => {
    const isUnit = people.units.has(subject);
    if (!isUnit && !people.persons.has(subject)) return [unknownSubject(fact, subject, people)];
    const about = isUnit ? 'unit' : 'person';
    return [
      ...(as === '' ? wrongSort(fact, subject, about, kind) : []),
      ...beforeItsTime(fact, subject, people),
    ];
  });
}

function unknownSubject(fact: Fact, subject: string, { units, persons, names }: People): Finding {
  const code = names.get(subject);
  const close = nearest(subject, [...units.keys(), ...persons.keys(), ...names.keys()]);
  const advice =
    code !== undefined
      ? `它的编码是“${code}”，about 要写编码`
      : close
        ? `是不是“${close}”？请改正，或补进名册`
        : '请核对编码，或补进名册';
  const sentence = `名册里没有编码“${subject}”，这条事实记不到任何人名下；${advice}。`;
  return finding('fact-subject-unknown', pathOf(fact), sentence);
}

function wrongSort(
  fact: Fact,
  subject: string,
  about: 'unit' | 'person',
  kind: FactKind | undefined,
): Finding[] {
  if (!kind || (kind.about !== 'unit' && kind.about !== 'person') || kind.about === about)
    return [];
  const [should, is] = kind.about === 'unit' ? ['单位', '个人'] : ['个人', '单位'];
  const sentence = `${kindWords(kind)}记的是${should}的事，而“${subject}”是${is}，按${should}考核的条款算不到；请改写为${should}，或核对事实的种类。`;
  return [finding('fact-about', pathOf(fact), sentence)];
}

/** Results of earlier years stand before the roster's first day, and may. */
function beforeItsTime(fact: Fact, subject: string, { units, persons }: People): Finding[] {
  const day = fact.to ?? fact.on ?? (fact.period && lastDay(fact.period));
  const from = units.get(subject) ?? persons.get(subject);
  if (fact.form === 'result' || day === undefined || from === undefined || day >= from) return [];
  const what = units.has(subject) ? '设立' : '任职';
  const sentence = `“${subject}”从 ${from} 起才${what}，这条事实是 ${day} 的；请核对日期和对象，或改正名册的起日。`;
  return [finding('fact-before-subject', pathOf(fact), sentence)];
}

const withoutKind: ReadonlySet<string> = new Set(['result', 'checked', 'missing']);

/**
 * A reversal only takes back: what else it says is read by nobody, nor is what it takes back. That
 * is how a fact that was written wrongly is put right.
 */
function kindFindings(fact: Fact, { kinds, reversed }: Known): Finding[] {
  if (fact.reverses !== undefined || reversed.has(fact.id)) return [];
  const kind = kinds.get(fact.kind);
  if (!kind) return withoutKind.has(fact.form) ? [] : [unknownKind(fact, [...kinds.keys()])];
  const fields = Object.entries(kind.fields ?? {});
  return [
    ...wrongForm(fact, kind),
    ...fields.flatMap(([name, field]) =>
      field.required && !Object.hasOwn(fact.values, name) ? [lacks(fact, kind, name)] : [],
    ),
    ...Object.entries(fact.values).flatMap(([name, value]) => {
      const field = fields.find(([known]) => known === name)?.[1];
      return field ? valueFindings(fact, { name, field, value }) : [unknownField(fact, kind, name)];
    }),
  ];
}

function kindWords({ kind, name }: FactKind): string {
  return `“${name}”（${kind}）`;
}

function unknownKind(fact: Fact, known: readonly string[]): Finding {
  const close = nearest(fact.kind, known);
  const advice = close ? `是不是“${close}”？请改正` : '请改正，或在目录里登记这种事实';
  const sentence = `事实目录里没有“${fact.kind}”，按目录写的条款听不到这条事实；${advice}。`;
  return finding('fact-kind-unknown', pathOf(fact), sentence);
}

function wrongForm(fact: Fact, kind: FactKind): Finding[] {
  if (fact.form === kind.form) return [];
  const sentence = `目录里${kindWords(kind)}的 form 是 ${kind.form}，这里是 ${fact.form}（不写就是 event）；请写 form: ${kind.form}，或核对事实的种类。`;
  return [finding('fact-form', pathOf(fact), sentence)];
}

function lacks(fact: Fact, kind: FactKind, name: string): Finding {
  const sentence = `${kindWords(kind)}必须填“${name}”，这里没有，要读它的条款会算错或算不出；请补上。`;
  return finding('fact-field-missing', pathOf(fact, name), sentence);
}

function unknownField(fact: Fact, kind: FactKind, name: string): Finding {
  const fields = Object.keys(kind.fields ?? {});
  const close = nearest(name, fields);
  const advice = close
    ? `是不是“${close}”？请改正`
    : fields.length > 0
      ? `现有字段：${fields.join('、')}，请改正，或补进目录`
      : '它没有任何字段，请删去，或补进目录';
  const sentence = `目录里${kindWords(kind)}没有“${name}”这个字段，写了也没有条款会读；${advice}。`;
  return finding('fact-field-unknown', pathOf(fact, name), sentence);
}

interface Filled {
  readonly name: string;
  readonly field: Field;
  readonly value: FactValue;
}

function valueFindings(fact: Fact, filled: Filled): Finding[] {
  switch (filled.field.type) {
    case 'number':
    case 'rate':
    case 'rank':
      return [...numberFindings(fact, filled), ...unitFindings(fact, filled)];
    case 'date':
      return dateFindings(fact, filled);
    default:
      return optionFindings(fact, filled);
  }
}

function numberFindings(fact: Fact, { name, field, value }: Filled): Finding[] {
  const path = pathOf(fact, name);
  if (typeof value === 'string') {
    const number = parseExact(value);
    if (number) return field.type === 'rate' ? rateFindings(path, { name, value, number }) : [];
    const sentence = `“${name}”写的“${value}”不是确数，算不出分；只写数（如 3、0.5、40%、1/3），不带单位和文字，约数请写 { value: 6000, approx: true }。`;
    return [finding('fact-number', path, sentence)];
  }
  if ('num' in value && compare(exact(value.den), zero) === 0) {
    const sentence = `“${name}”的分母 den 是 0，算不出比率；请核对，本期没有应计数的，改记一条缺项说明（form: missing）。`;
    return [finding('fact-number', path, sentence)];
  }
  if ('atLeast' in value && field.type !== 'rank') {
    const sentence = `“${name}”只写了不少于 ${value.atLeast}，不是确数，算不出分；请写查实的数。`;
    return [finding('fact-number', path, sentence)];
  }
  if ('approx' in value && value.approx) {
    const sentence = `“${name}”是约数 ${value.value}，可以留存，但不作为计分依据，读它的条款会缺材料；要计分的，请查实后写确数。`;
    return [finding('fact-number', path, sentence, 'warning')];
  }
  return [];
}

/** A rate of 92 is 9200%: the sign was forgotten. Rates a little above one are over-fulfilment. */
function rateFindings(
  path: string,
  { name, value, number }: { name: string; value: string; number: Rational },
): Finding[] {
  if (/[%‰/]/.test(value) || compare(number, rational(2n)) < 0) return [];
  const percent = toExactText(multiply(number, rational(100n)));
  const part = toExactText(multiply(number, rational(1n, 100n)));
  const sentence = `“${name}”是比率，这里写的是 ${value}，就是 ${percent}%；多半少了 %，请写 ${value}% 或 ${part}，或写 { num: 46, den: 50 }。`;
  return [finding('fact-rate', path, sentence)];
}

function unitFindings(fact: Fact, { name, field, value }: Filled): Finding[] {
  if (typeof value === 'string' || !('unit' in value) || value.unit === undefined) return [];
  if (field.unit === undefined || field.unit === value.unit) return [];
  const sentence = `“${name}”的单位，目录写的是${field.unit}，这里是${value.unit}，请换算后填写；照抄会算错。`;
  return [finding('fact-unit', pathOf(fact, name), sentence)];
}

/** 否 in `done` says that it is still undone. */
function dateFindings(fact: Fact, { name, value }: Filled): Finding[] {
  if (typeof value === 'string' && (isIsoDate(value) || (name === 'done' && value === '否'))) {
    return [];
  }
  const written = typeof value === 'string' ? `“${value}”` : '数';
  const sentence = `“${name}”应当是日期，这里写的是${written}；请写成 2026-03-31 这样，并核对这一天是否存在。`;
  return [finding('fact-date', pathOf(fact, name), sentence)];
}

function optionFindings(fact: Fact, { name, field, value }: Filled): Finding[] {
  const { options } = field;
  if (!options || (typeof value === 'string' && options.includes(value))) return [];
  const close = typeof value === 'string' ? nearest(value, options) : undefined;
  const written = typeof value === 'string' ? `没有“${value}”` : '这里写的是数';
  const advice = close ? `是不是“${close}”？` : '';
  const sentence = `“${name}”只能填 ${options.join('、')}，${written}，计分时会退回；${advice}请改正。`;
  return [finding('fact-option', pathOf(fact, name), sentence)];
}
