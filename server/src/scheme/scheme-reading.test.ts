import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import {
  exampleKinds as kinds,
  nextScheme as next,
  schemeTowns,
  sha256,
  exampleScheme as source,
} from '../../test/scheme-towns.ts';

const kit = useProgram();
const { founded, uploaded, kept, refused, posted } = schemeTowns(kit);

describe('reading', () => {
  it('shows a village what was approved and no draft', async () => {
    const town = await founded({ adopted: true });
    const draft = await uploaded(town, next);
    expect((await town.village.get(`${town.at}/schemes`)).body.rows).toHaveLength(1);
    expect((await town.clerk.get(`${town.at}/schemes`)).body.rows).toHaveLength(2);
    for (const part of ['', '/source', '/document']) {
      const answer = await town.village.get(`${town.at}/schemes/${draft}${part}`);
      expect(answer.body).toMatchObject({ status: 404, code: 'scheme.not-found' });
    }
    for (const part of ['/comments', '/paper']) {
      expect((await town.village.get(`${town.at}/schemes/${draft}${part}`)).status).toBe(403);
    }
  });

  it('has no paper where there was none, and no official text where none can be read', async () => {
    const town = await founded({ adopted: true });
    const [adopted] = (await town.office.get(`${town.at}/schemes`)).body.rows;
    const paper = () => town.office.get(`${town.at}/schemes/${adopted.id}/paper`);
    await refused(town, paper, { status: 404, code: 'scheme.no-paper' });
    const broken = await uploaded(town, 'name: [');
    const word = () => town.office.get(`${town.at}/schemes/${broken}/document`);
    await refused(town, word, { status: 422, code: 'scheme.not-readable' });
  });

  it('says what changed, clause by clause', async () => {
    const town = await founded({ adopted: true });
    const [old] = (await town.office.get(`${town.at}/schemes`)).body.rows;
    const text = next
      .replace('每处扣0.5分。', '每处扣1分，同日同处不重复扣。')
      .replace('{ of: 处数, delta: -0.5 }', '{ of: 处数, delta: -1 }')
      .replace('source: 整改复查记录、催办单', 'source: 整改复查记录');
    const id = await uploaded(town, text);
    const path = `${town.at}/schemes/${id}`;
    expect((await town.office.get(path)).body.previous).toBe(old.id);
    const { body } = await town.office.get(`${path}/comparison?with=${old.id}`);
    expect(body.counts).toMatchObject({ added: 0, removed: 0, changed: 2 });
    const [head, garbage, rectification] = body.changes;
    expect(head.sentences.join()).toContain('施行日期由“2026年1月1日至2026年12月31日”改为');
    expect(garbage.sentences).toContain('1.1 每处扣分由0.5改为1。');
    expect(garbage.words).toContainEqual({ text: '0.5', mark: 'removed' });
    expect(rectification.sentences).toEqual([
      '1.2 数据来源由“整改复查记录、催办单”改为“整改复查记录”。',
    ]);
  });

  it('finds clauses by code, words, first letters and owner, with what a fact needs', async () => {
    const town = await founded({ adopted: true });
    const find = async (query: string) =>
      (await town.clerk.get(`${town.at}/clauses?${query}`)).body;
    const { rows } = await find('text=ljjc');
    expect(rows[0]).toMatchObject({ code: '1.1', path: ['人居环境'], owner: '城建办' });
    expect(rows[0].kinds[0]).toMatchObject({
      kind: 'inspection.garbage',
      fields: { 处数: { unit: '处', required: true } },
    });
    expect((await find(`text=${encodeURIComponent('垃圾 城建')}`)).rows[0].code).toBe('1.1');
    expect((await find('text=1.1')).rows[0].code).toBe('1.1');
    const owned = await find(`owner=${encodeURIComponent('应急办')}`);
    expect(owned.total).toBeGreaterThan(1);
    expect(owned.rows.every(({ owner }: { owner: string }) => owner === '应急办')).toBe(true);
    expect((await find('on=2025-06-30')).total).toBe(0);
    const limited = await find('limit=3');
    expect(limited.rows).toHaveLength(3);
    expect(limited.total).toBeGreaterThan(20);
  });

  it('shows another town nothing', async () => {
    const town = await founded({ adopted: true });
    await kit().town('luoxi', '洛溪镇');
    const stranger = await kit().person('luoxi', 'stranger', { role: 'assessment-office' });
    const [version] = (await town.office.get(`${town.at}/schemes`)).body.rows;
    const draft = await uploaded(town, next);
    const before = await kept(town);
    const luoxi = '/api/towns/luoxi';
    for (const id of [version.id, draft]) {
      const path = `${luoxi}/schemes/${id}`;
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.get(`${path}/source`)).status).toBe(404);
      const write = { source, base: sha256(next) };
      expect((await stranger.ask('PUT', path, write)).status).toBe(404);
      expect((await stranger.post(`${path}/withdrawal`)).status).toBe(404);
      expect((await stranger.get(`${town.at}/schemes/${id}`)).status).toBe(404);
    }
    expect((await stranger.get(`${luoxi}/schemes`)).body.rows).toEqual([]);
    expect((await stranger.get(`${luoxi}/clauses`)).body.total).toBe(0);
    expect((await stranger.get(`${luoxi}/fact-kinds`)).body.rows).toEqual([]);
    expect(await kept(town)).toEqual(before);
  });
});

