/** Sheets that clerks fill in: titles, merged cells, totals, numbers of rows, several kinds in one. */

import { describe, expect, it } from 'vitest';
import { factsFrom } from '../src/ledger/index.ts';
import type { Cell } from '../src/platform/index.ts';
import { garbage, head, only, refused, town, withCell } from './garbage-sheet.ts';
import { cell, file, merged, sheet, type Typed } from './tables.ts';

describe('the shape of a sheet', () => {
  const row = ['D-1', '东溪村', '2026-03-06', 5];

  it('may have lines above its titles, blank rows, and who signed below', () => {
    const read = factsFrom(
      file(
        sheet('垃圾积存', [
          ['青禾镇垃圾积存登记表'],
          ['填报单位：城建办', '', '2026年3月'],
          ['编号', '对象', '日期', '处数\n（处）'],
          row,
          ['', '', '', ''],
          ['D-2', '西岗村', '2026-03-07', 2],
          ['填表人：周', '审核人：吴'],
        ]),
      ),
      town,
    );
    expect(read.remarks).toEqual([]);
    expect(read.facts.map(({ id }) => id)).toEqual(['D-1', 'D-2']);
    expect(read.places.get('D-2')).toEqual({ sheet: '垃圾积存', row: 6, id: 'D-2' });
  });

  it('carries merged words down to each row, and refuses merged numbers', () => {
    const [day, next] = merged({ date: '2026-03-06' }, 2);
    const [who, same] = merged('东溪村', 2);
    const read = garbage(
      head,
      ['D-1', who as Cell, day as Cell, 5],
      ['D-2', same as Cell, next as Cell, 2],
    );
    expect(read.remarks).toEqual([]);
    expect(read.facts.map(({ on, about }) => [on, about[0]?.subject])).toEqual([
      ['2026-03-06', 'V1'],
      ['2026-03-06', 'V1'],
    ]);
    const [five, below] = merged(5, 2);
    const wrong = garbage(
      head,
      ['D-1', '东溪村', '2026-03-06', five as Cell],
      ['D-2', '西岗村', '2026-03-06', below as Cell],
    );
    refused(wrong, [2, 4], '第 2 至 3 行合并成一格', '逐行填写');
    expect([wrong.goodRows, wrong.badRows]).toEqual([0, 2]);
  });

  it('a row that only a merged cell reaches is no row', () => {
    const [who, same] = merged('东溪村', 2);
    const read = garbage(head, ['D-1', who as Cell, '2026-03-06', 5], ['', same as Cell, '', '']);
    expect([read.goodRows, read.badRows]).toEqual([1, 0]);
  });

  it('a row that is only numbered in advance is no row', () => {
    const read = garbage(
      [...head, '序号'],
      [...row, 1],
      ['D-2', '', '', '', 2],
      ['', '', '', '', 3],
    );
    expect([read.remarks, read.goodRows, read.badRows]).toEqual([[], 1, 0]);
  });

  it('cells merged across are refused', () => {
    const across = (isFirst: boolean): Cell => ({
      ...cell('东溪村'),
      merged: { rows: 1, columns: 2, isFirst },
    });
    refused(garbage(head, ['D-1', across(true), across(false), 5]), [2, 2], '和旁边的格合并');
  });

  it.each(['合计', '合 计', '总计：', '小计'])('%s is no fact', (word) => {
    const read = garbage(head, row, [word, '', '', 5]);
    refused(read, [3, undefined], '第 3 行是合计，不是一条事实');
    expect([read.goodRows, read.badRows]).toEqual([1, 1]);
  });

  it.each<[readonly string[], readonly [number, number], string]>([
    [['处教'], [1, 5], '没有“处教”这一栏，整列没有读；是不是'],
    [['检查组长'], [1, 5], '“垃圾积存”自己的栏目有 处数（处）、程度、完成率、名次、期限'],
  ])('an unknown title %j is said with what it might be', (titles, at, part) => {
    refused(garbage([...head, ...titles], [...row, '']), at, part);
  });

  it('rows with something under an unknown title are not taken', () => {
    const read = garbage(
      [...head, '检查组长'],
      [...row, '王'],
      ['D-2', '西岗村', '2026-03-06', 1, ''],
    );
    expect([read.goodRows, read.badRows]).toEqual([1, 1]);
  });

  it.each([
    [[...head, '处数'], '“处数（处）”和“处数”是同一栏，D 列和 E 列重复了'],
    [[...head, '说明', '备注'], '“说明”和“备注”是同一栏'],
    [[...head, '日期'], '“日期”是同一栏，C 列和 E 列重复了'],
  ])('%j: one column twice', (titles, part) => {
    const read = garbage(titles, row);
    expect(read.remarks.map(({ sentence }) => sentence).join()).toContain(part);
  });

  it('leaves our own remarks aside, and takes 备注 for 说明', () => {
    const fact = only(garbage([...head, '备注', '问题'], [...row, '三月暗访', '这里错了']));
    expect(fact.note).toBe('三月暗访');
  });

  it('says what stands below no title', () => {
    refused(
      garbage(head, [...row, '', '王组长']),
      [2, 6],
      'F 列没有标题，这里的“王组长”不知道是什么',
    );
  });

  it('leaves explanations aside and refuses sheets of which nobody knows what they are', () => {
    const table = sheet('垃圾积存', [head, row]);
    const aside = sheet('说明', [['怎样填']]);
    const empty = sheet('Sheet3', []);
    expect(factsFrom(file(aside, table, empty), town).remarks).toEqual([]);
    const strange = factsFrom(
      file(table, sheet('垃圾积寸', [head, ['D-2', '西岗村', '2026-03-06', 2]])),
      town,
    );
    refused(strange, [1, undefined], '表《垃圾积寸》不是目录里的事实种类', '是不是《垃圾积存》？');
    const headless = factsFrom(file(sheet('垃圾积存', [['东溪村', 5]])), town);
    refused(headless, [1, undefined], '没有找到标题行');
  });
});

