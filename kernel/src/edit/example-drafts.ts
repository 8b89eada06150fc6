/** What to plant for an example of each kind of rule, and how to say it. */

import type { FactValue } from '../book/book.ts';
import { dueDayOf } from '../evaluate/deadline.ts';
import { kindOf } from '../evaluate/rules.ts';
import {
  add,
  compare,
  exact,
  multiply,
  parseExact,
  type Rational,
  rational,
  subtract,
  toExactText,
} from '../number/rational.ts';
import type { Condition, Quantity } from '../scheme/quantity.ts';
import type { RuleBody, RuleKind } from '../scheme/rule.ts';
import { listOf, only } from '../scheme/shapes.ts';
import { calendarCN } from '../time/calendar-cn.ts';
import { addDays, isoDate } from '../time/dates.ts';
import { addWorkdays } from '../time/workdays.ts';
import {
  countsPieces,
  type Hand,
  plantCondition,
  plantQuantity,
  plantResult,
} from './example-plant.ts';
import { type Frame, periodAt, Unmakeable, type World } from './example-world.ts';

/** Plants what an example needs and returns its words. */
export type Draft = (world: World) => string;

/** The examples of a rule, the plainest first. */
export function draftsOf(frame: Frame): Draft[] {
  const [, body] = only(frame.clause.rule);
  const kind = kindOf(frame.clause.rule);
  return makers[kind](body as never, frame);
}

/** One fact that the clause hears, so that the rule gives something plain; its words. */
export function heard(world: World, hand: Hand, role?: string): string {
  const [, body] = only(world.frame.clause.rule);
  const kind = kindOf(world.frame.clause.rule);
  const plain = plainHands[kind];
  const {
    values = {},
    more = {},
    words,
  } = plain
    ? plain(body as never, world)
    : ((): Plain => {
        throw new Unmakeable('这类条款的从轻从重，单独一条举不出例子');
      })();
  const { '#matter': matter, ...own } = hand;
  world.hear({ ...values, ...own }, { ...more, ...(matter === undefined ? {} : { matter }) }, role);
  return words;
}

type Maker = (body: never, frame: Frame) => Draft[];

interface Plain {
  readonly values?: Record<string, FactValue>;
  readonly more?: object;
  readonly words: string;
}

/** A plain fact for the kinds of rule that read one fact and no other number. */
const plainHands: Partial<Record<RuleKind, (body: never, world: World) => Plain>> = {
  count: (body: RuleBody<'count'>, { frame }) => {
    const fields = listOf(body.of);
    const label = body.weights && Object.keys(body.weights.factors)[0];
    const values = Object.fromEntries(fields.map((field) => [field, '1']));
    const weighted = body.weights ? { [body.weights.by]: label ?? '' } : {};
    return {
      values: { ...values, ...weighted },
      words:
        fields.length === 0 ? '1 次' : fields.map((field) => pieces(frame, field, 1)).join('、'),
    };
  },
  choice: (body: RuleBody<'choice'>) => {
    const label = Object.entries(body.options).find(([, points]) => !/^-?0*$/.test(points))?.[0];
    return { values: { [body.by]: label ?? '' }, words: `${body.by}“${label ?? ''}”` };
  },
  range: (body: RuleBody<'range'>) => chosen(body.from),
  deadline: (body: RuleBody<'deadline'>, world) => late(world, body, 3),
};

function chosen(points: string): Plain {
  const words = `裁量 ${points} 分`;
  return { words, more: { chosen: { scheme: '', clause: '', points, reason: '示例' } } };
}

const makers: Record<RuleKind, Maker> = {
  count: (body: RuleBody<'count'>, frame) => countDrafts(body, frame),
  choice: (body: RuleBody<'choice'>) =>
    Object.keys(body.options).map((label) => (world) => {
      world.hear({ [body.by]: label });
      return `${body.by}“${label}”`;
    }),
  range: ({ from, to, or }: RuleBody<'range'>) =>
    [from, to, ...(or ? [or.from, or.to] : [])].map((points) => (world) => {
      const { words, more } = chosen(points);
      world.hear({}, more);
      return words;
    }),
  decision: ({ body, from, to }: RuleBody<'decision'>) =>
    [...new Set([from ?? to ?? '1', to ?? from ?? '1'])].map((points) => (world) => {
      world.hear({}, chosen(points).more);
      return `${body}决定 ${points} 分`;
    }),
  sampled: (body: RuleBody<'sampled'>) =>
    ['1', '2'].map((failed) => (world) => {
      world.hear({ [body.failed ?? 'failed']: failed, [body.sampled ?? 'sampled']: body.size });
      return `抽查 ${body.size} 个，${failed} 个不合格`;
    }),
  table: (body: RuleBody<'table'>) =>
    body.rows.map((row) => (world) => {
      if (row.is !== undefined) return quantityIs(world, body.of, listOf(row.is)[0] ?? '');
      return read(world, [[body.of, insideRow(row), isRate(Object.values(row))]]);
    }),
  linear: (body: RuleBody<'linear'>) => linearDrafts(body),
  ratio: (body: RuleBody<'ratio'>) => ratioDrafts(body),
  shortfall: (body: RuleBody<'shortfall'>) => [-2n, 0n].map((by) => against(body.of, body.min, by)),
  excess: (body: RuleBody<'excess'>) => [0n, 2n].map((by) => against(body.of, body.quota, by)),
  deadline: (body: RuleBody<'deadline'>) =>
    [0, 3].map((days) => (world) => {
      const { values = {}, more = {}, words } = late(world, body, days);
      world.hear(values, more);
      return words;
    }),
  award: (body: RuleBody<'award'>) =>
    [true, false].map((holds) => (world) => {
      const said = condition(world, body.when, holds);
      return said === '' ? (holds ? '符合条件' : '不符合条件') : said;
    }),
  import: (body: RuleBody<'import'>) => importDrafts(body),
  judges: (body: RuleBody<'judges'>) => [(world) => judged(world, body)],
  ballots: (body: RuleBody<'ballots'>) => [(world) => voted(world, body)],
  pending: () => [],
};

