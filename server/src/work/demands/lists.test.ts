import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type DemandTestTown, demandTown, sound } from '../../../test/demand-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { formOf } from '../../../test/org-town.ts';
import { emptyFolder, removeFolders } from '../../../test/terminal.ts';
import { readTables, workbookBytes } from '../../platform/index.ts';

const kit = useProgram();
afterAll(removeFolders);

async function workbook(name: string, [head = [], ...rows]: readonly string[][]): Promise<File> {
  const columns = head.map((title) => ({ title, type: 'text' as const }));
  const bytes = await workbookBytes([{ name, columns, rows }]);
  return new File([new Uint8Array(bytes)], `${name}.xlsx`);
}

async function send(
  { path, supervisor }: DemandTestTown,
  address: string,
  fields: Record<string, string | File>,
) {
  const { body, headers } = await formOf(fields);
  return supervisor.ask('POST', `${path}${address}`, body, headers);
}

const goodDuties = [
  ['序号', '编号', '事项名称', '清单', '责任部门', '依据'],
  ['1', '协助-3', '协助做好危旧房屋排查', '协助政府', '城建办、农业农村办', '清单（2025年版）'],
  ['2', '自治-2', '组织村民议事', '村级履职', '', ''],
];

describe('the duty lists as a file', () => {
  it('are previewed, taken over and come back the same', async () => {
    const town = await demandTown(kit(), 'duty');
    const before = await town.state();
    const file = await workbook('履职清单', goodDuties);
    const { body } = await send(town, '/duty-lists/imports/preview', { file });
    expect(await town.state()).toBe(before);
    expect(body).toMatchObject({ goodRows: 2, badRows: 0, added: 1, changed: 1, same: 0 });
    expect(body.changes[0]).toEqual({
      label: '协助-3 协助做好危旧房屋排查',
      isNew: false,
      fields: [
        { title: '责任部门', before: '城建办', after: '城建办；农业农村办' },
        { title: '依据', before: '', after: '清单（2025年版）' },
      ],
    });
    const fields = { file, digest: body.digest, goodOnly: 'false' };
    expect((await send(town, '/duty-lists/imports', fields)).body).toEqual({
      added: 1,
      changed: 1,
    });
    const { body: list } = await town.builder.get(`${town.path}/duty-lists`);
    expect(list.rows.map(({ code }: { code: string }) => code)).toEqual([
      '协助-3',
      '自治-1',
      '不应-2',
      '自治-2',
    ]);
    const out = await town.supervisor.get(`${town.path}/duty-lists/export`);
    const back = new File([new Uint8Array(out.bytes)], '履职清单.xlsx');
    const again = await send(town, '/duty-lists/imports/preview', { file: back });
    expect(again.body).toMatchObject({ badRows: 0, added: 0, changed: 0, same: 4 });
  });

  it('say what is wrong at its cell, in the file as well, and take the good rows if told so', async () => {
    const town = await demandTown(kit(), 'bad');
    const file = await workbook('履职清单', [
      ['编号', '事项', '清单', '责任部门', '止'],
      ['自治-5', '', '村级履职', '', ''],
      ['自治-6', '管水', '自治', '', ''],
      ['自治-7', '管路', '村级履职', '水利办', ''],
      ['自治-8', '管灯', '村级履职', '', '2026-12-31'],
      ['自治-8', '管灯', '村级履职', '', ''],
    ]);
    const { body } = await send(town, '/duty-lists/imports/preview', { file });
    expect(body).toMatchObject({ goodRows: 1, badRows: 4 });
    expect(
      body.remarks.map(({ row, sentence }: { row: number; sentence: string }) => [
        row,
        sentence.slice(0, 14),
      ]),
    ).toEqual([
      [2, '没有写“事项”，必须填；请补'],
      [3, '“自治”不是清单的名称；请写'],
      [4, '名册里没有“水利办”；请核对'],
      [6, '和第 5 行是同一项（自治-'],
    ]);
    const marked = await send(town, '/duty-lists/imports/marked', { file });
    const path = join(emptyFolder(), 'marked.xlsx');
    writeFileSync(path, marked.bytes);
    const [sheet] = (await readTables(path)).sheets;
    expect(sheet?.rows[1]?.at(-1)?.text).toContain('没有写“事项”');
    const { digest } = body;
    await town.refused('org.import-bad-rows', 422, () =>
      send(town, '/duty-lists/imports', { file, digest, goodOnly: 'false' }),
    );
    const other = await workbook('履职清单', goodDuties);
    await town.refused('org.list-changed', 409, () =>
      send(town, '/duty-lists/imports', { file: other, digest, goodOnly: 'true' }),
    );
    const done = await send(town, '/duty-lists/imports', { file, digest, goodOnly: 'true' });
    expect(done.body).toEqual({ added: 1, changed: 0 });
    const paper = new File(['no table'], '清单.docx');
    await town.refused('org.import-unreadable', 422, () =>
      send(town, '/duty-lists/imports/preview', { file: paper }),
    );
  });

  it('end on a day that a row names: what is asked by an ended entry is stopped', async () => {
    const town = await demandTown(kit(), 'ended');
    const rows = (to: string) => [
      ['编号', '事项', '清单', '起', '止'],
      ['协助-3', '协助做好危旧房屋排查', '协助政府', '2026-01-01', to],
    ];
    const wrong = await workbook('履职清单', rows('2025-12-31'));
    const refused = await send(town, '/duty-lists/imports/preview', { file: wrong });
    expect(refused.body).toMatchObject({ goodRows: 0, badRows: 1 });
    const file = await workbook('履职清单', rows('2026-04-09'));
    const { body } = await send(town, '/duty-lists/imports/preview', { file });
    await send(town, '/duty-lists/imports', { file, digest: body.digest, goodOnly: 'false' });
    await town.refused('demands.gate-stopped', 409, () => town.builder.post(town.path, sound));
  });
});

