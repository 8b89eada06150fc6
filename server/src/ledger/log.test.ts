/** The log under the ledger: numbers without gaps, one root, and tables that only grow. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fact, readFacts, rootOfLeaves, type Seal } from '@oneneedle/kernel';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { putScheme } from '../scheme/index.ts';
import {
  factsOf,
  insertSeal,
  ledgerHead,
  type NewFact,
  postFacts,
  putFacts,
  sealsOf,
} from './index.ts';

const kit = useProgram();
const now = '2026-04-10T02:00:00.000Z';
const example = join(import.meta.dirname, '../../../schemes/village-daily');

const rubbish: NewFact = {
  clientKey: 'first',
  kind: 'inspection.garbage',
  form: 'event',
  about: [{ subject: 'dongxi', as: '' }],
  on: '2026-03-06' as Fact['on'] & string,
  values: { 处数: '2' },
  tags: [],
  evidence: ['照片2张'],
  recordedBy: 'p-zhou',
  reviewedBy: 'p-wu',
  note: '三组路口有两堆垃圾。',
};

function place(tenantId: string, db: Parameters<typeof factsOf>[0]) {
  return { db, tenant: { id: tenantId }, now };
}

function post(tenantId: string, facts: readonly NewFact[]) {
  return kit().inside(tenantId, (db) => postFacts(place(tenantId, db), facts));
}

function facts(tenantId: string) {
  return kit().inside(tenantId, (db) => factsOf(db));
}

async function withScheme(tenantId: string): Promise<void> {
  const source = readFileSync(join(example, 'scheme.yaml'), 'utf8');
  const approved = {
    decisionNo: '青党会〔2026〕1号',
    decidedBy: '党委会',
    decidedOn: '2026-01-04',
  };
  await kit().inside(tenantId, (db) => putScheme(db, { tenantId, source, approved, now }));
}

/** As the owner of the tables, whom row security and rights do not bind. */
async function asOwner(sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: kit().ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rowCount;
  } finally {
    await client.end();
  }
}

