import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { formOf, type OrgTown, orgTown } from '../../test/org-town.ts';
import { emptyFolder, removeFolders } from '../../test/terminal.ts';
import { readTables, workbookBytes } from '../platform/index.ts';
import { rosterFrom, rosterOf, rosterSheets } from './index.ts';

const kit = useProgram();
afterAll(removeFolders);

const text = 'text' as const;
const column = (title: string) => ({ title, type: text });

/** A workbook as a clerk would make it: names instead of codes, columns left out. */
async function workbook(sheets: Readonly<Record<string, readonly string[][]>>): Promise<File> {
  const bytes = await workbookBytes(
    Object.entries(sheets).map(([name, [head = [], ...rows]]) => {
      return { name, columns: head.map(column), rows };
    }),
  );
  return new File([new Uint8Array(bytes)], '名册.xlsx');
}

async function send(
  { path, administrator }: OrgTown,
  address: string,
  fields: Record<string, string | File>,
) {
  const { body, headers } = await formOf(fields);
  return administrator.ask('POST', `${path}/imports${address}`, body, headers);
}

const additions = {
  单位: [
    ['名称', '类别', '上级', '户数', '曾用名'],
    ['东溪村', '', '', '671', ''],
    ['柿树岭村', '村', '青禾镇', '320', '柿树村'],
  ],
  人员: [
    ['姓名', '身份'],
    ['何穗', '公务员'],
    ['叶青', '村委会成员'],
  ],
  任职: [
    ['姓名', '单位', '职务', '起', '止'],
    ['叶青', '柿树村', '村委会主任', '2026-04-01', ''],
    ['田野', '东溪村', '村委会主任', '2021-03-01', '2026-03-31'],
  ],
};

