/**
 * Sealing: what a seal holds, what it never changes, when it is refused, and what the results that
 * it gives are to the next year.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Book, Fact } from '../../src/book/book.ts';
import { readFacts, readRoster, readSeals } from '../../src/book/read.ts';
import { checkFacts } from '../../src/check/facts.ts';
import { assess } from '../../src/evaluate/assess.ts';
import type { Assessment } from '../../src/evaluate/assessment.ts';
import { resultFacts, sealOf, sealRefusals } from '../../src/evaluate/seal.ts';
import { readScheme } from '../../src/scheme/read.ts';
import type { Scheme } from '../../src/scheme/scheme.ts';
import { calendarCN } from '../../src/time/calendar-cn.ts';
import { isoDate } from '../../src/time/dates.ts';
import { periodsOfYear } from '../../src/time/periods.ts';
import { lawRoster, manyFacts } from './town.ts';

/** Year-long and monthly parts inside each other, with weights, caps and a level. */
const nested = (period: string) =>
  schemeOf(`
line: laws
name: 层层办法
version: "2026.1"
subject: { kind: unit, where: { types: [village] } }
period: ${period}
tree:
  - code: y
    name: 全年
    span: year
    cap: 70
    children:
      - code: m
        name: 按月
        full: 10
        grants: onSpan
        weight: 40%
        clauses:
          - { code: m1, text: 每处扣半分, on: litter, rule: { count: { of: places, delta: "-0.5" } } }
      - code: n
        name: 全年扣完为止
        span: year
        full: 8
        grants: onSpan
        weight: 60%
        clauses:
          - { code: n1, text: 每处扣三分之一, span: year, on: fault, rule: { count: { of: places, delta: "-1/3" } } }
          - { code: n2, text: 每起扣一分, on: undone, rule: { count: { delta: "-1" } } }
  - code: b
    name: 加分
    clauses:
      - { code: b1, text: 全年最多加三分, span: year, cap: "3", on: praised, rule: { choice: { by: level, options: { 镇: 1, 县: 2, 市: 4 } } } }
`);

