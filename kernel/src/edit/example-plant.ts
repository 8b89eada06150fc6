/** Facts that give a quantity a wished value, or a condition a wished answer. */

import type { Fact } from '../book/book.ts';
import { shifted } from '../evaluate/validity.ts';
import {
  add,
  divide,
  multiply,
  parseExact,
  type Rational,
  rational,
  subtract,
  toExactText,
} from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Condition, Facts, Quantity, ResultRead, Who } from '../scheme/quantity.ts';
import { listOf, only } from '../scheme/shapes.ts';
import { addDays } from '../time/dates.ts';
import { Unmakeable, type World } from './example-world.ts';

/** A number to be planted, and whether people write it as a percentage. */
export interface Wish {
  readonly value: Rational;
  readonly isRate: boolean;
  /** Years before the period. */
  readonly back?: number;
  /** Whose; the subject if none. */
  readonly of?: string;
}

/** What goes into the fact in hand, where the rule hears one. */
export type Hand = Record<string, string>;

/** Plants facts so that the quantity has the value; what the fact in hand must say is added to it. */
export function plantQuantity(world: World, quantity: Quantity, wish: Wish, hand: Hand): void {
  if (typeof quantity === 'string') return;
  const [form, detail] = only(quantity);
  const work = plants[form];
  if (!work) throw new Unmakeable('要看别的指标的得分，单独一条举不出例子');
  work(world, detail as never, wish, hand);
}

/** The number as people write it: `75%` where rates are. */
export function wishText({ value, isRate }: Wish): string {
  if (!isRate) return toExactText(value);
  const percent = toExactText(multiply(value, rational(100n)));
  return percent.includes('/') ? toExactText(value) : `${percent}%`;
}

/** Whether a quantity is one that counts in whole pieces. */
export function countsPieces(quantity: Quantity): boolean {
  if (typeof quantity === 'string') return !quantity.includes('%');
  const [form, detail] = only(quantity);
  if (['count', 'distinct', 'size', 'elapsed', 'groupRank'].includes(form)) return true;
  const inner = (detail as { of?: unknown }).of;
  return ['prior', 'ownMean', 'groupMean', 'groupBest', 'difference'].includes(form)
    ? countsPieces(inner as Quantity)
    : false;
}

type Plant = (world: World, detail: never, wish: Wish, hand: Hand) => void;

const hundred = rational(100n);