describe('the catalogue of facts', () => {
  it('is read by everybody and written by the office, codes kept when they change', async () => {
    const town = await founded({ adopted: true });
    const { body } = await town.village.get(`${town.at}/fact-kinds`);
    expect(body.mayWrite).toBe(false);
    expect(body.rows[0]).toMatchObject({
      kind: { kind: 'inspection.garbage' },
      heardBy: [{ clause: '1.1' }],
    });
    const path = (code: string) => `${town.at}/fact-kinds/${code}`;
    const kind = { kind: 'lamp.dark', name: '路灯不亮', form: 'event', about: 'unit' };
    await refused(town, () => town.clerk.ask('PUT', path('lamp.dark'), { kind }), {
      status: 403,
      code: 'gate.not-permitted',
    });
    expect((await town.office.ask('PUT', path('lamp.dark'), { kind })).body.kind).toEqual(kind);
    const renamed = { ...kind, kind: 'lamp.broken' };
    const answer = await town.office.ask('PUT', path('lamp.dark'), { kind: renamed });
    expect(answer.body.kind).toEqual({ ...renamed, formerly: ['lamp.dark'] });
    const taken = { ...kind, kind: 'lamp.dark', name: '别的' };
    await refused(town, () => town.office.ask('PUT', path('lamp.dark'), { kind: taken }), {
      status: 409,
      code: 'scheme.kind-code-taken',
      says: '路灯不亮',
    });
    const bad = { ...kind, kind: 'a b' };
    await refused(town, () => town.office.ask('PUT', path('a'), { kind: bad }), {
      status: 422,
      code: 'scheme.kind-invalid',
    });
    expect((await town.office.ask('DELETE', path('lamp.broken'))).status).toBe(200);
    const { rows } = (await town.office.get(`${town.at}/fact-kinds`)).body;
    expect(rows).toHaveLength(kinds.length);
  });

  it('keeps a kind that a clause hears', async () => {
    const town = await founded({ adopted: true });
    const path = `${town.at}/fact-kinds/inspection.garbage`;
    await refused(town, () => town.office.ask('DELETE', path), {
      status: 409,
      code: 'scheme.kind-used',
      says: '条款 1.1',
    });
    await refused(town, () => town.office.ask('DELETE', `${town.at}/fact-kinds/nothing`), {
      status: 404,
      code: 'scheme.kind-not-found',
    });
  });

  it('keeps a kind of which there are facts, and its form', async () => {
    const town = await founded();
    const kind = { kind: 'lamp.dark', name: '路灯不亮', form: 'event', about: 'unit' };
    const path = `${town.at}/fact-kinds/lamp.dark`;
    await town.office.ask('PUT', path, { kind });
    await posted(town, 'lamp.dark');
    await refused(town, () => town.office.ask('DELETE', path), {
      status: 409,
      code: 'scheme.kind-used',
      says: '1 条事实',
    });
    const tally = { ...kind, form: 'tally' };
    await refused(town, () => town.office.ask('PUT', path, { kind: tally }), {
      status: 409,
      code: 'scheme.kind-form-fixed',
    });
    const renamed = { ...kind, kind: 'lamp.broken', name: '路灯损坏' };
    expect((await town.office.ask('PUT', path, { kind: renamed })).status).toBe(200);
    const after = `${town.at}/fact-kinds/lamp.broken`;
    await refused(town, () => town.office.ask('DELETE', after), {
      status: 409,
      code: 'scheme.kind-used',
      says: '1 条事实',
    });
  });
});