describe('posting', () => {
  it('numbers facts, says where they count, and commits to them', async () => {
    const tenant = await kit().town('qinghe', '青禾镇');
    await withScheme(tenant);
    const {
      facts: [posted],
      late,
    } = await post(tenant, [rubbish]);
    expect(posted).toMatchObject({
      id: '2026-0001',
      seq: 1,
      countsIn: { 'qinghe-village-daily': '2026-Q1' },
      postedAt: now,
      note: rubbish.note,
    });
    expect(late).toEqual([]);
    const read = await facts(tenant);
    expect(read.facts).toEqual([posted]);
    expect(read.head.size).toBe(1);
    expect(await kit().inside(tenant, ledgerHead)).toEqual(read.head);
  });

  it('posts once what is posted twice, and refuses another fact under the same number', async () => {
    const tenant = await kit().town('luoxi', '落溪镇');
    const first = await post(tenant, [{ ...rubbish, id: 'D-1' }]);
    const again = await post(tenant, [{ ...rubbish, id: 'D-1' }]);
    expect(again.facts).toEqual(first.facts);
    const before = await facts(tenant);
    await expect(
      post(tenant, [{ ...rubbish, id: 'D-1', clientKey: 'other' }]),
    ).rejects.toMatchObject({ code: 'ledger.fact-id-taken' });
    await expect(
      post(tenant, [{ ...rubbish, id: 'D-1', values: { 处数: '3' } }]),
    ).rejects.toMatchObject({ code: 'ledger.fact-id-taken' });
    expect(await facts(tenant)).toEqual(before);
  });

  it('reverses a fact once, and no reversal', async () => {
    const tenant = await kit().town('hekou', '河口镇');
    const [posted] = (await post(tenant, [rubbish])).facts;
    const reversal = { ...rubbish, kind: 'reversal', values: {}, reverses: posted?.id ?? '' };
    const [back] = (await post(tenant, [{ ...reversal, clientKey: 'back' }])).facts;
    const before = await facts(tenant);
    for (const [clientKey, reverses, refusal] of [
      // The unique constraint speaks here; the gate translates it by its name.
      ['twice', posted?.id, { constraint: 'fact_reversed_once' }],
      ['of-reversal', back?.id, { code: 'ledger.reversal-of-reversal' }],
      ['of-nothing', '2026-9999', { code: 'ledger.fact-unknown' }],
    ] as const) {
      const attempt = post(tenant, [{ ...reversal, clientKey, reverses: reverses ?? '' }]);
      await expect(attempt).rejects.toMatchObject(refusal);
    }
    expect(await facts(tenant)).toEqual(before);
  });

  it('gives two posters at once numbers of their own and one root', async () => {
    const tenant = await kit().town('shanqian', '山前镇');
    const keys = Array.from({ length: 12 }, (_, at) => `at-once-${at}`);
    await Promise.all(keys.map((clientKey) => post(tenant, [{ ...rubbish, clientKey }])));
    const { facts: posted, head } = await facts(tenant);
    expect(posted.map(({ seq }) => seq)).toEqual(keys.map((_, at) => at + 1));
    const leaves = await kit().inside(tenant, (db) =>
      db.selectFrom('fact').select('leaf_hash').orderBy('seq').execute(),
    );
    expect(head).toEqual({ size: 12, root: rootOfLeaves(leaves.map((row) => row.leaf_hash)) });
  });

  it('takes a year over in one go, the same as one by one', async () => {
    const { facts: given } = readFacts(readFileSync(join(example, 'facts.yaml'), 'utf8'));
    expect(given.length).toBeGreaterThan(200);
    const tenant = await kit().town('dachuan', '大川镇');
    await withScheme(tenant);
    await kit().inside(tenant, (db) => putFacts(place(tenant, db), given));
    const { facts: posted, head } = await facts(tenant);
    expect(posted.map(({ id }) => id)).toEqual(
      [...given].sort((a, b) => a.seq - b.seq).map(({ id }) => id),
    );
    const half = await kit().inside(tenant, (db) => factsOf(db, { upTo: 100 }));
    expect(half.facts).toEqual(posted.slice(0, 100));
    expect(half.head.size).toBe(100);
    await kit().inside(tenant, (db) => putFacts(place(tenant, db), given));
    expect((await facts(tenant)).head).toEqual(head);
  });
});

describe('the tables', () => {
  it('only grow, for the program and for their owner', async () => {
    const tenant = await kit().town('only', '只增镇');
    await post(tenant, [rubbish]);
    const before = await facts(tenant);
    for (const table of ['fact', 'seal']) {
      const change = (sql: string) => kit().inside(tenant, () => kit().database.pool.query(sql));
      const column = table === 'fact' ? 'office' : 'sealed_by';
      await expect(change(`update ${table} set ${column} = 'x'`)).rejects.toThrow('denied');
      await expect(change(`delete from ${table}`)).rejects.toThrow('denied');
      await expect(asOwner(`truncate ${table} cascade`)).rejects.toThrow('only grows');
    }
    await expect(asOwner(`update fact set office = 'x'`)).rejects.toThrow('only grows');
    await expect(asOwner('delete from fact')).rejects.toThrow('only grows');
    expect(await facts(tenant)).toEqual(before);
  });

  it('keep one town from the other', async () => {
    const [one, other] = [await kit().town('one', '一镇'), await kit().town('other', '二镇')];
    await post(one, [rubbish]);
    expect((await facts(other)).facts).toEqual([]);
    expect(await kit().inside(other, sealsOf)).toEqual([]);
    expect((await facts(other)).head.size).toBe(0);
  });

  it('let the text of a fact be erased, and the log stands', async () => {
    const tenant = await kit().town('erase', '销毁镇');
    await post(tenant, [rubbish]);
    const { head } = await facts(tenant);
    await kit().inside(tenant, (db) => db.deleteFrom('fact_text').execute());
    const after = await facts(tenant);
    expect(after.facts[0]?.note).toBeUndefined();
    expect(after.head).toEqual(head);
  });

  it('tell a reason that was erased from one that never was', async () => {
    const tenant = await kit().town('reason', '理由镇');
    const chosen = { scheme: '', clause: '9.4', points: '93' };
    const { note: _, ...bare } = rubbish;
    await post(tenant, [
      { ...bare, clientKey: 'without', chosen: { ...chosen, reason: '' } },
      { ...rubbish, clientKey: 'noted', chosen: { ...chosen, reason: '' } },
      { ...bare, clientKey: 'with', chosen: { ...chosen, reason: '台账齐全' } },
    ]);
    const reasons = async () => (await facts(tenant)).facts.map((fact) => fact.chosen?.reason);
    expect(await reasons()).toEqual(['', '', '台账齐全']);
    await kit().inside(tenant, (db) => db.deleteFrom('fact_text').execute());
    const erased = '理由已按保存期限销毁。';
    expect(await reasons()).toEqual(['', erased, erased]);
  });
});

