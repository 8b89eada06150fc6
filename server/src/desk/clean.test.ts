import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { putSmallRoster } from '../../test/kit/small-roster.ts';
import { cleanDesk, closeLines, openLine } from './index.ts';

const kit = useProgram();

describe('the nightly clean-up of the list', () => {
  it('takes closed lines, readings and the addresses of stopped accounts after their term, and no more', async () => {
    const tenant = await kit().town('qinghe', '青禾镇');
    await putSmallRoster(kit(), tenant);
    const zhou = await kit().person('qinghe', 'zhou', { role: 'recorder' });
    const lin = await kit().person('qinghe', 'lin', { role: 'recorder' });
    for (const asker of [zhou, lin]) {
      const email = `${asker.accountId.slice(0, 4)}@example.com`;
      await asker.ask('PUT', '/api/towns/qinghe/desk/digest', { email });
    }
    const matter = { room: 'work', kind: 'item' };
    const line = { ...matter, title: '入户核实', roles: ['leader'] as const, address: '/work' };
    const link = '00000000-0000-4000-8000-000000000001';
    await kit().inside(tenant, async (db) => {
      const place = { db, tenant: { id: tenant }, now: '2026-01-01T02:00:00.000Z' };
      for (const about of ['old', 'new', 'open']) await openLine(place, { ...line, about });
      await closeLines(place, { ...matter, about: 'old' });
      await closeLines({ ...place, now: '2026-01-02T02:00:00.000Z' }, { ...matter, about: 'new' });
      await db
        .insertInto('plain_link')
        .values({
          tenant_id: tenant,
          id: link,
          unit_code: '东溪村',
          token_digest: 'd',
          pin_hash: 'h',
          created_by: zhou.accountId,
          created_at: '2025-04-01T02:00:00.000Z',
          expires_at: '2025-04-08T02:00:00.000Z',
        })
        .execute();
      for (const at of ['2025-04-09T02:00:00.000Z', '2025-04-12T02:00:00.000Z']) {
        const reading = {
          tenant_id: tenant,
          link_id: link,
          at,
          outcome: 'read',
          address: '10.0.0.x',
        };
        await db.insertInto('plain_link_reading').values(reading).execute();
      }
      await db
        .updateTable('account')
        .set({ disabled_at: '2026-04-10T01:00:00.000Z' })
        .where('id', '=', lin.accountId)
        .execute();
      await cleanDesk({ db, now: '2026-04-12T01:00:00.000Z' });
    });
    const kept = await kit().inside(tenant, async (db) => [
      await db.selectFrom('desk_line').select('about').orderBy('about').execute(),
      await db.selectFrom('plain_link_reading').select('at').execute(),
      await db.selectFrom('digest_choice').select('account_id').execute(),
    ]);
    expect(kept).toEqual([
      [{ about: 'new' }, { about: 'open' }],
      [{ at: '2025-04-12T02:00:00.000Z' }],
      [{ account_id: zhou.accountId }],
    ]);
  });
});
