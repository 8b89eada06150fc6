import { describe, expect, it } from 'vitest';
import type { Book } from '../../src/book/book.ts';
import { assess } from '../../src/evaluate/assess.ts';
import type { Assessment, SubjectResult } from '../../src/evaluate/assessment.ts';
import { explainData } from '../../src/explain/data.ts';
import { displayWidth, renderTable, renderText } from '../../src/explain/render.ts';
import type { Milli } from '../../src/number/points.ts';
import { bookOf, facts, firstQuarter, roster, scheme } from './qinghe.ts';

const byId = (book: Book) => new Map(book.facts.map((fact) => [fact.id, fact]));

function told(book: Book, code: string, decimals?: number): string[] {
  const subject = assess(book, firstQuarter).subjects.find((item) => item.code === code)!;
  const options = decimals === undefined ? {} : { decimals };
  return renderText(subject, { facts: byId(book), ...options }).split('\n');
}

describe('the tree as text', () => {
  it('tells the whole example, down to the evidence: 40 − 2.5 − 2 + 2 = 37.5', () => {
    expect(told(bookOf(), 'dongxi')).toEqual([
      '考核得分 37.500',
      '├ 1 人居环境 35.500 = 满分 40.000 − 2.500 − 2.000',
      '│  ├ 1.1 每发现一处垃圾积存扣0.5分 −2.500：places 5 × −0.5 = −2.5 ｜ 事实 1 · 2026-02-11 2月暗访 · 照片3张 · 记 周 核 吴',
      '│  └ 1.2 限期整改未完成的每处扣1分，经催办仍未完成的加倍 −2.000：1 次 × −1 = −1，×2（2026-03-03 催办，2026-03-09 前仍未完成） ｜ 事实 2 · 2026-03-02 到期复查 · 复查照片 · 记 周 核 吴；事实 3 · 2026-03-03 催办单 · 未附佐证 · 记 郑 核 吴',
      '└ 9 加分 2.000：全年封顶 10，未触及',
      '   └ 9.1 工作经验获县、市、省级推广的分别加2、4、6分，同一事项就高 +2.000：县 +2 ｜ 事实 4 · 2026-03-20 · 县办〔2026〕8号、扫描件 · 记 郑 核 吴',
    ]);
  });

  it('keeps a struck fact, with the reason why it counts nothing', () => {
    expect(told(bookOf(), 'nanling').at(-1)).toBe(
      '   └ （计0）9.1 工作经验获县、市、省级推广的分别加2、4、6分，同一事项就高：没有依据文件，暂不计分 ｜ 事实 7 · 2026-03-21 现场会发言 · 未附佐证 · 记 郑',
    );
  });

  it('gives each of several facts its own line', () => {
    const more = `${facts}
- { id: "8", kind: inspection.garbage, about: xigang, on: 2026-03-05, values: { places: 1 }, note: 3月暗访, evidence: [照片1张] }`;
    expect(told(bookOf({ facts: more }), 'xigang').slice(2, 5)).toEqual([
      '│  ├ 1.1 每发现一处垃圾积存扣0.5分 −2.000',
      '│  │  ├ −1.500：places 3 × −0.5 = −1.5 ｜ 事实 5 · 2026-02-12 2月暗访 · 照片2张 · 记 周 核 吴',
      '│  │  └ −0.500：places 1 × −0.5 = −0.5 ｜ 事实 8 · 2026-03-05 3月暗访 · 照片1张',
    ]);
  });

  it('tells a cap as a line of its own', () => {
    const capped = scheme.replace('cap: 10', 'cap: 1.5');
    expect(told(bookOf({ scheme: capped }), 'dongxi').slice(4)).toEqual([
      '└ 9 加分 1.500',
      '   ├ 9.1 工作经验获县、市、省级推广的分别加2、4、6分，同一事项就高 +2.000：县 +2 ｜ 事实 4 · 2026-03-20 · 县办〔2026〕8号、扫描件 · 记 郑 核 吴',
      '   └ 封顶 −0.500：超过上限 1.5，只计到上限',
    ]);
  });

  it('marks what is missing, up to a provisional total, and never as an ordinary zero', () => {
    const measured = scheme.replace(
      'on: inspection.garbage\n        rule: { count: { of: places, delta: "-0.5" } }',
      'rule: { ratio: { of: { measure: { kind: clean.rate } }, times: "-10" } }',
    );
    const lines = told(bookOf({ scheme: measured }), 'xigang');
    const reason = '没有“clean.rate”的材料';
    expect(lines[0]).toMatch(/^考核得分 40\.000 暂：缺材料/);
    expect(lines[1]).toMatch(/^├ 1 人居环境 40\.000 = 满分 40\.000：缺材料/);
    expect(lines[2]).toBe(`│  ├ 1.1 每发现一处垃圾积存扣0.5分 0.000：缺材料：${reason}`);
  });

  it('shows as many decimals as asked, and names a fact that it was not given', () => {
    const [first, second, third] = told(bookOf(), 'dongxi', 1);
    expect([first, second]).toEqual(['考核得分 37.5', '├ 1 人居环境 35.5 = 满分 40.0 − 2.5 − 2.0']);
    expect(third).toContain('扣0.5分 −2.5：');
    const subject = assess(bookOf(), firstQuarter).subjects[0]!;
    expect(renderText(subject, { facts: new Map() })).toContain('｜ 事实 1（事实表中没有这一条）');
  });

  it('ends with vetoes and the grade, where there are any', () => {
    const [subject] = assess(bookOf(), firstQuarter).subjects;
    const veto = {
      code: 'v',
      text: '较大事故',
      scope: 'notTopGrade',
      detail: [],
      reason: '3月5日',
      repaired: false,
      factIds: ['9'],
    };
    const grade = {
      state: 'graded' as const,
      effective: '合格',
      reasons: ['37.5 分在合格档', '因否决不评优秀'],
    };
    const lines = renderText({ ...subject!, vetoes: [veto], grade }, { facts: new Map() }).split(
      '\n',
    );
    expect(lines.slice(-2)).toEqual([
      '一票否决：较大事故（3月5日）',
      '等次 合格：37.5 分在合格档；因否决不评优秀',
    ]);
  });
});

