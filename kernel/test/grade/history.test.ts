import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Fact } from '../../src/book/book.ts';
import type { AssessedSubject } from '../../src/grade/conclude.ts';
import { assessed, conclude, fact, resultFact, schemeWith } from './town.ts';

const order = ['优秀', '称职', '基本称职', '不称职'];
const bands = [
  { grade: '优秀', from: '90' },
  { grade: '称职', from: '75', below: '90' },
  { grade: '基本称职', from: '60', below: '75' },
  { grade: '不称职', below: '60' },
];
const outcome = (code: string) => ({
  code,
  name: code,
  kind: 'post',
  body: '镇党委会议',
  basis: '办法第二十条',
  procedure: ['提出建议', '会议研究'],
});
/** E 优秀, A 称职, B 基本称职, C 不称职, - 未定等次, and a blank for a year without a result. */
const totals: Record<string, string> = { E: '95', A: '80', B: '65', C: '50', '-': '80' };
const letters: Record<string, string> = { 优秀: 'E', 称职: 'A', 基本称职: 'B', 不称职: 'C' };

/**
 * Concludes year after year from 2021 and posts every result, so that each year reads what the
 * years before it came to. Gives each year's effective grade, with `!` where something is proposed.
 */
function years(computed: string, sequences: object[]): string {
  const scheme = schemeWith({
    grades: { order, bands },
    eligibility: [{ when: { occurs: { kind: 'leave' } }, effect: 'noGrade', reason: '病假半年' }],
    sequences,
    outcomes: [outcome('end'), outcome('merit')],
  });
  const facts: Fact[] = [];
  return [...computed]
    .map((letter, index) => {
      const period = `${2021 + index}`;
      if (letter === ' ') return ' ';
      const { subjects } = conclude({
        scheme,
        period,
        facts,
        subjects: [assessed('甲', totals[letter]!)],
        occurrences: { [`leave 甲 ${period}`]: letter === '-' },
      });
      const { grade, proposals } = subjects[0]!;
      const given: Record<string, string> = grade.effective
        ? { grade: grade.effective, computedGrade: grade.computed! }
        : { state: grade.state };
      facts.push(resultFact(period, given, { seq: index }));
      return `${letters[grade.effective ?? ''] ?? '-'}${proposals.map(() => '!').join('')}`;
    })
    .join('');
}

/** 003: two years 基本称职 are 不称职, two years 不称职 end the post. */
const n12 = (reads: string, gap = 'breaks') => [
  {
    code: 'two-basic',
    text: '连续两年基本称职的，定为不称职',
    results: {
      line: 'cadres',
      match: { grades: { are: ['基本称职'] } },
      consecutive: '2',
      reads,
      gap,
    },
    then: { setGrade: '不称职' },
  },
  {
    code: 'two-bad',
    text: '连续两年不称职的，终止职务',
    results: {
      line: 'cadres',
      match: { grades: { are: ['不称职'] } },
      consecutive: '2',
      reads,
      gap,
    },
    then: { propose: ['end'] },
  },
];

