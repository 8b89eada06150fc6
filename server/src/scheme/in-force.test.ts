import { readFileSync } from 'node:fs';
import { factKind, readShape } from '@oneneedle/kernel';
import { expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { kindsOf, putKinds, putScheme, schemeOf, schemesInForce } from './in-force.ts';

const kit = useProgram();

const example = (file: string) =>
  readFileSync(new URL(`../../../schemes/village-daily/${file}`, import.meta.url), 'utf8');
const now = '2026-04-10T02:00:00.000Z';
const approved = {
  decisionNo: '青党发〔2026〕3号',
  decidedBy: '青禾镇党委会',
  decidedOn: '2026-01-05',
};

it('gives the version of a day, of a period, and all of them', async () => {
  const tenantId = await kit().town('qinghe', '青禾镇');
  const next = example('scheme.yaml')
    .replace('version: 2026.1', 'version: 2027.1')
    .replace('from: 2026-01-01, to: 2026-12-31', 'from: 2027-01-01, to: 2027-12-31');
  await kit().inside(tenantId, async (db) => {
    const id = await putScheme(db, { tenantId, source: example('scheme.yaml'), now, approved });
    await putScheme(db, { tenantId, source: next, now, approved });
    const [first, ...others] = await schemesInForce(db, { on: '2026-12-31' });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ id, line: 'qinghe-village-daily', version: '2026.1' });
    expect(first?.source).toBe(example('scheme.yaml'));
    expect(first?.scheme.tree[0]?.name).toBe('人居环境');
    expect(await schemesInForce(db, { on: '2025-12-31' })).toEqual([]);
    expect(await schemesInForce(db)).toHaveLength(2);
    expect((await schemeOf(db, 'qinghe-village-daily', '2027-Q1' as never))?.version).toBe(
      '2027.1',
    );
    expect(await schemeOf(db, 'qinghe-village-daily', '2025-Q4' as never)).toBeUndefined();
  });
  const elsewhere = await kit().town('luoxi', '洛溪镇');
  await kit().inside(elsewhere, async (db) => expect(await schemesInForce(db)).toEqual([]));
});

it('gives the line of the longer period before one whose code comes first', async () => {
  const tenantId = await kit().town('yunxi', '云溪镇');
  const monthly = example('../environment-check/scheme.yaml');
  await kit().inside(tenantId, async (db) => {
    await putScheme(db, { tenantId, source: monthly, now, approved });
    await putScheme(db, { tenantId, source: example('scheme.yaml'), now, approved });
    const lines = (await schemesInForce(db, { on: '2026-12-31' })).map(({ line }) => line);
    expect(lines).toEqual(['qinghe-village-daily', 'qinghe-environment-check']);
    expect(lines).not.toEqual([...lines].sort());
  });
});

it('keeps the catalogue of facts as it was written, in its order', async () => {
  const tenantId = await kit().town('shiquan', '石泉镇');
  const kinds = readShape(example('kinds.yaml'), factKind.array()).value ?? [];
  expect(kinds.length).toBeGreaterThan(30);
  await kit().inside(tenantId, async (db) => {
    await putKinds(db, { tenantId, kinds });
    expect(await kindsOf(db)).toEqual(kinds);
    const [first] = kinds;
    if (!first) throw new Error('the example has kinds');
    await putKinds(db, { tenantId, kinds: [{ ...first, name: '垃圾堆放' }] });
    const changed = await kindsOf(db);
    expect(changed).toHaveLength(kinds.length);
    expect(changed[0]?.name).toBe('垃圾堆放');
  });
});

it('refuses a scheme that cannot be read or has no days, and keeps nothing of it', async () => {
  const tenantId = await kit().town('fengling', '枫岭镇');
  const put = (source: string) =>
    kit().inside(tenantId, (db) => putScheme(db, { tenantId, source, now, approved }));
  await expect(put('name: [')).rejects.toThrow('读不出来');
  const timeless = example('scheme.yaml').replace(/^effective:.*$/m, '');
  await expect(put(timeless)).rejects.toThrow('没有写施行日期');
  await put(example('scheme.yaml'));
  await expect(put(example('scheme.yaml'))).rejects.toThrow('scheme_version_approved_once');
  const rows = await kit().inside(tenantId, (db) => schemesInForce(db));
  expect(rows).toHaveLength(1);
});

it('never changes what was approved, whoever asks the database', async () => {
  const tenantId = await kit().town('heyan', '河沿镇');
  const id = await kit().inside(tenantId, (db) =>
    putScheme(db, { tenantId, source: example('scheme.yaml'), now, approved }),
  );
  const change = (set: Record<string, string>) =>
    kit().inside(tenantId, (db) =>
      db.updateTable('scheme_version').set(set).where('id', '=', id).execute(),
    );
  const fixed = { constraint: 'scheme_version_fixed' };
  await expect(change({ source: 'name: 别的' })).rejects.toMatchObject(fixed);
  await expect(change({ effective_to: '2027-12-31' })).rejects.toThrow('does not change');
  await expect(change({ state: 'draft' })).rejects.toThrow('does not change');
  const [kept] = await kit().inside(tenantId, (db) => schemesInForce(db));
  expect(kept).toMatchObject({ id, to: '2026-12-31', source: example('scheme.yaml') });
});
