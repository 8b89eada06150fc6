/**
 * Assessment pay, exact to the fen. Every line says how it came about, the lines of a payee add
 * up to the total, and what cannot be said yet has no amount: it is never 0.
 */

import type { Book } from '../book/book.ts';
import type { Reader, Truth } from '../evaluate/reader.ts';
import { askWithOwn } from '../grade/own-result.ts';
import { grouped } from '../grouped.ts';
import { type Fen, printFen } from '../number/points.ts';
import { compare, exact, multiply, rational } from '../number/rational.ts';
import type { Condition } from '../scheme/quantity.ts';
import type { PayLine } from '../scheme/result-use.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { IsoDate } from '../time/dates.ts';
import { lastDay, type PeriodId } from '../time/periods.ts';
import {
  type Amount,
  byGrade,
  obstacleOf,
  type PayReading,
  type PaySubject,
  type Weight,
  workOut,
} from './rules.ts';
import { holdersIn } from './terms.ts';
import { gradeFactors, isByRole, type Payee, roleWeight, weightFor } from './weight.ts';
import { equation, fenYuanText, paidByWords, product, roundingWords, yuanText } from './words.ts';

export type { PaySubject } from './rules.ts';

export interface PayInput {
  readonly scheme: Scheme;
  readonly book: Book;
  readonly period: PeriodId;
  readonly asOf: IsoDate;
  readonly reader: Reader;
  /** Whose score is paid for: the person, or the unit whose cadres are paid. */
  readonly subject: PaySubject;
}

/**
 * - `due`: the amount stands.
 * - `withheld`: 缓发, the amount stands but is kept back while its condition holds.
 * - `vetoed`: 不发 by a veto of one part of the pay, a decided zero.
 * - `notTwice`: the person has the higher amount of this line from another unit.
 * - `unresolved`: 暂不能算, with the reason; there is no amount.
 */
type PayLineState = 'due' | 'withheld' | 'vetoed' | 'notTwice' | 'unresolved';

export interface PayLineResult {
  readonly code: string;
  readonly name: string;
  readonly documentNo?: string;
  readonly state: PayLineState;
  readonly amountFen?: Fen;
  /** The arithmetic in Chinese, or why there is no amount. */
  readonly sentence: string;
  readonly factIds: readonly string[];
  readonly paidBy?: string;
}

export interface PayeeResult {
  readonly code: string;
  readonly name: string;
  /** Whose score pays: the payee, or the unit. */
  readonly subject: string;
  readonly lines: readonly PayLineResult[];
  /** The sum of the amounts of the lines; lines without an amount are not in it. */
  readonly totalFen: Fen;
  /** The part of the total that is kept back. */
  readonly withheldFen: Fen;
  /** True while a line cannot be said; the total is then not final. */
  readonly provisional: boolean;
  readonly sentence: string;
}

export interface PayResult {
  readonly subject: string;
  readonly name: string;
  /** True if the period had not ended on `asOf`. */
  readonly preview: boolean;
  readonly payees: readonly PayeeResult[];
}

/**
 * Works out the pay that one subject's result gives. In a scheme of persons the subject is paid.
 * In a scheme of units a line that names roles pays those who held them in the unit, and a line
 * that names none pays the unit.
 */
export function payFor(input: PayInput): PayResult {
  const { scheme, subject, period, asOf } = input;
  const payees = scheme.pay ? payeesOf(input) : [];
  return {
    subject: subject.code,
    name: subject.name,
    preview: asOf < lastDay(period),
    payees: payees
      .map((payee) => payeeResult(payee, subject.code, linesFor(payee, input)))
      .filter((payee) => payee.lines.length > 0 || scheme.subject.kind === 'person'),
  };
}

/**
 * The pay of all subjects. A person who is paid the same line from two units receives it once,
 * at the higher amount; while one of them cannot be said, neither can the other.
 */
export function paySheet(
  input: Omit<PayInput, 'subject'> & { subjects: readonly PaySubject[] },
): PayResult[] {
  const results = input.subjects.map((subject) => payFor({ ...input, subject }));
  const all = results.flatMap((from) =>
    from.payees.flatMap((payee) => payee.lines.map((line) => ({ payee: payee.code, from, line }))),
  );
  const claims = grouped(all, ({ payee, line }) => `${payee}|${line.code}`);
  return results.map((result) => ({
    ...result,
    payees: result.payees.map((payee) => {
      const lines = payee.lines.map((line) =>
        onlyHigher(line, result.subject, claims.get(`${payee.code}|${line.code}`) ?? []),
      );
      return payeeResult(payee, result.subject, lines);
    }),
  }));
}