describe('the roster as a file', () => {
  it('goes out and comes back the same', async () => {
    const town = await orgTown(kit(), 'out');
    const { tenant, path, administrator, refused } = town;
    const roster = await kit().inside(tenant, rosterOf);
    for (const format of ['xlsx', 'csv']) {
      const reply = await administrator.get(`${path}/roster?format=${format}`);
      const named = decodeURIComponent(reply.headers.get('content-disposition') ?? '');
      expect(named).toContain(`青禾镇名册 2026-04-10.${format}`);
      const file = join(emptyFolder(), `roster.${format}`);
      writeFileSync(file, reply.bytes);
      expect(rosterFrom(await readTables(file)).roster).toEqual(roster);
    }
    const clerk = await kit().person('out', 'out-clerk', { role: 'recorder' });
    await refused('gate.not-permitted', 403, () => clerk.get(`${path}/roster`));
    await refused('gate.not-permitted', 403, async () => {
      const { body, headers } = await formOf({ file: await workbook(additions) });
      return clerk.ask('POST', `${path}/imports/preview`, body, headers);
    });
  });

  it('is previewed before it changes anything, and names are enough', async () => {
    const town = await orgTown(kit(), 'file');
    const { tenant } = town;
    const file = await workbook(additions);
    const before = await kit().inside(tenant, rosterOf);
    const { body } = await send(town, '/preview', { file });
    expect(await kit().inside(tenant, rosterOf)).toEqual(before);
    expect(body).toMatchObject({ goodRows: 6, badRows: 0, remarks: [] });
    expect(body.counts).toEqual([
      { table: 'units', added: 1, changed: 1, same: 0 },
      { table: 'persons', added: 1, changed: 1, same: 0 },
      { table: 'posts', added: 1, changed: 1, same: 0 },
      { table: 'pairings', added: 0, changed: 0, same: 0 },
    ]);
    expect(body.changes.filter(({ isNew }: { isNew: boolean }) => !isNew)).toEqual([
      {
        table: 'units',
        label: '东溪村',
        isNew: false,
        fields: [{ title: '户数', before: '660', after: '671' }],
      },
      {
        table: 'persons',
        label: '何穗',
        isNew: false,
        fields: [{ title: '身份', before: '事业编制', after: '公务员' }],
      },
      {
        table: 'posts',
        label: '田野 东溪村村委会主任',
        isNew: false,
        fields: [{ title: '止', before: '', after: '2026-03-31' }],
      },
    ]);
    const done = await send(town, '', { file, digest: body.digest, goodOnly: 'false' });
    expect(done.body).toEqual({ added: 3, changed: 3 });
    const after = await kit().inside(tenant, rosterOf);
    expect(after.units.at(-1)).toEqual({
      code: '柿树岭村',
      name: '柿树岭村',
      type: 'village',
      parent: '青禾镇',
      aliases: ['柿树村'],
      tags: [],
      sizes: { 户数: '320' },
    });
    // What the file does not say stays: type, parent and the other head count of 东溪村.
    expect(after.units[2]).toEqual({
      ...before.units[2],
      sizes: { 人口: '2310', 户数: '671' },
    });
    expect(after.persons.at(-1)).toMatchObject({ code: 'P-0006', name: '叶青' });
    expect(after.posts.at(-1)).toMatchObject({ person: 'P-0006', unit: '柿树岭村' });
    const again = await send(town, '/preview', { file });
    expect(again.body.counts[0]).toEqual({ table: 'units', added: 0, changed: 0, same: 2 });
    expect(again.body.changes).toEqual([]);
  });

  it('says what is wrong at its row, marks it in the file, and takes the good rows if told so', async () => {
    const town = await orgTown(kit(), 'wrong');
    const { tenant, administrator, refused } = town;
    const file = await workbook({
      单位: [
        ['编码', '名称', '上级'],
        ['V1', '柿树岭村', '清江县'],
        ['V2', '新桥村', '青禾镇'],
      ],
      任职: [
        ['姓名', '单位', '职务', '起'],
        ['田野', '柿树岭村', '村委会主任', '2026-04-01'],
        ['田野', '东溪村', '村党组织书记', '2024-03-01'],
        ['田也', '东溪村', '村委会委员', '2024-03-01'],
        ['江宽', '新桥村', '村委会主任', '2026-04-01'],
      ],
    });
    const { body } = await send(town, '/preview', { file });
    expect(body.goodRows).toBe(2);
    expect(body.badRows).toBe(4);
    const words = body.remarks.map(
      ({ sheet, row, sentence }: { sheet: string; row: number; sentence: string }) =>
        `${sheet}${row} ${sentence}`,
    );
    expect(words).toEqual([
      expect.stringContaining('任职2 “柿树岭村”那一行有问题'),
      expect.stringContaining('任职3 田野在这个单位已有同样的一段（2021-03-01 至 今），日期重叠'),
      expect.stringContaining('任职4 名册里没有“田也”；请核对写法'),
      expect.stringContaining('单位2 上级“清江县”不在名册里'),
    ]);
    await refused('org.import-bad-rows', 422, () =>
      send(town, '', { file, digest: body.digest, goodOnly: 'false' }),
    );
    const marked = await send(town, '/marked', { file });
    const path = join(emptyFolder(), 'marked.xlsx');
    writeFileSync(path, marked.bytes);
    const [units] = (await readTables(path)).sheets;
    expect(units?.rows[1]?.at(-1)?.text).toContain('上级“清江县”不在名册里');
    const done = await send(town, '', { file, digest: body.digest, goodOnly: 'true' });
    expect(done.body).toEqual({ added: 2, changed: 0 });
    const roster = await kit().inside(tenant, rosterOf);
    expect(roster.units.at(-1)?.code).toBe('V2');
    expect(roster.posts.at(-1)).toMatchObject({ person: 'P-0005', unit: 'V2' });
    expect(administrator.accountId).not.toBe('');
  });

  it('is refused when the roster changed since the preview, or when it is no table', async () => {
    const town = await orgTown(kit(), 'stale');
    const { path, administrator, refused } = town;
    const file = await workbook(additions);
    const { body } = await send(town, '/preview', { file });
    await administrator.post(`${path}/units/东溪村/size`, { size: '户数', value: '665' });
    await refused('org.import-changed', 409, () =>
      send(town, '', { file, digest: body.digest, goodOnly: 'true' }),
    );
    const paper = new File(['not a table'], '../../名册.docx');
    const refusal = await refused('org.import-unreadable', 422, () =>
      send(town, '/preview', { file: paper }),
    );
    expect(refusal.body.detail).toContain('“名册.docx”不是 .xlsx 或 .csv 文件');
    const huge = new File([new Uint8Array(10 * 1024 * 1024 + 1)], '名册.xlsx');
    await refused('org.import-too-large', 413, () => send(town, '/preview', { file: huge }));
  });

  it('never wipes out dated head counts by a single number', async () => {
    const town = await orgTown(kit(), 'dated');
    const { path, administrator } = town;
    await administrator.post(`${path}/units/东溪村/size`, {
      size: '户数',
      from: '2026-07-01',
      value: '672',
    });
    const preview = async (size: string) => {
      const rows = [
        ['名称', '上级', '户数'],
        ['东溪村', '青禾镇', size],
      ];
      return (await send(town, '/preview', { file: await workbook({ 单位: rows }) })).body;
    };
    expect(await preview('672')).toMatchObject({ badRows: 0, changes: [] });
    expect((await preview('680')).remarks).toMatchObject([
      { sheet: '单位', row: 2, sentence: expect.stringContaining('是按日期登记的') },
    ]);
    const headless = await workbook({
      单位: [
        ['名称', '户数'],
        ['东溪村', '680'],
      ],
    });
    const { body } = await send(town, '/preview', { file: headless });
    expect(body.remarks[0].sentence).toContain('标题行至少要有名册的两栏，如 编码、名称、类别');
    expect((await preview('660；2026-07-01起 672；2026-10-01起 680')).changes).toHaveLength(1);
  });

  it('may end a post below the row that begins the next one', async () => {
    const town = await orgTown(kit(), 'turns');
    const file = await workbook({
      任职: [
        ['姓名', '单位', '职务', '起', '止'],
        ['田野', '东溪村', '村委会主任', '2026-04-01', ''],
        ['田野', '东溪村', '村委会主任', '2021-03-01', '2026-03-31'],
      ],
    });
    const { body } = await send(town, '/preview', { file });
    expect(body.remarks).toEqual([]);
    expect(body.counts[2]).toEqual({ table: 'posts', added: 1, changed: 1, same: 0 });
  });

  it('never gives a name back to who was erased', async () => {
    const town = await orgTown(kit(), 'back');
    const { tenant, path, administrator } = town;
    await administrator.post(`${path}/persons`, { name: '秦小满', class: '公务员' });
    await administrator.post(`${path}/posts`, {
      person: 'P-0006',
      unit: '党政办',
      role: '窗口岗',
      from: '2026-01-01',
      to: '2026-03-31',
    });
    const known = await kit().inside(tenant, rosterOf);
    await administrator.post(`${path}/persons/P-0006/erase`, { reason: '调离' });
    const erased = await kit().inside(tenant, rosterOf);
    const preview = async (roster: typeof known) => {
      const bytes = await workbookBytes(rosterSheets(roster));
      const file = new File([new Uint8Array(bytes)], '名册.xlsx');
      return (await send(town, '/preview', { file })).body;
    };
    expect(await preview(erased)).toMatchObject({ remarks: [], changes: [] });
    expect(await preview(known)).toMatchObject({
      remarks: [{ sheet: '人员', row: 7, sentence: expect.stringContaining('已按规定删除') }],
      changes: [],
    });
  });
});
