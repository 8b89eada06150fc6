/** Edits as a form makes them, on the example schemes: what changes, line by line, and what is refused. */

import { describe, expect, it } from 'vitest';
import { EditRefusal, editScheme, type SchemeEdit } from '../../src/index.ts';
import { changedLines, exampleText } from './texts.ts';

const village = exampleText('village-daily');
const garbage = 'tree[0].clauses[0]';

const changes: readonly [string, SchemeEdit, string[], string[]][] = [
  [
    'a figure inside of brackets',
    { op: 'set', path: `${garbage}.rule.count.delta`, value: '-1' },
    ['        rule: { count: { of: 处数, delta: -0.5 } }'],
    ['        rule: { count: { of: 处数, delta: -1 } }'],
  ],
  [
    'a whole rule sent back with one figure changed',
    { op: 'set', path: `${garbage}.rule`, value: { count: { delta: '-1', of: '处数' } } },
    ['        rule: { count: { of: 处数, delta: -0.5 } }'],
    ['        rule: { count: { of: 处数, delta: -1 } }'],
  ],
  [
    'another kind of rule',
    {
      op: 'set',
      path: `${garbage}.rule`,
      value: { choice: { options: { 县: '2', 市: '4' }, by: '等级' } },
    },
    ['        rule: { count: { of: 处数, delta: -0.5 } }'],
    ['        rule: { choice: { by: 等级, options: { 县: 2, 市: 4 } } }'],
  ],
  [
    'a rule that is too long for a line',
    {
      op: 'set',
      path: `${garbage}.rule`,
      value: {
        table: {
          of: { measure: { kind: 'rental.informed', field: '告知率' } },
          rows: [
            { from: '95%', points: '0' },
            { points: '-1', below: '95%' },
          ],
        },
      },
    },
    ['        rule: { count: { of: 处数, delta: -0.5 } }'],
    [
      '        rule:',
      '          table:',
      '            of: { measure: { kind: rental.informed, field: 告知率 } }',
      '            rows:',
      '              - { from: 95%, points: 0 }',
      '              - { below: 95%, points: -1 }',
    ],
  ],
  [
    'a key that is not there yet comes to its place',
    { op: 'set', path: `${garbage}.note`, value: '以现场照片为准，[见附件]' },
    [],
    ['        note: 以现场照片为准，[见附件]'],
  ],
  [
    'a text with a colon and a hash is put in quotes',
    { op: 'set', path: `${garbage}.note`, value: '口径: 按处计 # 不按人' },
    [],
    ['        note: "口径: 按处计 # 不按人"'],
  ],
  [
    'a word that YAML would take for a yes is put in quotes',
    { op: 'set', path: `${garbage}.note`, value: 'true' },
    [],
    ['        note: "true"'],
  ],
  [
    'a yes',
    { op: 'set', path: `${garbage}.verifiedOnly`, value: true },
    [],
    ['        verifiedOnly: true'],
  ],
  [
    'a text over two lines',
    { op: 'set', path: `${garbage}.note`, value: '第一行\n第二行' },
    [],
    ['        note: |-', '          第一行', '          第二行'],
  ],
  [
    'a map that is begun',
    { op: 'set', path: `${garbage}.validity.for.years`, value: '1' },
    [],
    ['        validity: { for: { years: 1 } }'],
  ],
  [
    'a value with a remark behind it',
    { op: 'set', path: 'switches.stepping', value: 'ceil' },
    ['  stepping: floor # “每低 5 个百分点”按整档计，不足一档不计'],
    ['  stepping: ceil # “每低 5 个百分点”按整档计，不足一档不计'],
  ],
  [
    'brackets that grow too long are opened, in the order in which they stand',
    {
      op: 'set',
      path: `${garbage}.rule.count.weights`,
      value: { by: '垃圾积存的严重程度', factors: { 轻微的: '1', 一般的: '2', 严重的: '3' } },
    },
    ['        rule: { count: { of: 处数, delta: -0.5 } }'],
    [
      '        rule:',
      '          count:',
      '            of: 处数',
      '            delta: -0.5',
      '            weights: { by: 垃圾积存的严重程度, factors: { 轻微的: 1, 一般的: 2, 严重的: 3 } }',
    ],
  ],
  [
    'a clause after another, line under line like its siblings',
    {
      op: 'insert',
      path: 'tree[0].clauses',
      at: 1,
      value: {
        text: '新的一条。',
        code: '1.1a',
        rule: { pending: { why: '等会议定' } },
        proof: ['visit'],
      },
    },
    [],
    [
      '      - code: 1.1a',
      '        text: 新的一条。',
      '        proof: [visit]',
      '        rule: { pending: { why: 等会议定 } }',
    ],
  ],
  [
    'a member of a list in brackets',
    { op: 'insert', path: `${garbage}.proof`, at: 1, value: 'data' },
    ['        proof: [visit, photo]'],
    ['        proof: [visit, data, photo]'],
  ],
  [
    'a list begun',
    {
      op: 'insert',
      path: `${garbage}.waive`,
      at: 0,
      value: { when: { fact: { 已告示: '是' } }, reason: '已告示' },
    },
    [],
    ['        waive:', '          - { when: { fact: { 已告示: 是 } }, reason: 已告示 }'],
  ],
  [
    'the last member of a list goes with its key',
    { op: 'remove', path: 'tree[1].children[1].clauses[1].waive[0]' },
    [
      '            waive:',
      '              - { when: { fact: { 已告示: 是 } }, reason: 已张贴告示说明原因 }',
    ],
    [],
  ],
];

