import { describe, expect, it, test } from 'vitest';
import type { AssessedSubject } from '../../src/grade/conclude.ts';
import { assessed, conclude, type Occurrences, resultFact, schemeWith } from './town.ts';

const grades = {
  order: ['合格', '不合格'],
  bands: [
    { grade: '合格', from: '60' },
    { grade: '不合格', below: '60' },
  ],
};
const talk = {
  code: 'talk',
  name: '提醒谈话',
  kind: 'talk',
  body: '镇纪委',
  basis: '办法第九条',
  procedure: ['提出', '审批', '谈话'],
  papers: ['谈话通知书'],
};

/** What is proposed for the subject: kind, name and reason. */
function proposed(
  outcome: object,
  subject: AssessedSubject = assessed('甲', '50'),
  more: { others?: AssessedSubject[]; occurrences?: Occurrences; scheme?: object } & Pick<
    Parameters<typeof conclude>[0],
    'facts' | 'period'
  > = {},
): string[] {
  const scheme = schemeWith({ grades, outcomes: [{ ...talk, ...outcome }], ...more.scheme });
  const subjects = [subject, ...(more.others ?? [])];
  const concluded = conclude({ ...more, scheme, subjects });
  const own = concluded.subjects.find(({ code }) => code === subject.code)!;
  return own.proposals.map(({ kind, name, reason }) => `${kind} ${name}：${reason}`);
}

describe('when', () => {
  const bad = { when: { gradeIn: ['不合格'] } };
  const line = 'cadres';
  const ownTotal = { result: { line } };
  test.each([
    ['the grade just made', bad, ['talk 提醒谈话：等次为不合格']],
    ['not that grade', { when: { not: bad.when } }, []],
    [
      'its own line',
      { when: { resultGradeIn: { line, grades: ['不合格'] } } },
      ['talk 提醒谈话：等次为不合格'],
    ],
    [
      'its own total',
      { when: { test: { of: ownTotal, below: '60' } } },
      ['talk 提醒谈话：实为 50'],
    ],
    ['its own total, not reached', { when: { test: { of: ownTotal, below: '50' } } }, []],
    [
      'its own rate',
      { when: { test: { of: { result: { line, value: 'rate' } }, below: '51%' } } },
      ['talk 提醒谈话：实为 0.5'],
    ],
    [
      'its own rank',
      { when: { test: { of: { result: { line, value: 'rank' } }, atLeast: '2' } } },
      ['talk 提醒谈话：实为 2'],
    ],
    [
      'its place from the last',
      { when: { test: { of: { result: { line, value: 'rankFromLast' } }, below: '2' } } },
      ['talk 提醒谈话：实为 1'],
    ],
    [
      'a grade and a fact that did not occur',
      { when: { all: [bad.when, { occurs: { kind: 'x' } }] } },
      [],
    ],
    [
      'a grade or a fact',
      { when: { any: [{ occurs: { kind: 'x' } }, bad.when] } },
      ['talk 提醒谈话：等次为不合格'],
    ],
    [
      'another line, of which nothing is known',
      { when: { test: { of: { result: { line: 'x' } }, below: '60' } } },
      [],
    ],
    [
      'the year before, of which nothing is known',
      { when: { test: { of: { result: { line, period: 'priorYear' } }, below: '60' } } },
      [],
    ],
    ['no condition at all', {}, []],
  ])('%s', (_, outcome, expected) => {
    expect(proposed(outcome, undefined, { others: [assessed('乙', '90')] })).toEqual(expected);
  });

  it('proposes nothing while the grade is open', () => {
    const open = assessed('甲', '50', { state: 'missing' });
    expect(proposed(bad, open)).toEqual([]);
    expect(proposed({ when: { not: { gradeIn: ['合格'] } } }, open)).toEqual([]);
    const either = { any: [{ gradeIn: ['合格'] }, { occurs: { kind: 'x' } }] };
    expect(proposed({ when: either }, open, { occurrences: { 'x 甲 2026': true } })).toHaveLength(
      1,
    );
    expect(proposed({ when: either }, open, { occurrences: { 'x 甲 2026': undefined } })).toEqual(
      [],
    );
  });
});

