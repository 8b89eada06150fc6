/** Goals as a workbook, both ways: the export, remarks at wrong cells, good rows taken over. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GoalTown, goalTown, made, parent } from '../../../test/goal-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { formOf } from '../../../test/org-town.ts';
import { emptyFolder, removeFolders } from '../../../test/terminal.ts';
import { readTables, workbookBytes } from '../../platform/index.ts';

const kit = useProgram();
let town: GoalTown;
afterAll(removeFolders);
beforeAll(async () => {
  town = await goalTown(kit(), 'qinghe');
});

const heads = [
  '编号',
  '目标',
  '目标值',
  '计量单位',
  '责任人',
  '村',
  '完成时限',
  '权重（%）',
  '步骤',
];

async function workbook(rows: readonly string[][], titles = heads): Promise<File> {
  const columns = titles.map((title) => ({ title, type: 'text' as const }));
  const bytes = await workbookBytes([{ name: '目标', columns, rows }]);
  return new File([new Uint8Array(bytes)], '目标.xlsx');
}

async function send(address: string, file: File, fields: Record<string, string> = {}) {
  const { body, headers } = await formOf({ year: '2026', file, ...fields });
  return town.supervision.ask('POST', `${town.base}/imports${address}`, body, headers);
}

async function cellsIn(bytes: Uint8Array): Promise<string[][]> {
  const path = join(emptyFolder(), 'back.xlsx');
  writeFileSync(path, bytes);
  const { sheets } = await readTables(path);
  return (sheets[0]?.rows ?? []).map((row) => row.map(({ text }) => text));
}

const rows = [
  ['1', '农村改厕', '300', '户', '', '', '2026-12-20', '', ''],
  ['1.1', '东溪村改厕', '120', '户', '陈广田', '东溪村', '2026年11月30日', '', ''],
  [
    '1.2',
    '西岗村改厕',
    '180',
    '户',
    '李冬梅',
    '西岗村',
    '2026-11-30',
    '',
    '2026-06-30 完成一半（90）',
  ],
];

describe('a workbook of goals', () => {
  it('is previewed, then taken over, and goes out as it came in', async () => {
    const file = await workbook(rows);
    const { body } = await send('/preview', file);
    expect(body).toMatchObject({ goodRows: 3, badRows: 0, added: 3, changed: 0, remarks: [] });
    expect((await town.leader.get(`${town.base}?year=2026`)).body.rows).toEqual([]);
    expect((await send('', file, { digest: body.digest, goodOnly: 'false' })).body).toEqual({
      added: 3,
      changed: 0,
    });
    const list = (await town.leader.get(`${town.base}?year=2026`)).body;
    expect(list.rows[2]).toMatchObject({
      code: '1.2',
      measure: { target: '180', unit: '户' },
      accountable: { name: '李冬梅' },
      stepCount: 1,
    });
    expect(list.findings).toEqual([]);
    const out = await town.discipline.get(`${town.base}/export?year=2026`);
    const [head = [], ...back] = await cellsIn(out.bytes);
    const of = (title: string) => back.map((row) => row[head.indexOf(title)]);
    expect(of('编号')).toEqual(['1', '1.1', '1.2']);
    expect(of('步骤')[2]).toBe('2026-06-30 完成一半（90）');
    const again = await send('/preview', new File([new Uint8Array(out.bytes)], '目标.xlsx'));
    expect(again.body).toMatchObject({ badRows: 0, added: 0, changed: 0, same: 3 });
  });

  it('changes what it says and leaves what it does not', async () => {
    const file = await workbook([['1.1', '130']], ['编号', '目标值']);
    const { body } = await send('/preview', file);
    expect(body.changes).toEqual([
      {
        code: '1.1',
        title: '东溪村改厕',
        isNew: false,
        fields: [{ title: '目标值', before: '120', after: '130' }],
      },
    ]);
    await made(town, '5', { ...parent, title: '别人同时建的' });
    expect((await send('', file, { digest: body.digest, goodOnly: 'false' })).body).toEqual({
      added: 0,
      changed: 1,
    });
    const { rows: list } = (await town.leader.get(`${town.base}?year=2026`)).body;
    const { deeds } = (await town.leader.get(`${town.base}/${list[1].id}`)).body;
    expect(deeds[0]).toMatchObject({ deed: 'change', reason: '导入《目标.xlsx》' });
  });

  it('is told at its cells what is wrong, and only the good rows are taken', async () => {
    const wrong = [
      ['2', '修路', '十', '公里', '', '', '', '', ''],
      ['2.1', '等着上级', '1', '公里', '', '', '', '', ''],
      ['3', '植树', '10', '', '', '', '', '', ''],
      ['4', '灌溉', '10', '亩', '旧书记', '', '', '', ''],
      ['6', '路灯', '10', '盏', '', '东溪', '', '', ''],
      ['7', '渠道', '10', '米', '', '', '', '0.05', ''],
      ['8', '桥', '', '', '', '', '', '', '春天 动工'],
      ['9', '好的', '10', '亩', '周砚', '', '2026-12-31', '', ''],
      ['9', '又一个', '', '', '', '', '', '', ''],
      ['1.1', '', '', '', '', '', '2027-01-31', '', ''],
      ['01', '编号', '', '', '', '', '', '', ''],
      ['10', '', '', '', '', '', '', '', ''],
      ['11', '好的', '10', '亩', '周砚', '', '2026-12-31', '', ''],
    ];
    const file = await workbook(wrong);
    const { body } = await send('/preview', file);
    expect([body.goodRows, body.badRows]).toEqual([1, 12]);
    const at = body.remarks.map(({ row, column }: Record<string, number>) => `${row}:${column}`);
    expect(at).toEqual([
      '2:3',
      '3:1',
      '4:3',
      '5:5',
      '6:6',
      '7:8',
      '8:9',
      '9:1',
      '10:1',
      '11:7',
      '12:1',
      '13:2',
    ]);
    const sentences = body.remarks.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences[0]).toContain('“十”不是数');
    expect(sentences[3]).toContain('“旧书记”现在没有任职');
    expect(sentences[9]).toContain('调整时限');
    const marked = await send('/marked', file);
    const texts = (await cellsIn(marked.bytes)).map((row) => row.at(-1) ?? '');
    expect(texts[0]).toBe('问题');
    expect(texts[1]).toContain('“十”不是数');
    const { digest } = body;
    await town.refused('goals.import-bad-rows', 422, () =>
      send('', file, { digest, goodOnly: 'false' }),
    );
    expect((await send('', file, { digest, goodOnly: 'true' })).body).toEqual({
      added: 1,
      changed: 0,
    });
    await town.refused('goals.import-changed', 409, () =>
      send('', file, { digest, goodOnly: 'true' }),
    );
  });

  it('is refused where it is none, or too large', async () => {
    const none = new File(['<html>'], '目标.xlsx');
    await town.refused('goals.import-unreadable', 422, () => send('/preview', none));
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], '目标.xlsx');
    await town.refused('goals.import-too-large', 413, () => send('/preview', large));
    const other = await workbook([['甲', '乙']], ['姓名', '电话']);
    expect((await send('/preview', other)).body.remarks[0].sentence).toContain('认不出标题行');
    const { body, headers } = await formOf({ year: '2026', file: await workbook(rows) });
    await town.refused('gate.not-permitted', 403, () =>
      town.leader.ask('POST', `${town.base}/imports/preview`, body, headers),
    );
  });
});
