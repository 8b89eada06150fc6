/** Rules as a clerk writes them on an evening: nothing assumed is unsaid, no sentence is cut in two. */

import { type FactKind, factKind, type Node, readScheme, readShape } from '@oneneedle/kernel';
import { Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { importScheme, type SchemeDraft } from '../src/scheme/index.ts';
import { sampleFile, wordOf } from './import-samples.ts';

const line = (text: string) => new Paragraph(text);

const table = (rows: readonly (readonly string[])[]) =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((text) => new TableCell({ children: text.split('\n').map(line) })),
        }),
    ),
  });

const head = ['一级指标', '考核内容', '评分标准', '分值'];

const draftOf = async (children: readonly (Paragraph | Table)[]): Promise<SchemeDraft> =>
  importScheme(sampleFile('细则.docx', await wordOf(children)));

/** The draft of one indicator with these sentences, each a numbered line of its cell. */
const draftOfSentences = (sentences: readonly string[], points = '10', name = '事务') =>
  draftOf([
    line('柳溪镇村级工作考核细则'),
    table([head, [name, '', sentences.map((one, at) => `${at + 1}.${one}`).join('\n'), points]]),
  ]);

function treeOf(draft: SchemeDraft): readonly Node[] {
  const { value, findings } = readScheme(draft.scheme);
  expect(findings).toEqual([]);
  return value?.tree ?? [];
}

const clausesOf = (nodes: readonly Node[]): NonNullable<Node['clauses']> =>
  nodes.flatMap((node) => [...(node.clauses ?? []), ...clausesOf(node.children ?? [])]);

describe('a span that nobody wrote', () => {
  it('is among the things to check', async () => {
    const draft = await draftOfSentences([
      '逾期未整改到位的，每处扣1分，经催办仍未整改的加倍扣分；',
    ]);
    expect(clausesOf(treeOf(draft))[0]?.span).toBe('year');
    expect(draft.open.join('\n')).toContain(
      ' 条：加倍要看催办以后，催办和逾期可能不在一期，按全年连着算，请核对。',
    );
    expect(draft.scheme).toContain('# 请核对：加倍要看催办以后');
  });
});

describe('a note', () => {
  it('says something that the name does not', async () => {
    const draft = await draftOf([
      table([
        head,
        ['加分项', '加分', '好人好事，每件加1分。', '最高5分'],
        ['环境', '村容村貌', '有垃圾的，每处扣1分。', '10'],
      ]),
    ]);
    expect(treeOf(draft).map(({ note }) => note)).toEqual([undefined, '村容村貌']);
  });
});

describe('a day that people keep', () => {
  it('in front of a text is no number of it: the words stay', async () => {
    const words = '八一、春节没有走访慰问的，扣1分。';
    const draft = await draftOf([table([head, ['拥军', '', words, '10']])]);
    expect(clausesOf(treeOf(draft)).map(({ text }) => text)).toEqual([words]);
  });

  it('does not keep a number from being one', async () => {
    const draft = await draftOf([
      table([head, ['拥军', '', '十一、没有走访慰问的，扣1分。', '10']]),
    ]);
    expect(clausesOf(treeOf(draft)).map(({ text }) => text)).toEqual(['没有走访慰问的，扣1分。']);
  });
});

describe('kinds of fact that the town has', () => {
  const sentences = [
    '有垃圾的，每处扣1分。',
    '逾期未整改到位的，每处扣1分，经催办仍未整改的加倍扣分；',
  ];
  const paperOf = async () =>
    sampleFile(
      '细则.docx',
      await wordOf([
        table([
          head,
          ['环境', '', sentences.map((one, at) => `${at + 1}.${one}`).join('\n'), '10'],
        ]),
      ]),
    );
  const codesIn = ({ kinds }: SchemeDraft) =>
    [...kinds.matchAll(/^- kind: (\S+)/gm)].map(([, code]) => code);

  it('lend nobody their codes: those of another scheme begin with another letter', async () => {
    const first = await importScheme(await paperOf());
    expect(codesIn(first)).toEqual(['c1.1', 'c1.2', 'urged', 'settled']);
    const existing = readShape(first.kinds, factKind.array()).value ?? [];
    const second = await importScheme(await paperOf(), existing);
    expect(codesIn(second)).toEqual(['d1.1', 'd1.2']);
    expect(clausesOf(treeOf(second)).map(({ on }) => on)).toEqual(['d1.1', 'd1.2']);
    const third = await importScheme(await paperOf(), [
      ...existing,
      { kind: 'da', formerly: ['d1.1'], name: '甲', form: 'event' },
    ]);
    expect(codesIn(third)).toEqual(['e1.1', 'e1.2']);
  });

  it('are taken for urging only where they say until when', async () => {
    const urged: FactKind = { kind: 'urged', name: '催办', form: 'event', owner: '党政办' };
    const fields = { 期限: { type: 'date' } } as const;
    expect(codesIn(await importScheme(await paperOf(), [{ ...urged, fields }]))).toEqual([
      'c1.1',
      'c1.2',
      'settled',
    ]);
    expect(codesIn(await importScheme(await paperOf(), [urged]))).toContain('urged');
  });
});

