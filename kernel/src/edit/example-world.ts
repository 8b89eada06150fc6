/**
 * A made town of one subject, in which one clause is worked out by the real evaluation: examples
 * plant facts into it and read what comes out.
 */

import type { Fact, FactValue, Pairing, Person, Post, Unit } from '../book/book.ts';
import { assess } from '../evaluate/assess.ts';
import type { Line } from '../evaluate/assessment.ts';
import type { Milli } from '../number/points.ts';
import { add, parseExact, rational, subtract, toExactText } from '../number/rational.ts';
import { wholeOf } from '../number/whole.ts';
import type { Charge, Clause } from '../scheme/clause.ts';
import type { FieldTest, Where } from '../scheme/quantity.ts';
import type { FactKind, Scheme } from '../scheme/scheme.ts';
import { listOf, only } from '../scheme/shapes.ts';
import { calendarCN } from '../time/calendar-cn.ts';
import { addYears, type IsoDate, isIsoDate, isoDate } from '../time/dates.ts';
import { type PeriodId, periodOf, periodsOfYear } from '../time/periods.ts';

/** What an example needs of the scheme around a clause. */
export interface Frame {
  readonly scheme: Scheme;
  readonly clause: Clause;
  readonly kinds: ReadonlyMap<string, FactKind>;
}

/** What an example cannot make, as the end of a sentence. */
export class Unmakeable extends Error {}

/** What came out for the clause. */
export interface Outcome {
  readonly milli: Milli;
  readonly state: Line['state'];
  readonly reason: string;
}

type Values = Record<string, FactValue>;

/** Facts, roster and the words of what was planted. */
export class World {
  readonly frame: Frame;
  readonly self: string;
  /** What was planted, in words: `到会率 75%`. */
  readonly said: string[] = [];
  period: PeriodId;
  /** The day on which everything happens that names no other. */
  day: IsoDate;
  readonly #facts: Fact[] = [];
  readonly #units: Unit[] = [];
  readonly #persons: Person[] = [];
  readonly #posts: Post[] = [];
  readonly #pairings: Pairing[] = [];
  readonly #sizes: Record<string, string> = {};
  readonly #own = { group: undefined as string | undefined, class: '编外聘用', parent: '' };
  /** Rivals of the subject, for means and ranks. */
  readonly #others: string[] = [];

  constructor(frame: Frame) {
    this.frame = frame;
    const { scheme } = frame;
    this.self = '示例对象';
    const year = yearOf(scheme);
    this.period = periodsOfYear(wholeOf(year), scheme.period).at(-1) as PeriodId;
    this.day = isoDate(`${year}-12-08`);
    this.#own.group = scheme.groups?.[0]?.code;
    this.#own.class = scheme.subject.where?.classes?.[0] ?? '编外聘用';
    const { applies } = frame.clause;
    if (applies?.groups?.[0] !== undefined) this.#own.group = applies.groups[0];
  }

  get isPerson(): boolean {
    return this.frame.scheme.subject.kind === 'person';
  }

  /** The fact that the clause hears, charged to the subject as the clause says. */
  hear(values: Values, more: Partial<Fact> = {}, role?: string): Fact {
    const { clause } = this.frame;
    const kind = listOf(clause.on)[0];
    if (kind === undefined) throw new Unmakeable('条款没有写听取哪种事实（on）');
    const charges = listOf(clause.charge ?? 'self');
    const byRole = charges.find((one) => typeof one === 'object' && !('self' in one));
    const about = this.#charged((role === undefined ? charges[0] : byRole) ?? 'self', role);
    return this.plant(kind, { values, about, where: clause.where, ...more });
  }

  /** A fact of a kind that passes the tests. */
  plant(
    kind: string,
    { where, ...more }: Partial<Fact> & { readonly where?: Where | undefined },
  ): Fact {
    const base = {
      values: {},
      tags: [],
      about: [{ subject: this.self, as: '' }],
      on: this.day,
      doc: { no: '示例〔0000〕1号' },
      ...more,
    };
    const form = this.frame.kinds.get(kind)?.form ?? 'event';
    const passing = this.#passing(kind, base, where ?? {});
    const fact: Fact = {
      id: `例${this.#facts.length + 1}`,
      kind,
      form: form === 'checked' || form === 'missing' ? 'event' : form,
      evidence: ['示例佐证'],
      recordedBy: '甲',
      reviewedBy: '乙',
      seq: this.#facts.length + 1,
      ...passing,
    };
    this.#facts.push(fact);
    return fact;
  }

