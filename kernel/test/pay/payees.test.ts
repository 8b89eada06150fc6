import { describe, expect, it } from 'vitest';
import { paySheet } from '../../src/pay/pay.ts';
import { isoDate } from '../../src/time/dates.ts';
import {
  bookWith,
  pay,
  payPartVeto,
  readerSaying,
  roster,
  schemeWith,
  spoken,
  subjectWith,
} from './sheet.ts';

const annual = { period: 'year' };
const of2026 = { period: '2026' };

describe('posts', () => {
  const bonus = (more: string) => `
- { code: bonus, name: 年终奖, ${more} rule: { fixed: { amount: { 书记: "12000", 主任: "9600" } } } }`;

  it('a person with two roles has the higher base once', () => {
    const posts = `${roster}  - { person: zhou, unit: dongxi, role: 主任, from: 2024-01-01 }\n`;
    const [first] = spoken(pay(schemeWith(bonus(''), annual), { ...of2026, posts }));
    expect(first).toBe('周建国 due 1200000 书记（兼主任，取高，不重复） 12000 元 = 12000.00 元');
  });

  it('a change of role in the year is paid by the months of each', () => {
    const posts = `
persons: [ { code: zhou, name: 周建国, class: 村党组织书记 } ]
posts:
  - { person: zhou, unit: dongxi, role: 主任, from: 2021-03-01, to: 2026-06-30 }
  - { person: zhou, unit: dongxi, role: 书记, from: 2026-07-01 }`;
    expect(spoken(pay(schemeWith(bonus('byMonths: true,'), annual), { ...of2026, posts }))).toEqual(
      [
        '周建国 due 1080000 （主任 9600 元 × 任职 6 个月 ÷ 12 + 书记 12000 元 × 任职 6 个月 ÷ 12）= 10800.00 元',
      ],
    );
    expect(spoken(pay(schemeWith(bonus(''), annual), { ...of2026, posts }))).toEqual([
      '周建国 due 1200000 书记 12000 元 = 12000.00 元',
    ]);
  });

  it('who left before the end is not guessed at without `byMonths`', () => {
    const posts = roster.replace(
      'role: 书记, from: 2021-03-01',
      'role: 书记, from: 2021-03-01, to: 2026-09-30',
    );
    expect(spoken(pay(schemeWith(bonus(''), annual), { ...of2026, posts }))[0]).toBe(
      '周建国 unresolved — 暂不能算：书记在期末前已离任，办法没有写明按任职月数计发',
    );
    const months = pay(schemeWith(bonus('byMonths: true,'), annual), { ...of2026, posts });
    expect(months.payees[0]?.totalFen).toBe(900000);
  });

  it('pays nobody who held no post in the period', () => {
    const result = pay(schemeWith(bonus(''), annual), { period: '2020' });
    expect(result.payees).toEqual([]);
  });

  it('`roles` keeps others out, and a factor by role applies', () => {
    const scheme = schemeWith(`
- { code: prize, name: 奖励工资, roles: [书记, 主任], times: { 主任: 80% },
    rule: { tier: { tiers: [ { from: "60", amount: "10000" } ] } } }`);
    expect(spoken(pay(scheme))).toEqual([
      '周建国 due 1000000 10000 元（得分 83.000，属“60 分以上”一档）= 10000.00 元',
      '吴秀英 due 800000 10000 元（得分 83.000，属“60 分以上”一档）× 80%（主任）= 8000.00 元',
    ]);
  });

  it('a factor by role alone names who is paid; `*` is every other role', () => {
    const line = (times: string) =>
      schemeWith(`
- { code: prize, name: 奖, times: ${times}, rule: { tier: { tiers: [ { from: "0", amount: "100" } ] } } }`);
    const paid = (times: string) =>
      pay(line(times)).payees.map((payee) => [payee.name, payee.totalFen]);
    expect(paid('{ 书记: "1", 主任: 80% }')).toEqual([
      ['周建国', 10000],
      ['吴秀英', 8000],
    ]);
    expect(paid('{ 书记: "1", "*": 50% }')).toEqual([
      ['周建国', 10000],
      ['吴秀英', 5000],
      ['郑和平', 5000],
    ]);
    const bases = schemeWith(
      `- { code: f, name: 甲, rule: { fixed: { amount: { 书记: "9", "*": "5" } } } }`,
    );
    expect(pay(bases).payees.map((payee) => payee.totalFen)).toEqual([900, 500, 500]);
  });

  it('a change of role changes nothing where the sum does not depend on the role', () => {
    const posts = `
persons: [ { code: zhou, name: 周建国, class: 村党组织书记 } ]
posts:
  - { person: zhou, unit: dongxi, role: 主任, from: 2026-02-01, to: 2026-06-30 }
  - { person: zhou, unit: dongxi, role: 书记, from: 2026-07-01 }`;
    const scheme = schemeWith(
      `- { code: prize, name: 奖, roles: [书记, 主任], byMonths: true, rule: { tier: { tiers: [ { from: "0", amount: "1200" } ] } } }`,
      annual,
    );
    expect(spoken(pay(scheme, { ...of2026, posts }))).toEqual([
      '周建国 due 110000 1200 元（得分 83.000，属“0 分以上”一档）× 任职 11 个月 ÷ 12 = 1100.00 元',
    ]);
  });

  it('the village itself is paid by its own months where `byMonths` stands', () => {
    const scheme = schemeWith(
      `- { code: prize, name: 奖, byMonths: true, rule: { tier: { tiers: [ { from: "0", amount: "1200" } ] } } }`,
      annual,
    );
    const posts = roster.replace('name: 东溪村', 'name: 东溪村, from: 2026-07-01');
    expect(pay(scheme, { ...of2026, posts }).payees[0]?.totalFen).toBe(60000);
    const nobody = pay(scheme, { ...of2026, subject: subjectWith({ code: 'new', name: '新村' }) });
    expect(spoken(nobody)).toEqual([
      '新村 unresolved — 暂不能算：名册里没有任职记录，不能按任职折算',
    ]);
  });

  it('in a scheme of persons the person is paid by his own score', () => {
    const scheme = schemeWith(
      `- { code: r, name: 考核工资, rule: { rate: { base: { 主任: "600" }, denominator: "100" } } }`,
      { kind: 'person' },
    );
    const subject = subjectWith({ code: 'wu', name: '吴秀英', score: '90.5' });
    expect(spoken(pay(scheme, { subject }))).toEqual([
      '吴秀英 due 54300 主任 600 元 × 得分 90.500 ÷ 100 = 543.00 元',
    ]);
    const other = pay(scheme, { subject: subjectWith({ code: 'zhou', name: '周建国' }) });
    expect(other.payees[0]?.sentence).toBe('没有适用的工资项。');
  });
});

