/** A small book for pay tests: the scheme and the roster as people write them, a reader that is told its answers. */

import { readRoster } from '../../src/book/read.ts';
import type { GradeResult } from '../../src/evaluate/assessment.ts';
import type { Answer, Reader, Truth } from '../../src/evaluate/reader.ts';
import type { Milli } from '../../src/number/points.ts';
import { exact } from '../../src/number/rational.ts';
import { type PayInput, type PayResult, type PaySubject, payFor } from '../../src/pay/pay.ts';
import { readScheme } from '../../src/scheme/read.ts';
import type { Scheme } from '../../src/scheme/scheme.ts';
import { isoDate } from '../../src/time/dates.ts';

export const roster = `
units:
  - { code: dongxi, name: 东溪村 }
  - { code: xigang, name: 西岗村 }
persons:
  - { code: zhou, name: 周建国, class: 村党组织书记 }
  - { code: wu, name: 吴秀英, class: 村委会成员 }
  - { code: zheng, name: 郑和平, class: 村委会成员 }
posts:
  - { person: zhou, unit: dongxi, role: 书记, from: 2021-03-01 }
  - { person: wu, unit: dongxi, role: 主任, from: 2021-03-01 }
  - { person: zheng, unit: dongxi, role: 会计, from: 2021-03-01 }
`;

/** A scheme with the given pay lines; every shape error fails the test that wrote it. */
export function schemeWith(
  lines: string,
  { kind = 'unit', period = 'month', more = '' } = {},
): Scheme {
  const read = readScheme(`
line: village
name: 村级目标管理考核办法
version: "2026.1"
subject: { kind: ${kind} }
period: ${period}
grades: { order: [优秀, 合格, 基本合格, 不合格] }
tree:
  - { code: "1", name: 重点工作, full: 100, clauses: [ { code: "1.1", text: 甲, on: a, rule: { count: { delta: "-1" } } } ] }
pay:
  lines:
${lines.trim().replace(/^/gm, '    ')}
${more}`);
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

/** A subject with a score that stands; `score` and `full` are points as text. */
export function subjectWith({
  score = '83',
  full = '100',
  grade,
  ...rest
}: { score?: string; full?: string; grade?: string } & Partial<
  Omit<PaySubject, 'grade'>
> = {}): PaySubject {
  return {
    code: 'dongxi',
    name: '东溪村',
    totalMilli: milli(score),
    fullMilli: milli(full),
    state: 'scored',
    provisional: false,
    vetoes: [],
    grade: gradeResult(grade),
    ...rest,
  };
}

/** A reader that gives one answer to every quantity and one to every condition. */
export function readerSaying({
  quantity,
  condition,
}: {
  quantity?: Answer;
  condition?: Truth;
} = {}): Reader {
  const said = condition ?? { holds: undefined, reason: '没有材料', factIds: [] };
  const reader: Reader = {
    quantity: () => quantity ?? { missing: '没有材料', factIds: [] },
    condition: (asked, asking) => {
      if (!('not' in asked)) return said;
      const { holds, ...rest } = reader.condition(asked.not, asking);
      return { ...rest, holds: holds === undefined ? undefined : !holds };
    },
  };
  return reader;
}

/** Pay for one subject in March 2026, or in the period named. */
export function pay(
  scheme: Scheme,
  { posts = roster, ...rest }: { posts?: string } & Partial<Omit<PayInput, 'scheme' | 'book'>> = {},
): PayResult {
  return payFor({
    scheme,
    book: bookWith(posts, scheme),
    period: '2026-03',
    asOf: isoDate('2026-12-31'),
    reader: readerSaying(),
    subject: subjectWith(),
    ...rest,
  });
}

/** The book around a roster text. */
export function bookWith(posts: string, scheme: Scheme): PayInput['book'] {
  const read = readRoster(posts);
  if (read.findings.length > 0) throw new Error(JSON.stringify(read.findings));
  return { schemes: [scheme], roster: read.roster, facts: [], calendar: { years: {} }, seals: [] };
}

/** "姓名 元 句子" of every line: what a clerk would read aloud. */
export function spoken(result: PayResult): string[] {
  return result.payees.flatMap((payee) =>
    payee.lines.map(
      (line) => `${payee.name} ${line.state} ${line.amountFen ?? '—'} ${line.sentence}`,
    ),
  );
}

/** A veto that strikes one part of the pay. */
export function payPartVeto(code: string, repaired = false): PaySubject['vetoes'][number] {
  const text = '发生较大安全生产责任事故';
  return {
    code: 'v1',
    text,
    scope: 'payPart',
    detail: [code],
    reason: '',
    repaired,
    factIds: ['9'],
  };
}

function gradeResult(grade: string | undefined): GradeResult {
  if (grade === undefined) return { state: 'none', reasons: [] };
  if (grade === '不确定等次') return { state: 'noGrade', reasons: [] };
  return { state: 'graded', computed: grade, effective: grade, reasons: [] };
}

function milli(points: string): Milli {
  const { num, den } = exact(points);
  return Number((num * 1000n) / den) as Milli;
}
