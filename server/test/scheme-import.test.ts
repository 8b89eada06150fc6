/**
 * A township's rules in Word and Excel become a draft: levels, points and texts where they belong,
 * what nobody understood pending, what was left out said. The documents are made here.
 */

import { check, factKind, type Node, readScheme, readShape, type Scheme } from '@oneneedle/kernel';
import { Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importScheme, type SchemeDraft } from '../src/scheme/index.ts';
import {
  bonusLines,
  excelSample,
  firstPage,
  sampleFile,
  secondPage,
  vetoLines,
  wordOf,
  wordSample,
} from './import-samples.ts';

const draftOfWord = async (children: readonly (Paragraph | Table)[]) =>
  importScheme(sampleFile('细则.docx', await wordOf(children)));

const line = (text: string, list?: string) =>
  new Paragraph(list ? { text, numbering: { reference: list, level: 0 } } : text);

const table = (rows: readonly string[][]) =>
  new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cellOf) })) });

const cellOf = (text: string) =>
  new TableCell({ children: text.split('\n').map((one) => line(one)) });

function schemeOf(draft: SchemeDraft): Scheme {
  const { value, findings } = readScheme(draft.scheme);
  expect(findings).toEqual([]);
  return value as Scheme;
}

const kindsOf = (draft: SchemeDraft) => readShape(draft.kinds, factKind.array()).value ?? [];

/** The tree as a person would copy it down: code, name, points, owner; clauses by code and rule. */
function outline(nodes: readonly Node[], indent = ''): string[] {
  return nodes.flatMap(({ code, name, full, cap, floor, owner, children = [], clauses = [] }) => [
    [
      `${indent}${code} ${name}`,
      full && `${full}分`,
      cap && `最高${cap}`,
      floor && `最低${floor}`,
      owner,
    ]
      .filter(Boolean)
      .join(' '),
    ...clauses.map((clause) => `${indent}  ${clause.code} ${Object.keys(clause.rule)[0]}`),
    ...outline(children, `${indent}  `),
  ]);
}

const clausesOf = (nodes: readonly Node[]): NonNullable<Node['clauses']> =>
  nodes.flatMap((node) => [...(node.clauses ?? []), ...clausesOf(node.children ?? [])]);

const sentences = (draft: SchemeDraft) =>
  draft.remarks.map(({ place, sentence }) => `${place}|${sentence}`);

const rowsOfTables = [
  '第1部分 人居环境 30分',
  '  1 垃圾清运 15分 村镇建设办',
  '    1-1 count',
  '    1-2 count',
  '  2 污水治理 10分 村镇建设办',
  '    2-1 count',
  '  3 庭院美化 5分 妇联',
  '    3-1 range',
  '第2部分 民生服务 20分',
  '  4 医保参保 10分 便民服务中心',
  '    4-1 linear',
  '  5 为老服务 10分 便民服务中心',
  '    5-1 shortfall',
];