describe('veto, withholding, limits, rounding', () => {
  const two = schemeWith(`
- { code: safety, name: 平安绩效, roles: [书记], rule: { fixed: { amount: { 书记: "300" } } } }
- { code: other, name: 其他绩效, roles: [书记], rule: { fixed: { amount: { 书记: "200" } } } }`);

  it('a veto of one part strikes that part alone, and keeps the sum it would have been', () => {
    const subject = subjectWith({ vetoes: [payPartVeto('safety')] });
    const result = pay(two, { subject });
    expect(spoken(result)).toEqual([
      '周建国 vetoed 0 因“发生较大安全生产责任事故”，本项不发；原为 书记 300 元 = 300.00 元',
      '周建国 due 20000 书记 200 元 = 200.00 元',
    ]);
    expect(result.payees[0]?.lines[0]?.factIds).toEqual(['9']);
    const repaired = subjectWith({ vetoes: [payPartVeto('safety', true)] });
    expect(pay(two, { subject: repaired }).payees[0]?.totalFen).toBe(50000);
    const other = { ...payPartVeto('safety'), scope: 'notEligible' };
    expect(pay(two, { subject: subjectWith({ vetoes: [other] }) }).payees[0]?.totalFen).toBe(50000);
  });

  const fund = schemeWith(`
- code: fund
  name: 季度专项经费
  rule: { fixed: { amount: { 书记: "5000" } } }
  withheldWhen: { all: [ { gradeIn: [不合格] }, { not: { occurs: { kind: rectified } } } ] }`);
  const rectified = (holds: boolean | undefined, reason: string) =>
    readerSaying({ condition: { holds, reason, factIds: ['12'] } });

  it.each([
    ['不合格', false, 'withheld', '合计 5000.00 元，其中缓发 5000.00 元。'],
    ['不合格', true, 'due', '合计 5000.00 元。'],
    ['合格', undefined, 'due', '合计 5000.00 元。'],
    ['不合格', undefined, 'unresolved', '合计 0.00 元，另有 1 项暂不能算，合计未定。'],
    ['不确定等次', undefined, 'due', '合计 5000.00 元。'],
  ])('grade %s, rectified %s: %s', (grade, holds, state, sentence) => {
    const reader = rectified(holds, holds === false ? '没有整改销号的记录' : '');
    const [payee] = pay(fund, { reader, subject: subjectWith({ grade }) }).payees;
    expect([payee?.lines[0]?.state, payee?.sentence]).toEqual([state, sentence]);
  });

  it('a grade that does not stand yet settles nothing', () => {
    const reader = rectified(false, '');
    const stateOf = (subject: ReturnType<typeof subjectWith>) =>
      pay(fund, { reader, subject }).payees[0]?.lines[0]?.state;
    expect(stateOf(subjectWith({ grade: '合格' }))).toBe('due');
    expect(stateOf(subjectWith({ grade: '合格', provisional: true }))).toBe('unresolved');
    const pending = { state: 'pending' as const, reasons: [] };
    expect(stateOf({ ...subjectWith(), grade: pending })).toBe('unresolved');
  });

  it('says why it is withheld and names the facts', () => {
    const reader = rectified(false, '没有整改销号的记录');
    const [payee] = pay(fund, { reader, subject: subjectWith({ grade: '不合格' }) }).payees;
    expect(payee?.lines[0]).toMatchObject({
      sentence: '书记 5000 元 = 5000.00 元；缓发：等次为不合格，没有整改销号的记录',
      factIds: ['12'],
    });
  });

  it.each([
    [
      'ceiling: "700"',
      '90',
      '700 元（书记 800 元 × 得分 90.000 ÷ 100 = 720 元，按上限）= 700.00 元',
    ],
    ['ceiling: "700"', '80', '书记 800 元 × 得分 80.000 ÷ 100 = 640.00 元'],
    ['floor: "0"', '-5', '0 元（书记 800 元 × 得分 −5.000 ÷ 100 = −40 元，按下限）= 0.00 元'],
    ['rounding: down', '83.333', '书记 800 元 × 得分 83.333 ÷ 100 = 666.66 元（不足一分的舍去）'],
    ['rounding: up', '83.333', '书记 800 元 × 得分 83.333 ÷ 100 = 666.67 元（不足一分的进为一分）'],
  ])('%s at %s points', (limit, score, sentence) => {
    const scheme = schemeWith(`
- { code: r, name: 月奖, ${limit}, rule: { rate: { base: { 书记: "800" }, denominator: "100" } } }`);
    expect(pay(scheme, { subject: subjectWith({ score }) }).payees[0]?.lines[0]?.sentence).toBe(
      sentence,
    );
  });
});

