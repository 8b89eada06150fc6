import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type DemandTestTown, demandTown } from '../../../test/demand-town.ts';
import { type Asker, useProgram } from '../../../test/kit/rooms.ts';
import { formOf } from '../../../test/org-town.ts';
import { emptyFolder, removeFolders } from '../../../test/terminal.ts';
import { readTables, workbookBytes } from '../../platform/index.ts';

const kit = useProgram();
afterAll(removeFolders);

const sign = {
  unit: '东溪村',
  kind: 'sign',
  name: '星级文明创建站',
  office: '城建办',
  countedOn: '2026-03-02',
};

interface SignTown extends DemandTestTown {
  readonly signs: string;
  readonly village: Asker;
  /** Everything that is kept of signs. */
  kept(): Promise<string>;
  /** Asks, and expects a refusal that changed nothing. */
  stays(code: string, status: number, ask: () => ReturnType<Asker['get']>): Promise<void>;
}

async function signTown(code: string): Promise<SignTown> {
  const town = await demandTown(kit(), code);
  const kept = () =>
    kit().inside(town.tenant, async (db) =>
      JSON.stringify([
        await db.selectFrom('village_sign').selectAll().orderBy('id').execute(),
        await db.selectFrom('sign_limit').selectAll().orderBy('kind').execute(),
      ]),
    );
  return {
    ...town,
    signs: `/api/towns/${code}/signs`,
    village: await kit().person(code, `${code}-chen`, { role: 'village', unit: '东溪村' }),
    kept,
    stays: async (problem, status, ask) => {
      const before = await kept();
      await town.refused(problem, status, ask);
      expect(await kept()).toBe(before);
    },
  };
}

const add = (who: Asker, { signs }: SignTown, more: object = {}) =>
  who.post(signs, { ...sign, ...more });