describe('what is left to decide', () => {
  it('is said in Chinese words and names no key of the language', async () => {
    const draft = await draftOfSentences([
      '发生重大事故的，实行一票否决。',
      '未完成任务的，扣1分，因天灾的除外。',
      '不履职的，书记扣2分。',
      '逾期未整改到位的，每处扣1分，经催办仍未整改的加倍扣分；',
    ]);
    const said = [...draft.open, ...draft.remarks.map(({ sentence }) => sentence)].join('\n');
    expect(said).toContain('写在“一票否决”里');
    expect(said.match(/[a-z]{3,}/gi)).toEqual(['village']);
  });
});

describe('sections outside of the table', () => {
  const rules = table([head, ['环境', '', '有垃圾的，每处扣1分。', '10']]);

  it.each(['结果运用', '考核结果运用', '奖惩', '组织领导', '工作要求', '附则'])(
    'named %s are remarks, whatever points they name',
    async (name) => {
      const words = '季度得分低于80分的村由镇里约谈，发生弄虚作假的扣5分';
      for (const lines of [
        [`四、${name}：${words}。`],
        [`四、${name}`, `1.${words}。`, `（一）${words}。`],
      ]) {
        const draft = await draftOf([line('柳溪镇村级考核细则'), rules, ...lines.map(line)]);
        expect(treeOf(draft).map((node) => node.name)).toEqual(['环境']);
        expect(draft.remarks.some((remark) => remark.words?.includes(words))).toBe(true);
      }
    },
  );

  it('told in one line with a mark of points are no indicator', async () => {
    const words = '季度得分前2名的村予以通报表扬，得分低于80分的村由镇里约谈。';
    const draft = await draftOf([rules, line(`四、结果运用：${words}`)]);
    expect(treeOf(draft).map((node) => node.name)).toEqual(['环境']);
    expect(draft.remarks.map((remark) => remark.words)).toEqual([undefined, words]);
  });
});

describe('the period', () => {
  const periodLine = async (words: string, title = '柳溪镇村级工作细则') => {
    const draft = await draftOf([
      line(title),
      line(`二、考核方式：${words}`),
      table([head, ['环境', '', '有垃圾的，每处扣1分。', '10']]),
    ]);
    return /^period: .*$/m.exec(draft.scheme)?.[0] ?? '';
  };

  it.each([
    ['quarter', '实行季度考核，百分制计分，按季度通报，年终以四个季度平均分作为年度得分。'],
    ['month', '每月考核一次，结果由镇里公布。'],
    ['halfYear', '每半年考核一次。'],
    ['year', '年终考核时一次评定。'],
  ])('is %s where the text says so once, and the words are quoted', async (period, words) => {
    expect(await periodLine(words)).toBe(
      `period: ${period} # 原文写“${words.slice(0, -1)}”，读作${{ month: '按月', quarter: '按季', halfYear: '按半年', year: '按年' }[period]}，请核对`,
    );
  });

  it.each([
    ['每季度考核一次，年终进行年度考核。', undefined],
    ['各村每月报送一次报表。', undefined],
    ['按季度考核。', '柳溪镇2026年度村级考核细则'],
  ])('stays open: %s', async (words, title) => {
    expect(await periodLine(words, title)).toContain('# 待定');
  });
});

describe('a day that something is due', () => {
  const rulesOf = async (sentence: string) =>
    clausesOf(treeOf(await draftOfSentences([sentence]))).map(({ rule }) => rule);

  it('makes one deadline of both halves of a sentence', async () => {
    const due = { field: '期限' };
    for (const act of ['未在3月20日前报送的', '党务公开不及时的', '逾期报送的']) {
      expect(await rulesOf(`${act}，扣0.5分，每迟一天再扣0.1分。`)).toEqual([
        { deadline: { due, late: '-0.5', perDay: '-0.1' } },
      ]);
    }
  });

  it.each([
    ['台账缺失的，扣0.5分，每迟一天再扣0.1分。', '每迟一天从哪天算起没有读懂，请写定期限'],
    ['逾期的扣0.5分，每迟一天再扣0.1分，最高扣5分。', '同一句里的上限或限定管哪几条，没有写明'],
    ['未在15个工作日内办结的，每件扣1分。', '几日内从哪一天算起没有写，请写定期限'],
  ])('leaves the whole sentence open where it is not sure: %s', async (sentence, why) => {
    expect(await rulesOf(sentence)).toEqual([{ pending: { why } }]);
  });
});

describe('phrases of the own examples', () => {
  it.each([
    [
      '工作经验获县、市、省级推广的，分别加1、2、3分，同一事项就高，不重复加分。',
      { sameMatter: 'highest' },
    ],
    [
      '急难险重任务表现突出，经镇党委会研究决定的，加0.5－2分。',
      { rule: { decision: { body: '镇党委会', from: '0.5', to: '2' } } },
    ],
    [
      '村集体收入按完成率乘以10分计分，最高10分。',
      { rule: { pending: { why: '是按率得分，指标先给不给满分，要由人定' } } },
    ],
    ['表现突出的加1分，不重复加分。', { rule: { pending: { why: '“不重复加分”没有读懂' } } }],
  ])('%s', async (sentence, expected) => {
    expect(clausesOf(treeOf(await draftOfSentences([sentence])))).toMatchObject([expected]);
  });
});
