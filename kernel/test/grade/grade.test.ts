import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { GradeResult } from '../../src/evaluate/assessment.ts';
import type { AssessedSubject } from '../../src/grade/conclude.ts';
import { bandOf } from '../../src/grade/grade.ts';
import type { Milli } from '../../src/number/points.ts';
import { assessed, conclude, milli, type Occurrences, schemeWith, vetoed } from './town.ts';

const order = ['优秀', '称职', '基本称职', '不称职'];
const bands = [
  { grade: '优秀', from: '90' },
  { grade: '称职', from: '75', below: '90' },
  { grade: '基本称职', from: '60', below: '75' },
  { grade: '不称职', below: '60' },
];

/** The grades of the subjects under a scheme with the bands above and the parts given. */
function gradesOf(
  subjects: AssessedSubject[],
  grades: object = {},
  more: { scheme?: object; occurrences?: Occurrences } = {},
): Map<string, GradeResult> {
  const scheme = schemeWith({ grades: { order, bands, ...grades }, ...more.scheme });
  const concluded = conclude({ scheme, subjects, occurrences: more.occurrences });
  return new Map(concluded.subjects.map(({ code, grade }) => [code, grade]));
}

function gradeOf(
  subject: AssessedSubject,
  ...rest: [object?, { scheme?: object; occurrences?: Occurrences }?]
) {
  return gradesOf([subject], ...rest).get(subject.code)!;
}

describe('bands', () => {
  test.each([
    ['75', '称职', '得分 75 分，不低于 75 分且低于 90 分，评为称职'],
    ['74.999', '基本称职', '得分 74.999 分，不低于 60 分且低于 75 分，评为基本称职'],
    ['90', '优秀', '得分 90 分，不低于 90 分，评为优秀'],
    ['89.999', '称职', '得分 89.999 分，不低于 75 分且低于 90 分，评为称职'],
    ['-3', '不称职', '得分 -3 分，低于 60 分，评为不称职'],
  ])('%s is %s', (total, grade, reason) => {
    expect(gradeOf(assessed('甲', total))).toEqual({
      state: 'graded',
      computed: grade,
      effective: grade,
      reasons: [reason],
    });
  });

  test.each([
    ['100', '一'],
    ['90', '二'],
    ['90.001', '一'],
    ['80', '二'],
    ['79.999', undefined],
    ['10', undefined],
    ['9.999', '末'],
  ])('keeps the bounds as stated, above and to: %s', (total, grade) => {
    const stated = [
      { grade: '一', above: '90', to: '100' },
      { grade: '二', from: '80', to: '90' },
      { grade: '末', below: '10' },
    ];
    expect(bandOf(milli(total), stated)?.grade).toBe(grade);
  });

  it('leaves a total between integer bands open, unless it is rounded first', () => {
    const integers = [
      { grade: '优秀', from: '450', to: '500' },
      { grade: '称职', from: '400', to: '449' },
    ];
    const open = gradeOf(assessed('甲', '449.5'), { bands: integers });
    expect(open).toEqual({
      state: 'pending',
      reasons: ['得分 449.5 分，不在任何等次的分数段内，等次待定'],
    });
    const rounded = gradeOf(assessed('甲', '449.5'), { bands: integers, roundFirst: '0' });
    expect(rounded.effective).toBe('优秀');
    expect(rounded.reasons).toEqual([
      '得分 449.5 分，取整为 450 分，不低于 450 分且不高于 500 分，评为优秀',
    ]);
    const below = gradeOf(assessed('甲', '449.49'), { bands: integers, roundFirst: '0' });
    expect(below.effective).toBe('称职');
  });

  it('reads the bands of the group where there are some', () => {
    const bandsByGroup = { small: [{ grade: '优秀', from: '50' }] };
    const grades = gradesOf(
      [assessed('甲', '60', { group: 'small' }), assessed('乙', '60', { group: 'large' })],
      { bandsByGroup },
    );
    expect([grades.get('甲')?.effective, grades.get('乙')?.effective]).toEqual([
      '优秀',
      '基本称职',
    ]);
  });

  it('covers every total, and a higher total never has a worse grade', () => {
    const total = fc.integer({ min: -20_000, max: 120_000 }).map((value) => value as Milli);
    fc.assert(
      fc.property(total, total, (a, b) => {
        const places = [Math.max(a, b), Math.min(a, b)].map((value) =>
          order.indexOf(bandOf(value as Milli, bands)?.grade ?? ''),
        );
        expect(places[0]).toBeGreaterThanOrEqual(0);
        expect(places[0]).toBeLessThanOrEqual(places[1]!);
      }),
    );
  });
});

