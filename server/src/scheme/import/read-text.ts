/** The whole text of an item as clauses: each part by a pattern, parts that belong together as one. */

import { type Amount, amountOf, stepAtEnd } from './amounts.ts';
import { levelOf } from './labels.ts';
import { levelRule } from './levels.ts';
import { factName, shortName } from './names.ts';
import { dueFields, everyPeriod, longestPart, readPart, reported } from './patterns.ts';
import {
  isUnderstood,
  type Keys,
  type Reading,
  type ReadingContext,
  type Understood,
  undecided,
} from './reading.ts';
import { type Part, partsOf } from './sentences.ts';
import { comparedUnits } from './thresholds.ts';
import { unreadSign } from './unread.ts';

/** A clause to be: the words of the document and what was read from them. */
export interface ReadClause {
  /** The original, word for word; the clauses of a text joined are the text. */
  readonly words: string;
  readonly kind: string;
  readonly reading: Reading;
}

/** What is known of the place where the text stands. */
export interface TextContext extends Pick<ReadingContext, 'period' | 'hasFull'> {
  /** The code of the item; its clauses are numbered behind it. */
  readonly code: string;
  /** What the codes of its kinds begin with; c if absent. */
  readonly letters?: string;
  /** The text is known to be one clause, which has the code of the item. */
  readonly isAlone?: boolean;
  /** The indicator above, for words that say nothing alone. */
  readonly subject?: string;
}

/** Codes of the two kinds of fact that every urged task shares. */
export const urgedKind = 'urged';
export const settledKind = 'settled';

/** Reads a text part by part, in order. Equal texts give equal clauses. */
export function readText(text: string, context: TextContext): ReadClause[] {
  const parts = withLeads(partsOf(text));
  const clauses: Clause[] = [];
  let at = 0;
  while (at < parts.length) {
    const part = parts[at] as Part;
    const own = contextOf(context, clauses, part);
    const group = levelGroup(parts, at, own);
    if (group) {
      const words = parts
        .slice(at, at + group.taken)
        .map((one) => one.words)
        .join('');
      clauses.push({
        words,
        kind: own.kind,
        reading: group.reading,
        parts: parts.slice(at, at + group.taken),
      });
      at += group.taken;
      continue;
    }
    const before = clauses.at(-1);
    const previous = before && isSameSentence(before, part) ? before : undefined;
    const joined = previous && joinedTo(previous, part, own);
    if (previous && joined) {
      clauses[clauses.length - 1] = {
        ...previous,
        words: previous.words + part.words,
        reading: joined,
        parts: [...previous.parts, part],
      };
    } else if (previous && isDayStep(part)) {
      clauses[clauses.length - 1] = {
        ...previous,
        words: previous.words + part.words,
        reading: isUnderstood(previous.reading) ? undecided(unreadStep(part)) : previous.reading,
        parts: [...previous.parts, part],
      };
    } else {
      const reading =
        dependsOnUndecided(part, previous?.reading) ?? readPart(part, own, previous?.reading);
      clauses.push({ words: part.words, kind: own.kind, reading, parts: [part] });
    }
    at += 1;
  }
  return withinScope(withoutBands(clauses)).map(({ words, kind, reading }) => ({
    words,
    kind,
    reading,
  }));
}

interface Clause extends ReadClause {
  readonly parts: readonly Part[];
}

function contextOf(context: TextContext, clauses: readonly Clause[], part: Part): ReadingContext {
  const before = clauses.at(-1);
  const words = before?.parts.at(-1);
  const head = words ? [...words.conditions, amountOf(words.amount)?.head ?? ''] : [];
  return {
    kind: `${context.letters ?? 'c'}${context.code}${context.isAlone ? '' : `-${clauses.length + 1}`}`,
    ...(context.period ? { period: context.period } : {}),
    hasFull: context.hasFull,
    before:
      words && words.sentence === part.sentence
        ? head.filter(Boolean).join('，')
        : (context.subject ?? ''),
  };
}

function isSameSentence(clause: Clause, part: Part): boolean {
  return clause.parts.at(-1)?.sentence === part.sentence;
}