describe('classes', () => {
  const listed = { when: { gradeIn: ['不合格'] }, classes: ['编外聘用'] };
  test.each([
    ['编外聘用', 1],
    ['公务员', 0],
    ['村委会成员', 0],
    [undefined, 0],
  ])('%s', (personClass, count) => {
    expect(proposed(listed, assessed('甲', '50', { class: personClass }))).toHaveLength(count);
  });

  it('holds for what a sequence proposes too', () => {
    const scheme = {
      sequences: [
        {
          code: 's',
          text: '一次不合格',
          results: { line: 'cadres', match: { grades: { are: ['不合格'] } } },
          then: { propose: ['talk'] },
        },
      ],
    };
    const of = (personClass: string) =>
      proposed({ classes: ['编外聘用'] }, assessed('甲', '50', { class: personClass }), { scheme });
    expect(of('编外聘用')).toEqual(['talk 提醒谈话：“一次不合格”：2026年不合格']);
    expect(of('公务员')).toEqual([]);
  });
});

describe('an outcome that a sequence proposes', () => {
  const sequences = [
    {
      code: 's',
      text: '连续两年不合格',
      results: { line: 'cadres', match: { grades: { are: ['不合格'] } }, consecutive: '2' },
      then: { propose: ['talk'] },
    },
  ];
  const both = ['talk 提醒谈话：“连续两年不合格”：2025年不合格、2026年不合格；rumour'];
  test.each([
    ['in a row and the condition', '不合格', true, both],
    ['in a row alone', '不合格', false, []],
    ['in a row, the condition not known', '不合格', undefined, []],
    ['the condition alone', '合格', true, []],
  ])('needs its own condition as well: %s', (_, before, holds, expected) => {
    const actual = proposed({ when: { occurs: { kind: 'rumour' } } }, undefined, {
      scheme: { sequences },
      facts: [resultFact('2025', { grade: before })],
      occurrences: { 'rumour 甲 2026': holds },
    });
    expect(actual).toEqual(expected);
  });
});

describe('withheld until it is put right', () => {
  const withhold = {
    kind: 'withhold',
    name: '缓发季度专项经费',
    when: { gradeIn: ['不合格'] },
    releaseWhen: { occurs: { kind: 'rectified' } },
  };
  const quarter = (
    period: string,
    total: string,
    past: Record<string, string>,
    rectified: string[] = [],
  ) =>
    proposed(withhold, assessed('甲', total), {
      period,
      scheme: { period: 'quarter' },
      facts: Object.entries(past).map(([id, grade], index) =>
        resultFact(id, { grade }, { seq: index + 1 }),
      ),
      occurrences: Object.fromEntries(rectified.map((id) => [`rectified 甲 ${id}`, true])),
    });
  const [q1, q2, q3, q4] = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'] as const;

  test.each([
    [
      'held in the quarter that fails',
      quarter(q1, '50', {}),
      ['withhold 缓发季度专项经费：等次为不合格'],
    ],
    [
      'held on while nothing is put right',
      quarter(q2, '70', { [q1]: '不合格' }),
      ['withhold 缓发季度专项经费：2026年第一季度等次为不合格'],
    ],
    [
      'released when it is put right',
      quarter(q2, '70', { [q1]: '不合格' }, [q2]),
      ['release 解除：缓发季度专项经费：2026年第一季度等次为不合格；rectified，建议解除'],
    ],
    ['over after the release', quarter(q3, '70', { [q1]: '不合格', [q2]: '合格' }, [q2]), []],
    [
      'held anew when it fails again',
      quarter(q4, '50', { [q1]: '不合格', [q2]: '合格' }, [q2]),
      ['withhold 缓发季度专项经费：等次为不合格'],
    ],
    ['not held for the result of a year', quarter(q2, '70', { '2025': '不合格' }), []],
    ['never held, never released', quarter(q2, '70', { [q1]: '合格' }, [q2]), []],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