describe('what must be there', () => {
  it.each<[readonly Typed[], readonly [number, number], string]>([
    [['D-1', '', '2026-03-06', 5], [2, 2], '没有写“对象”，记不到任何人名下'],
    [['D-1', '东溪村', '', 5], [2, 3], '没有写“日期”，不知道计入哪一期'],
    [['D-1', '东溪村', '2026-03-06', ''], [2, 4], '必须填“处数（处）”，这里没有'],
  ])('%j', (row, at, part) => {
    refused(garbage(head, row), at, part);
  });

  it('a column that is not there at all is told once', () => {
    const rows = [1, 2, 3].map((at) => [`D-${at}`, '东溪村', '2026-03-06']);
    const read = garbage(['编号', '对象', '日期'], ...rows);
    refused(read, [1, undefined], '必须填“处数（处）”');
    expect(read.badRows).toBe(3);
  });

  it('nothing where another fact is taken back', () => {
    const read = factsFrom(
      file(
        sheet('垃圾积存', [head, ['D-1', '东溪村', '2026-03-06', 5]]),
        sheet('更正', [
          ['编号', '更正', '说明'],
          ['D-2', 'D-1', '记错了村'],
        ]),
      ),
      town,
    );
    expect(read.remarks).toEqual([]);
    expect(read.facts[1]).toMatchObject({ id: 'D-2', kind: 'reversal', reverses: 'D-1' });
  });

  it('a wrong row that is taken back need not be right', () => {
    const read = factsFrom(
      file(
        sheet('垃圾积存', [head, ['D-1', '东溪村', '2026-03-06', '']]),
        sheet('更正', [
          ['编号', '更正'],
          ['D-2', 'D-1'],
        ]),
      ),
      town,
    );
    expect(read.remarks).toEqual([]);
    expect(read.goodRows).toBe(2);
  });
});