/** Sentences that only say the duty belong to the part that scores it. */
function withLeads(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  let lead = '';
  for (const part of parts) {
    const isLast = part === parts.at(-1);
    if (part.kind === 'none' && !isLast && isDuty(part)) {
      lead += part.words;
      continue;
    }
    result.push({ ...part, words: lead + part.words });
    lead = '';
  }
  return result;
}

/** Words that may limit what follows are no mere duty: they stay a clause of their own. */
function isDuty(part: Part): boolean {
  const words = part.conditions.join('，');
  return (
    unreadSign(words) === undefined &&
    !/同一|就高|重复[计加扣]|为准|酌情|除外|上限|封顶|保底|执行/u.test(words)
  );
}

/** An addition to something that nobody understood is not understood either, nor is a mere 上升的. */
function dependsOnUndecided(part: Part, previous: Reading | undefined): Reading | undefined {
  if (!previous || isUnderstood(previous)) return undefined;
  const amount = amountOf(part.amount);
  const words = [...part.conditions, amount?.head ?? ''].join('');
  const isAddition = part.kind === 'times' || amount?.isExtra || stepAtEnd(words) !== undefined;
  const isShort = part.kind === 'amount' && words.replace(/的$/u, '').length < 5;
  return isAddition || isShort ? undecided('接着前一条说，前一条还没有写定') : undefined;
}

/** A part that only adds to the clause before it, as that clause with the addition. */
function joinedTo(
  { reading: previous, kind }: Clause,
  part: Part,
  { period }: Pick<ReadingContext, 'period'>,
): Understood | undefined {
  if (!isUnderstood(previous) || !previous.open) return undefined;
  if (part.rest.length > 0 || part.after.length > 0 || part.words.length > longestPart) {
    return undefined;
  }
  if (part.kind === 'times') return withFactor(previous, part);
  const amount = part.kind === 'amount' ? amountOf(part.amount) : undefined;
  if (!amount || amount.sign !== previous.open.sign) return undefined;
  if (amount.values.length > 1 || amount.upTo !== undefined) return undefined;
  if (amount.isDiscretion || amount.isSeveral) return undefined;
  const words = [...part.conditions, amount.head].filter((phrase) => phrase !== '').join('，');
  const said = { words, kind, ...(period ? { period } : {}) };
  return withStep(previous, said, amount) ?? withExtra(previous, words, amount);
}

/** 经催办后仍未办结的加倍扣分. */
function withFactor(previous: Understood, part: Part): Understood | undefined {
  const words = [...part.conditions, part.amount].join('，');
  const found = /^(.+?)的?，?(加倍|双倍|翻倍|减半)(扣分|加分|计分|扣|加)?$/u.exec(words);
  const condition = found?.[1] ?? '';
  if (!found || unreadSign(condition) !== undefined || /分/u.test(condition)) return undefined;
  const deed = found[3] ?? '';
  if (/[扣加]/u.test(deed) && /扣/u.test(deed) !== (previous.open?.sign === '-')) return undefined;
  const name = shortName(condition, 20);
  const multiplied = found[2] === '减半' ? '1/2' : '2';
  if (/催办后?[^，]{0,3}未[^，]{1,6}$/u.test(condition)) {
    const when = { companion: { kind: urgedKind, notDoneBy: '期限', done: settledKind } };
    const keys = { ...previous.keys, factor: [{ name, when, times: multiplied }], span: 'year' };
    // Urging and its end may fall into different periods; nothing in the words says the year.
    const multiplies = found[2] === '减半' ? '减半' : '加倍';
    const assumed = [
      ...previous.assumed,
      `${multiplies}要看催办以后，催办和逾期可能不在一期，按全年连着算，请核对`,
    ];
    return { ...closed(previous), keys, assumed, shares: 'urging' };
  }
  const factor = [{ name, when: { fact: { [name]: '是' } }, times: multiplied }];
  return withMark(previous, name, { factor });
}

/** 造成损失的，每起加扣1分. */
function withExtra(previous: Understood, words: string, amount: Amount): Understood | undefined {
  const perFact = amount.units.every((unit) => ['例', '次', '起', '件', '宗', '个'].includes(unit));
  if (!amount.isExtra || !previous.open?.perFact || !perFact) return undefined;
  if (words === '' || unreadSign(words) !== undefined || stepAtEnd(words)) return undefined;
  const name = shortName(words, 20);
  const add = `${amount.sign}${amount.values[0]}`;
  return withMark(previous, name, { extra: [{ when: { fact: { [name]: '是' } }, add }] });
}

