import { describe, expect, it } from 'vitest';
import { exact } from '../../src/number/rational.ts';
import { pay, readerSaying, roster, schemeWith, spoken, subjectWith } from './sheet.ts';

const answer = (value: string, factIds: string[] = []) =>
  readerSaying({ quantity: { value: exact(value), factIds } });
const annual = { period: 'year' };
const of2026 = { period: '2026' };

describe('rate: the score rate of the village × the base of the role', () => {
  const lines = (denominator: string) => `
- code: month
  name: 月考核奖金
  rule: { rate: { base: { 书记: "800", 主任: "600", 会计: "400" }, denominator: ${denominator} } }`;

  it('pays 83% of 800, 600 and 400', () => {
    expect(spoken(pay(schemeWith(lines('"100"'))))).toEqual([
      '周建国 due 66400 书记 800 元 × 得分 83.000 ÷ 100 = 664.00 元',
      '吴秀英 due 49800 主任 600 元 × 得分 83.000 ÷ 100 = 498.00 元',
      '郑和平 due 33200 会计 400 元 × 得分 83.000 ÷ 100 = 332.00 元',
    ]);
  });

  it('gives another sum when the full mark of 120 is the denominator, and says so', () => {
    const result = pay(schemeWith(lines('fullMark')), { subject: subjectWith({ full: '120' }) });
    expect(spoken(result)[0]).toBe(
      '周建国 due 55333 书记 800 元 × 得分 83.000 ÷ 120 = 553.33 元（四舍五入到分）',
    );
  });

  it('refuses a denominator of zero', () => {
    const result = pay(schemeWith(lines('fullMark')), { subject: subjectWith({ full: '0' }) });
    expect(spoken(result)[0]).toBe(
      '周建国 unresolved — 暂不能算：得分率的分母是 0，请在办法中写明满分',
    );
  });
});

describe('tier: points in a band give a fixed sum', () => {
  const scheme = schemeWith(`
- code: tier
  name: 季度绩效
  rule:
    tier:
      tiers:
        - { from: "450", amount: "600" }
        - { from: "400", below: "450", amount: "450" }
        - { from: "350", below: "400", amount: "300" }
        - { from: "300", below: "350", amount: "150" }
        - { from: "0", below: "300", amount: "0" }`);

  it.each([
    ['480', 60000],
    ['450', 60000],
    ['449.999', 45000],
    ['400', 45000],
    ['399.5', 30000],
    ['300', 15000],
    ['299.999', 0],
  ])('%s points give %i fen', (score, fen) => {
    expect(pay(scheme, { subject: subjectWith({ score }) }).payees[0]?.totalFen).toBe(fen);
  });

  it('pays the village itself when no role is named, and says which band', () => {
    const result = pay(scheme, { subject: subjectWith({ score: '449.5' }) });
    expect(spoken(result)).toEqual([
      '东溪村 due 45000 450 元（得分 449.500，属“400 分以上、不满 450 分”一档）= 450.00 元',
    ]);
  });

  it('does not guess outside the bands', () => {
    const result = pay(scheme, { subject: subjectWith({ score: '-3' }) });
    expect(spoken(result)).toEqual([
      '东溪村 unresolved — 暂不能算：得分 −3.000 不在办法列出的任何一档',
    ]);
  });
});

describe('perPoint: 8 yuan a point from 950, in both readings', () => {
  const line = (bounds: string) => `
- { code: point, name: 每分奖, rule: { perPoint: { amount: "8", ${bounds} } } }`;
  const paid = (bounds: string, score: string) =>
    pay(schemeWith(line(bounds)), { subject: subjectWith({ score }) }).payees[0]?.lines[0];

  it('`above` pays the points beyond the threshold', () => {
    expect(paid('above: "950"', '960')?.sentence).toBe(
      '10 分 × 8 元（得分 960.000，只计超过 950 分的部分）= 80.00 元',
    );
    expect(paid('above: "950"', '949')?.amountFen).toBe(0);
  });

  it('`onlyFrom` pays every point once the threshold is reached', () => {
    expect(paid('onlyFrom: "950"', '960')?.amountFen).toBe(768000);
    expect(paid('onlyFrom: "950"', '950')?.amountFen).toBe(760000);
    expect(paid('onlyFrom: "950"', '949.999')?.sentence).toBe(
      '0 元（得分 949.999，不到 950 分）= 0.00 元',
    );
  });

  it('counts whole points unless the text says linear', () => {
    expect(paid('above: "950"', '960.75')?.sentence).toBe(
      '10 分 × 8 元（得分 960.750，只计超过 950 分的部分，不足一分的不计）= 80.00 元',
    );
    expect(paid('above: "950", steps: linear', '960.75')?.amountFen).toBe(8600);
  });
});