describe('signs and work groups', () => {
  it('are counted down by village and by issuing office, against what the town allows', async () => {
    const town = await signTown('count');
    const { supervisor, builder, signs } = town;
    const { body: first } = await add(builder, town);
    await add(supervisor, town, { name: '村民委员会', isKept: true, basis: '村委会组织法' });
    await add(supervisor, town, { name: '远程教育站', office: '县委党校' });
    await add(supervisor, town, {
      kind: 'group',
      name: '危房排查群',
      sinceOn: '2026-02-20',
      unit: '河口村',
    });
    const limit = { allowed: 1, document: '青政办〔2026〕5号' };
    expect((await supervisor.ask('PUT', `${signs}/limits/sign`, { limit })).status).toBe(200);
    const end = { on: '2026-04-01', how: '摘下', evidence: '照片存党政办' };
    expect((await builder.post(`${signs}/${first.id}/end`, end)).body).toEqual({ done: true });
    const { body } = await supervisor.get(signs);
    const none = { atStart: 0, added: 0, ended: 0, left: 0, kept: 0, idle: 0 };
    expect(body.total.sign).toEqual({ ...none, atStart: 3, ended: 1, left: 2, kept: 1 });
    expect(body.total.group).toEqual({ ...none, added: 1, left: 1 });
    expect(body.limits).toEqual({ sign: limit });
    expect(
      body.villages.map(({ unit, sign: own, over }: typeof body) => [unit.name, own.left, over]),
    ).toEqual([
      ['东溪村', 2, { sign: 1, group: 0 }],
      ['河口村', 0, { sign: 0, group: 0 }],
    ]);
    expect(
      body.offices.map(({ office, sign: own, group }: typeof body) => [
        office.name,
        own.left,
        group.left,
      ]),
    ).toEqual([
      ['城建办', 1, 1],
      ['县委党校', 1, 0],
    ]);
    const ended = body.rows.find(({ id }: { id: string }) => id === first.id);
    expect(ended).toMatchObject({ end, mayChange: false });
    // The next year begins with what is left.
    const { body: next } = await supervisor.get(`${signs}?year=2027`);
    expect(next.total.sign).toMatchObject({ atStart: 2, ended: 0, left: 2 });
    await supervisor.ask('PUT', `${signs}/limits/sign`, {});
    expect((await supervisor.get(signs)).body.limits).toEqual({});
  });

  it('show a village its own, an office what it hung, and all to whoever looks over the town', async () => {
    const town = await signTown('read');
    const { supervisor, signs } = town;
    await add(supervisor, town);
    await add(supervisor, town, { unit: '河口村', office: '农业农村办' });
    const seen = async (who: Asker) => {
      const { body } = await who.get(signs);
      return [body.isPart, body.rows.map(({ unit }: typeof body) => unit.name)];
    };
    expect(await seen(town.village)).toEqual([true, ['东溪村']]);
    expect(await seen(town.builder)).toEqual([true, ['东溪村']]);
    expect(await seen(town.cadre)).toEqual([true, ['河口村']]);
    expect(await seen(town.leader)).toEqual([false, ['东溪村', '河口村']]);
    expect(await seen(town.discipline)).toEqual([false, ['东溪村', '河口村']]);
    const { body: own } = await town.village.get(signs);
    expect(own).toMatchObject({ mayKeep: false, mayAdd: { villages: [] } });
    expect(own.rows[0].mayChange).toBe(false);
  });

  it('call a group idle because a person says so, and take it back', async () => {
    const town = await signTown('idle');
    const group = { kind: 'group', name: '防汛群', unit: '河口村', office: '县应急局' };
    const { body: made } = await add(town.cadre, town, group);
    const at = `${town.signs}/${made.id}/idle`;
    expect((await town.cadre.post(at, { isIdle: true })).status).toBe(200);
    const { body } = await town.supervisor.get(town.signs);
    expect(body.total.group).toMatchObject({ left: 1, idle: 1 });
    expect(body.rows[0].idle.on).toBe(body.today);
    await town.cadre.post(at, { isIdle: false });
    expect((await town.supervisor.get(town.signs)).body.total.group.idle).toBe(0);
    const { body: hung } = await add(town.supervisor, town);
    await town.stays('signs.idle-sign', 422, () =>
      town.supervisor.post(`${town.signs}/${hung.id}/idle`, { isIdle: true }),
    );
  });

  it('refuse what is not theirs, twice, without basis or on days that do not fit', async () => {
    const town = await signTown('refused');
    const { supervisor, builder, farmer, cadre, stays, signs } = town;
    const { body: made } = await add(builder, town);
    await stays('signs.twice', 409, () => add(supervisor, town, { countedOn: '2026-03-05' }));
    await stays('signs.not-yours', 403, () => add(farmer, town, { name: '别的牌子' }));
    await stays('signs.not-yours', 403, () =>
      add(builder, town, { name: '保留的', isKept: true, basis: '有' }),
    );
    await stays('demands.village-unfit', 422, () => add(cadre, town));
    await stays('demands.village-unfit', 422, () => add(supervisor, town, { unit: '旧村' }));
    await stays('signs.kept-without-basis', 422, () =>
      add(supervisor, town, { name: '保留的', isKept: true }),
    );
    await stays('signs.kept-without-basis', 422, () =>
      supervisor.post(`${signs}/${made.id}/kept`, { isKept: true, basis: '' }),
    );
    await stays('signs.day-unfit', 422, () =>
      add(supervisor, town, { name: '晚的', sinceOn: '2026-03-03' }),
    );
    await stays('signs.day-unfit', 422, () =>
      add(supervisor, town, { name: '晚的', countedOn: '2026-12-01' }),
    );
    const end = (who: Asker, on: string) =>
      who.post(`${signs}/${made.id}/end`, { on, how: '摘下' });
    await stays('signs.day-unfit', 422, () => end(builder, '2026-03-01'));
    await stays('signs.unknown', 404, () => end(farmer, '2026-04-01'));
    await stays('signs.unknown', 404, () => end(cadre, '2026-04-01'));
    await stays('gate.not-permitted', 403, () => end(town.village, '2026-04-01'));
    await end(builder, '2026-04-01');
    await stays('signs.ended', 409, () => end(builder, '2026-04-02'));
    // What is hung again is another one.
    expect((await add(builder, town, { countedOn: '2026-04-05' })).status).toBe(200);
  });

  it('come from a workbook, with what is wrong at its row, and go back into it', async () => {
    const town = await signTown('book');
    await add(town.supervisor, town);
    const file = await workbook([
      ['村名', '类别', '名称', '建群部门', '依据', '是否保留', '清点日期', '清掉日期', '怎么清的'],
      ['东溪村', '牌子', '星级文明创建站', '城建办', '', '', '2026-03-02', '2026-04-01', '摘下'],
      ['东溪村', '牌子', '党支部', '县委组织部', '党章', '保留', '2026-03-02', '', ''],
      ['河口村', '工作群', '秸秆禁烧群', '农业农村办', '', '', '2026年3月2日', '', ''],
      ['河口村', '横幅', '欢迎', '城建办', '', '', '2026-03-02', '', ''],
      ['河口村', '牌子', '农家书屋', '城建办', '', '保留', '2026-03-02', '', ''],
      ['河口村', '工作群', '秸秆禁烧群', '城建办', '', '', '2026-03-03', '', ''],
      ['河口村', '牌子', '驿站', '城建办', '', '', '2026-03-02', '2026-03-01', '摘下'],
    ]);
    const { body } = await send(town, '/imports/preview', { file });
    expect(body).toMatchObject({ goodRows: 3, badRows: 4, added: 2, changed: 1 });
    expect(
      body.remarks.map(({ row, sentence }: { row: number; sentence: string }) => [
        row,
        sentence.slice(0, 12),
      ]),
    ).toEqual([
      [5, '“横幅”不是类别；请写 '],
      [6, '写了保留，没有写依据；请'],
      [7, '这一条已经登记，清点日期'],
      [8, '清掉日期 2026-03'],
    ]);
    const marked = await send(town, '/imports/marked', { file });
    const path = join(emptyFolder(), 'marked.xlsx');
    writeFileSync(path, marked.bytes);
    expect((await readTables(path)).sheets[0]?.rows[4]?.at(-1)?.text).toContain('不是类别');
    await town.stays('org.import-bad-rows', 422, () =>
      send(town, '/imports', { file, digest: body.digest, goodOnly: 'false' }),
    );
    const taken = await send(town, '/imports', { file, digest: body.digest, goodOnly: 'true' });
    expect(taken.body).toEqual({ added: 2, changed: 1 });
    const { body: list } = await town.supervisor.get(town.signs);
    expect(list.total).toMatchObject({
      sign: { atStart: 2, ended: 1, left: 1, kept: 1 },
      group: { atStart: 1, left: 1 },
    });
    const out = await town.supervisor.get(`${town.signs}/export`);
    const back = new File([new Uint8Array(out.bytes)], '牌子和工作群.xlsx');
    const again = await send(town, '/imports/preview', { file: back });
    expect(again.body).toMatchObject({ badRows: 0, added: 0, changed: 0, same: 3 });
  });

  it('tell the audit in whose place a substitute writes', async () => {
    const town = await signTown('place');
    const administrator = await kit().person('place', 'place-guan', { role: 'administrator' });
    const accounts = '/api/towns/place/accounts';
    const { body } = await town.builder.get(`${accounts}/own`);
    await administrator.post(`${accounts}/${town.builder.accountId}/substitutes`, {
      grant: body.grants[0].id,
      substitute: town.farmer.accountId,
      from: '2026-04-10',
      to: '2026-04-24',
    });
    const own = { name: '农技站', office: '农业农村办' };
    for (const more of [{}, own]) expect((await add(town.farmer, town, more)).status).toBe(200);
    const told = await kit().inside(town.tenant, (db) =>
      db
        .selectFrom('audit')
        .select('in_place_of')
        .where('deed', '=', 'signs.add')
        .orderBy('id')
        .execute(),
    );
    expect(told.map((row) => row.in_place_of)).toEqual([[town.builder.accountId], []]);
  });
});

async function workbook([head = [], ...rows]: readonly string[][]): Promise<File> {
  const columns = head.map((title) => ({ title, type: 'text' as const }));
  const bytes = await workbookBytes([{ name: '牌子', columns, rows }]);
  return new File([new Uint8Array(bytes)], '牌子.xlsx');
}

async function send({ signs, supervisor }: SignTown, address: string, fields: object) {
  const { body, headers } = await formOf(fields as Record<string, string | File>);
  return supervisor.ask('POST', `${signs}${address}`, body, headers);
}