describe('a score that does not stand yet', () => {
  const scheme = schemeWith(`
- { code: rate, name: 绩效, rule: { rate: { base: { 书记: "800" }, denominator: "100" } } }
- { code: base, name: 基本报酬, rule: { fixed: { amount: { 书记: "2000" } } } }`);

  it.each([
    [{ state: 'missing' as const, provisional: true }, '得分缺材料，补齐后再算'],
    [{ provisional: true }, '得分是暂定数（有缺项或前期未封存），定下来后再算'],
    [{ state: 'notDue' as const }, '得分未到期'],
    [{ state: 'notApplicable' as const }, '本办法对其不适用，没有得分'],
    [{ notAssessed: '任职不满半年' }, '未参加考核：任职不满半年'],
  ])('%j leaves the floating line open and pays the fixed one', (change, reason) => {
    const result = pay(scheme, { subject: subjectWith(change) });
    expect(spoken(result)).toEqual([
      `周建国 unresolved — 暂不能算：${reason}`,
      '周建国 due 200000 书记 2000 元 = 2000.00 元',
    ]);
    expect(result.payees[0]).toMatchObject({ totalFen: 200000, provisional: true });
  });

  it('a decided zero is a score', () => {
    const subject = subjectWith({ score: '0', state: 'zeroed' });
    expect(pay(scheme, { subject }).payees[0]).toMatchObject({
      totalFen: 200000,
      provisional: false,
    });
  });

  it('says that the period had not ended', () => {
    expect(pay(scheme, { asOf: isoDate('2026-03-30') }).preview).toBe(true);
    expect(pay(scheme, { asOf: isoDate('2026-03-31') }).preview).toBe(false);
  });
});

describe('the sheet of all villages', () => {
  const scheme = schemeWith(`
- { code: rate, name: 绩效, rule: { rate: { base: { 书记: "800" }, denominator: "100" } } }`);
  const posts = `${roster}  - { person: zhou, unit: xigang, role: 书记, from: 2024-01-01 }\n`;
  const sheet = (xigang: Parameters<typeof subjectWith>[0]) =>
    paySheet({
      scheme,
      book: bookWith(posts, scheme),
      period: '2026-03',
      asOf: isoDate('2026-03-31'),
      reader: readerSaying(),
      subjects: [subjectWith(), subjectWith({ code: 'xigang', name: '西岗村', ...xigang })],
    });

  it('pays one line once to who serves two villages, at the higher amount', () => {
    expect(sheet({ score: '91' }).flatMap(spoken)).toEqual([
      '周建国 notTwice 0 同一人同一项只发一次，取高，已在西岗村计发；本单位的：书记 800 元 × 得分 83.000 ÷ 100 = 664.00 元',
      '周建国 due 72800 书记 800 元 × 得分 91.000 ÷ 100 = 728.00 元',
    ]);
    expect(sheet({ score: '83' }).map((result) => result.payees[0]?.totalFen)).toEqual([66400, 0]);
  });

  it('decides nothing while one of the two is open', () => {
    const states = sheet({ provisional: true }).map((result) => result.payees[0]?.lines[0]);
    expect(states.map((line) => [line?.state, line?.amountFen])).toEqual([
      ['unresolved', undefined],
      ['unresolved', undefined],
    ]);
  });
});