interface Claim {
  readonly from: PayResult;
  readonly line: PayLineResult;
}

function onlyHigher(line: PayLineResult, subject: string, claims: readonly Claim[]): PayLineResult {
  if (claims.length < 2 || line.amountFen === undefined) return line;
  if (claims.some((claim) => claim.line.amountFen === undefined)) {
    const { amountFen: _, ...open } = line;
    const sentence = `在另一单位的同一项暂不能算，取高未定；本单位的：${line.sentence}`;
    return { ...open, state: 'unresolved', sentence };
  }
  const amountOf = (claim: Claim) => claim.line.amountFen ?? 0;
  const highest = claims.reduce((a, b) => (amountOf(b) > amountOf(a) ? b : a));
  if (highest.from.subject === subject) return line;
  const sentence = `同一人同一项只发一次，取高，已在${highest.from.name}计发；本单位的：${line.sentence}`;
  return { ...line, state: 'notTwice', amountFen: 0 as Fen, sentence };
}

function payeesOf({ scheme, book, period, subject }: PayInput): Payee[] {
  const { code, name } = subject;
  if (scheme.subject.kind === 'person') return [{ kind: 'person', code, name }];
  const persons = holdersIn(book.roster, code, period).map(
    (person): Payee => ({
      kind: 'holder',
      code: person,
      name: book.roster.persons.find((item) => item.code === person)?.name ?? person,
      unit: code,
    }),
  );
  return [{ kind: 'unit', code, name }, ...persons];
}

function linesFor(payee: Payee, input: PayInput): PayLineResult[] {
  return (input.scheme.pay?.lines ?? []).flatMap((line) => {
    if (payee.kind === 'unit' && isByRole(line, input.scheme)) return [];
    if (payee.kind === 'holder' && !isByRole(line, input.scheme)) return [];
    const weight = weightFor(line, payee, input);
    if (!weight) return [];
    const amount: Amount =
      'missing' in weight
        ? { missing: weight.missing, factIds: [] }
        : amountOf(line, weight, input, new Set());
    return [lineResult(line, amount, input)];
  });
}

/** Rule, then the factor by grade, then floor and ceiling of the line; not rounded yet. */
function amountOf(
  line: PayLine,
  weight: Weight,
  input: PayInput,
  asked: ReadonlySet<string>,
): Amount {
  const { rule } = line;
  const first =
    'roleRatio' in rule
      ? ratioOf(line, rule.roleRatio, weight, input, asked)
      : workOut(line, weight, input);
  if ('missing' in first) return first;
  return limited(line, graded(line, first, input));
}

/** A share of what the other role has on the other line with the same score, for a whole period. */
function ratioOf(
  line: PayLine,
  body: { line: string; of: string; ratio: string },
  weight: Weight,
  input: PayInput,
  asked: ReadonlySet<string>,
): Amount {
  const other = input.scheme.pay?.lines.find((item) => item.code === body.line);
  if (!other) return { missing: `所参照的工资项“${body.line}”不在办法里`, factIds: [] };
  if (asked.has(line.code)) return { missing: `工资项“${line.code}”循环参照`, factIds: [] };
  const chief = roleWeight(other, body.of, input.scheme);
  if (!chief) return { missing: `工资项“${other.name}”没有写明“${body.of}”的标准`, factIds: [] };
  const standard = amountOf(other, chief, input, new Set([...asked, line.code]));
  if ('missing' in standard) return standard;
  return {
    yuan: multiply(multiply(standard.yuan, exact(body.ratio)), weight.value),
    words: product(
      `${body.of}“${other.name}” ${yuanText(standard.yuan)}（${standard.words}）`,
      body.ratio,
      weight.words,
      weight.after,
    ),
    factIds: standard.factIds,
  };
}

function graded(line: PayLine, amount: Amount, reading: PayReading): Amount {
  const factors = gradeFactors(line, reading.scheme);
  if (!factors || 'missing' in amount) return amount;
  const factor = byGrade(factors, reading.subject);
  if (typeof factor === 'string') return { missing: factor, factIds: amount.factIds };
  return {
    yuan: multiply(amount.yuan, factor.times),
    words: product(amount.words, factor.words),
    factIds: amount.factIds,
  };
}

