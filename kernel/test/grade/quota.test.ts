import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  applyQuotas,
  type Candidate,
  gradeLimits,
  type Quota,
  quotaLimit,
} from '../../src/grade/quota.ts';
import type { Milli } from '../../src/number/points.ts';
import { assessed, conclude, milli, schemeWith } from './town.ts';

const order = ['优秀', '良好', '合格'];
const rules = { order, rounding: undefined, body: '镇党委会议' };
const quota = (more: object): Quota => ({ grade: '优秀', overflow: '良好', ...more }) as Quota;

/** Everybody holds 优秀 with the totals given, in one circle. */
function candidates(totals: readonly string[], grade = '优秀'): Candidate[] {
  return totals.map((total, index) => ({
    code: `v${index}`,
    name: `v${index}`,
    totalMilli: milli(total),
    assessed: true,
    grade,
    open: [],
    reasons: [],
  }));
}

const outcome = (list: readonly Candidate[]) =>
  list.map(({ grade, open }) => (open.length > 0 ? '?' : grade)).join(' ');

describe('how many', () => {
  test.each([
    [{ share: '20%' }, 23, 4n, '优秀名额 4 名（参加考核 23 名 × 20%，舍去尾数）'],
    [{ share: '20%', rounding: 'ceil' }, 23, 5n, '优秀名额 5 名（参加考核 23 名 × 20%，进位取整）'],
    [{ share: '20%', rounding: 'half' }, 23, 5n, '优秀名额 5 名（参加考核 23 名 × 20%，四舍五入）'],
    [{ share: '20%', rounding: 'half' }, 22, 4n, '优秀名额 4 名（参加考核 22 名 × 20%，四舍五入）'],
    [{ share: '20%', rounding: 'ceil' }, 25, 5n, '优秀名额 5 名（参加考核 25 名 × 20%）'],
    [{ share: '1/3' }, 31, 10n, '优秀名额 10 名（参加考核 31 名 × 1/3，舍去尾数）'],
    [{ share: '1/3' }, 30, 10n, '优秀名额 10 名（参加考核 30 名 × 1/3）'],
    [{ count: '3' }, 31, 3n, '优秀名额 3 名'],
  ])('%j of %i', (more, assessedCount, limit, sentence) => {
    expect(quotaLimit(quota(more), assessedCount, undefined)).toEqual({ limit, sentence });
  });

  it('takes the rounding of the scheme where the quota has none of its own', () => {
    expect(quotaLimit(quota({ share: '20%' }), 23, 'ceil').limit).toBe(5n);
    expect(quotaLimit(quota({ share: '20%', rounding: 'floor' }), 23, 'ceil').limit).toBe(4n);
  });
});