describe('a Word table with merged cells over two pages, and lines below it', () => {
  const drafted = wordSample().then((bytes) => importScheme(sampleFile('细则.docx', bytes)));

  it('becomes levels, points, owners and clauses in the order of the document', async () => {
    expect(outline(schemeOf(await drafted).tree)).toEqual([
      ...rowsOfTables,
      '二 加分项 最高10',
      '  二.1 choice',
      '  二.2 count',
      '  二.3 pending',
      '三 否决项',
      '  三.1 pending',
    ]);
  });

  it('takes title and period from the document and marks what it does not say', async () => {
    const draft = await drafted;
    const scheme = schemeOf(draft);
    expect([scheme.name, scheme.period, scheme.line, scheme.version]).toEqual([
      '青禾镇村级季度考核评分细则',
      'quarter',
      '待定',
      '待定',
    ]);
    expect(draft.open).toContain('办法代号：年年不变的代号，现在写的是“待定”。');
    expect(draft.open).toContain('待定的条款 2 条：请逐条写定怎样计分。');
    expect(draft.counts).toEqual({ clauses: 10, recognised: 8, pending: 2 });
  });

  it('has one kind of fact for each clause that was understood, and those of urging', async () => {
    const draft = await drafted;
    const kinds = kindsOf(draft);
    expect(kinds.map(({ kind, name, form }) => `${kind} ${name} ${form}`)).toEqual([
      'c1-1 路边沟渠有垃圾积存 event',
      'c1-2 清运桶破损未更换 event',
      'c2-1 污水管网堵塞未及时报修 event',
      'urged 催办 event',
      'settled 已办结 event',
      'c3-1 庭院评比流于形式 judgement',
      'c4-1 医保参保：参保率 measure',
      'c5-1 开展敬老活动 event',
      'c二.1 经验做法获推广 event',
      'c二.2 举办村级文体活动 event',
    ]);
  });

  it('loses no word of the rows and lines', async () => {
    const draft = await drafted;
    const scheme = schemeOf(draft);
    const texts = clausesOf(scheme.tree)
      .map(({ text }) => text)
      .join('');
    const names = outline(scheme.tree).join('\n');
    const remarked = draft.remarks.map(({ words }) => words ?? '').join('\n');
    for (const row of [...firstPage, ...secondPage]) {
      const [, ...cells] = row.map(({ text }) => text);
      for (const cell of cells) {
        const words = cell.replace(/（\d+分）/, '');
        expect(`${texts}\n${names}\n${remarked}`).toContain(words);
      }
    }
    for (const text of [...bonusLines, ...vetoLines]) expect(texts).toContain(text);
  });

  it('says what it did not read', async () => {
    const said = sentences(await drafted).filter((one) => !one.includes('待定'));
    expect(said).toEqual([
      '|文件里有 2 处修订，按全部接受以后的文字读；要按别的读，请先在 Word 里接受或拒绝修订，再导入。',
      '|有 1 处脚注或尾注没有读；里面有计分的话的，请手工补进办法。',
      '|有 1 处隐藏文字没有读。',
      '第 3 段旁的文本框|文本框里的字接在这一段之后读，请核对先后。',
      '第 1 个表第 5 行|备注栏里的话没有写进办法；影响计分的，请手工写进那一条。',
      '|原文写总分 100 分，各项满分加起来是 50 分，请核对。',
    ]);
  });

  it('can be checked: only the pending clauses are errors', async () => {
    const draft = await drafted;
    const errors = check(schemeOf(draft), { kinds: kindsOf(draft) }).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'rule-pending tree[2].clauses[2].rule',
      'rule-pending tree[3].clauses[0].rule',
    ]);
  });

  it('gives the same bytes each time', async () => {
    const path = sampleFile('细则.docx', await wordSample());
    expect(await importScheme(path)).toEqual(await importScheme(path));
  });
});

describe('an Excel sheet', () => {
  it('of the same table becomes the same levels and clauses', async () => {
    const draft = await importScheme(sampleFile('细则.xlsx', await excelSample()));
    const word = await importScheme(sampleFile('细则.docx', await wordSample()));
    expect(outline(schemeOf(draft).tree)).toEqual(rowsOfTables);
    const texts = clausesOf(schemeOf(word).tree).map(({ text, rule }) => ({ text, rule }));
    expect(clausesOf(schemeOf(draft).tree).map(({ text, rule }) => ({ text, rule }))).toEqual(
      texts.slice(0, 6),
    );
  });

  it('goes on with the level above where a cell is blank, and says so', async () => {
    const draft = await sheets({
      细则: [
        ['项目', '评分标准', '分值'],
        ['安全生产', '未开展演练的，扣2分。', '5'],
        ['', '消防器材过期的，每处扣0.5分。', '5'],
      ],
    });
    expect(outline(schemeOf(draft).tree)).toEqual([
      '1 安全生产',
      '  1.1 未开展演练 5分',
      '    1.1-1 count',
      '  1.2 消防器材过期 5分',
      '    1.2-1 count',
    ]);
    expect(sentences(draft)).toContain(
      '工作表“细则”第 3 行|指标一栏是空的，当作与上一行同一个指标（以下同）；不是的，请在表里补上指标名称，再导入。',
    );
  });

  it('with several sheets has a level for each', async () => {
    const rows = [
      ['项目', '评分标准', '分值'],
      ['会议', '缺席的，每次扣1分。', '10'],
    ];
    const draft = await sheets({ 党建: rows, 综治: rows });
    expect(outline(schemeOf(draft).tree)).toEqual([
      '1 党建',
      '  1.1 会议 10分',
      '    1.1-1 count',
      '2 综治',
      '  2.1 会议 10分',
      '    2.1-1 count',
    ]);
  });
});