/** `3 处` where the catalogue knows the unit of the field, else `处数 3`. */
function pieces({ clause, kinds }: Frame, field: string, number: number): string {
  const unit = kinds.get(listOf(clause.on)[0] ?? '')?.fields?.[field]?.unit;
  return unit === undefined ? `${field} ${number}` : `${number} ${unit}`;
}

function countDrafts(body: RuleBody<'count'>, frame: Frame): Draft[] {
  const fields = listOf(body.of);
  const labels = body.weights ? Object.keys(body.weights.factors) : [undefined];
  return labels.flatMap((label) =>
    (label === undefined ? [1, 3] : [1]).map(
      (n): Draft =>
        (world) => {
          const times = fields.length === 0 ? n : 1;
          for (let i = 1; i <= times; i += 1) {
            const distinct = listOf(body.distinct).map((name) => [name, `示例${i}`]);
            const counted = fields.map((name, index) => [name, index === 0 ? String(n) : '1']);
            const weighted = body.weights && label !== undefined ? [[body.weights.by, label]] : [];
            const values = Object.fromEntries([...distinct, ...counted, ...weighted]);
            world.hear(values, { on: addDays(world.day, i - 1) });
          }
          const words = fields.map((name, index) => pieces(frame, name, index === 0 ? n : 1));
          const said = words.length === 0 ? `${n} 次` : words.join('、');
          return label === undefined ? said : `${label} ${said}`;
        },
    ),
  );
}

function linearDrafts(body: RuleBody<'linear'>): Draft[] {
  const rate = isRate([body.reference, body.per]);
  const reference = numberOf(body.reference, rate);
  const step = body.in === 'relative' ? multiply(exact(body.per), reference) : exact(body.per);
  const away = body.side === 'below' ? [-2n, -5n] : body.side === 'above' ? [2n, 5n] : [-2n, 2n];
  // Two whole steps, then two and a half: whether a part of a step counts is what people ask.
  const distances = away.map((n) =>
    multiply(step, n === 5n || n === -5n ? rational(n, 2n) : rational(n)),
  );
  return [...distances, rational(0n)].map((distance) => (world) => {
    const value = add(reference, distance);
    return read(world, [
      [body.of, value, rate],
      [body.reference, reference, rate],
    ]);
  });
}

function ratioDrafts({ of, atMost }: RuleBody<'ratio'>): Draft[] {
  const pieces = countsPieces(of) || isPlainSum(of);
  const values = pieces
    ? [rational(1n), rational(3n)]
    : [rational(4n, 5n), rational(1n), ...(atMost === undefined ? [] : [rational(6n, 5n)])];
  return values.map((value) => (world) => read(world, [[of, value, !pieces]]));
}

/** A sum of what people wrote is an amount; a measure times points is a rate. */
function isPlainSum(quantity: Quantity): boolean {
  return typeof quantity === 'object' && 'sum' in quantity;
}

/** The quantity beside a bound, by so much. */
function against(of: Quantity, bound: Quantity, by: bigint): Draft {
  const rate = isRate([bound]);
  const limit = numberOf(bound, rate);
  const step = rate ? rational(by, 100n) : rational(by);
  const moved = add(limit, step);
  const value = compare(moved, rational(0n)) < 0 ? rational(0n) : moved;
  return (world) =>
    read(world, [
      [of, value, rate],
      [bound, limit, rate],
    ]);
}

function late(world: World, body: RuleBody<'deadline'>, days: number): Plain {
  const year = world.period.slice(0, 4);
  const start = isoDate(`${year}-06-01`);
  const values: Record<string, string> =
    typeof body.due === 'string' ? {} : { [body.due.field]: start };
  const fact = { values, on: start } as never;
  const due = dueDayOf(body, { calendar: calendarCN, fact, year });
  if (!due) throw new Unmakeable('期限的写法读不出日期');
  const workday = body.days === 'workday';
  const done = workday && days > 0 ? addWorkdays(calendarCN, due, days) : addDays(due, days);
  const onStart = typeof body.due === 'object' && body.due.field === 'on';
  world.day = onStart ? start : done;
  world.period = periodAt(world.frame, done);
  const lateWords = `迟 ${days} ${workday ? '个工作日' : '天'}`;
  return { values: { ...values, done }, words: days === 0 ? '按期完成' : lateWords };
}

