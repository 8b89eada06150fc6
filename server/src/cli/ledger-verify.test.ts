/** `oneneedle ledger verify`: in place and offline; a changed byte is named. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown } from '../../test/ledger-town.ts';
import { emptyFolder, oneneedle, oneneedleJson, removeFolders } from '../../test/terminal.ts';
import { insertSeal, ledgerHead, type NewFact, postFacts } from '../ledger/index.ts';

const kit = useProgram();
afterAll(removeFolders);
afterAll(() => vi.unstubAllEnvs());

let town: LedgerTown;
beforeAll(async () => {
  town = await foundTown('qinghe');
  vi.stubEnv('DATABASE_URL', kit().ownerUrl);
});

/** Five facts, the second taken back by the third, a seal after the fourth. */
async function foundTown(code: string): Promise<LedgerTown> {
  const found = await ledgerTown(kit(), code, `${code}镇`);
  const { tenantId } = found;
  await kit().inside(tenantId, async (db) => {
    const place = { db, tenant: { id: tenantId }, now: '2026-04-10T02:00:00.000Z' };
    const facts = Array.from({ length: 4 }, (_, at): NewFact => {
      return {
        id: `D-${at + 1}`,
        kind: at === 2 ? 'reversal' : 'inspection.garbage',
        form: 'event',
        about: [{ subject: '东溪村', as: '' }],
        on: '2026-03-06' as NewFact['on'] & string,
        values: at === 2 ? {} : { 处数: `${at + 1}` },
        tags: [],
        evidence: ['照片'],
        note: `第 ${at + 1} 条说明`,
        ...(at === 2 ? { reverses: 'D-2' } : {}),
      };
    });
    await postFacts(place, facts);
    const printed = { 东溪村: { total: 98_000 } };
    await insertSeal(place, { line: 'x', period: '2026-Q1', edition: 1, atSeq: 4, printed });
    await postFacts(place, [{ ...(facts[0] as NewFact), id: 'D-5' }]);
  });
  return found;
}