function limited(line: PayLine, amount: Amount): Amount {
  if ('missing' in amount) return amount;
  const bounds = [
    { limit: line.ceiling, side: 1, name: '按上限' },
    { limit: line.floor, side: -1, name: '按下限' },
  ];
  for (const { limit, side, name } of bounds) {
    if (limit === undefined || compare(amount.yuan, exact(limit)) !== side) continue;
    const words = `${yuanText(exact(limit))}（${equation(amount.words, yuanText(amount.yuan))}，${name}）`;
    return { ...amount, yuan: exact(limit), words };
  }
  return amount;
}

function lineResult(line: PayLine, amount: Amount, input: PayInput): PayLineResult {
  const head = {
    code: line.code,
    name: line.name,
    ...(line.documentNo === undefined ? {} : { documentNo: line.documentNo }),
    ...(line.paidBy === undefined ? {} : { paidBy: paidByWords[line.paidBy] }),
  };
  const veto = input.subject.vetoes.find(
    (item) => item.scope === 'payPart' && !item.repaired && item.detail.includes(line.code),
  );
  const computed = 'missing' in amount ? undefined : rounded(line, amount);
  if (veto) {
    const before = computed ? `；原为 ${computed.sentence}` : '';
    const sentence = `因“${veto.text}”，本项不发${before}`;
    return { ...head, state: 'vetoed', amountFen: 0 as Fen, sentence, factIds: veto.factIds };
  }
  const { factIds } = amount;
  if (!computed) {
    const reason = 'missing' in amount ? amount.missing : '';
    return { ...head, state: 'unresolved', sentence: `暂不能算：${reason}`, factIds };
  }
  if (!line.withheldWhen) return { ...head, ...computed, state: 'due', factIds };
  const truth = withheld(line.withheldWhen, input);
  const together = [...new Set([...factIds, ...truth.factIds])];
  if (truth.holds === undefined) {
    const sentence = `暂不能算：是否缓发还不能确定，${truth.reason}；本项为 ${computed.sentence}`;
    return { ...head, state: 'unresolved', sentence, factIds: together };
  }
  if (!truth.holds) return { ...head, ...computed, state: 'due', factIds };
  const sentence = `${computed.sentence}；缓发：${truth.reason}`;
  return { ...head, ...computed, state: 'withheld', sentence, factIds: together };
}

/** Asked with the subject's own grade, total and rank, as far as they stand. */
function withheld(condition: Condition, { scheme, subject, period, reader }: PayInput): Truth {
  const stands = obstacleOf(subject) === undefined;
  const { effective, state } = subject.grade;
  const own = {
    line: scheme.line,
    ...(stands ? { grade: effective, totalMilli: subject.totalMilli, rank: subject.rank } : {}),
    ungraded: stands && effective === undefined && state !== 'pending',
    fullMilli: subject.fullMilli,
  };
  return askWithOwn(condition, own, reader, { subject: subject.code, period, window: [period] });
}

function rounded(line: PayLine, amount: Extract<Amount, { yuan: unknown }>) {
  const mode = line.rounding ?? 'halfAwayFromZero';
  const amountFen = printFen(amount.yuan, mode);
  const whole = compare(rational(BigInt(amountFen), 100n), amount.yuan) === 0;
  const note = whole ? '' : `（${roundingWords[mode]}）`;
  return { amountFen, sentence: `${equation(amount.words, fenYuanText(amountFen))}${note}` };
}

function payeeResult(
  { code, name }: { code: string; name: string },
  subject: string,
  lines: readonly PayLineResult[],
): PayeeResult {
  const fenOf = (items: readonly PayLineResult[]) =>
    items.reduce((sum, line) => sum + (line.amountFen ?? 0), 0) as Fen;
  const totalFen = fenOf(lines);
  const withheldFen = fenOf(lines.filter((line) => line.state === 'withheld'));
  const open = lines.filter((line) => line.state === 'unresolved').length;
  const notes = [
    lines.length === 0 ? '没有适用的工资项' : `合计 ${fenYuanText(totalFen)}`,
    ...(withheldFen === 0 ? [] : [`其中缓发 ${fenYuanText(withheldFen)}`]),
    ...(open === 0 ? [] : [`另有 ${open} 项暂不能算，合计未定`]),
  ];
  const sentence = `${notes.join('，')}。`;
  return { code, name, subject, lines, totalFen, withheldFen, provisional: open > 0, sentence };
}
