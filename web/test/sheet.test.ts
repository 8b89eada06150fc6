import { describe, expect, it } from 'vitest';
import { dateFromText } from '../src/format/index.ts';
import {
  afterSave,
  draftFrom,
  draftText,
  type Edit,
  noEdits,
  redone,
  undone,
  withTyped,
} from '../src/table/edits.ts';
import { type PasteTarget, planPaste } from '../src/table/paste.ts';
import { type SheetColumn, settled } from '../src/table/sheet-column.ts';

const edit = (row: string, value: string, base = ''): Edit => ({
  row,
  column: 'points',
  value,
  base,
});
const values = (edits: typeof noEdits) => [...edits.now.values()].map(({ value }) => value);

describe('typed cells', () => {
  it('are undone and redone step by step', () => {
    const one = withTyped(noEdits, [edit('a', '1')]);
    const two = withTyped(one, [edit('a', '2'), edit('b', '3')]);
    expect(values(two)).toEqual(['2', '3']);
    expect(values(undone(two))).toEqual(['1']);
    expect(values(undone(undone(two)))).toEqual([]);
    expect(values(redone(undone(two)))).toEqual(['2', '3']);
    expect(undone(noEdits)).toEqual(noEdits);
  });

  it('that say again what was saved are no edits', () => {
    const typed = withTyped(noEdits, [edit('a', '2', '1')]);
    expect(values(withTyped(typed, [edit('a', '1', '1')]))).toEqual([]);
  });

  it('are gone after a save, but what was typed meanwhile stays', () => {
    const sent = withTyped(noEdits, [edit('a', '2', '1'), edit('b', '5', '4')]);
    const meanwhile = withTyped(sent, [edit('a', '3', '1')]);
    const after = afterSave(meanwhile, [edit('a', '2', '1'), edit('b', '5', '4')]);
    expect([...after.now.values()]).toEqual([edit('a', '3', '2')]);
    expect(after.past).toEqual([]);
  });

  it('come back from the store, and nonsense there is no draft', () => {
    const typed = withTyped(noEdits, [edit('a', '2', '1')]);
    expect(draftFrom(draftText(typed)).now).toEqual(typed.now);
    for (const text of [null, '', '{', '{"a":1}', '[{"row":1}]', 'null']) {
      expect(draftFrom(text).now.size).toBe(0);
    }
  });
});

describe('values', () => {
  const column = (type: SheetColumn<string>['type'], rest = {}): SheetColumn<string> => ({
    id: 'x',
    title: 'x',
    type,
    value: (row) => row,
    ...rest,
  });

  it.each([
    ['－２．５', '-2.5'],
    ['1,200', '1200'],
    [' 3. ', '3'],
    ['+4', '4'],
    ['2.50', '2.50'],
    ['', ''],
  ])('of a number, %s becomes %s', (typed, value) => {
    expect(settled(typed, column('number'), 2026)).toEqual({ value });
  });

  it('of a number stay as typed with their fault', () => {
    expect(settled('2分', column('number'), 2026)).toEqual({
      value: '2分',
      fault: { kind: 'number' },
    });
    const fault = { kind: 'decimals', most: 1 };
    expect(settled('2.55', column('number', { decimals: 1 }), 2026).fault).toEqual(fault);
    expect(settled('2.50000', column('number'), 2026).fault).toEqual({ kind: 'decimals', most: 2 });
  });

  it.each([
    ['3.6', '2026-03-06'],
    ['3-6', '2026-03-06'],
    ['3月6日', '2026-03-06'],
    ['２０２５／１２／３１', '2025-12-31'],
    ['20260306', '2026-03-06'],
    ['2028年2月29日', '2028-02-29'],
  ])('of a day, %s becomes %s', (typed, date) => expect(dateFromText(typed, 2026)).toBe(date));

  it.each(['2026-02-29', '13-1', '3', 'x', '2026-3'])('of a day, %s is none', (typed) => {
    expect(dateFromText(typed, 2026)).toBeUndefined();
  });

  it('of a choice are those that are offered', () => {
    const choices = ['是', '否'];
    expect(settled(' 是 ', column('choice', { choices }), 2026)).toEqual({ value: '是' });
    const fault = { kind: 'choice', choices };
    expect(settled('对', column('choice', { choices }), 2026)).toEqual({ value: '对', fault });
  });
});

describe('a pasted block', () => {
  const cells = [
    ['东溪村', '1', 'x'],
    ['西岗村', '2', 'y'],
    ['河口村', '3', 'z'],
  ];
  const target: PasteTarget = {
    rows: 3,
    columns: 3,
    rowName: (row) => cells[row]?.[0] ?? '',
    columnName: (column) => ['村', '扣分', '说明'][column] ?? '',
    value: ({ row, column }) => cells[row]?.[column] ?? '',
    settle: ({ column }, typed) => {
      if (column === 0) return { refused: '这一列不能改。' };
      return /^\D*$/.test(typed) && column === 1 ? { refused: '要填数' } : { value: typed.trim() };
    },
    isFixed: (column) => column === 0,
  };
  const at = (row: number, column: number) => ({ from: { row, column }, to: { row, column } });
  const told = (plan: ReturnType<typeof planPaste>) =>
    plan.cells.map(({ rowName, columnName, from, to, refused }) =>
      [rowName, columnName, from, to, refused].filter((part) => part !== undefined).join(' '),
    );

  it('says what would change, what would not, and what lies outside', () => {
    const plan = planPaste(
      [
        ['2', 'y'],
        ['九', 'q'],
        ['5', 'w'],
      ],
      at(1, 1),
      target,
    );
    expect(told(plan)).toEqual(['河口村 扣分 3 九 要填数', '河口村 说明 z q']);
    expect([plan.same, plan.outside]).toEqual([2, 2]);
  });

  it('of one value fills every chosen cell', () => {
    const chosen = { from: { row: 0, column: 1 }, to: { row: 2, column: 1 } };
    expect(told(planPaste([['2']], chosen, target))).toEqual([
      '东溪村 扣分 1 2',
      '河口村 扣分 3 2',
    ]);
  });

  it('with names goes to the rows of those names, and names strangers', () => {
    const plan = planPaste(
      [
        ['河口村', '7'],
        ['上坝', '8'],
        ['东溪村', '9'],
      ],
      at(0, 0),
      target,
    );
    expect(told(plan)).toEqual(['河口村 扣分 3 7', '东溪村 扣分 1 9']);
    expect(plan.unknownNames).toEqual(['上坝']);
    expect(plan.isByName).toBe(true);
  });

  it('never changes the fixed column', () => {
    expect(told(planPaste([['新名']], at(0, 0), target))).toEqual([
      '东溪村 村 东溪村 新名 这一列不能改。',
    ]);
  });
});