/** As whoever holds the whole server: guards switched off, a byte changed, guards on again. */
async function tamper({ tenantId }: LedgerTown, table: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: kit().ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('oneneedle.tenant', $1, false)`, [tenantId]);
    await client.query(`alter table ${table} disable trigger user`);
    const { rowCount } = await client.query(sql);
    expect(rowCount).toBe(1);
    await client.query(`alter table ${table} enable trigger user`);
  } finally {
    await client.end();
  }
}

const head = (tenantId: string) => kit().inside(tenantId, ledgerHead);

describe('a ledger in its database', () => {
  it('agrees, and tells the root', async () => {
    const { root } = await head(town.tenantId);
    const { code, out } = await oneneedle(['ledger', 'verify', 'qinghe']);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`5 条事实，逐条重算都相符。\n根哈希 ${root}`),
    ]);
    const english = await oneneedle(['ledger', 'verify', 'qinghe', '--lang', 'en']);
    expect(english.out).toContain('all agree');
  });

  it('knows the root that was printed earlier, and one that never was', async () => {
    const seal = await kit().inside(town.tenantId, (db) =>
      db.selectFrom('seal').select('ledger_root').executeTakeFirstOrThrow(),
    );
    const earlier = await oneneedle(['ledger', 'verify', 'qinghe', '--receipt', seal.ledger_root]);
    expect([earlier.code, earlier.out]).toEqual([
      0,
      expect.stringContaining('有 4 条时的，此后又入账 1 条'),
    ]);
    const never = await oneneedle(['ledger', 'verify', 'qinghe', '--receipt', 'f'.repeat(64)]);
    expect([never.code, never.out]).toEqual([1, expect.stringContaining('从来没有过这个根')]);
  });

  it.each([
    [
      'byte',
      'fact',
      `update fact set body = jsonb_set(body, '{values,处数}', '"9"') where tenant_id = current_tenant() and id = 'D-4'`,
      ['leaf', 'D-4'],
      '事实 D-4（序号 4）和入账时不一样。',
    ],
    [
      'text',
      'fact_text',
      `update fact_text set note = '没有这回事' where tenant_id = current_tenant() and fact_id = 'D-1'`,
      ['text', 'D-1'],
      '事实 D-1（序号 1）的说明或理由和入账时不一样。',
    ],
    [
      'head',
      'ledger_head',
      `update ledger_head set root = repeat('0', 64) where tenant_id = current_tenant()`,
      ['root', undefined],
      '重算的根和记着的根',
    ],
    [
      'seal',
      'seal',
      `update seal set ledger_root = repeat('0', 64) where tenant_id = current_tenant()`,
      ['seal', undefined],
      '封存 x 2026-Q1 第 1 版时记下的根',
    ],
  ])('that was changed (%s) is named', async (name, table, sql, [fault, id], sentence) => {
    const changed = await foundTown(`changed-${name}`);
    await tamper(changed, table, sql);
    const { code, out } = await oneneedle(['ledger', 'verify', changed.code]);
    expect([code, out]).toEqual([1, expect.stringContaining(sentence)]);
    const { answer } = await oneneedleJson(['ledger', 'verify', changed.code]);
    const [first] = answer.faults as readonly object[];
    expect([answer.ok, first]).toMatchObject([false, { code: fault, ...(id ? { id } : {}) }]);
    const english = await oneneedle(['ledger', 'verify', changed.code, '--lang', 'en']);
    expect(english.out).not.toMatch(/和入账时|记着的/);
  });

  it('is asked for by a town that is there', async () => {
    const { code, err } = await oneneedle(['ledger', 'verify', 'nowhere']);
    expect([code, err]).toEqual([1, expect.stringContaining('没有代号是“nowhere”的乡镇')]);
  });
});

describe('a ledger in a file', () => {
  async function logFile(change: (text: string) => string = (text) => text): Promise<string> {
    const office = await town.person(`office-${Math.trunc(performance.now())}`, {
      role: 'assessment-office',
    });
    const { bytes } = await office.get(`${town.base}/log`);
    const path = join(emptyFolder(), '台账日志.json');
    writeFileSync(path, change(new TextDecoder().decode(bytes)));
    return path;
  }

  it('is verified without a database', async () => {
    const path = await logFile();
    vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none');
    const { code, out } = await oneneedle(['ledger', 'verify', path]);
    vi.stubEnv('DATABASE_URL', kit().ownerUrl);
    const { root } = await head(town.tenantId);
    expect([code, out]).toEqual([0, expect.stringContaining(root)]);
  });

  it('names the first fact that differs, whatever byte was changed', async () => {
    const path = await logFile((text) => text.replace('"id":"D-4"', '"id":"D-4x"'));
    const { code, out } = await oneneedle(['ledger', 'verify', path]);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('■ 事实 D-4x（序号 4）和入账时不一样。'),
    ]);
    const cut = await logFile((text) => {
      const log = JSON.parse(text);
      return JSON.stringify({ ...log, facts: log.facts.toSpliced(1, 1) });
    });
    const told = await oneneedle(['ledger', 'verify', cut]);
    expect(told.out).toContain('事实 D-3 写的序号是 3，应是 2：前面少了或多了事实。');
    expect(told.out).toContain('更正的 D-2 不在它前面');
    expect(told.out).toContain('台账记着有 5 条，实有 4 条');
  });

  it('that is none is refused', async () => {
    for (const change of [() => 'not json', () => '{}', () => '[]']) {
      const { code, err } = await oneneedle(['ledger', 'verify', await logFile(change)]);
      expect([code, err]).toEqual([1, expect.stringContaining('不是台账的日志文件')]);
    }
    const { code, err } = await oneneedle(['ledger', 'verify', '没有.json']);
    expect([code, err]).toEqual([1, expect.stringContaining('没有文件“没有.json”')]);
  });
});