const plants: Readonly<Record<string, Plant>> = {
  field: (world, name: string, wish, hand) => {
    hand[name] = wishText(wish);
    const kind = listOf(world.frame.clause.on)[0] ?? '';
    world.said.push(saidOf(world, { kind }, name, wish));
  },
  measure: (world, detail: Facts & { field?: string }, wish) => {
    const field = detail.field ?? 'value';
    const values = { [field]: wishText(wish) };
    const subject = wish.of ?? whoIs(world, detail.of);
    const kind = listOf(detail.kind)[0] ?? '';
    // Two figures of one sheet stand in one fact.
    if (!world.fill(kind, subject, world.dayBack(wish.back ?? 0), values)) {
      plantFact(world, detail, wish, values);
    }
    world.said.push(saidOf(world, detail, detail.field, wish));
  },
  sum: (world, detail: Facts & { field?: string; weights?: Weights }, wish) => {
    const field = detail.field ?? 'value';
    const { weights } = detail;
    const [label, factor] = Object.entries(weights?.factors ?? {}).find(([, f]) => f !== '0') ?? [];
    const share = factor === undefined ? rational(1n) : (parseExact(factor) ?? rational(1n));
    const each = { ...wish, value: divide(wish.value, share) };
    const values = { [field]: wishText(each), ...(weights ? { [weights.by]: label ?? '' } : {}) };
    plantFact(world, detail, wish, values);
    world.said.push(saidOf(world, detail, detail.field, each));
  },
  count: (world, detail: Facts, wish) => {
    for (let i = wholeIn(wish); i > 0; i -= 1) plantFact(world, detail, wish, {});
    world.said.push(`${nameOf(world, detail.kind)} ${wishText(wish)} 次`);
  },
  distinct: (world, detail: Facts & { by: string | string[] }, wish) => {
    for (let i = wholeIn(wish); i > 0; i -= 1) {
      const values = Object.fromEntries(listOf(detail.by).map((name) => [name, `示例${i}`]));
      plantFact(world, detail, wish, values);
    }
    world.said.push(
      `${listOf(detail.by).join('、')}不同的${nameOf(world, detail.kind)} ${wishText(wish)} 个`,
    );
  },
  size: (world, detail: string | { name: string; of?: Who }, wish) => {
    const name = typeof detail === 'string' ? detail : detail.name;
    if (world.isPerson || (typeof detail === 'object' && detail.of !== undefined)) {
      throw new Unmakeable('要看名册上别的单位的数，单独一条举不出例子');
    }
    world.size(name, toExactText(wish.value));
    world.said.push(`${name} ${toExactText(wish.value)}`);
  },
  prior: (world, detail: { of: Quantity; years?: string }, wish, hand) => {
    const back = (wish.back ?? 0) + wholeOf(detail.years ?? '1');
    backwards(world, detail.of, { ...wish, back }, hand);
  },
  ownMean: (world, detail: { of: Quantity; years: string }, wish, hand) => {
    for (let back = 1; back <= few(detail.years); back += 1) {
      backwards(world, detail.of, { ...wish, back: (wish.back ?? 0) + back }, hand);
    }
  },
  groupMean: (world, detail: Group, wish, hand) => compared(world, detail, wish, hand),
  groupBest: (world, detail: Group, wish, hand) => compared(world, detail, wish, hand),
  groupRank: (world, detail: Group, wish, hand) => {
    const better = detail.best === 'low' ? rational(1n) : hundred;
    for (let ahead = wholeIn(wish) - 1; ahead > 0; ahead -= 1) {
      plantQuantity(world, detail.of, { value: better, isRate: false, of: world.rival() }, hand);
    }
    plantQuantity(world, detail.of, { value: rational(50n), isRate: false }, hand);
    world.said.splice(0, world.said.length, `列第 ${toExactText(wish.value)} 名`);
  },
  share: (world, detail: { of: Quantity; over: Quantity }, wish, hand) => {
    const over = typeof detail.over === 'string' ? (parseExact(detail.over) ?? hundred) : hundred;
    const whole = { ...wish, isRate: false };
    plantQuantity(world, detail.of, { ...whole, value: multiply(wish.value, over) }, hand);
    plantQuantity(world, detail.over, { ...whole, value: over }, hand);
  },
  difference: (world, detail: { of: Quantity; minus: Quantity }, wish, hand) => {
    const minus = typeof detail.minus === 'string' ? parseExact(detail.minus) : rational(10n);
    const base = minus ?? rational(10n);
    plantQuantity(world, detail.of, { ...wish, value: add(wish.value, base) }, hand);
    plantQuantity(world, detail.minus, { ...wish, value: base }, hand);
  },
  total: (world, detail: Quantity[], wish, hand) => {
    const fixed = detail.map((item) => (typeof item === 'string' ? parseExact(item) : undefined));
    const rest = fixed.reduce<Rational>(
      (sum, item) => (item ? subtract(sum, item) : sum),
      wish.value,
    );
    const open = detail.filter((item) => typeof item !== 'string');
    open.forEach((item, index) => {
      plantQuantity(world, item, { ...wish, value: index === 0 ? rest : rational(0n) }, hand);
    });
  },
  per: (world, detail: { of: Quantity; unit: string }, wish, hand) => {
    const unit = parseExact(detail.unit) ?? rational(1n);
    plantQuantity(world, detail.of, { ...wish, value: multiply(wish.value, unit) }, hand);
  },
  votes: (world, detail: Facts & { options: string | string[]; over: string[] }, wish) => {
    const first = listOf(detail.options)[0] ?? '';
    const votes = multiply(wish.value, hundred);
    const other = detail.over.find((name) => !listOf(detail.options).includes(name));
    const values = Object.fromEntries(detail.over.map((name) => [name, '0']));
    values[first] = toExactText(votes);
    if (other !== undefined) values[other] = toExactText(subtract(hundred, votes));
    plantFact(world, detail, wish, values);
    world.said.push(`100 票里“${first}” ${toExactText(votes)} 票`);
  },
  elapsed: (world, detail: { from: string; to: string; unit: string }, wish, hand) => {
    const n = wholeIn(wish);
    if (detail.unit === 'workday') throw new Unmakeable('按工作日算的间隔，举例要先定日子');
    const start = shifted(world.day, `${detail.unit}s`, -n);
    hand[detail.from] = start;
    if (detail.to !== 'on') hand[detail.to] = world.day;
    world.said.push(`从“${detail.from}”到“${detail.to}” ${n} ${spanWords[detail.unit] ?? ''}`);
  },
  result: (world, detail: ResultRead, wish) => plantResult(world, detail, wish),
};

const spanWords: Readonly<Record<string, string>> = { day: '天', month: '个月', year: '年' };

interface Weights {
  readonly by: string;
  readonly factors: Record<string, string>;
}