  /** The sealed result of another line. */
  seal(result: Pick<Fact, 'values' | 'about'> & { readonly period: PeriodId }): void {
    const seq = this.#facts.length + 1;
    const id = `例${seq}`;
    this.#facts.push({
      id,
      kind: 'result',
      form: 'result',
      tags: [],
      evidence: [],
      seq,
      ...result,
    });
  }

  /** Writes more fields into a fact of the same sheet; false where there is none without them. */
  fill(kind: string, subject: string, on: IsoDate, values: Values): boolean {
    const names = Object.keys(values);
    const index = this.#facts.findIndex(
      (fact) =>
        fact.kind === kind &&
        fact.on === on &&
        fact.about.some((about) => about.subject === subject) &&
        names.every((name) => !Object.hasOwn(fact.values, name)),
    );
    const found = this.#facts[index];
    if (!found) return false;
    this.#facts[index] = { ...found, values: { ...found.values, ...values } };
    return true;
  }

  /** A head count on the roster. */
  size(name: string, value: string): void {
    this.#sizes[name] = value;
  }

  /** The group or class of the subject. */
  belong(to: { readonly group?: string; readonly class?: string }): void {
    Object.assign(this.#own, to);
  }

  /** Another subject of the same group, to be compared with. */
  rival(): string {
    const code = `示例对手${this.#others.length + 1}`;
    this.#others.push(code);
    return code;
  }

  /** A unit beside the subject. */
  unit(more: Partial<Unit> & { readonly code: string }): string {
    if (!this.#units.some(({ code }) => code === more.code)) {
      this.#units.push({ ...plainUnit(more.code), ...more });
    }
    return more.code;
  }

  /** The unit above the subject. */
  parent(): string {
    this.#own.parent = '示例上级';
    return this.unit({ code: '示例上级', type: '示例' });
  }

  /** A unit below it. */
  child(type: string): string {
    return this.unit({ code: '示例下级', type: type === '*' ? '示例' : type, parent: this.self });
  }

  /** Whoever holds a post in the unit. */
  holder(role: string, unit: string = this.self): string {
    this.#persons.push({ code: '示例任职人', name: '示例任职人', class: '示例', tags: [] });
    this.#posts.push({ person: '示例任职人', unit, role, from: isoDate('2000-01-01') });
    return '示例任职人';
  }

  /** A post that the subject holds in a unit. */
  serve(role: string): string {
    this.#posts.push({ person: this.self, unit: '示例单位', role, from: isoDate('2000-01-01') });
    return this.unit({ code: '示例单位' });
  }

  /** What the subject is paired with. */
  pair(kind: string): string {
    const other = this.isPerson ? this.unit({ code: '示例单位' }) : '示例任职人';
    const [person, unit] = this.isPerson ? [this.self, other] : [other, this.self];
    this.#pairings.push({ kind, person, unit, from: isoDate('2000-01-01') });
    if (!this.isPerson) this.#persons.push({ code: other, name: other, class: '示例', tags: [] });
    return other;
  }

  /** A day some years back. */
  dayBack(years: number): IsoDate {
    return addYears(this.day, -years);
  }

  /** What the real evaluation makes of the clause. */
  outcome(): Outcome {
    const { scheme } = this.frame;
    const assessment = assess(
      {
        schemes: [this.#scheme()],
        roster: this.#roster(),
        facts: this.#facts,
        calendar: calendarCN,
        seals: [],
        kinds: [...this.frame.kinds.values()],
      },
      { scheme: scheme.line, period: this.period },
    );
    const own = assessment.subjects.find(({ code }) => code === this.self);
    const line = own && clauseLine(own.tree, this.frame.clause.code);
    if (!line) throw new Unmakeable('条款没有算出结果');
    const notice = assessment.notices.find(
      ({ code, clause }) =>
        clause === line.code && (code === 'fact-refused' || code === 'needs-discretion'),
    );
    const told = line.children.map(({ reason }) => reason);
    const reason = line.state === 'scored' ? saidTogether(told) : line.reason;
    return { milli: line.milli, state: notice ? 'missing' : line.state, reason };
  }

  /** The scheme with this clause alone: whom it applies to is not what an example is about. */
  #scheme(): Scheme {
    const { scheme, clause } = this.frame;
    const { applies: _, notApplicableWhen: __, ...rest } = clause;
    const { line, name, version, period, decimals, rounding, groups, switches } = scheme;
    return {
      line,
      name,
      version,
      period,
      subject: { kind: scheme.subject.kind, where: { subjects: [this.self, ...this.#others] } },
      ...(decimals === undefined ? {} : { decimals }),
      ...(rounding === undefined ? {} : { rounding }),
      ...(groups === undefined ? {} : { groups }),
      ...(switches === undefined ? {} : { switches }),
      tree: [{ code: '#示例', name: '示例', floor: 'none', cap: 'none', clauses: [rest] }],
    };
  }

  #roster() {
    const subjects = [this.self, ...this.#others];
    const { group, parent } = this.#own;
    const inGroup = group === undefined ? {} : { group };
    const above = parent === '' ? {} : { parent };
    const units = this.isPerson
      ? []
      : subjects.map((code) => ({ ...plainUnit(code), ...inGroup, ...above, sizes: this.#sizes }));
    const persons = this.isPerson
      ? subjects.map((code) => ({
          code,
          name: code,
          class: this.#own.class,
          tags: [],
          ...inGroup,
        }))
      : [];
    return {
      units: [...units, ...this.#units],
      persons: [...persons, ...this.#persons],
      posts: this.#posts,
      pairings: this.#pairings,
    };
  }

  #charged(charge: Charge, role: string | undefined): Fact['about'] {
    if (charge === 'self') return [{ subject: this.self, as: '' }];
    const [form, detail] = only(charge);
    const named = role ?? firstName(detail);
    switch (form) {
      case 'roles':
        this.serve(named === '*' ? '其他职务' : named);
        return [{ subject: this.self, as: '' }];
      case 'holders':
        return [{ subject: this.serve(named === '*' ? '其他职务' : named), as: '' }];
      case 'paired':
        return [{ subject: this.pair(named), as: '' }];
      case 'parent':
        return [{ subject: this.child('*'), as: '' }];
      case 'children':
        return [{ subject: this.parent(), as: '' }];
      case 'as':
        return [{ subject: this.self, as: (detail as { name: string }).name }];
      default:
        return [{ subject: this.self, as: '' }];
    }
  }

  #passing<T extends Partial<Fact>>(kind: string, fact: T, where: Where): T {
    let passing = fact;
    for (const [name, test] of Object.entries(where)) {
      const value = this.passingText(kind, name, test);
      if (value === undefined) continue;
      passing = { ...passing, ...this.#field(passing, name, value) };
    }
    return passing;
  }

  /** A text that passes a test; undefined where the field must not be there. */
  passingText(kind: string, name: string, test: FieldTest): string | undefined {
    if (typeof test === 'string') return test;
    if (Array.isArray(test)) return test[0] ?? '';
    if (test.present === false) return undefined;
    const bound = test.atLeast ?? test.atMost ?? test.above ?? test.below;
    const number = bound === undefined ? undefined : parseExact(bound);
    if (number) {
      const step = rational(test.above === undefined && test.below === undefined ? 0n : 1n);
      return toExactText(test.below === undefined ? add(number, step) : subtract(number, step));
    }
    const refused = listOf(test.not);
    const options = this.frame.kinds.get(kind)?.fields?.[name]?.options ?? ['其他', '另外'];
    return options.find((option) => !refused.includes(option)) ?? '其他';
  }

  #field(fact: Partial<Fact>, name: string, value: string): Partial<Fact> {
    const doc = { no: '示例〔0000〕1号', ...fact.doc };
    switch (name) {
      case 'as':
        return { about: [{ subject: this.self, as: value }] };
      case 'tag':
        return { tags: [value] };
      case 'matter':
        return { matter: value };
      case 'doc.no':
        return { doc: { ...doc, no: value } };
      case 'doc.body':
        return { doc: { ...doc, body: value } };
      case 'doc.level':
        return { doc: { ...doc, level: value } };
      case 'role':
        this.serve(value);
        return {};
      case 'group':
      case 'class':
        this.belong({ [name]: value });
        return {};
      default:
        return { values: { [name]: value, ...fact.values } };
    }
  }
}

/** The year of the scheme if the calendar knows it, so that working days can be counted. */
function yearOf({ effective }: Scheme): string {
  const years = Object.keys(calendarCN.years);
  const own = effective && isIsoDate(effective.from) ? effective.from.slice(0, 4) : '';
  return years.includes(own) ? own : (years.at(-1) ?? '2026');
}

function plainUnit(code: string): Unit {
  return { code, name: code, type: '示例', aliases: [], tags: [], sizes: {} };
}

function firstName(detail: unknown): string {
  return typeof detail === 'object' && detail !== null ? (Object.keys(detail)[0] ?? '*') : '*';
}

function clauseLine(line: Line, code: string): Line | undefined {
  if (line.kind === 'clause' && line.code === code) return line;
  for (const child of line.children) {
    const found = clauseLine(child, code);
    if (found) return found;
  }
  return undefined;
}

/** The period of a day in the rhythm of the scheme. */
export function periodAt(frame: Frame, day: IsoDate): PeriodId {
  return periodOf(day, frame.scheme.period);
}

/** Entries with one reason are said once with their number, so that the sum can be checked by hand. */
function saidTogether(reasons: readonly string[]): string {
  return [...new Set(reasons)]
    .filter((reason) => reason !== '')
    .map((reason) => {
      const times = reasons.filter((one) => one === reason).length;
      return times === 1 ? reason : `${reason}（${times} 笔）`;
    })
    .join('；');
}
