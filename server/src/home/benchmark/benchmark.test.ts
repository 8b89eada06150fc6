/** Lists of the district over HTTP: the place of the town, faults told at their cells, who may. */

import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRoster } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { formOf } from '../../../test/org-town.ts';
import { putRoster } from '../../org/index.ts';
import { readTables, workbookBytes } from '../../platform/index.ts';

const kit = useProgram();
const path = '/api/towns/qinghe/benchmark-lists';
let town: ItemTown;

// Second, five points behind the first; eight indicators, two of them beyond the tenth.
const cells = [
  ['指标', '满分', '责任办', '青禾镇', '柳坪镇', '云溪镇'],
  ['人居环境', '15', '城建办', '9.5（第4）', '14', '9'],
  ['产业发展', '15', '农业农村办', '11（10名开外）', '13', '12'],
  ['党的建设', '15', '党建办', '14（第1）', '13.5', '13'],
  ['综治平安', '15', '综治办', '13（第3）', '13.5', '12'],
  ['营商环境', '10', '城建办', '6.5（12名）', '8', '9'],
  ['民生实事', '10', '城建办', '9（第2）', '9.2', '8'],
  ['应急管理', '10', '应急办', '9（第2）', '9', '9'],
  ['政务服务', '10', '便民中心', '9（第5）', '9.8', '8.5'],
  ['总分', '100', '', '81', '86', '80.5'],
  ['名次', '', '', '2', '1', '3'],
];
const written = {
  name: '乡镇综合考核',
  issuer: '云川县委考核办',
  document: '云考办〔2026〕2号',
  period: '2025',
  cells,
};

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
  const { roster } = readRoster(
    'pairings: [ { kind: 分管领导, person: P-gu, unit: 城建办, from: 2026-01-01 } ]',
  );
  await kit().inside(town.tenant, (db) => putRoster(db, town.tenant, roster));
});

const stored = () =>
  kit().inside(town.tenant, (db) => db.selectFrom('benchmark_list').selectAll().execute());

/** Asks, and expects a refusal that changed nothing. */
async function refused(
  [status, code]: [number, string],
  ask: () => Promise<{ status: number; body: { type?: string } }>,
) {
  const before = await stored();
  const answer = await ask();
  expect([answer.status, answer.body.type]).toEqual([status, expect.stringContaining(code)]);
  expect(await stored()).toEqual(before);
  return answer.body as ReturnType<typeof JSON.parse>;
}

describe('a list', () => {
  it('says that the town is second, five behind, with two of eight beyond the tenth', async () => {
    const { status, body } = await town.who('kao').post(path, written);
    expect([status, body.detail ?? '']).toEqual([200, '']);
    expect(body.place).toMatchObject({
      rank: { at: 2, isOpen: false },
      first: { towns: ['柳坪镇'], gap: '5' },
      beyondTen: 2,
      towns: 3,
    });
    expect(body.place.indicators).toHaveLength(8);
    expect(body.place.indicators[0]).toMatchObject({
      name: '产业发展',
      rank: { at: 11, isOpen: true },
      unit: { code: '农业农村办', name: '农业农村办' },
      leaders: [],
    });
    expect(body.place.indicators[1]).toMatchObject({
      name: '营商环境',
      unit: { name: '城建办' },
      leaders: [{ code: 'P-gu', name: '顾远山' }],
    });
    const { rows } = (await town.who('gu').get(path)).body;
    expect(rows).toMatchObject([{ name: '乡镇综合考核', beyondTen: 2, indicators: 8 }]);
  });

  it('is recorded once; whoever types it again is told to correct it', async () => {
    await refused([409, 'benchmark.list-exists'], () => town.who('tian').post(path, written));
  });

  it('is refused with every fault at once', async () => {
    const wrong = cells.map((row) =>
      row[0] === '应急管理' ? [...row.slice(0, 3), '99', '约9'] : row,
    );
    const body = await refused([422, 'benchmark.table-wrong'], () =>
      town.who('kao').post(path, { ...written, name: '另一份', cells: wrong }),
    );
    expect(body.detail).toContain('超过满分');
    expect(body.detail).toContain('“约9”读不懂');
  });

  it('is written anew by whoever read it last', async () => {
    const [kept] = await stored();
    const { body: before } = await town.who('tian').get(`${path}/${kept?.id}`);
    const better = cells.map((row) =>
      row[0] === '总分' ? [...row.slice(0, 3), '86', '86', '80.5'] : row,
    );
    const put = (version: number) =>
      town.who('tian').ask('PUT', `${path}/${kept?.id}`, { ...written, cells: better, version });
    const { status, body } = await put(before.version);
    expect([status, body.version, body.place.tiedWith]).toEqual([200, 2, ['柳坪镇']]);
    await refused([409, 'benchmark.list-changed'], () => put(before.version));
    await town.who('tian').ask('PUT', `${path}/${kept?.id}`, { ...written, version: 2 });
  });

  it('is unknown under a number that nobody gave', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    await refused([404, 'benchmark.list-unknown'], () => town.who('gu').get(`${path}/${id}`));
    await refused([404, 'benchmark.list-unknown'], () =>
      town.who('kao').ask('PUT', `${path}/${id}`, { ...written, version: 1 }),
    );
  });

  it('is recorded by assessment office and supervision, read by leaders and discipline, not by villages', async () => {
    for (const name of ['gu', 'ji', 'zhou', 'chen', 'he']) {
      await refused([403, ''], () => town.who(name).post(path, { ...written, name }));
    }
    for (const name of ['zhou', 'chen', 'he']) {
      expect((await town.who(name).get(path)).status).toBe(403);
    }
    expect((await town.who('ji').get(path)).status).toBe(200);
  });
});

describe('a file', () => {
  const send = async (where: string, bytes: Uint8Array, name: string) => {
    const file = new File([new Uint8Array(bytes)], name);
    const { body, headers } = await formOf({ file });
    return town.who('kao').ask('POST', `${path}/files/${where}`, body, headers);
  };
  const workbook = (rows: readonly string[][]) =>
    workbookBytes([
      {
        name: '对标',
        title: ['云川县乡镇考核结果'],
        columns: (cells[0] ?? []).map((title) => ({ title, type: 'text' as const })),
        rows,
      },
    ]);

  it('gives its table; what is wrong is named, and written into a copy of it', async () => {
    const { body: good } = await send('preview', await workbook(cells.slice(1)), '对标.xlsx');
    expect(good.faults).toEqual([]);
    expect(good.cells.at(-2)?.slice(0, 4)).toEqual(['总分', '100', '', '81']);
    const rows = [['人居环境', '15', '城建办', '约9', '14', '9'], ...cells.slice(2)];
    const bad = await workbook(rows);
    const { faults } = (await send('preview', bad, '对标.xlsx')).body;
    expect(faults).toMatchObject([{ column: 3, sentence: expect.stringContaining('约9') }]);
    const marked = await send('marked', bad, '对标.xlsx');
    const folder = await mkdtemp(join(tmpdir(), 'oneneedle-marked-'));
    try {
      const copy = join(folder, 'copy.xlsx');
      writeFileSync(copy, marked.bytes);
      const { sheets } = await readTables(copy);
      const row = sheets[0]?.rows.find(([first]) => first?.text === '人居环境');
      expect(row?.at(-1)?.text).toContain('“约9”读不懂');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is refused where it is no table', async () => {
    await refused([422, 'benchmark.file-unreadable'], () =>
      send('preview', new TextEncoder().encode('hello'), '对标.pdf'),
    );
  });
});