describe('numbers of facts', () => {
  const row = (id: Typed, day = '2026-03-06') => [id, '东溪村', day, 1];

  it('a blank one is made of sheet and row, and nothing may refer to it', () => {
    const read = garbage([...head, '更正'], row(''), [...row('D-2'), '垃圾积存-2']);
    expect(read.facts.map(({ id }) => id)).toEqual(['垃圾积存-2']);
    refused(read, [3, 5], '表《垃圾积存》第 2 行', '请先给那一行写上编号');
  });

  it('one that is used twice is refused in both rows', () => {
    const read = garbage(head, row('D-1'), row('D-1', '2026-03-07'), row('D-2'));
    expect(read.facts.map(({ id }) => id)).toEqual(['D-2']);
    expect(read.remarks.map(({ row: at, column }) => [at, column])).toEqual([
      [2, 1],
      [3, 1],
    ]);
    expect(read.remarks[0]?.sentence).toBe(
      '编号“D-1”用了 2 次：表《垃圾积存》第 2 行、表《垃圾积存》第 3 行；一个编号只能是一条事实，请给后登记的一行改一个没有用过的编号（已经封存的一行不要动）；是同一件事登记了两次的，改了编号以后，再在《更正》里写明更正后登记的那一条。',
    );
  });

  it('one that is used very often is counted, with the first rows', () => {
    const read = garbage(head, ...Array.from({ length: 9 }, () => row('D-1')));
    expect(read.remarks[8]?.sentence).toContain('用了 9 次：表《垃圾积存》第 2 行、');
    expect(read.remarks[8]?.sentence).toContain('第 5 行、等；');
  });

  it('a blank one gives way to one that is written, in whatever sheet', () => {
    const absent = sheet('缺席', [
      ['编号', '对象', '日期'],
      ['垃圾积存-3', 'P3', '2026-03-06'],
      ['垃圾积存-3-2', 'P3', '2026-03-07'],
    ]);
    const read = factsFrom(file(sheet('垃圾积存', [head, row('D-1'), row('')]), absent), town);
    expect(read.remarks).toEqual([]);
    expect(read.facts.map(({ id }) => id)).toEqual([
      'D-1',
      '垃圾积存-3-3',
      '垃圾积存-3',
      '垃圾积存-3-2',
    ]);
    expect(read.places.get('垃圾积存-3-3')).toEqual({ sheet: '垃圾积存', row: 3 });
  });

  it('a correction means the row that writes the number, not one named after its place', () => {
    const read = garbage([...head, '更正'], row('垃圾积存-3'), row(''), [
      ...row('D-2'),
      '垃圾积存-3',
    ]);
    expect(read.remarks).toEqual([]);
    expect(read.facts.map(({ id }) => id)).toEqual(['垃圾积存-3', '垃圾积存-3-2', 'D-2']);
  });

  it('one that became a date is refused', () => {
    refused(garbage(head, row({ date: '2026-03-04' })), [2, 1], 'Excel 把这里存成了日期');
  });

  it('the order of posting is one for all sheets; rows without it come last', () => {
    const read = factsFrom(
      file(
        sheet('垃圾积存', [
          [...head, '序号'],
          [...row('D-1'), ''],
          [...row('D-2'), 7],
        ]),
        sheet('缺席', [
          ['编号', '对象', '日期', '序号'],
          ['D-3', 'P3', '2026-03-06', 3],
          ['D-4', 'P3', '2026-03-06', ''],
        ]),
      ),
      town,
    );
    expect(read.facts.map(({ id, seq }) => [id, seq])).toEqual([
      ['D-3', 3],
      ['D-2', 7],
      ['D-1', 8],
      ['D-4', 9],
    ]);
    expect(read.unnumbered).toBe(2);
  });

  it('the lines of each sheet are not the order of posting', () => {
    const read = factsFrom(
      file(
        sheet('垃圾积存', [
          ['序号', ...head],
          [1, ...row('D-1')],
        ]),
        sheet('缺席', [
          ['序号', '编号', '对象', '日期'],
          [1, 'D-3', 'P3', '2026-03-06'],
        ]),
      ),
      town,
    );
    expect(read.badRows).toBe(2);
    expect(read.remarks[0]?.sentence).toContain(
      '序号 1 用了 2 次：表《垃圾积存》第 2 行、表《缺席》第 2 行',
    );
  });
});

describe('one table of several kinds', () => {
  const titles = ['事实种类', '编号', '对象', '日期', '处数（处）', '收入（万元）'];

  it('reads each row by its kind', () => {
    const read = factsFrom(
      file(
        sheet('', [
          titles,
          ['垃圾积存', 'D-1', '东溪村', '2026-03-06', '5', ''],
          ['income', 'D-2', '东溪村', '2026-03-31', '', '12.5'],
        ]),
      ),
      town,
    );
    expect(read.remarks).toEqual([]);
    expect(read.facts.map(({ kind, form, values }) => [kind, form, values])).toEqual([
      ['garbage', 'event', { 处数: '5' }],
      ['income', 'measure', { 收入: '12.5' }],
    ]);
  });

  it.each<[readonly Typed[], readonly [number, number], string]>([
    [['', 'D-1', '东溪村', '2026-03-06', '5', ''], [2, 1], '没有写“事实种类”'],
    [['垃圾积寸', 'D-1', '东溪村', '2026-03-06', '5', ''], [2, 1], '是不是“垃圾积存”？'],
    [
      ['垃圾积存', 'D-1', '东溪村', '2026-03-06', '5', '12'],
      [2, 6],
      '“垃圾积存”没有“收入（万元）”这一栏',
    ],
  ])('%j', (row, at, part) => {
    refused(factsFrom(file(sheet('', [titles, row])), town), at, part);
  });

  it('a CSV file must say the kinds', () => {
    const read = factsFrom(file(sheet('', [head, ['D-1', '东溪村', '2026-03-06', '5']])), town);
    refused(read, [1, undefined], '没有“事实种类”一列');
  });
});