describe('the explanation as data', () => {
  it('has the figures, states and facts that a page needs', () => {
    const book = bookOf();
    const { root, name } = explainData(assess(book, firstQuarter).subjects[0]!, {
      facts: byId(book),
    });
    const clause = root.children[0]?.children[0];
    expect([name, root.label, root.milli, root.children.length]).toEqual([
      '东溪村',
      '考核得分',
      37500,
      2,
    ]);
    expect(clause).toMatchObject({
      kind: 'clause',
      code: '1.1',
      milli: -2500,
      state: '',
      struck: false,
    });
    expect(clause?.facts.map((item) => [item.id, item.fact?.kind])).toEqual([
      ['1', 'inspection.garbage'],
    ]);
  });

  it('loses no fact that the lines name', () => {
    const book = bookOf();
    for (const subject of assess(book, firstQuarter).subjects) {
      const text = renderText(subject, { facts: byId(book) });
      const ids = book.facts.filter((fact) => fact.about[0]?.subject === subject.code);
      for (const { id } of ids) expect(text).toContain(`事实 ${id} ·`);
    }
  });
});

describe('the ranked list', () => {
  const subject = (name: string, rest: Partial<SubjectResult>): SubjectResult => ({
    ...assess(bookOf(), firstQuarter).subjects[0]!,
    code: name,
    name,
    group: undefined,
    rank: undefined,
    ...rest,
  });
  const listOf = (...subjects: SubjectResult[]): Assessment => ({
    ...assess(bookOf(), firstQuarter),
    subjects,
  });
  const milli = (value: number) => value as Milli;

  it('stands straight with Chinese names, by group, best first', () => {
    const book = bookOf();
    expect(renderTable(assess(book, firstQuarter), book.schemes[0]).split('\n')).toEqual([
      '青禾镇村日常工作差异化考核办法 2026年第一季度',
      '3 个考核对象，得分已定 3 个。截至 2026-03-31。',
      '名次  考核对象  类组     得分  等次  状态',
      '   1  西岗村    平原村  38.50  —',
      '   2  东溪村    平原村  37.50  —',
      '   1  南岭村    山区村  37.50  —',
    ]);
  });

  it('says 并列, 暂, 缺材料 and 未参加考核, and puts who has no rank at the end', () => {
    const graded = { state: 'graded' as const, effective: '优秀', reasons: [] };
    const rows = renderTable(
      listOf(
        subject('丙村', { totalMilli: milli(35000), state: 'missing', provisional: true }),
        subject('甲村', { rank: 1, totalMilli: milli(38000), grade: graded }),
        subject('丁村', { notAssessed: '年中新设' }),
        subject('乙村委会', { rank: 1, totalMilli: milli(38000), provisional: true }),
        subject('戊村', {
          rank: 3,
          totalMilli: milli(-1500),
          grade: { state: 'noGrade', reasons: [] },
        }),
      ),
    ).split('\n');
    expect(rows.slice(1)).toEqual([
      '5 个考核对象，得分已定 2 个，暂定 2 个（缺材料 1 个），未参加考核 1 个。截至 2026-03-31。',
      '名次    考核对象   得分  等次        状态',
      '1 并列  乙村委会  38.00  —           暂',
      '1 并列  甲村      38.00  优秀',
      '3       戊村      −1.50  不确定等次',
      '—       丁村          —  —           未参加考核',
      '—       丙村      35.00  —           暂 缺材料',
    ]);
  });

  it('does not call it a tie when equal ranks stand in two groups', () => {
    const two = listOf(
      subject('甲村', { rank: 1, group: 'plain' }),
      subject('乙村', { rank: 1, group: 'hill' }),
    );
    expect(renderTable(two)).not.toContain('并列');
    expect(renderTable(two, { ranking: { within: 'all' } })).toContain('1 并列');
  });

  it('puts groups that the scheme does not name after those it names', () => {
    const groups = [{ code: 'plain', name: '平原村' }];
    const mixed = listOf(
      subject('甲村', { rank: 1, group: 'a' }),
      subject('乙村', { rank: 1, group: 'plain' }),
      subject('丙村', { rank: 1 }),
    );
    const rows = renderTable(mixed, { groups }).split('\n').slice(3);
    expect(rows.map((row) => row.match(/[甲乙丙]村/)?.[0])).toEqual(['乙村', '丙村', '甲村']);
  });

  it('counts a missing total as open even if nobody marked it provisional', () => {
    const missing = subject('甲村', { state: 'missing', provisional: false });
    expect(renderTable(listOf(missing))).toContain('得分已定 0 个，暂定 1 个（缺材料 1 个）');
  });

  it('shows the third decimal where two would hide a difference', () => {
    const close = listOf(
      subject('甲村', { rank: 1, totalMilli: milli(38004), shownPlaces: 3 }),
      subject('乙村', { rank: 2, totalMilli: milli(38001), shownPlaces: 3 }),
      subject('丙村', { rank: 3, totalMilli: milli(37000), shownPlaces: 2 }),
    );
    const scores = renderTable(close).match(/\d+\.\d+/g);
    expect(scores).toEqual(['38.004', '38.001', '37.00']);
  });

  it('every row of a column begins at the same place on the screen', () => {
    const book = bookOf({ roster: roster.replace('南岭村', '南岭(A)村') });
    const [, , head = '', ...rows] = renderTable(assess(book, firstQuarter), book.schemes[0]).split(
      '\n',
    );
    const column = displayWidth(head.slice(0, head.indexOf('类组')));
    for (const row of rows) {
      const group = row.search(/平原村|山区村/);
      expect(displayWidth(row.slice(0, group))).toBe(column);
    }
  });

  it.each([
    ['村', 2],
    ['A村', 3],
    ['（计0）', 7],
    ['𠮷', 2],
    ['−1.5', 4],
    ['', 0],
  ])('%s is %i wide', (text, width) => expect(displayWidth(text)).toBe(width));
});