interface Group {
  readonly of: Quantity;
  readonly best?: 'high' | 'low';
  readonly self?: 'in' | 'out';
}

/** The result of another line, as it stands when that line is sealed. */
export function plantResult(world: World, read: ResultRead, wish: Wish, grade?: string): void {
  const total = toExactText(wish.value);
  const isRank = read.value === 'rank' || read.value === 'rankFromLast';
  const values = {
    line: read.line,
    total:
      read.value === 'rate' ? toExactText(multiply(wish.value, hundred)) : isRank ? '90' : total,
    full: read.value === 'fullMark' ? total : '100',
    rank: isRank
      ? read.value === 'rank'
        ? total
        : toExactText(subtract(rational(11n), wish.value))
      : '1',
    subjects: read.value === 'subjects' ? total : '10',
    ...(grade === undefined ? {} : { grade }),
  };
  const year = Number(world.period.slice(0, 4));
  const period =
    read.period === 'priorYear'
      ? world.period.replace(/^\d{4}/, String(year - 1))
      : read.period === 'year'
        ? String(year)
        : world.period;
  const about = [{ subject: whoIs(world, read.of), as: '' }];
  world.seal({ values, about, period });
  world.said.push(
    `办法“${read.line}”${grade === undefined ? `的结果 ${wishText(wish)}` : `等次为“${grade}”`}`,
  );
}

function plantFact(world: World, facts: Facts, wish: Wish, values: Record<string, string>): Fact {
  const kind = listOf(facts.kind)[0] ?? '';
  const subject = wish.of ?? whoIs(world, facts.of);
  return world.plant(kind, {
    values,
    about: [{ subject, as: '' }],
    where: facts.where,
    on: world.dayBack(wish.back ?? 0),
  });
}

function backwards(world: World, quantity: Quantity, wish: Wish, hand: Hand): void {
  const before = world.said.length;
  plantQuantity(world, quantity, wish, hand);
  const words = world.said.splice(before).map((text) => `${wish.back} 年前${text}`);
  world.said.push(...words);
}

/** The mean or best of others: two more subjects that both have the value. */
function compared(world: World, detail: Group, wish: Wish, hand: Hand): void {
  const before = world.said.length;
  for (const other of [world.rival(), world.rival()]) {
    plantQuantity(world, detail.of, { ...wish, of: other }, hand);
  }
  const [one = ''] = world.said.splice(before);
  world.said.push(`另外两个对象都是${one}`);
}

function whoIs(world: World, who: Who | undefined): string {
  if (who === undefined || who === 'self') return world.self;
  if (who === 'parent') return world.parent();
  const [form, name] = only(who) as [string, string];
  switch (form) {
    case 'unit':
      return world.unit({ code: name });
    case 'paired':
      return world.pair(name);
    case 'children':
      return world.child(name);
    case 'holder':
      return world.holder(name);
    default:
      return world.serve(name === '*' ? '职务' : name);
  }
}

/** Plants facts so that the condition holds, or not. */
export function plantCondition(
  world: World,
  condition: Condition,
  holds: boolean,
  hand: Hand,
): void {
  const [form, detail] = only(condition);
  const work = answers[form];
  if (!work) throw new Unmakeable('要看评定的等次，单独一条举不出例子');
  work(world, detail as never, holds, hand);
}

type AnswerPlant = (world: World, detail: never, holds: boolean, hand: Hand) => void;