describe('who keeps the grade', () => {
  const tied = ['95', '92', '92', '90'];
  test.each([
    [['95', '92', '90'], {}, '优秀 优秀 良好'],
    [tied, {}, '优秀 ? ? 良好'],
    [tied, { tie: 'propose' }, '优秀 ? ? 良好'],
    [tied, { tie: 'include' }, '优秀 优秀 优秀 良好'],
    [tied, { tie: 'exclude' }, '优秀 良好 良好 良好'],
    [['92', '92', '90'], {}, '优秀 优秀 良好'],
    [['95', '89.9'], { minScore: '90' }, '优秀 良好'],
    [['90', '89'], { minScore: '90' }, '优秀 良好'],
  ])('%j with %j', (totals, more, expected) => {
    const list = candidates(totals);
    applyQuotas(list, [quota({ count: '2', ...more })], rules);
    expect(outcome(list)).toBe(expected);
  });

  it('proposes a tie to the body in one notice, and says so to everybody it concerns', () => {
    const list = candidates(tied);
    const notices = applyQuotas(list, [quota({ count: '2' })], rules);
    const sentence =
      '优秀名额 2 名，剩余 1 名，v1、v2得分相同，提请镇党委会议研究确定由谁评为优秀，其余定为良好';
    expect(notices).toEqual([{ code: 'quota-tie', sentence, factIds: [] }]);
    expect(list.map(({ reasons }) => reasons)).toEqual([
      ['优秀名额 2 名，在名额内'],
      [sentence],
      [sentence],
      ['优秀名额 2 名，超出名额，定为良好'],
    ]);
  });

  it('hands those who fall to the quota of the next grade, whatever the order written', () => {
    const list = candidates(['95', '94', '93', '92']);
    const both = [quota({ grade: '良好', overflow: '合格', count: '2' }), quota({ count: '1' })];
    applyQuotas(list, both, rules);
    expect(outcome(list)).toBe('优秀 良好 良好 合格');
  });

  it('leaves a tie to the body although a second quota limits the same grade', () => {
    const list = candidates(['95', '92', '92']);
    applyQuotas(list, [quota({ count: '2' }), quota({ count: '1' })], rules);
    expect(outcome(list)).toBe('优秀 ? ?');
    expect(list.map(({ grade, reasons }) => `${grade} ${reasons.length}`)).toEqual([
      '优秀 2',
      '优秀 1',
      '优秀 1',
    ]);
  });

  it('lets a tie take up its places in the next quota, and says between which grades it is open', () => {
    const place = (total: string, grade: string) => candidates([total], grade)[0]!;
    const of = (limit: string, next: string, totals: readonly string[]) => {
      const list = totals.map((one, index) => ({
        ...place(one, one >= '90' ? '优秀' : '良好'),
        code: `v${index}`,
        name: `v${index}`,
      }));
      const both = [
        quota({ count: limit }),
        quota({ grade: '良好', overflow: '合格', count: next }),
      ];
      applyQuotas(list, both, rules);
      return list.map(({ grade, open }) => open.join('/') || grade).join(' ');
    };
    // One of two falls to 良好: with it 85 is within two places, 84 is beyond.
    expect(of('1', '2', ['95', '95', '85', '84'])).toBe('优秀/良好 优秀/良好 良好 合格');
    // Two of three fall, and one place of 良好 is between them: the last may be 合格.
    expect(of('1', '1', ['95', '95', '95', '85'])).toBe(
      '优秀/良好/合格 优秀/良好/合格 优秀/良好/合格 合格',
    );
    expect(of('2', '1', ['95', '94', '85', '84'])).toBe('优秀 优秀 良好 合格');
  });

  it('leaves open what a tie over several groups may push out of the quota of one', () => {
    const list = ['95', '95', '85', '84'].map((total, index) => ({
      ...candidates([total], total === '95' ? '优秀' : '良好')[0]!,
      code: `v${index}`,
      name: `v${index}`,
      group: index === 1 ? '乙' : '甲',
    }));
    const both = [
      quota({ count: '1', within: 'all' }),
      quota({ grade: '良好', overflow: '合格', count: '2', within: 'group' }),
    ];
    applyQuotas(list, both, rules);
    // Who falls may be of the other group: only then is 84 within the two of its own.
    expect(list.map(({ grade, open }) => open.join('/') || grade)).toEqual([
      '优秀/良好',
      '优秀/良好',
      '良好',
      '良好/合格',
    ]);
  });

  it('binds a body too: by the quota, or by more where a tie came in as a whole', () => {
    const limits = (tie: string, totals: readonly string[]) => {
      const grades = {
        order,
        bands: [{ grade: '优秀', from: '0' }],
        quotas: [quota({ count: '2', tie })],
      };
      const scheme = schemeWith({ grades });
      const subjects = totals.map((total, index) => assessed(`v${index}`, total));
      const { subjects: results } = conclude({ scheme, subjects });
      return gradeLimits(scheme, results).map(({ grade, most, subjects: own }) => [
        grade,
        most,
        own.length,
      ]);
    };
    expect(limits('propose', ['95', '92', '92', '90'])).toEqual([['优秀', 2, 4]]);
    expect(limits('include', ['95', '92', '92', '90'])).toEqual([['优秀', 3, 4]]);
  });

  it('counts a share within the group, of all who are assessed, with or without a grade', () => {
    const scheme = schemeWith({
      grades: {
        order,
        bands: [
          { grade: '优秀', from: '90' },
          { grade: '合格', below: '90' },
        ],
        quotas: [{ grade: '优秀', share: '1/3', overflow: '合格' }],
      },
      eligibility: [
        { when: { occurs: { kind: 'left' } }, effect: 'notAssessed', reason: '迁出' },
        { when: { occurs: { kind: 'ill' } }, effect: 'noGrade', reason: '病假' },
      ],
    });
    const subjects = [
      assessed('甲', '95', { group: '一' }),
      assessed('乙', '94', { group: '一' }),
      assessed('丙', '93', { group: '一' }),
      assessed('丁', '91', { group: '二' }),
      assessed('戊', '92', { group: '二' }),
      assessed('己', '80', { group: '二' }),
    ];
    const graded = (occurrences: Record<string, boolean>) =>
      Object.fromEntries(
        conclude({ scheme, subjects, occurrences }).subjects.map(({ code, grade }) => [
          code,
          grade.effective ?? grade.state,
        ]),
      );
    const plain = { 甲: '优秀', 乙: '合格', 丙: '合格', 丁: '合格', 戊: '优秀', 己: '合格' };
    expect(graded({})).toEqual(plain);
    expect(graded({ 'ill 丙 2026': true })).toEqual({ ...plain, 丙: 'noGrade' });
    expect(graded({ 'left 丙 2026': true })).toEqual({ ...plain, 甲: '合格', 丙: 'none' });
  });

  it('never goes beyond the limit when a tie excludes, and leaves no place without a reason', () => {
    const totals = fc.array(fc.integer({ min: 88, max: 95 }), { maxLength: 15 });
    const limits = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(
        totals,
        limits,
        fc.constantFrom('exclude', 'include', 'propose'),
        (all, n, tie) => {
          const list = candidates(all.map((total) => `${total}`));
          const notices = applyQuotas(list, [quota({ count: `${n}`, tie })], rules);
          const kept = list.filter((item) => item.grade === '优秀' && item.open.length === 0);
          const open = list.filter((item) => item.open.length > 0);
          if (tie !== 'include') expect(kept.length).toBeLessThanOrEqual(n);
          expect(kept.length + open.length).toBeGreaterThanOrEqual(
            tie === 'exclude' ? 0 : Math.min(n, list.length),
          );
          expect(open.length > 0).toBe(notices.length > 0);
          const lowest = Math.min(...kept.map(({ totalMilli }) => totalMilli));
          const fallen = list.filter((item) => item.grade === '良好');
          for (const item of fallen) expect(item.totalMilli).toBeLessThan(lowest as Milli);
          for (const item of list) expect(item.reasons).toHaveLength(1);
        },
      ),
    );
  });
});