/** A further condition on the same fact is a yes or no on it. */
function withMark(previous: Understood, name: string, keys: Keys): Understood | undefined {
  if (Object.keys(keys).some((key) => key in previous.keys) || name in previous.kind.fields)
    return undefined;
  const fields = {
    ...previous.kind.fields,
    [name]: { type: 'label', options: ['是', '否'] } as const,
  };
  return { ...previous, kind: { ...previous.kind, fields }, keys: { ...previous.keys, ...keys } };
}

/** 两年以上的，扣2分，每多一年加扣1分; 逾期的扣1分，每迟一天再扣0.1分. */
function withStep(
  previous: Understood,
  { words, kind, period }: { words: string; kind: string } & Pick<ReadingContext, 'period'>,
  amount: Amount,
): Understood | undefined {
  const found = stepAtEnd(words);
  const open = previous.open;
  if (found?.before !== '' || found.step.size !== '1' || !open?.perFact) return undefined;
  // What was joined before is about single facts, which the new rule does not count.
  if (Object.keys(previous.keys).length > 0) return undefined;
  const delta = `${amount.sign}${amount.values[0]}`;
  const { unit, side } = found.step;
  if (side === 'late' && open.isLate && open.sign === '-' && /^(?:天|日|工作日)$/u.test(unit)) {
    const days: Keys = unit === '工作日' ? { days: 'workday' } : {};
    const rule = {
      deadline: { due: { field: '期限' }, late: open.amount ?? '0', perDay: delta, ...days },
    };
    return { ...closed(previous), rule, kind: { ...previous.kind, fields: dueFields } };
  }
  if (side !== 'above' || open.threshold?.unit !== unit) return undefined;
  const field = `${unit}数`;
  const { number } = open.threshold;
  const of = open.sign === '-' ? reported(field, { kind }) : { field };
  const rule = { excess: { of, quota: number, atQuota: open.amount ?? '0', delta } };
  const fields = { [field]: { type: 'number', unit, required: true } as const };
  const assumed = [`到 ${number} ${unit}先计 ${open.amount} 分，从下一${unit}起再加`];
  const joined: Understood = {
    ...closed(previous),
    rule,
    kind: { ...previous.kind, form: 'measure', fields },
    hears: open.sign === '',
    assumed,
  };
  return joined.hears ? joined : everyPeriod(joined, period ? { period } : {});
}

/** 每迟一天再扣0.1分 is the second half of a sentence, and no clause without the first. */
function isDayStep(part: Part): boolean {
  const amount = part.kind === 'amount' ? amountOf(part.amount) : undefined;
  if (!amount) return false;
  const found = stepAtEnd([...part.conditions, amount.head].filter(Boolean).join('，'));
  return found?.before === '' && found.step.side === 'late';
}

function unreadStep({ after, rest }: Part): string {
  if (rest.length > 0) return `后面的“${rest.join('，')}”没有读懂`;
  if (after.length > 0) return '同一句里的上限或限定管哪几条，没有写明';
  return '每迟一天从哪天算起没有读懂，请写定期限';
}

/** Nothing more can be joined. */
function closed(reading: Understood): Understood {
  const { open: _, ...rest } = reading;
  return rest;
}

/** 市级加3分，县级加1分: one choice among levels, of the thing that stands before. */
function levelGroup(parts: readonly Part[], from: number, context: ReadingContext) {
  const first = parts[from];
  const rows = [];
  for (const part of parts.slice(from)) {
    if (part.sentence !== first?.sentence || part.kind !== 'amount' || part.rest.length > 0) break;
    const amount = amountOf(part.amount);
    const words = [...part.conditions, ...(amount && amount.head !== '' ? [amount.head] : [])];
    const level = levelOf(words.at(-1) ?? '');
    if (!amount || level === undefined || !isPlainPoint(amount) || part.after.length > 0) break;
    if (rows.length > 0 && words.length > 1) break;
    rows.push({ level, points: `${amount.sign}${amount.values[0]}`, thing: words.slice(0, -1) });
  }
  const thing = rows[0]?.thing.join('，') ?? '';
  if (rows.length < 2 || thing === '' || unreadSign(thing) !== undefined) return undefined;
  const labels = rows.map(({ level }) => level);
  if (new Set(labels).size < labels.length) return undefined;
  const name = factName(thing, context.before);
  return {
    taken: rows.length,
    reading: levelRule(
      '级别',
      labels,
      rows.map(({ points }) => points),
      name,
    ),
  };
}