describe('the known figures as a file', () => {
  it('are added by village, name and day; the newest counts', async () => {
    const town = await demandTown(kit(), 'figures');
    const file = await workbook('已知数', [
      ['村', '指标', '数值', '单位', '截至', '来源'],
      ['东溪村', '户数', '680', '户', '2026年3月31日', '一季度台账'],
      ['河口村', '户数', '417', '户', '2026-01-31', '统计台账'],
      ['茶山村', '户数', '三百', '户', '2026-01-31', '统计台账'],
      ['西溪村', '户数', '300', '户', '2026-01-31', '统计台账'],
    ]);
    const { body } = await send(town, '/known-figures/imports/preview', { file });
    expect(body).toMatchObject({ goodRows: 2, badRows: 2, added: 1, changed: 0, same: 1 });
    await send(town, '/known-figures/imports', { file, digest: body.digest, goodOnly: 'true' });
    const { body: list } = await town.builder.get(`${town.path}/known-figures`);
    expect(
      list.rows.map((row: { unit: { name: string }; value: string; asOf: string }) => [
        row.unit.name,
        row.value,
        row.asOf,
      ]),
    ).toEqual([
      ['东溪村', '680', '2026-03-31'],
      ['河口村', '417', '2026-01-31'],
    ]);
    const marked = await send(town, '/known-figures/imports/marked', { file });
    expect(marked.status).toBe(200);
    const out = await town.supervisor.get(`${town.path}/known-figures/export`);
    const back = new File([new Uint8Array(out.bytes)], '已知数.xlsx');
    const again = await send(town, '/known-figures/imports/preview', { file: back });
    expect(again.body).toMatchObject({ badRows: 0, added: 0, changed: 0, same: 3 });
    const { body: own } = await town.cadre.get(`${town.path}/known-figures?unit=东溪村`);
    expect(own).toMatchObject({ mayKeep: false, rows: [{ value: '680', isOld: false }] });
  });
});
