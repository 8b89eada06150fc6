/** The list of spots as a workbook: preview, remarks beside the cells, import, the same columns back. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CampaignTown, campaignTown } from '../../../test/campaign-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { formOf } from '../../../test/org-town.ts';
import { emptyFolder, removeFolders } from '../../../test/terminal.ts';
import { readTables, workbookBytes } from '../../platform/index.ts';

const kit = useProgram();
let town: CampaignTown;

beforeAll(async () => {
  town = await campaignTown(kit(), 'qinghe');
});
afterAll(removeFolders);

const head = ['编号', '村', '地点', '类型', '数量', '单位', '阶段', '收益（元）', '发现日期'];
const good = [
  ['1', '东溪村', '老晒场', '占用空地', '0.35', '亩', '有序收', '1200.50', '2026-03-12'],
  ['2', '河口村', '渡口西', '乱搭乱建', '2', '处', '', '', '2026-03-15'],
];

async function workbook(rows: readonly (readonly string[])[]): Promise<File> {
  const columns = head.map((title) => ({ title, type: 'text' as const }));
  const bytes = await workbookBytes([{ name: '点位', columns, rows }]);
  return new File([new Uint8Array(bytes)], '点位.xlsx');
}

async function send(name: string, path: string, fields: Record<string, string | File>) {
  const { body, headers } = await formOf(fields);
  return town.who(name).ask('POST', `${town.path}/${path}`, body, headers);
}

describe('the list of spots as a file', () => {
  it('is previewed, taken over, and comes back the same', async () => {
    const id = await town.campaign();
    const file = await workbook(good);
    const { body } = await send('zhou', `${id}/spots/imports/preview`, { file });
    expect(body).toMatchObject({ goodRows: 2, badRows: 0, added: 2, changed: 0, remarks: [] });
    expect(
      body.changes[1].fields.map(({ title, after }: Record<string, string>) => [title, after]),
    ).toEqual([
      ['编号', '2'],
      ['村', '河口村'],
      ['地点', '渡口西'],
      ['类型', '乱搭乱建'],
      ['数量', '2'],
      ['单位', '处'],
      ['阶段', '全面清'],
      ['收益', '0'],
      ['发现日期', '2026-03-15'],
      ['状态', '未销号'],
    ]);
    const taken = { file, digest: body.digest, goodOnly: 'false' };
    expect((await send('zhou', `${id}/spots/imports`, taken)).body).toEqual({
      added: 2,
      changed: 0,
    });
    const { body: shown } = await town.who('gu').get(`${town.path}/${id}`);
    expect(shown.spots[0]).toMatchObject({
      number: '1',
      stage: 1,
      incomeFen: 120_050,
      quantity: '0.35',
      foundOn: '2026-03-12',
    });
    expect(shown.figures.total.incomeFen).toBe(120_050);
    const out = await town.who('zhou').get(`${town.path}/${id}/spots/export`);
    const back = new File([new Uint8Array(out.bytes)], '点位.xlsx');
    const again = await send('zhou', `${id}/spots/imports/preview`, { file: back });
    expect(again.body).toMatchObject({ added: 0, changed: 0, same: 2, badRows: 0 });
    const mended = await workbook([['1', '东溪村', '老晒场东侧', '占用空地', '0.4', '亩']]);
    const change = await send('zhou', `${id}/spots/imports/preview`, { file: mended });
    expect(change.body.changes[0].fields).toEqual([
      { title: '地点', before: '老晒场', after: '老晒场东侧' },
      { title: '数量', before: '0.35', after: '0.4' },
    ]);
    const { digest } = change.body;
    await send('zhou', `${id}/spots/imports`, { file: mended, digest, goodOnly: 'false' });
    const [first] = (await town.who('gu').get(`${town.path}/${id}`)).body.spots;
    expect(first).toMatchObject({ place: '老晒场东侧', quantity: '0.4', stage: 1 });
    const stale = { file: mended, digest: body.digest, goodOnly: 'false' };
    await town.refused('org.list-changed', () => send('zhou', `${id}/spots/imports`, stale));
  });

  it('says at its cell what is wrong, in the file as well, and takes the good rows if told so', async () => {
    const id = await town.campaign({ name: '有错的表', villages: ['东溪村'] });
    const file = await workbook([
      good[0] ?? [],
      ['2', '河口村', '渡口西', '乱搭乱建', '2', '处', '', '', ''],
      ['3', '东溪村', '井边', '堆物', '-1', '处', '', '', ''],
      ['4', '东溪村', '井边', '堆物', '1', '处', '已清', '', ''],
      ['5', '东溪村', '井边', '堆物', '1', '处', '', '1.005', ''],
      ['1', '东溪村', '井边', '堆物', '1', '处', '', '', ''],
      ['6', '东溪村', '', '堆物', '1', '处', '', '', '2027-01-01'],
    ]);
    const { body } = await send('tian', `${id}/spots/imports/preview`, { file });
    expect(body).toMatchObject({ goodRows: 1, badRows: 6, added: 1 });
    const said = body.remarks.map(({ row, sentence }: { row: number; sentence: string }) => [
      row,
      sentence,
    ]);
    expect(said).toEqual([
      [3, '河口村不在这个专项的村里；请改正，或删去这一行。'],
      [4, '数量“-1”要是不小于 0 的数，小数最多六位；请改正。'],
      [5, '没有“已清”这个阶段；请写全面清、有序收、高效用、长效管之一。'],
      [6, '收益“1.005”要写成元，最多两位小数，不能是负数；请改正。'],
      [7, '和第 2 行是同一项（1 井边）；请只留一行。'],
      [8, '没有写“地点”，必须填；请补上。'],
    ]);
    const marked = await send('tian', `${id}/spots/imports/marked`, { file });
    const path = join(emptyFolder(), '标注.xlsx');
    writeFileSync(path, marked.bytes);
    const text = JSON.stringify((await readTables(path)).sheets);
    expect(text).toContain('没有“已清”这个阶段');
    const all = { file, digest: body.digest, goodOnly: 'false' };
    await town.refused('org.import-bad-rows', () => send('tian', `${id}/spots/imports`, all));
    const some = await send('tian', `${id}/spots/imports`, { ...all, goodOnly: 'true' });
    expect(some.body).toEqual({ added: 1, changed: 0 });
  });

  it('counts whoever brings a spot in as moved on, or with income, among its workers', async () => {
    const id = await town.campaign({ name: '带进度的表' });
    const take = async (name: string, rows: readonly (readonly string[])[]) => {
      const file = await workbook(rows);
      const { digest } = (await send(name, `${id}/spots/imports/preview`, { file })).body;
      const taken = await send(name, `${id}/spots/imports`, { file, digest, goodOnly: 'false' });
      expect(taken.status).toBe(200);
    };
    const row = ['东溪村', '井边', '堆物', '1', '处'];
    await take('zhou', [
      ['1', ...row, '长效管', ''],
      ['2', ...row, '', ''],
    ]);
    await take('zheng', [['2', ...row, '', '300']]);
    const { body } = await town.who('tian').get(`${town.path}/${id}`);
    const isOwn = async (name: string, spot: string) =>
      (await town.who(name).get(`${town.path}/${id}/spots/${spot}`)).body.isOwnWork;
    const [first, second] = body.spots.map(({ id: spot }: { id: string }) => spot);
    expect([await isOwn('zhou', first), await isOwn('zheng', first)]).toEqual([true, false]);
    expect([await isOwn('zhou', second), await isOwn('zheng', second)]).toEqual([false, true]);
    const evidence = [await town.photo('tian')];
    const at = { id, spot: first };
    await town.course(at, ['tian', 'prove', { shows: 'after', evidence }]);
    await town.refused('campaigns.own-spot', () => town.act('zhou', at, 'close'));
    await town.course(at, ['zheng', 'close']);
  });

  it('moves no stage, closes nothing, and is refused to others and after the end', async () => {
    const id = await town.campaign({ name: '推进' });
    const spot = await town.spot(id, { number: '1', quantity: '1', unit: '处' });
    const moved = await workbook([['1', '东溪村', '井边', '堆物', '1', '处', '高效用']]);
    const preview = await send('zhou', `${id}/spots/imports/preview`, { file: moved });
    expect(preview.body.remarks[0].sentence).toContain('阶段不能用表改');
    await town.refused('campaigns.campaign-not-yours', () =>
      send('gu', `${id}/spots/imports/preview`, { file: moved }),
    );
    await town.refused('gate.not-permitted', () =>
      send('he', `${id}/spots/imports`, { file: moved, digest: '0'.repeat(64), goodOnly: 'true' }),
    );
    const own = await town.who('chen').get(`${town.path}/${id}/spots/export`);
    expect(own.status).toBe(200);
    await town.pass('2026-05-02T02:00:00.000Z');
    await town.course({ id, spot }, ['zhou', 'leave', { note: '权属有争议。' }]);
    await town.refused('campaigns.campaign-over', () =>
      send('zhou', `${id}/spots/imports/preview`, { file: moved }),
    );
    kit().setNow('2026-04-10T02:00:00.000Z');
  });
});