const answers: Readonly<Record<string, AnswerPlant>> = {
  all: (world, detail: Condition[], holds, hand) => {
    const [first, ...rest] = detail;
    if (first) plantCondition(world, first, holds, hand);
    if (holds) for (const item of rest) plantCondition(world, item, true, hand);
  },
  any: (world, detail: Condition[], holds, hand) => {
    const [first, ...rest] = detail;
    if (first) plantCondition(world, first, holds, hand);
    if (!holds) for (const item of rest) plantCondition(world, item, false, hand);
  },
  not: (world, detail: Condition, holds, hand) => plantCondition(world, detail, !holds, hand),
  test: (world, detail: Parameters<typeof boundOf>[0] & { of: Quantity }, holds, hand) => {
    const [value, isRate, bound] = boundOf(detail, holds);
    plantQuantity(world, detail.of, { value, isRate }, hand);
    if (typeof bound !== 'string') {
      plantQuantity(world, bound, { value: rational(10n), isRate: false }, hand);
    }
  },
  occurs: (world, detail: Facts & { times?: string }, holds) => {
    const times = holds ? few(detail.times ?? '1') : 0;
    for (let i = 0; i < times; i += 1) {
      plantFact(world, detail, { value: rational(1n), isRate: false }, {});
    }
    world.said.push(`${times === 0 ? '没有' : '有'}“${nameOf(world, detail.kind)}”`);
  },
  fact: (world, detail: Record<string, never>, holds, hand) => {
    const kind = listOf(world.frame.clause.on)[0] ?? '';
    for (const [name, test] of holds ? Object.entries(detail) : []) {
      const text = world.passingText(kind, name, test);
      if (text === undefined) continue;
      hand[name] = text;
      world.said.push(`${name} ${text}`);
    }
  },
  companion: (world, detail: Companion, holds, hand) => {
    if (!holds) return;
    hand['#matter'] = '示例事项';
    const due = addDays(world.day, 2);
    const values = detail.notDoneBy === undefined ? {} : { [detail.notDoneBy]: due };
    const kind = listOf(detail.kind)[0] ?? '';
    world.plant(kind, { values, matter: '示例事项', where: detail.where });
    const late = detail.notDoneBy === undefined ? '' : `，${detail.notDoneBy}到了仍未办`;
    world.said.push(`同一事项有“${nameOf(world, detail.kind)}”${late}`);
  },
  repeated: (_world, _detail, holds) => {
    if (!holds) return;
    throw new Unmakeable('再次发生的，见两次以上的例子');
  },
  amongLast: (world, detail: { rank: Quantity; of: Quantity }, holds, hand) => {
    const rank = rational(holds ? 10n : 1n);
    plantQuantity(world, detail.of, { value: rational(10n), isRate: false }, hand);
    plantQuantity(world, detail.rank, { value: rank, isRate: false }, hand);
  },
  resultGradeIn: (
    world,
    detail: { line: string; grades: string[]; of?: Who; period?: 'same' | 'priorYear' },
    holds,
  ) => {
    const { line, of, period } = detail;
    const read = { line, ...(of ? { of } : {}), ...(period ? { period } : {}) };
    const grade = holds ? (detail.grades[0] ?? '') : '示例等次';
    plantResult(world, read, { value: rational(90n), isRate: false }, grade);
  },
  groupIn: (world, detail: string[], holds) =>
    world.belong({ group: holds ? (detail[0] ?? '') : '#' }),
  classIn: (world, detail: string[], holds) =>
    world.belong({ class: holds ? (detail[0] ?? '') : '#' }),
};

interface Companion {
  readonly kind: string | string[];
  readonly where?: Facts['where'];
  readonly notDoneBy?: string;
}

/** A value that meets all bounds, or misses the first; with whether it is a rate, and that bound. */
function boundOf(
  test: {
    atLeast?: Quantity;
    above?: Quantity;
    atMost?: Quantity;
    below?: Quantity;
    equals?: Quantity;
  },
  holds: boolean,
): [Rational, boolean, Quantity] {
  const bound = test.equals ?? test.atLeast ?? test.above ?? test.atMost ?? test.below ?? '0';
  const number = typeof bound === 'string' ? (parseExact(bound) ?? rational(0n)) : rational(10n);
  const isRate = typeof bound === 'string' && bound.includes('%');
  const step = isRate ? rational(1n, 100n) : rational(1n);
  const up = add(number, step);
  const down = subtract(number, step);
  if (test.equals !== undefined) return [holds ? number : up, isRate, bound];
  if (test.atLeast !== undefined) return [holds ? number : down, isRate, bound];
  if (test.above !== undefined) return [holds ? up : number, isRate, bound];
  if (test.atMost !== undefined) return [holds ? number : up, isRate, bound];
  return [holds ? down : number, isRate, bound];
}

function nameOf(world: World, kinds: string | readonly string[]): string {
  const kind = listOf(kinds)[0] ?? '';
  return world.frame.kinds.get(kind)?.name ?? kind;
}

function saidOf(world: World, facts: Facts, field: string | undefined, wish: Wish): string {
  const kind = world.frame.kinds.get(listOf(facts.kind)[0] ?? '');
  const unit = kind?.fields?.[field ?? 'value']?.unit;
  const text = wishText(wish);
  const number = unit === undefined || text.endsWith('%') ? text : `${text} ${unit}`;
  return `${field ?? nameOf(world, facts.kind)} ${number}`;
}

function few(text: string): number {
  return wholeIn({ value: parseExact(text) ?? rational(0n), isRate: false });
}

function wholeIn({ value }: Wish): number {
  const text = toExactText(value);
  if (!/^\d{1,2}$/.test(text)) throw new Unmakeable('要数出太多次，举例不便');
  return wholeOf(text);
}