describe('an edit changes these lines and no other', () => {
  it.each(changes)('%s', (_, edit, old, now) => {
    expect(changedLines(village, editScheme(village, [edit]))).toEqual({ old, new: now });
  });

  it('a pending rule replaced by one', () => {
    const pending = editScheme(village, [
      { op: 'set', path: `${garbage}.rule`, value: { pending: { why: '标准未定' } } },
    ]);
    const decided = editScheme(pending, [
      { op: 'set', path: `${garbage}.rule`, value: { count: { delta: '-0.5' } } },
    ]);
    expect(changedLines(pending, decided)).toEqual({
      old: ['        rule: { pending: { why: 标准未定 } }'],
      new: ['        rule: { count: { delta: -0.5 } }'],
    });
  });

  it('leaves remarks inside of brackets over several lines', () => {
    const lines = ['        visit, # 现场', '        data, # 数据', '        photo # 照片'];
    const text = (rows: string[]) =>
      `tree:\n  - code: 1\n    clauses:\n    - proof: [\n${rows.join('\n')}\n        ]\n`;
    const path = 'tree[0].clauses[0].proof';
    for (const at of [0, 1, 2]) {
      const after = editScheme(text(lines), [{ op: 'remove', path: `${path}[${at}]` }]);
      expect(after).toBe(text(lines.toSpliced(at, 1)));
    }
    const more = editScheme(text(lines), [{ op: 'insert', path, at: 1, value: 'result' }]);
    expect(more).toBe(text(lines.with(0, '        visit, result, # 现场')));
  });

  it('leaves the mark that some editors put before a text', () => {
    const marked = `\ufeff${village}`;
    const edit = { op: 'set', path: `${garbage}.rule.count.delta`, value: '-1' } as const;
    expect(editScheme(marked, [edit])).toBe(`\ufeff${editScheme(village, [edit])}`);
  });

  it('keeps the quotes that a person chose', () => {
    const staff = exampleText('town-staff');
    const path = 'tree[5].clauses[2].rule.table.rows[0].is';
    expect(changedLines(staff, editScheme(staff, [{ op: 'set', path, value: '4' }])).new).toEqual([
      '              - { is: "4", points: 15 }',
    ]);
  });

  it('drops the quotes that only an empty field had', () => {
    const path = `${garbage}.note`;
    const list = `${garbage}.owner`;
    const begun = editScheme(village, [
      { op: 'set', path, value: '' },
      { op: 'set', path: list, value: '' },
    ]);
    expect(begun).toContain('note: ""');
    const after = editScheme(begun, [
      { op: 'set', path, value: '甲' },
      { op: 'set', path: list, value: '乙办' },
    ]);
    expect(after).toBe(
      editScheme(village, [
        { op: 'set', path, value: '甲' },
        { op: 'set', path: list, value: '乙办' },
      ]),
    );
    expect(after).toContain('note: 甲');
  });

  it('keeps line ends of Windows', () => {
    const windows = village.replaceAll('\n', '\r\n');
    const edits: SchemeEdit[] = [
      { op: 'set', path: `${garbage}.note`, value: '甲' },
      { op: 'insert', path: 'tree', at: 1, value: { code: '1b', name: '新' } },
      { op: 'move', path: 'tree[0].clauses[3]', to: 'tree[0].clauses[0]' },
    ];
    const after = editScheme(windows, edits);
    expect(after.replaceAll('\r\n', '\n')).toBe(editScheme(village, edits));
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('members with what a person wrote around them', () => {
  const text = `tree:
  - code: a
    name: 甲
    clauses:
      # 关于第一条
      - code: a.1 # 尾注
        text: 一
        rule: { pending: { why: 未定 } }
      # 关于第二条
      # 还有一行
      - code: a.2
        text: 二
        rule: # 为什么
          pending: { why: 未定 }

  # ── 乙 ──
  - code: b
    name: 乙
`;

  it('a clause is removed with the comment lines right above it', () => {
    const after = editScheme(text, [{ op: 'remove', path: 'tree[0].clauses[1]' }]);
    expect(changedLines(text, after)).toEqual({
      old: [
        '      # 关于第二条',
        '      # 还有一行',
        '      - code: a.2',
        '        text: 二',
        '        rule: # 为什么',
        '          pending: { why: 未定 }',
      ],
      new: [],
    });
  });

  it('a clause moves with them, as far in as its new place', () => {
    const after = editScheme(text, [
      { op: 'move', path: 'tree[0].clauses[1]', to: 'tree[1].clauses[0]' },
    ]);
    expect(after.slice(after.indexOf('  # ── 乙'))).toBe(`  # ── 乙 ──
  - code: b
    name: 乙
    clauses:
      # 关于第二条
      # 还有一行
      - code: a.2
        text: 二
        rule: # 为什么
          pending: { why: 未定 }
`);
    const deeper = `${text}    children:\n        - code: b.1\n          clauses:\n            - code: x\n`;
    const moved = editScheme(deeper, [
      { op: 'move', path: 'tree[0].clauses[0]', to: 'tree[1].children[0].clauses[1]' },
    ]);
    expect(moved).toContain(
      '            - code: x\n            # 关于第一条\n            - code: a.1 # 尾注\n              text: 一\n',
    );
  });

  it('a remark behind a key survives another rule', () => {
    const after = editScheme(text, [
      { op: 'set', path: 'tree[0].clauses[1].rule', value: { count: { delta: '-1' } } },
    ]);
    expect(after).toContain('        rule: { count: { delta: -1 } } # 为什么\n');
  });

  it('a key comes where it is against the fewest keys of a person with an order of their own', () => {
    const own =
      'tree:\n  - code: a\n    notApplicable: full\n    applies: { tags: [x] }\n    owner: 甲\n';
    const begun = editScheme(own, [
      { op: 'insert', path: 'tree[0].children', at: 0, value: { code: 'a.1', name: '乙' } },
    ]);
    expect(begun).toBe(`${own}    children:\n      - code: a.1\n        name: 乙\n`);
  });

  it('a clause that is moved to where it is stays there', () => {
    const edit = { op: 'move', path: 'tree[0].clauses[1]', to: 'tree[0].clauses[1]' } as const;
    expect(editScheme(text, [edit])).toBe(text);
  });

  it('the first lines of an empty text', () => {
    const edits: SchemeEdit[] = [
      { op: 'set', path: 'line', value: 'a' },
      { op: 'set', path: 'name', value: '办法' },
      { op: 'insert', path: 'tree', at: 0, value: { code: '1', name: '甲' } },
    ];
    expect(editScheme('# 新办法\n', edits)).toBe(
      '# 新办法\nline: a\nname: 办法\ntree:\n  - code: 1\n    name: 甲\n',
    );
  });
});

describe('what is refused changes nothing and says why', () => {
  const refused: readonly [string, string, SchemeEdit, RegExp][] = [
    [
      'a path to nowhere',
      village,
      { op: 'set', path: 'tree[0].clauses[0].foo', value: 'x' },
      /没有“foo”这一处/,
    ],
    ['a member that is not there', village, { op: 'remove', path: 'tree[99]' }, /已经不在这里/],
    [
      'a place behind the end',
      village,
      { op: 'insert', path: 'tree', at: 99, value: { code: 'x' } },
      /没有第 100 项的位置/,
    ],
    [
      'a control character',
      village,
      { op: 'set', path: 'name', value: '甲\u0000乙' },
      /看不见的控制字符/,
    ],
    ['half a character', village, { op: 'set', path: 'name', value: '\ud800' }, /看不见的控制字符/],
    [
      'a key that no map may have',
      village,
      { op: 'set', path: 'byGroup', value: '' },
      /没有“byGroup”/,
    ],
    [
      'a text that cannot be read',
      'tree: [',
      { op: 'set', path: 'name', value: '甲' },
      /现在的文本还读不出来/,
    ],
    ['anchors', 'a: &x 1\nb: *x\n', { op: 'set', path: 'name', value: '甲' }, /锚点和引用/],
    ['a list as the whole', '- a\n', { op: 'set', path: 'name', value: '甲' }, /不是一份考核办法/],
    [
      'a list that begins inside of a line',
      'tree:\n  - - a\n',
      { op: 'insert', path: 'tree[0]', at: 0, value: 'b' },
      /套着另一个列表/,
    ],
    ['to move a key', village, { op: 'move', path: 'name', to: 'version' }, /才能移动/],
  ];

  it.each(refused)('%s', (_, text, edit, sentence) => {
    expect(() => editScheme(text, [edit])).toThrow(EditRefusal);
    expect(() => editScheme(text, [edit])).toThrow(sentence);
  });

  it('names the edit, and makes none of them', () => {
    const edits: SchemeEdit[] = [
      { op: 'set', path: 'name', value: '甲' },
      { op: 'remove', path: 'tree[99]' },
    ];
    expect(() => editScheme(village, edits)).toThrow(expect.objectContaining({ edit: 1 }));
  });

  it('a value deeper than any scheme', () => {
    let value: unknown = 'x';
    for (let depth = 0; depth < 120; depth += 1) value = { not: value };
    const edit = { op: 'set', path: `${garbage}.notApplicableWhen`, value } as SchemeEdit;
    expect(() => editScheme(village, [edit])).toThrow(/套得太深/);
  });
});