describe('documents, discretion and clauses', () => {
  it('a document has a number', () => {
    refused(withCell('发文机关', '镇党委'), [2, 5], '写了“发文机关”，没有写“文号”');
  });

  it('points that are chosen have a clause and a reason', () => {
    const read = garbage(
      [...head, '裁量条款', '裁量分', '裁量理由'],
      ['D-1', '东溪村', '2026-03-06', 5, '2.1', -1, ''],
    );
    refused(read, [2, 7], '没有写“裁量理由”');
  });

  describe('a sign that was forgotten', () => {
    const discretion = {
      line: 'village',
      bands: new Map([
        ['2.1', [{ from: '-2', to: '-0.5' }]],
        ['1.1', [{ from: '0', to: '3' }]],
        [
          '1.10',
          [
            { from: '-2', to: '-1' },
            { from: '1', to: '2' },
          ],
        ],
      ]),
    };
    const titles = [...head, '裁量条款', '裁量分', '裁量理由', '裁量办法', '更正'];
    const chosen = (clause: Typed, points: Typed, scheme = '') => [
      ...['D-1', '东溪村', '2026-03-06', 5],
      ...[clause, points, '情节轻', scheme, ''],
    ];
    const read = (...rows: (readonly Typed[])[]) =>
      factsFrom(file(sheet('垃圾积存', [titles, ...rows])), { ...town, discretion });

    it.each<[readonly Typed[], string]>([
      [chosen('2.1', 1), '条款 2.1 的裁量分在 −2 至 −0.5 之间，这里写的是 1；扣分请写负数。'],
      [chosen('2.1', '1'), '；扣分请写负数。'],
      [chosen('2.1', 1, 'village'), '；扣分请写负数。'],
      [chosen('1.1', -1), '条款 1.1 的裁量分在 0 至 3 之间，这里写的是 −1；加分请写正数。'],
    ])('%j is told at its cell', (row, part) => {
      refused(read(row), [2, 6], part);
    });

    it.each([
      [chosen('2.1', -1)],
      [chosen('2.1', -9)],
      [chosen('2.1', 0)],
      [chosen('1.10', 1)],
      [chosen('1.10', -1)],
      [chosen('2.1', 1, 'staff')],
      [chosen('3.1', 1)],
    ])('%j is not', (row) => {
      expect(read(row).remarks).toEqual([]);
    });

    it('nor what was taken back', () => {
      const back = ['D-2', '东溪村', '2026-03-07', 5, '', '', '', '', 'D-1'];
      expect(read(chosen('2.1', 1), back).remarks).toEqual([]);
    });
  });

  const checked = (clause: Typed) =>
    factsFrom(
      file(
        sheet('经查无', [
          ['期间', '条款', '记录人'],
          ['2026年第一季度', clause, '城建办 周'],
        ]),
      ),
      town,
    );

  it.each<[Typed, string]>([
    ['1.10', '1.10'],
    ['1.1', '1.1'],
    [2.1, '2.1'],
  ])('the clause %j', (typed, code) => {
    const fact = only(checked(typed));
    expect([fact.form, fact.period, fact.values.clause]).toEqual(['checked', '2026-Q1', code]);
  });

  it('a number cannot tell 1.1 from 1.10', () => {
    refused(checked(1.1), [2, 2], '分不清是 1.1 还是 1.10');
  });

  it.each<[Typed, string]>([
    ['2026', '2026'],
    [2026, '2026'],
    ['2026年', '2026'],
    ['2026年度', '2026'],
    ['2026年上半年', '2026-H1'],
    ['2026年第二季度', '2026-Q2'],
    ['2026年2季度', '2026-Q2'],
    ['2026-Q2', '2026-Q2'],
    ['2026年3月', '2026-03'],
    ['2026-3', '2026-03'],
    ['２０２６年３月', '2026-03'],
  ])('the period %j', (typed, period) => {
    const read = factsFrom(
      file(
        sheet('经查无', [
          ['期间', '条款'],
          [typed, '1.1'],
        ]),
      ),
      town,
    );
    expect(only(read).period).toBe(period);
  });

  it.each<[Typed, string]>([
    [{ date: '2026-03-01' }, 'Excel 存成了日期 2026-03-01；请写成 2026年3月'],
    ['一季度', '不是期间'],
    [2026.3, '不是期间'],
    ['2026-13', '不是期间'],
  ])('%j is no period', (typed, part) => {
    const read = factsFrom(
      file(
        sheet('经查无', [
          ['期间', '条款'],
          [typed, '1.1'],
        ]),
      ),
      town,
    );
    refused(read, [2, 1], part);
  });
});