describe('gradeRatio: 优秀100%，基本合格50%，不合格0', () => {
  const scheme = schemeWith(`
- code: reward
  name: 奖励报酬
  rule: { gradeRatio: { base: { 书记: "10000" }, ratios: { 优秀: 100%, 基本合格: 50%, 不合格: "0" } } }`);

  it.each([
    ['优秀', '周建国 due 1000000 书记 10000 元 × 100%（优秀）= 10000.00 元'],
    ['基本合格', '周建国 due 500000 书记 10000 元 × 50%（基本合格）= 5000.00 元'],
    ['不合格', '周建国 due 0 书记 10000 元 × 0（不合格）= 0.00 元'],
    ['合格', '周建国 unresolved — 暂不能算：等次“合格”没有写明发放比例，请在办法中写明'],
    [
      '不确定等次',
      '周建国 unresolved — 暂不能算：等次“不确定等次”没有写明发放比例，请在办法中写明',
    ],
    [undefined, '周建国 unresolved — 暂不能算：没有评定等次'],
  ])('%s', (grade, sentence) => {
    expect(spoken(pay(scheme, { subject: subjectWith(grade ? { grade } : {}) }))).toEqual([
      sentence,
    ]);
  });

  it('waits for a grade that is still open', () => {
    const subject = { ...subjectWith(), grade: { state: 'pending' as const, reasons: [] } };
    expect(spoken(pay(scheme, { subject }))).toEqual(['周建国 unresolved — 暂不能算：等次待定']);
  });
});

describe('share: not above 10% of the net income nor above 100000 yuan', () => {
  const line = (more = '') => `
- code: income
  name: 集体经济奖励
  rule: { share: { of: { measure: { kind: income.net } }, share: 10%, ceiling: "100000" } }${more}`;

  it.each([
    [
      '1200000',
      '东溪村 due 10000000 100000 元（1200000 元 × 10% = 120000 元，按上限）= 100000.00 元',
    ],
    ['800000', '东溪村 due 8000000 800000 元 × 10% = 80000.00 元'],
    ['1000000', '东溪村 due 10000000 1000000 元 × 10% = 100000.00 元'],
    ['-5000', '东溪村 due 0 0 元（基数 −5000 元 为负，不提取）= 0.00 元'],
  ])('%s yuan', (income, sentence) => {
    expect(spoken(pay(schemeWith(line()), { reader: answer(income, ['7']) }))).toEqual([sentence]);
  });

  it('multiplies by the grade where `times` names grades, and names the fact', () => {
    const more = '\n  times: { 优秀: 100%, 基本合格: 50%, 不合格: "0" }';
    const result = pay(schemeWith(line(more)), {
      reader: answer('1200000', ['7']),
      subject: subjectWith({ grade: '基本合格' }),
    });
    expect(result.payees[0]?.lines[0]).toMatchObject({ amountFen: 5000000, factIds: ['7'] });
  });

  it('a grade that is not to be decided may have a ratio of its own', () => {
    const more = '\n  times: { 优秀: 100%, 不确定等次: "0" }';
    const reader = answer('800000');
    const subject = subjectWith({ grade: '不确定等次' });
    expect(spoken(pay(schemeWith(line(more)), { reader, subject }))).toEqual([
      '东溪村 due 0 800000 元 × 10% × 0（不确定等次）= 0.00 元',
    ]);
  });

  it('holds the line to its ceiling after the factor by grade', () => {
    const more = '\n  times: { 基本合格: 50% }\n  ceiling: "60000"';
    const reader = answer('1200000');
    const subject = subjectWith({ grade: '基本合格' });
    expect(pay(schemeWith(line(more)), { reader, subject }).payees[0]?.totalFen).toBe(5000000);
  });

  it('is not zero without the income', () => {
    const reader = readerSaying({ quantity: { missing: '没有“income.net”的材料', factIds: [] } });
    const [payee] = pay(schemeWith(line()), { reader }).payees;
    expect(payee?.lines).toEqual([
      {
        code: 'income',
        name: '集体经济奖励',
        state: 'unresolved',
        sentence: '暂不能算：没有“income.net”的材料',
        factIds: [],
      },
    ]);
    expect(payee).toMatchObject({
      provisional: true,
      sentence: '合计 0.00 元，另有 1 项暂不能算，合计未定。',
    });
  });
});