function isPlainPoint(amount: Amount): boolean {
  return (
    amount.values.length === 1 &&
    amount.upTo === undefined &&
    amount.units.length === 0 &&
    !amount.isDiscretion &&
    !amount.isSeveral &&
    !amount.isExtra
  );
}

/**
 * 10亩以上加1分, 超过30亩加2分; 每次扣1分, 三次以上扣5分: bands of one number, and nobody said
 * whether all of them count or one.
 */
function withoutBands(clauses: readonly Clause[]): Clause[] {
  const bands = clauses.map(bandsOf);
  return clauses.map((clause, at) => {
    const isBand = bands.some((other, index) => {
      if (index === at) return false;
      const compares = (one: Band, by: Band) =>
        [...one.compared].some((unit) => by.compared.has(unit));
      const counts = (one: Band, by: Band) =>
        [...one.compared].some((unit) => by.counted.has(unit));
      const own = bands[at] as Band;
      const isNear = own.sentence === other.sentence;
      if (own.isFixed && other.isFixed && compares(own, other)) return true;
      return isNear && (compares(own, other) || counts(own, other) || counts(other, own));
    });
    return isBand && isUnderstood(clause.reading)
      ? { ...clause, reading: undecided('几条比的是同一个数，只计一档还是都计，没有写明') }
      : clause;
  });
}

interface Band {
  readonly compared: ReadonlySet<string>;
  readonly counted: ReadonlySet<string>;
  readonly sentence: number;
  /** A fixed amount, where it matters in the whole text; 每少一次 only within its sentence. */
  readonly isFixed: boolean;
}

function bandsOf({ reading, parts }: Clause): Band {
  const sentence = parts[0]?.sentence ?? 0;
  const isNear = isUnderstood(reading) && 'shortfall' in reading.rule;
  const isFixed = !isUnderstood(reading) || 'count' in reading.rule || 'award' in reading.rule;
  if (!isFixed && !isNear) return { compared: new Set(), counted: new Set(), sentence, isFixed };
  const amounts = parts.map((part) => ({ part, amount: amountOf(part.amount) }));
  const words = amounts.flatMap(({ part, amount }) => [...part.conditions, amount?.head ?? '']);
  return {
    compared: new Set(comparedUnits(words.join('，'))),
    counted: new Set(amounts.flatMap(({ amount }) => amount?.units ?? [])),
    sentence,
    isFixed,
  };
}

/**
 * ……加1分，……加2分，最高加3分: a bound or a limit at the end of a sentence may hold for all the
 * amounts in it, so none of them is taken without it.
 */
function withinScope(clauses: readonly Clause[]): Clause[] {
  return clauses.map((clause) => {
    if (!isUnderstood(clause.reading)) return clause;
    const sentence = clause.parts[0]?.sentence;
    const others = clauses.filter((one) => one !== clause && one.parts[0]?.sentence === sentence);
    const isOpen = others.some((other) => limits(other, clause) || limits(clause, other));
    return isOpen
      ? { ...clause, reading: undecided('同一句里的上限或限定管哪几条，没有写明') }
      : clause;
  });
}

/** Whether a clause carries a bound or limit that may as well be meant for the other. */
function limits(bounded: Clause, other: Clause): boolean {
  const found = bounded.parts
    .flatMap((part) => part.after)
    .filter(({ text }) => !/扣完/u.test(text));
  if (found.length === 0) return false;
  return found.some(({ kind }) => kind === 'limit') || signOf(bounded) === signOf(other);
}

function signOf(clause: Clause): string | undefined {
  return amountOf(clause.parts[0]?.amount ?? '')?.sign;
}