describe('two years in a row', () => {
  test.each([
    ['BB', 'BC'],
    ['BBC', 'BCC!'],
    ['BAB', 'BAB'],
    ['CC', 'CC!'],
    ['B-B', 'B-B'],
    ['B B', 'B B'],
    ['BBB', 'BCB'],
    ['BBBB', 'BCBC'],
    ['CCC', 'CC!C!'],
    ['BBAC', 'BCAC'],
  ])('%s reading what came of each year: %s', (computed, expected) => {
    expect(years(computed, n12('effective'))).toBe(expected);
  });

  test.each([
    ['BB', 'BC'],
    ['BBC', 'BCC'],
    ['BAB', 'BAB'],
    ['CC', 'CC!'],
    ['B-B', 'B-B'],
    ['BBB', 'BCC'],
  ])('%s reading the grades before history: %s', (computed, expected) => {
    expect(years(computed, n12('computed'))).toBe(expected);
  });

  test.each([
    ['B-B', 'B-C'],
    ['B B', 'B C'],
    ['B--B', 'B--C'],
    ['BAB', 'BAB'],
    ['BB-', 'BC-'],
    ['-B', '-B'],
  ])('%s where a year without a grade is skipped: %s', (computed, expected) => {
    expect(years(computed, n12('effective', 'skip'))).toBe(expected);
  });

  // A year's letter, and after `>` what the body decided for it; `?` until it has.
  test.each([
    ['B B>A B', 'BAB', 'another grade than 不称职 breaks the row'],
    ['B B>C C>C', 'BCC!', 'two years 基本称职, then 不称职: the end is proposed in the third'],
    ['B ? B', 'B?B', 'a year that nobody decided is no year of the row'],
    ['A>B B', 'BC', 'a grade that the body lowered counts as it decided'],
    ['C>B C', 'BC', 'one that it raised does too: nothing is proposed'],
    ['A>C C', 'CC!', 'and two years as decided are two years'],
  ])('%s is %s: %s', (told, expected) => {
    const scheme = schemeWith({
      grades: { order, bands },
      sequences: n12('effective'),
      outcomes: [outcome('end')],
    });
    const gradeOf = (letter: string) =>
      Object.keys(letters).find((grade) => letters[grade] === letter)!;
    const facts: Fact[] = [];
    const came = told.split(' ').map((year, index) => {
      const [letter = '', decision] = year.split('>');
      const period = `${2023 + index}`;
      const isOpen = letter === '?';
      const { subjects } = conclude({
        scheme,
        period,
        facts,
        subjects: [assessed('甲', totals[isOpen ? 'B' : letter]!)],
        ...(decision === undefined ? {} : { decided: { 甲: gradeOf(decision) } }),
      });
      const { grade, proposals } = subjects[0]!;
      const given: Record<string, string> = isOpen
        ? { state: 'pending', computedGrade: grade.computed! }
        : { grade: grade.effective!, computedGrade: grade.computed! };
      facts.push(resultFact(period, given, { seq: index }));
      const shown = isOpen ? '?' : letters[grade.effective!];
      return `${shown}${proposals.map(() => '!').join('')}`;
    });
    expect(came.join('')).toBe(expected);
  });

  it('breaks at a year without a grade unless it is told to skip, whatever the years', () => {
    const anyYears = fc.string({
      unit: fc.constantFrom('A', 'B', 'C', '-'),
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(anyYears, (computed) => {
        const last = computed.at(-1)!;
        const inRow = /B*$/.exec(computed)![0].length;
        const skipping = /B*$/.exec(computed.replaceAll('-', ''))![0].length;
        const rule = (gap: string) => [n12('computed', gap)[0]!];
        const expected = (length: number) => (last === 'B' && length >= 2 ? 'C' : last);
        expect(years(computed, rule('breaks')).at(-1)).toBe(expected(inRow));
        expect(years(computed, rule('skip')).at(-1)).toBe(expected(skipping));
      }),
    );
  });

  it('says which years, and names their results', () => {
    const facts = [resultFact('2025', { grade: '不称职' }, { seq: 3 })];
    const scheme = schemeWith({
      grades: { order, bands },
      sequences: n12('effective'),
      outcomes: [outcome('end')],
    });
    const { subjects } = conclude({ scheme, facts, subjects: [assessed('甲', '50')] });
    expect(subjects[0]?.proposals).toEqual([
      {
        code: 'end',
        name: 'end',
        kind: 'post',
        reason: '“连续两年不称职的，终止职务”：2025年不称职、2026年不称职',
        body: '镇党委会议',
        basis: '办法第二十条',
        procedure: ['提出建议', '会议研究'],
        papers: [],
        factIds: ['r2025'],
      },
    ]);
  });
});

/** The proposals of 甲 in a period, and its effective grade. */
function found(
  sequence: object,
  input: {
    facts?: readonly Fact[];
    subjects?: readonly AssessedSubject[];
    scheme?: object;
    period?: string;
    upTo?: number;
    asOf?: string;
    seals?: Parameters<typeof conclude>[0]['seals'];
  },
): string[] {
  const scheme = schemeWith({
    grades: { order, bands },
    outcomes: [outcome('end')],
    sequences: [{ code: 's', text: '规则', then: { propose: ['end'] }, ...sequence }],
    ...input.scheme,
  });
  const subjects = input.subjects ?? [assessed('甲', '50'), assessed('乙', '70')];
  const concluded = conclude({ ...input, scheme, subjects });
  return concluded.subjects
    .find(({ code }) => code === '甲')!
    .proposals.map(({ reason }) => reason);
}

describe('other matches', () => {
  const past = (values: Record<string, string>) => [resultFact('2025', values)];
  const last = {
    results: { line: 'cadres', consecutive: '2', match: { last: { totalBelow: '60' } } },
  };
  test.each([
    ['last and below 60 twice', { rank: '3', subjects: '3', total: '59.9' }, 1],
    ['not below 60 the first time', { rank: '3', subjects: '3', total: '60' }, 0],
    ['not last the first time', { rank: '2', subjects: '3', total: '50' }, 0],
    ['no rank the first time', { total: '50' }, 0],
  ])('%s', (_, values, count) => {
    expect(found(last, { facts: past(values) })).toHaveLength(count);
  });

  it('needs the last place of this year too', () => {
    const subjects = [assessed('甲', '50'), assessed('乙', '40')];
    const facts = past({ rank: '3', subjects: '3', total: '50' });
    expect(found(last, { facts, subjects })).toEqual([]);
  });

  it.each([
    ['60', '59.999', 1],
    ['50', '59.999', 0],
  ])('totals below %s after %s', (below, total, count) => {
    const totalsBelow = {
      results: { line: 'cadres', consecutive: '2', match: { totals: { below } } },
    };
    expect(found(totalsBelow, { facts: past({ total }) })).toHaveLength(count);
  });

  it('takes worse grades only where it says so', () => {
    const match = (orWorse: boolean) => ({
      results: {
        line: 'cadres',
        consecutive: '2',
        match: { grades: { are: ['基本称职'], orWorse } },
      },
    });
    const facts = past({ grade: '基本称职' });
    expect(found(match(true), { facts })).toEqual(['“规则”：2025年基本称职、2026年不称职']);
    expect(found(match(false), { facts })).toEqual([]);
  });

  it('counts years without facts of a kind, as far back as there are results', () => {
    const noFacts = {
      results: { line: 'cadres', consecutive: '3', match: { noFacts: { kind: 'petition' } } },
    };
    const years3 = [resultFact('2024', {}), resultFact('2025', { state: 'noGrade' })];
    const petition = (on: string) => fact(`p${on}`, { kind: 'petition', on: on as never });
    expect(found(noFacts, { facts: years3 })).toHaveLength(1);
    expect(found(noFacts, { facts: years3.slice(1) })).toEqual([]);
    expect(found(noFacts, { facts: [...years3, petition('2024-05-01')] })).toEqual([]);
    expect(found(noFacts, { facts: [...years3, petition('2023-05-01')] })).toHaveLength(1);
    const absent = [resultFact('2024', {}), resultFact('2025', { state: 'notAssessed' })];
    expect(found(noFacts, { facts: absent })).toEqual([]);
  });

  it('adds up years that need not follow each other', () => {
    const two = {
      results: { line: 'cadres', cumulative: '2', match: { grades: { are: ['不称职'] } } },
    };
    const facts = [resultFact('2021', { grade: '不称职' }), resultFact('2024', { grade: '称职' })];
    expect(found(two, { facts })).toEqual(['“规则”：2021年不称职、2026年不称职，累计 2 次']);
    const better = [assessed('甲', '80')];
    const twice = [...facts, resultFact('2025', { grade: '不称职' })];
    expect(found(two, { facts: twice, subjects: better })).toEqual([]);
  });

  it('stops adding up where the number is reached', () => {
    const two = {
      results: { line: 'monthly', cumulative: '2', match: { totals: { below: '60' } } },
    };
    const facts = ['2025-12', '2026-02', '2026-09'].map((id) =>
      resultFact(id, { line: 'monthly', total: '50' }),
    );
    expect(found(two, { facts })).toEqual([
      '“规则”：2025年12月得分 50 分、2026年2月得分 50 分，累计 2 次',
    ]);
    expect(found(two, { facts, period: '2025' })).toEqual([]);
  });

  it('never mixes results of periods of different length', () => {
    const two = (line: string) => ({
      results: { line, cumulative: '2', match: { totals: { below: '60' } } },
    });
    const own = [resultFact('2025-Q4', { total: '50' })];
    expect(found(two('cadres'), { facts: own })).toEqual([]);
    const other = ['2024', '2025', '2026-01'].map((id) =>
      resultFact(id, { line: 'other', total: '50' }),
    );
    expect(found(two('other'), { facts: other, period: '2025' })).toHaveLength(1);
    expect(found(two('other'), { facts: other })).toEqual([]);
  });

  it('reads the streak of another line inside the year', () => {
    const monthly = { results: { line: 'monthly', consecutive: '3', match: { last: {} } } };
    const month = (id: string, rank: string) =>
      resultFact(id, { line: 'monthly', rank, subjects: '9', total: '70' });
    const facts = [month('2026-03', '9'), month('2026-04', '9'), month('2026-05', '9')];
    const reason =
      '“规则”：2026年3月末位（得分 70 分）、2026年4月末位（得分 70 分）、2026年5月末位（得分 70 分）';
    expect(found(monthly, { facts })).toEqual([reason]);
    expect(found(monthly, { facts: [...facts.slice(0, 2), month('2026-05', '8')] })).toEqual([]);
    expect(found(monthly, { facts: [...facts, month('2026-06', '1')] })).toEqual([reason]);
    expect(found(monthly, { facts, period: '2025' })).toEqual([]);
  });
});

describe('editions of a result', () => {
  const twoBad = {
    results: { line: 'cadres', consecutive: '2', match: { grades: { are: ['不称职'] } } },
  };
  const first = resultFact('2025', { grade: '不称职' }, { id: 'e1', seq: 1 });
  const second = resultFact('2025', { grade: '称职', edition: '2' }, { id: 'e2', seq: 5 });
  const reversal = (id: string, reverses: string, seq: number) =>
    fact(id, { reverses, seq, period: '2025' });
  test.each([
    ['the first', [first], 1000, 1],
    ['the second, whatever the order', [second, first], 1000, 0],
    ['the first while the second is not known', [first, second], 4, 1],
    [
      'the first again when the second is reversed',
      [first, second, reversal('x', 'e2', 6)],
      1000,
      1,
    ],
    ['none when all are reversed', [first, reversal('x', 'e1', 6)], 1000, 0],
  ])('reads %s', (_, facts, upTo, count) => {
    expect(found(twoBad, { facts, upTo })).toHaveLength(count);
  });

  it('never reads a later year, nor the stored result of the year itself', () => {
    const facts = [
      first,
      resultFact('2026', { grade: '不称职' }),
      resultFact('2027', { grade: '不称职' }),
    ];
    expect(found(twoBad, { facts, subjects: [assessed('甲', '80')] })).toEqual([]);
    expect(found(twoBad, { facts: facts.slice(2) })).toEqual([]);
  });
});

it('lets later rules read a grade that was set, or the one before, but sets none where there is none', () => {
  const bad = (reads: string) => ({
    code: reads,
    text: reads,
    results: { line: 'cadres', match: { grades: { are: ['不称职'] } }, reads },
    then: { propose: [reads === 'computed' ? 'end' : 'merit'] },
  });
  const setBad = {
    code: 'set',
    text: 'set',
    results: { line: 'cadres', match: { totals: { atLeast: '0' } } },
    then: { setGrade: '不称职' },
  };
  const rules = [setBad, bad('computed'), bad('effective')];
  expect(years('A', rules)).toBe('C!');
  expect(years('C', rules)).toBe('C!!');
  expect(years('-', rules)).toBe('-');
});

it('reads no grade from a result that says there is none', () => {
  const facts = [resultFact('2025', { state: 'noGrade', grade: '不称职' })];
  const twoBad = {
    results: { line: 'cadres', consecutive: '2', match: { grades: { are: ['不称职'] } } },
  };
  expect(found(twoBad, { facts })).toEqual([]);
});

it('gives the length of each streak for pay', () => {
  const rule = (code: string, grade: string) => ({
    code,
    text: code,
    results: { line: 'cadres', consecutive: '9', match: { grades: { are: [grade] } } },
    then: { propose: ['end'] },
  });
  const scheme = schemeWith({
    grades: { order, bands },
    outcomes: [outcome('end')],
    sequences: [rule('good', '称职'), rule('bad', '不称职')],
  });
  const facts = ['2022', '2024', '2025'].map((year) => resultFact(year, { grade: '称职' }));
  const { subjects } = conclude({ scheme, facts, subjects: [assessed('甲', '80')] });
  expect(subjects[0]?.streaks).toEqual({ good: 3, bad: 0 });
});