describe('roleRatio: the vice receives 85% of the chief', () => {
  const scheme = schemeWith(
    `
- { code: chief, name: 年终绩效, roles: [书记], byMonths: true,
    rule: { rate: { base: { 书记: "10000" }, denominator: "100" } } }
- { code: vice, name: 副职绩效, roles: [主任], byMonths: true,
    rule: { roleRatio: { line: chief, of: 书记, ratio: 85% } } }`,
    annual,
  );

  it('takes the same score, and the months of the vice alone', () => {
    const posts = roster
      .replace('dongxi, role: 书记, from: 2021-03-01', 'dongxi, role: 书记, from: 2026-10-01')
      .replace('dongxi, role: 主任, from: 2021-03-01', 'dongxi, role: 主任, from: 2026-07-01');
    expect(spoken(pay(scheme, { ...of2026, posts }))).toEqual([
      '周建国 due 207500 书记 10000 元 × 得分 83.000 ÷ 100 × 任职 3 个月 ÷ 12 = 2075.00 元',
      '吴秀英 due 352750 书记“年终绩效” 8300 元（书记 10000 元 × 得分 83.000 ÷ 100）× 85% × 任职 6 个月 ÷ 12 = 3527.50 元',
    ]);
  });

  it('without a list of roles it pays persons, never the village itself', () => {
    const open = schemeWith(`
- { code: chief, name: 甲, rule: { rate: { base: { 书记: "1000" }, denominator: "100" } } }
- { code: vice, name: 乙, rule: { roleRatio: { line: chief, of: 书记, ratio: 50% } } }`);
    const names = pay(open).payees.map((payee) => payee.name);
    expect(names).toEqual(['周建国', '吴秀英', '郑和平']);
  });

  it('refuses a role or a line that is not there', () => {
    const wrong = (of: string, line: string) =>
      spoken(
        pay(
          schemeWith(`
- { code: chief, name: 甲, rule: { rate: { base: { 书记: "1000" }, denominator: "100" } } }
- { code: vice, name: 乙, roles: [主任], rule: { roleRatio: { line: ${line}, of: ${of}, ratio: 50% } } }`),
        ),
      )[1];
    expect(wrong('镇长', 'chief')).toBe(
      '吴秀英 unresolved — 暂不能算：工资项“甲”没有写明“镇长”的标准',
    );
    expect(wrong('书记', 'x')).toBe('吴秀英 unresolved — 暂不能算：所参照的工资项“x”不在办法里');
  });

  it('refuses lines that refer to each other', () => {
    const circle = schemeWith(`
- { code: a, name: 甲, roles: [书记], rule: { roleRatio: { line: b, of: 主任, ratio: 85% } } }
- { code: b, name: 乙, roles: [主任], rule: { roleRatio: { line: a, of: 书记, ratio: 85% } } }`);
    expect(spoken(pay(circle))).toEqual([
      '周建国 unresolved — 暂不能算：工资项“a”循环参照',
      '吴秀英 unresolved — 暂不能算：工资项“b”循环参照',
    ]);
  });
});