async function sheets(content: Record<string, string[][]>): Promise<SchemeDraft> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(content)) workbook.addWorksheet(name).addRows(rows);
  return importScheme(sampleFile('细则.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer())));
}

describe('lines of a Word document', () => {
  it('have the numbers that Word counts by itself', async () => {
    const draft = await draftOfWord([
      line('青禾镇村干部月度考核办法'),
      line('党建工作（10分）', 'chapters'),
      line('党费未按月收缴的，每次扣0.5分。', 'list'),
      line('党员活动室未开放的，每次扣0.2分。', 'list'),
      line('平安建设（20分）', 'chapters'),
      line('发生火情的，每起扣2分。', 'list'),
    ]);
    // One list of Word counts on under the next heading, and so does its text.
    expect(outline(schemeOf(draft).tree)).toEqual([
      '1 党建工作 10分',
      '  1.1 count',
      '  1.2 count',
      '2 平安建设 20分',
      '  2.3 count',
    ]);
    expect(schemeOf(draft).period).toBe('month');
  });

  it('are levels by 一、 and （一）, and a section without points is named and left out', async () => {
    const draft = await draftOfWord([
      line('青禾镇年度考核办法'),
      line('一、考核对象'),
      line('全镇各村。'),
      line('二、考核内容'),
      line('（一）产业发展（15分）'),
      line('1.完成土地流转的，每亩加0.01分，最高加3分。'),
      line('2.闲置农房未盘活的，扣1分；'),
      line('（二）生态环境'),
      line('秸秆露天焚烧的，每起扣2分。'),
    ]);
    expect(outline(schemeOf(draft).tree)).toEqual([
      '2 考核内容',
      '  2.1 产业发展 15分',
      '    2.1.1 count',
      '    2.1.2 count',
      '  2.2 生态环境',
      '    2.2-1 count',
    ]);
    expect(sentences(draft)).toContain(
      '第 2 段|“考核对象”这一节没有写扣几分、加几分，没有写进办法。',
    );
  });

  it('under a heading with a table are its level', async () => {
    const draft = await draftOfWord([
      line('一、森林防火（20分）'),
      table([
        ['考核内容', '扣分标准', '分值'],
        ['值守', '值守脱岗的，每人次扣1分。', '12'],
        ['宣传', '宣传未到户的，每户扣0.1分。', '7'],
      ]),
    ]);
    expect(outline(schemeOf(draft).tree)).toEqual([
      '1 森林防火 20分',
      '  1.1 值守 12分',
      '    1.1-1 count',
      '  1.2 宣传 7分',
      '    1.2-1 count',
    ]);
    expect(sentences(draft)).toContain(
      '第 1 段|“森林防火”写 20 分，下面各项加起来是 19 分，请核对。',
    );
  });
});

describe('tables as towns make them', () => {
  it('may hold several numbered texts in one cell', async () => {
    const draft = await draftOfWord([
      table([
        ['考核项目', '考核标准', '标准分'],
        [
          '便民服务',
          '1.窗口无人值守的，每次扣0.5分。2.代办事项超期的，每件扣1分。\n3.被投诉查实的，扣2分。',
          '10',
        ],
      ]),
    ]);
    expect(clausesOf(schemeOf(draft).tree).map(({ code, text }) => `${code} ${text}`)).toEqual([
      '1.1 窗口无人值守的，每次扣0.5分。',
      '1.2 代办事项超期的，每件扣1分。',
      '1.3 被投诉查实的，扣2分。',
    ]);
  });

  it('leave what stands in a table inside a table pending', async () => {
    const inner = table([['每处', '扣1分']]);
    const draft = await draftOfWord([
      new Table({
        rows: [
          new TableRow({ children: ['项目', '评分标准', '分值'].map(cellOf) }),
          new TableRow({
            children: [
              cellOf('河道管护'),
              new TableCell({ children: [inner, line('')] }),
              cellOf('5'),
            ],
          }),
        ],
      }),
    ]);
    expect(outline(schemeOf(draft).tree)).toEqual(['1 河道管护 5分', '  1-1 pending']);
    expect(sentences(draft)).toContain(
      '第 1 个表第 2 行|格里还有一个表，按文字读；格里的计分都留作待定，请手工写定。',
    );
  });

  it('go on without a head, and are refused one by one where no column is known', async () => {
    const draft = await draftOfWord([
      table([
        ['项目', '评分标准', '分值'],
        ['路灯', '路灯不亮的，每盏扣0.1分。', '3'],
      ]),
      line('续表'),
      table([['水渠', '水渠淤塞的，每处扣0.5分。', '4']]),
      table([
        ['甲', '乙'],
        ['丙', '丁'],
      ]),
    ]);
    expect(outline(schemeOf(draft).tree)).toEqual([
      '1 路灯 3分',
      '  1-1 count',
      '2 水渠 4分',
      '  2-1 count',
    ]);
    expect(sentences(draft)).toContain(
      '第 2 个表|这个表没有表头，当作前一个表的下半截来读，请核对。',
    );
    expect(sentences(draft).some((one) => one.startsWith('第 3 个表|没有看出哪一列是指标'))).toBe(
      true,
    );
  });

  it('keep a duty without a standard as a clause to be decided', async () => {
    const draft = await draftOfWord([
      table([
        ['序号', '考核内容', '计分办法', '分值'],
        ['1', '村道整洁，无占道堆物。', '每处占道扣0.5分', '6'],
        ['2', '公厕有人保洁。', '', '4'],
        ['', '合计', '', '12'],
      ]),
    ]);
    expect(outline(schemeOf(draft).tree)).toEqual([
      '1 村道整洁，无占道堆物 6分',
      '  1-1 pending',
      '2 公厕有人保洁 4分',
      '  2-1 pending',
    ]);
    expect(sentences(draft)).toContain('|原文写总分 12 分，各项满分加起来是 10 分，请核对。');
  });
});

describe('any document', () => {
  const words = fc.constantFrom(
    '一、党建工作（10分）',
    '（一）阵地建设',
    '1.缺席的，每次扣1分。',
    '1.1 台账不全',
    '（2）迟到的扣0.5分；',
    '①未落实',
    '加分项',
    '总分100分',
    '最高加3分。',
    '“',
    '（',
    '每次扣1分',
    '（以通报为准），扣2分',
    '二、',
    '附件1 评分表',
    '项目',
    '评分标准',
    '分值',
    '序号',
    '10',
    '合计',
    '同上',
    '',
    '一票否决',
    '第三章 奖惩',
  );
  const block = fc.oneof(
    words,
    fc.array(fc.array(words, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  );

  it('becomes a draft that can be read, with every code once', async () => {
    const documents = fc.sample(fc.array(block, { maxLength: 12 }), {
      numRuns: 120,
      seed: 20260310,
    });
    for (const blocks of documents) {
      const draft = await draftOfWord(
        blocks.map((one) => (typeof one === 'string' ? line(one) : table(one))),
      );
      const scheme = schemeOf(draft);
      const twice = check(scheme, { kinds: kindsOf(draft) }).filter(
        ({ code }) => code === 'duplicate-code',
      );
      expect([JSON.stringify(blocks), twice]).toEqual([JSON.stringify(blocks), []]);
      expect(clausesOf(scheme.tree)).toHaveLength(draft.counts.clauses);
    }
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['细则.doc', '老式的 Word 文件（.doc），导入不了。请用 Word 或 WPS 打开，“另存为”.docx'],
    ['细则.xls', '老式的 Excel 文件（.xls），导入不了。请用 Word 或 WPS 打开，“另存为”.xlsx'],
    ['细则.pdf', '另存为”.docx'],
    ['细则.txt', '不是 .docx 或 .xlsx 文件，导入不了'],
  ])('%s is refused with what to do', async (name, words) => {
    await expect(importScheme(sampleFile(name, new Uint8Array([1, 2])))).rejects.toThrow(words);
  });

  it('is refused where it is no Word document inside', async () => {
    await expect(importScheme(sampleFile('细则.docx', await excelSample()))).rejects.toThrow(
      '细则.docx',
    );
  });

  it('is an empty draft where nothing scores', async () => {
    const draft = await draftOfWord([line('关于召开会议的通知'), line('请准时参加。')]);
    expect(draft.counts).toEqual({ clauses: 0, recognised: 0, pending: 0 });
    expect(draft.open).toContain('没有认出一个条款，请核对文件是不是考核细则。');
    expect(schemeOf(draft).tree).toHaveLength(1);
  });
});