function schemeOf(source: string): Scheme {
  const read = readScheme(source);
  if (!read.value) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

const months = periodsOfYear(2026, 'month');
const monthly = nested('month');

/** The book with all twelve months sealed in turn, each knowing the facts posted by its cut. */
function sealedYear(facts: readonly Fact[], cuts: readonly number[]): Book {
  let book: Book = {
    schemes: [monthly],
    roster: lawRoster,
    facts,
    seals: [],
    calendar: calendarCN,
  };
  for (const [index, period] of months.entries()) {
    const upTo = cuts[index] ?? 0;
    const seal = sealOf(assess(book, { scheme: 'laws', period, upTo }), book);
    book = { ...book, seals: [...book.seals, seal] };
  }
  return book;
}

/** Twelve postings in order; by the last one everything is known. */
const sealings = fc
  .array(fc.nat({ max: 24 }), { minLength: 11, maxLength: 11 })
  .map((cuts) => [...cuts.sort((a, b) => a - b), 24]);

describe('a sealed edition', () => {
  test('never changes: worked out again with all that became known later, it prints the same', () => {
    fc.assert(
      fc.property(manyFacts, sealings, (facts, cuts) => {
        const book = sealedYear(facts, cuts);
        for (const seal of book.seals) {
          const again = assess(book, { scheme: 'laws', period: seal.period });
          expect(sealOf(again, book).printed).toEqual(seal.printed);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('and its eleven others add up to the year, in every year-long line', () => {
    const yearly = nested('year');
    fc.assert(
      fc.property(manyFacts, sealings, (facts, cuts) => {
        const book = sealedYear(facts, cuts);
        const year = assess(
          { ...book, schemes: [yearly], seals: [] },
          { scheme: 'laws', period: '2026' },
        );
        const { printed } = sealOf(year, { facts, seals: [] });
        for (const subject of ['A', 'B']) {
          for (const code of ['y', 'n1', 'b1']) {
            const sum = book.seals.reduce(
              (all, seal) => all + (seal.printed[subject]?.[code] ?? Number.NaN),
              0,
            );
            expect(sum, `${subject} ${code}`).toBe(printed[subject]?.[code]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('comes back from a file as it was written', () => {
    const { seals } = sealedYear(
      [],
      months.map(() => 0),
    );
    expect(readSeals(JSON.stringify(seals))).toMatchObject({ seals, findings: [] });
  });

  test('knows the last fact posted by then, and counts its editions', () => {
    const facts = readFacts(
      '[{ id: f1, kind: litter, about: A, on: 2026-01-05 }, { id: f2, kind: litter, about: A, on: 2026-01-06, seq: 7 }]',
    ).facts;
    const book = { schemes: [monthly], roster: lawRoster, facts, seals: [], calendar: calendarCN };
    const january = { scheme: 'laws', period: '2026-01' };
    const first = sealOf(assess(book, { ...january, upTo: 6 }), book);
    expect(first).toMatchObject({ line: 'laws', period: '2026-01', edition: 1, atSeq: 1 });
    const second = sealOf(
      assess(book, january),
      { facts, seals: [first] },
      { decisionNo: '青党发〔2026〕9号' },
    );
    expect(second).toMatchObject({ edition: 2, atSeq: 7, decisionNo: '青党发〔2026〕9号' });
  });
});

/** Three villages in two groups by the year, with a grade that history can lower. */
const yearly = (version: string, more = '') =>
  schemeOf(`
line: village
name: 村级考核
version: "${version}"
subject: { kind: unit, where: { types: [village] } }
period: year
effective: { from: ${version}-01-01, to: ${version}-12-31 }
eligibility: [{ when: { occurs: { kind: new } }, effect: noGrade, reason: 新设 }]
grades: { order: [优秀, 合格, 不合格], bands: [{ grade: 优秀, from: 90 }, { grade: 合格, from: 60, below: 90 }, { grade: 不合格, below: 60 }] }
tree:
  - code: "1"
    name: 人居环境
    full: 100
    clauses:
      - { code: "1.1", text: 每处扣5分, on: litter, rule: { count: { of: places, delta: "-5" } } }
      - { code: "1.2", text: 参保率不到的扣10分, rule: { award: { when: { test: { of: { measure: { kind: insured } }, below: 90% } }, then: "-10" } } }
${more}`);

const roster = readRoster(`
units:
  - { code: 东溪村, name: 东溪村, group: plain }
  - { code: 西岗村, name: 西岗村, group: plain }
  - { code: 松坡村, name: 松坡村, group: hill }
`).roster;

const insured = (year: number) =>
  ['东溪村', '西岗村', '松坡村']
    .map(
      (about) =>
        `- { id: i${year}${about}, kind: insured, form: measure, about: ${about}, on: ${year}-12-01, values: { value: 95% } }`,
    )
    .join('\n');
const checked = '- { id: c1, kind: checked, form: checked, period: 2026, values: { clause: 1.1 } }';
const litter = '- { id: l1, kind: litter, about: 西岗村, on: 2026-03-04, values: { places: 9 } }';

function bookOf(rows: readonly string[], schemes: readonly Scheme[] = [yearly('2026')]): Book {
  const { facts, findings } = readFacts(rows.join('\n'));
  expect(findings).toEqual([]);
  return { schemes, roster, facts, seals: [], calendar: calendarCN };
}

const of2026 = { scheme: 'village', period: '2026' };
const refused = (assessment: Assessment, book: Book, decisionNo?: string) =>
  sealRefusals(assessment, book, decisionNo === undefined ? {} : { decisionNo });

describe('a period is sealed', () => {
  const book = bookOf([insured(2026), checked, litter]);

  test('when nothing is open', () => {
    expect(refused(assess(book, of2026), book)).toEqual([]);
  });

  test('not before it is over', () => {
    const early = assess(book, { ...of2026, asOf: isoDate('2026-12-30') });
    expect(refused(early, book)).toEqual([
      {
        code: 'period-not-over',
        sentence:
          '这次只算到 12月30日，2026年要到 12月31日才满，后面几天的事实会漏掉，不能封存；请期满以后再算、再封存。',
      },
    ]);
  });

  test('once, but for a corrected edition by a decision', () => {
    const result = assess(book, of2026);
    const sealed: Book = { ...book, seals: [sealOf(result, book)] };
    expect(refused(result, sealed)).toEqual([
      {
        code: 'already-sealed',
        sentence:
          '2026年已封存第 1 版，已公布的分数不变；新发现的事登记在后面未封存的期，确需更正本期的，请写明决定文号，另出第 2 版。',
      },
    ]);
    expect(refused(result, sealed, '青党发〔2027〕1号')).toEqual([]);
  });

  test('not with material missing, nor without a signature that there is nothing else', () => {
    const open = bookOf([litter]);
    const refusals = refused(assess(open, of2026), open);
    expect(refusals.map(({ code }) => code)).toEqual(['material-missing', 'unchecked']);
    expect(refusals[0]?.sentence).toBe(
      '东溪村、松坡村、西岗村还有缺材料的条款，分数是暂定的，不能封存；请补齐材料，或由责任单位写明怎样定（不适用、记零）以后再封存。',
    );
  });

  test('whatever is missing of those who are not assessed', () => {
    const lacking = bookOf([checked, litter]);
    expect(refused(assess(lacking, of2026), lacking)).toHaveLength(1);
    const when = { not: { occurs: { kind: 'litter' } } };
    const away = { when, effect: 'notAssessed', reason: '没有去查' };
    const schemes = [{ ...yearly('2026'), eligibility: [away] } as unknown as Scheme];
    const named = (book: Book) => refused(assess(book, of2026), book)[0]?.sentence.split('还有')[0];
    expect(named(lacking)).toBe('东溪村、松坡村、西岗村');
    expect(named({ ...lacking, schemes })).toBe('西岗村');
  });

  test('not with a grade that the scheme cannot say', () => {
    const bands = { ...yearly('2026').grades, bands: [{ grade: '优秀', from: '90' }] };
    const open = { ...book, schemes: [{ ...yearly('2026'), grades: bands } as Scheme] };
    expect(
      refused(assess(open, of2026), open).map(({ code, sentence }) => [code, sentence]),
    ).toEqual([
      [
        'grade-pending',
        '西岗村的等次待定，不能封存；请看等次的理由，缺材料的补齐，办法没有写到的先改定办法，再封存。',
      ],
    ]);
  });

  test('with a tie at the edge of a quota, openly, for exactly those who tie', () => {
    const grades = {
      ...yearly('2026').grades,
      bands: [{ grade: '优秀', from: '0' }],
      quotas: [{ grade: '优秀', count: '1', within: 'all', tie: 'propose', overflow: '合格' }],
    };
    const scheme = { ...yearly('2026'), grades } as unknown as Scheme;
    const tied = { ...bookOf([insured(2026), checked, litter]), schemes: [scheme] };
    const result = assess(tied, of2026);
    const states = result.subjects.map(({ name, grade }) => [name, grade.open]);
    expect(states.filter(([, open]) => open)).toHaveLength(2);
    expect(refused(result, tied)).toEqual([]);
    const values = resultFacts(result, sealOf(result, tied), scheme).map((fact) => fact.values);
    expect(values.filter(({ state }) => state === 'pending')).toHaveLength(2);
    expect(values.some(({ grade }) => grade === '优秀')).toBe(false);
  });

  test('not before the months on which its year-long lines build', () => {
    const town: Book = { ...book, schemes: [monthly], roster: lawRoster, facts: [] };
    const february = assess(town, { scheme: 'laws', period: '2026-02' });
    expect(refused(february, town).map(({ code }) => code)).toEqual([
      'earlier-unsealed',
      'unchecked',
    ]);
    const january = sealOf(assess(town, { scheme: 'laws', period: '2026-01' }), town);
    const next = { ...town, seals: [january] };
    const later = assess(next, { scheme: 'laws', period: '2026-02' });
    expect(refused(later, next).map(({ code }) => code)).toEqual(['unchecked']);
  });
});

describe('the results of a sealed year', () => {
  const fresh = '- { id: n1, kind: new, about: 松坡村, on: 2026-03-04 }';
  const book = bookOf([insured(2026), checked, litter, fresh]);
  const scheme = yearly('2026');
  const result = assess(book, of2026);
  const seal = sealOf(result, book);
  const results = resultFacts(result, seal, scheme);

  test('are facts, one a subject, in the fields of the reference page', () => {
    expect(results.map(({ about, values }) => [about[0]?.subject, values])).toEqual([
      [
        '东溪村',
        {
          line: 'village',
          edition: '1',
          total: '100',
          full: '100',
          rank: '1',
          subjects: '2',
          grade: '优秀',
        },
      ],
      ['松坡村', { line: 'village', edition: '1', total: '100', full: '100', state: 'noGrade' }],
      [
        '西岗村',
        {
          line: 'village',
          edition: '1',
          total: '55',
          full: '100',
          rank: '2',
          subjects: '2',
          grade: '不合格',
        },
      ],
    ]);
    expect(new Set(results.map(({ form, period }) => `${form} ${period}`))).toEqual(
      new Set(['result 2026']),
    );
    expect(results.map(({ seq }) => seq)).toEqual([7, 8, 9]);
    expect(
      checkFacts(results, { kinds: [], roster }).filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  test('are read by a scheme of the next year: rate, grade, and two years running', () => {
    const next = yearly(
      '2027',
      `
      - { code: "1.3", text: 上年得分率折算10分, rule: { import: { line: village, period: priorYear, value: rate, times: 10 } } }
      - { code: "1.4", text: 上年优秀的加2分, rule: { award: { when: { resultGradeIn: { line: village, grades: [优秀], period: priorYear } }, then: 2 } } }
sequences: [{ code: Q1, text: 连续两年不合格的提出整改, results: { line: village, match: { grades: { are: [不合格] } }, consecutive: 2 }, then: { propose: [mend] } }]
outcomes: [{ code: mend, name: 限期整改, kind: rectification, body: 青禾镇党委, basis: 青党发〔2027〕1号, procedure: [提出] }]
`,
    );
    const later = bookOf(
      [
        insured(2027),
        litter.replace('l1', 'l2').replace('2026-03', '2027-03').replace('9 }', '10 }'),
      ],
      [scheme, next],
    );
    const facts = [
      ...later.facts.map((fact) => ({ ...fact, seq: fact.seq + 100 })),
      ...book.facts,
      ...results,
    ];
    const of2027 = assess(
      { ...later, facts, seals: [seal] },
      { scheme: 'village', period: '2027' },
    );
    const told = of2027.subjects.map(({ code, totalMilli, proposals, grade }) => [
      code,
      totalMilli,
      grade.effective,
      proposals.map((proposal) => proposal.code),
    ]);
    // 100 + 10 + 2; 100 + 10, no grade last year; 100 − 50 + 5.5 and again the lowest grade.
    expect(told).toEqual([
      ['东溪村', 112_000, '优秀', []],
      ['松坡村', 110_000, '优秀', []],
      ['西岗村', 55_500, '不合格', ['mend']],
    ]);

    // Until the body decides, what asks for the grade waits, and no year of the row is there.
    const waiting = (fact: (typeof facts)[number]) => {
      const { grade: _, ...values } = fact.values;
      return fact.form === 'result' ? { ...fact, values: { ...values, state: 'pending' } } : fact;
    };
    const before = { ...later, facts: facts.map(waiting), seals: [seal] };
    const open = assess(before, { scheme: 'village', period: '2027' });
    expect(open.subjects.map(({ state, proposals }) => [state, proposals.length])).toEqual([
      ['missing', 0],
      ['missing', 0],
      ['missing', 0],
    ]);
    // Its decision comes as a later fact of the same edition, and is the one that is read.
    const said = results.map((fact) => ({ ...fact, id: `${fact.id}/decided`, seq: fact.seq + 90 }));
    const decided = { ...before, facts: [...said, ...before.facts] };
    const then = assess(decided, { scheme: 'village', period: '2027' });
    expect(
      then.subjects.map(({ totalMilli, proposals }) => [totalMilli, proposals.length]),
    ).toEqual([
      [112_000, 0],
      [110_000, 0],
      [55_500, 1],
    ]);
  });

  test('of a corrected edition stand for those of the first, and name the decision', () => {
    const reversal =
      '- { id: r1, kind: litter, reverses: l1, on: 2027-01-10, countsIn: { village: "2026" } }';
    const corrected = bookOf([insured(2026), checked, litter, fresh, reversal]);
    const now = assess(corrected, of2026);
    const second = sealOf(
      now,
      { ...corrected, seals: [seal] },
      { decisionNo: '青党发〔2027〕1号' },
    );
    const replaced = resultFacts(now, second, scheme);
    expect(replaced.map(({ id, doc, values }) => [id, doc?.no, values.total, values.rank])).toEqual(
      [
        ['result/village/2026/2/东溪村', '青党发〔2027〕1号', '100', '1'],
        ['result/village/2026/2/松坡村', '青党发〔2027〕1号', '100', undefined],
        ['result/village/2026/2/西岗村', '青党发〔2027〕1号', '100', '1'],
      ],
    );
  });

  test('carry no number that is provisional', () => {
    const open = bookOf([litter]);
    const preview = assess(open, of2026);
    const first = resultFacts(preview, sealOf(preview, open), scheme)[0];
    expect(first?.values).toEqual({ line: 'village', edition: '1', state: 'pending' });
  });
});