describe('a seal', () => {
  const seal: Seal = {
    line: 'qinghe-village-daily',
    period: '2026-Q1',
    edition: 1,
    atSeq: 1,
    printed: { dongxi: { total: 98000 } },
  };

  it('moves what comes after it to the next period, unless a corrected edition was decided', async () => {
    const tenant = await kit().town('sealed', '封存镇');
    await withScheme(tenant);
    await post(tenant, [rubbish]);
    await kit().inside(tenant, (db) => insertSeal(place(tenant, db), seal));
    expect(await kit().inside(tenant, sealsOf)).toMatchObject([{ ...seal, sealedAt: now }]);
    const {
      facts: [late],
      late: told,
    } = await post(tenant, [{ ...rubbish, clientKey: 'late' }]);
    expect(late?.countsIn).toEqual({ 'qinghe-village-daily': '2026-Q2' });
    expect(told[0]?.sentence).toContain('计入2026年第二季度');
    const correcting = [{ line: seal.line, period: seal.period }];
    const {
      facts: [own],
    } = await kit().inside(tenant, (db) =>
      postFacts(place(tenant, db), [{ ...rubbish, clientKey: 'own' }], { correcting }),
    );
    expect(own?.countsIn).toEqual({ 'qinghe-village-daily': '2026-Q1' });
  });

  it('leaves no period for a fact of the last quarter once that is sealed', async () => {
    const tenant = await kit().town('nowhere', '无期镇');
    await withScheme(tenant);
    const last = { ...seal, period: '2026-Q4', atSeq: 0 };
    await kit().inside(tenant, (db) => insertSeal(place(tenant, db), last));
    const late = post(tenant, [{ ...rubbish, on: '2026-12-20' as Fact['on'] & string }]);
    await expect(late).rejects.toMatchObject({ code: 'ledger.counts-nowhere' });
    expect((await facts(tenant)).facts).toEqual([]);
  });

  it('of the last period of a year leaves no place for a late fact', async () => {
    const tenant = await kit().town('over', '年终镇');
    await withScheme(tenant);
    for (const period of ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']) {
      await kit().inside(tenant, (db) =>
        insertSeal(place(tenant, db), { ...seal, period, atSeq: 0 }),
      );
    }
    const before = await facts(tenant);
    await expect(post(tenant, [rubbish])).rejects.toMatchObject({
      code: 'ledger.counts-nowhere',
      message: expect.stringContaining('2026年已全部封存'),
    });
    expect(await facts(tenant)).toEqual(before);
  });

  it('is refused where a fact of its period would be lost, and twice', async () => {
    const tenant = await kit().town('stale', '过时镇');
    await withScheme(tenant);
    await post(tenant, [rubbish, { ...rubbish, clientKey: 'second' }]);
    const keep = (edition: Seal) =>
      kit().inside(tenant, (db) => insertSeal(place(tenant, db), edition));
    await expect(keep(seal)).rejects.toMatchObject({ code: 'ledger.seal-stale' });
    expect(await kit().inside(tenant, sealsOf)).toEqual([]);
    await keep({ ...seal, atSeq: 2 });
    await expect(keep({ ...seal, atSeq: 2 })).rejects.toMatchObject({
      constraint: 'seal_edition_unique',
    });
    expect(await kit().inside(tenant, sealsOf)).toHaveLength(1);
  });
});