describe('vote rules', () => {
  const rules = [
    { grade: '不称职', when: { occurs: { kind: 'bad30' } } },
    { grade: '优秀', when: { occurs: { kind: 'best90' } } },
    { grade: '称职', when: { occurs: { kind: 'good70' } } },
  ];
  test.each([
    [{ 'best90 甲 2026': true, 'good70 甲 2026': true }, '优秀', 'best90，评为优秀'],
    [{ 'bad30 甲 2026': true, 'good70 甲 2026': true }, '不称职', 'bad30，评为不称职'],
    [{ 'good70 甲 2026': true }, '称职', 'good70，评为称职'],
    [{}, '基本称职', '得分 70 分，不低于 60 分且低于 75 分，评为基本称职'],
    [
      { 'good70 甲 2026': true, 'best90 甲 2026': undefined },
      undefined,
      '能否评为优秀尚不能判断：best90',
    ],
    [{ 'bad30 甲 2026': true, 'best90 甲 2026': undefined }, '不称职', 'bad30，评为不称职'],
  ])('in the order written: %j', (occurrences, grade, reason) => {
    const result = gradeOf(assessed('甲', '70'), { rules }, { occurrences });
    expect([result.computed, ...result.reasons]).toEqual([grade, reason]);
  });
});

describe('grade vetoes', () => {
  test.each([
    ['95', [vetoed('notTopGrade')], '称职'],
    ['80', [vetoed('notTopGrade')], '称职'],
    ['95', [vetoed('bottomGrade')], '不称职'],
    ['95', [vetoed('fixedGrade', ['基本称职'])], '基本称职'],
    ['50', [vetoed('fixedGrade', ['基本称职'])], '不称职'],
    ['95', [vetoed('notTopGrade'), vetoed('fixedGrade', ['基本称职'])], '基本称职'],
    ['95', [vetoed('fixedGrade', ['称职']), vetoed('bottomGrade')], '不称职'],
    ['95', [vetoed('bottomGrade'), vetoed('fixedGrade', ['称职'])], '不称职'],
    ['95', [vetoed('bottomGrade', [], true)], '优秀'],
    ['95', [vetoed('payPart', ['x']), vetoed('notEligible', ['先进村'])], '优秀'],
  ])('%s with %j', (total, vetoes, grade) => {
    expect(gradeOf(assessed('甲', total, { vetoes })).effective).toBe(grade);
  });

  it('name every veto, the heaviest first, and why the grade fell', () => {
    const vetoes = [vetoed('fixedGrade', ['称职']), vetoed('bottomGrade')];
    expect(gradeOf(assessed('甲', '95', { vetoes })).reasons).toEqual([
      '得分 95 分，不低于 90 分，评为优秀',
      'bottomGrade（3月6日），直接定为不称职',
      'fixedGrade（3月6日），直接定为称职；现为不称职，从其低',
    ]);
  });
});

describe('eligibility', () => {
  const rule = (kind: string, effect: string) => ({
    when: { occurs: { kind } },
    effect,
    reason: kind,
    basis: '规定第二十七条',
  });
  const eligibility = [
    rule('probation', 'commentOnly'),
    rule('case', 'noGrade'),
    rule('left', 'notAssessed'),
    rule('warning', 'notTopGrade'),
  ];
  const grade = (
    kinds: string[],
    unknown: string[] = [],
    vetoes = [] as AssessedSubject['vetoes'],
  ) => {
    const occurrences = Object.fromEntries([
      ...kinds.map((kind) => [`${kind} 甲 2026`, true]),
      ...unknown.map((kind) => [`${kind} 甲 2026`, undefined]),
    ]);
    return gradeOf(assessed('甲', '95', { vetoes }), {}, { scheme: { eligibility }, occurrences });
  };

  test.each([
    [[], 'graded', '优秀'],
    [['probation'], 'commentOnly', undefined],
    [['case'], 'noGrade', undefined],
    [['case', 'probation'], 'noGrade', undefined],
    [['left', 'case'], 'none', undefined],
    [['warning'], 'graded', '称职'],
    [['warning', 'probation'], 'commentOnly', undefined],
  ])('%j', (kinds, state, effective) => {
    expect(grade(kinds)).toMatchObject({ state, ...(effective && { effective }) });
    expect(grade(kinds).effective).toBe(effective);
  });

  it('names the rule and its basis', () => {
    expect(grade(['warning']).reasons.at(-1)).toBe(
      'warning（规定第二十七条），不得评为优秀，定为称职',
    );
  });

  it('waits where it cannot be said yet, but only if it matters', () => {
    expect(grade([], ['case'])).toEqual({
      state: 'pending',
      reasons: ['“case（规定第二十七条）”尚不能判断：case'],
    });
    expect(grade([], ['warning']).state).toBe('pending');
    const lower = gradeOf(
      assessed('甲', '80'),
      {},
      {
        scheme: { eligibility },
        occurrences: { 'warning 甲 2026': undefined },
      },
    );
    expect(lower.effective).toBe('称职');
  });

  it('gives way to a veto to the lowest grade, which weighs more, but to no lighter one', () => {
    expect(grade(['case'], [], [vetoed('fixedGrade', ['不称职'])]).effective).toBe('不称职');
    expect(grade(['case'], [], [vetoed('fixedGrade', ['称职'])]).state).toBe('noGrade');
    expect(grade(['left'], [], [vetoed('bottomGrade')]).state).toBe('none');
  });
});

it('gives no grade to a missing total, and none where the scheme has no grades', () => {
  const missing = gradeOf(assessed('甲', '95', { state: 'missing' }));
  expect(missing).toEqual({ state: 'pending', reasons: ['缺材料，等次待定'] });
  const without = conclude({ scheme: schemeWith({}), subjects: [assessed('甲', '95')] });
  expect(without.subjects[0]?.grade).toEqual({ state: 'none', reasons: [] });
});