function importDrafts(body: RuleBody<'import'>): Draft[] {
  if (body.grades) {
    return Object.keys(body.grades).map((grade) => (world) => {
      plantResult(world, body as never, { value: rational(90n), isRate: false }, grade);
      hearIfAny(world, {});
      return world.said.join('，');
    });
  }
  if (body.ranks) {
    return Object.keys(body.ranks).map((rank) => (world) => {
      const value = parseExact(rank) ?? rational(1n);
      plantResult(world, { ...body, value: 'rank' } as never, { value, isRate: false });
      hearIfAny(world, {});
      return `办法“${body.line}”列第 ${rank} 名`;
    });
  }
  const isRateRead = body.value === 'rate';
  const wishes = isRateRead ? [rational(9n, 10n), rational(1n)] : [rational(90n), rational(100n)];
  return wishes.map((value) => (world) => {
    plantResult(world, body as never, { value, isRate: isRateRead });
    hearIfAny(world, {});
    return world.said.join('，');
  });
}

function judged(world: World, { field, fullMark }: RuleBody<'judges'>): string {
  const full = exact(fullMark ?? '100');
  const shares = [92n, 85n, 90n, 78n, 95n, 88n];
  const scores = shares.map((share) => toExactText(multiply(full, rational(share, 100n))));
  scores.forEach((score, index) => {
    world.hear({ [field ?? 'score']: score, judge: `评委${index + 1}` });
  });
  return `${scores.length} 名评委打 ${scores.join('、')}`;
}

function voted(world: World, body: RuleBody<'ballots'>): string {
  const names = Object.keys(body.options);
  const shares = ['60', '25', '10', '5'];
  const votes = names.map((name, index) => [name, shares[index] ?? '0'] as const);
  const given = Object.fromEntries((body.abstain ?? []).map((name) => [name, '0']));
  const all = { ...given, ...Object.fromEntries(votes) };
  const present = body.quorum
    ? { [body.quorum.eligible]: '100', [body.quorum.present]: '100' }
    : {};
  const made = Object.fromEntries(
    (body.composition ?? []).flatMap(({ field, over }) => [
      [over, '100'],
      [field, '100'],
    ]),
  );
  world.hear({ ...made, ...present, ...all });
  return votes
    .filter(([, count]) => count !== '0')
    .map(([name, count]) => `${name} ${count} 票`)
    .join('、');
}

/** Plants the quantities in turn; a fact in hand is heard where the clause hears one. */
function read(world: World, wishes: readonly (readonly [Quantity, Rational, boolean])[]): string {
  const hand: Hand = {};
  for (const [quantity, value, rate] of wishes) {
    plantQuantity(world, quantity, { value, isRate: rate }, hand);
  }
  hearIfAny(world, hand);
  return world.said.join('，');
}

function quantityIs(world: World, of: Quantity, label: string): string {
  if (typeof of === 'object' && 'field' in of) {
    world.hear({ [of.field]: label });
    return `${of.field} ${label}`;
  }
  const value = parseExact(label);
  if (!value) throw new Unmakeable(`“${label}”不是数`);
  return read(world, [[of, value, label.includes('%')]]);
}

function condition(world: World, when: Condition, holds: boolean): string {
  const hand: Hand = {};
  plantCondition(world, when, holds, hand);
  hearIfAny(world, hand);
  return world.said.join('，');
}

function hearIfAny(world: World, hand: Hand): void {
  if (world.frame.clause.on === undefined) return;
  const { '#matter': matter, ...values } = hand;
  world.hear(values, matter === undefined ? {} : { matter });
}

type Row = RuleBody<'table'>['rows'][number];

/** A value inside of a row: its stated bound where that belongs to it, else a little beside. */
function insideRow({ from, above, to, below }: Row): Rational {
  if (from !== undefined) return exact(from);
  if (to !== undefined) return exact(to);
  const step = isRate([above, below]) ? rational(1n, 100n) : rational(1n);
  if (above !== undefined) return add(exact(above), step);
  return subtract(exact(below ?? '0'), step);
}

function isRate(values: readonly unknown[]): boolean {
  return values.some((value) => typeof value === 'string' && value.includes('%'));
}

/** The number of a quantity that is one; a hundred, or all of it, where it has to be planted. */
function numberOf(quantity: Quantity, rate: boolean): Rational {
  const number = typeof quantity === 'string' ? parseExact(quantity) : undefined;
  return number ?? (rate ? rational(1n) : countsPieces(quantity) ? rational(10n) : rational(100n));
}
