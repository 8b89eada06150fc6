import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { putFacts } from './index.ts';
import { usesOf } from './uses.ts';

const kit = useProgram();
const now = '2026-04-09T02:00:00.000Z';

describe('what speaks of a unit', () => {
  it('is counted, and keeps the unit from being taken away', async () => {
    const tenant = await kit().town('qinghe', '青禾镇');
    const admin = await kit().person('qinghe', 'admin', { role: 'administrator' });
    await kit().inside(tenant, async (db) => {
      for (const code of ['东溪村', '西岗村']) {
        await db
          .insertInto('unit')
          .values({ tenant_id: tenant, code, name: code, type: 'village' })
          .execute();
      }
      const fact = {
        id: 'D-1',
        kind: 'inspection.garbage',
        form: 'event' as const,
        about: [{ subject: '东溪村', as: '' }],
        on: '2026-02-11' as never,
        values: {},
        tags: [],
        evidence: ['照片'],
        seq: 1,
      };
      await putFacts({ db, tenant: { id: tenant }, now }, [fact], { schemes: [] });
    });
    expect(await kit().inside(tenant, (db) => usesOf(db, '东溪村'))).toEqual(['1 条事实']);
    expect(await kit().inside(tenant, (db) => usesOf(db, '西岗村'))).toEqual([]);
    const path = (code: string) => `/api/towns/qinghe/org/units/${encodeURIComponent(code)}`;
    const refused = await admin.ask('DELETE', path('东溪村'), {});
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining('1 条事实'),
    ]);
    expect((await admin.ask('DELETE', path('西岗村'), {})).status).toBe(200);
    const left = await kit().inside(tenant, (db) => db.selectFrom('unit').select('code').execute());
    expect(left).toEqual([{ code: '东溪村' }]);
  });
});