describe('perEvent and streak', () => {
  const penalty = schemeWith(`
- { code: minus, name: 负面清单, roles: [书记], rule: { perEvent: { kind: negative, amount: "-400" } } }`);

  it('takes 400 yuan off for each event', () => {
    const result = pay(penalty, { reader: answer('2', ['3', '4']) });
    expect(spoken(result)).toEqual(['周建国 due -80000 −400 元 × 2 次 = −800.00 元']);
    expect(result.payees[0]?.lines[0]?.factIds).toEqual(['3', '4']);
  });

  it('asks for the facts of the scored subject in the period', () => {
    const asked: unknown[] = [];
    const quantity = (...args: unknown[]) => {
      asked.push(args);
      return { value: exact('0'), factIds: [] };
    };
    pay(penalty, { reader: { ...readerSaying(), quantity } });
    const asking = { subject: 'dongxi', period: '2026-03', window: ['2026-03'] };
    expect(asked).toEqual([[{ count: { kind: 'negative' } }, asking]]);
  });

  it('passes the tests of `where` on to the reader', () => {
    const asked: unknown[] = [];
    const quantity = (of: unknown) => {
      asked.push(of);
      return { value: exact('1'), factIds: [] };
    };
    const severe = schemeWith(`
- { code: m, name: 甲, roles: [书记], rule: { perEvent: { kind: negative, where: { level: 重 }, amount: "-400" } } }`);
    pay(severe, { reader: { ...readerSaying(), quantity } });
    expect(asked).toEqual([{ count: { kind: 'negative', where: { level: '重' } } }]);
  });

  it('counts a run in years in a yearly scheme, in periods in any other', () => {
    const lines = '- { code: r, name: 甲, rule: { streak: { sequence: calm, amounts: ["1"] } } }';
    const subject = subjectWith({ streaks: { calm: 2 } });
    expect(spoken(pay(schemeWith(lines, annual), { ...of2026, subject }))[0]).toContain(
      '（连续 2 年）',
    );
    expect(spoken(pay(schemeWith(lines), { subject }))[0]).toContain('（连续 2 期）');
  });

  it.each([
    [0, 0],
    [1, 1000000],
    [2, 3000000],
    [3, 5000000],
    [4, 7000000],
    [5, 9000000],
    [8, 9000000],
  ])('a run of %i years gives %i fen', (length, fen) => {
    const scheme = schemeWith(
      `
- code: run
  name: 连续奖
  rule: { streak: { sequence: calm, amounts: ["10000", "30000", "50000", "70000", "90000"] } }`,
      annual,
    );
    const subject = subjectWith({ streaks: { calm: length } });
    expect(pay(scheme, { ...of2026, subject }).payees[0]?.totalFen).toBe(fen);
    const without = pay(scheme, { ...of2026, subject: subjectWith() });
    expect(spoken(without)).toEqual([
      '东溪村 unresolved — 暂不能算：没有“calm”的连续结果，算不出是第几年',
    ]);
  });
});

describe('fixed: 3288 × 12 = 39456 = 24000 + 15456', () => {
  const lines = (months: string) => `
- { code: base, name: 基本报酬, paidBy: month, ${months}
    rule: { fixed: { amount: { 书记: "2000" }, months: "12" } } }
- { code: merit, name: 绩效报酬, paidBy: year, ${months}
    rule: { fixed: { amount: { 书记: "15456" } } } }`;

  it('splits the year into a monthly and a yearly part', () => {
    const [payee] = pay(schemeWith(lines(''), annual), of2026).payees;
    expect(payee?.lines.map((line) => [line.sentence, line.paidBy])).toEqual([
      ['书记 2000 元 × 12 个月 = 24000.00 元', '按月发放'],
      ['书记 15456 元 = 15456.00 元', '年终一次发放'],
    ]);
    expect(payee?.totalFen).toBe(328800 * 12);
    expect(payee?.sentence).toBe('合计 39456.00 元。');
  });

  it('counts the months in post exactly: from 16 March it is 9又16/31 of 12', () => {
    const posts = roster.replace('role: 书记, from: 2021-03-01', 'role: 书记, from: 2026-03-16');
    const result = pay(schemeWith(lines('byMonths: true,'), annual), { ...of2026, posts });
    // 15456 × 295/31 ÷ 12 = 12256.774… and 24000 × 295/31 ÷ 12 = 19032.258…
    expect(spoken(result)).toEqual([
      '周建国 due 1903226 书记 2000 元 × 12 个月 × 任职 9又16/31 个月 ÷ 12 = 19032.26 元（四舍五入到分）',
      '周建国 due 1225677 书记 15456 元 × 任职 9又16/31 个月 ÷ 12 = 12256.77 元（四舍五入到分）',
    ]);
  });
});
