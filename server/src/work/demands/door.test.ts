import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { demandTown, sound } from '../../../test/demand-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { requireCleared } from './door.ts';
import { findDemands, insertDemand, type NewDemandRow } from './store.ts';

const kit = useProgram();
const now = '2026-04-10T02:00:00.000Z';
const item = '00000000-0000-4000-8000-000000000001';
const leaving = {
  kind: 'item',
  about: item,
  units: ['东溪村', '河口村'],
  dueOn: '2026-04-16',
  toldOn: '2026-04-16',
  requirement: '逐户排查。',
} as const;

describe('the door of the burden gate', () => {
  it('lets nothing leave for villages that no cleared demand names', async () => {
    const { tenant, builder } = await demandTown(kit(), 'door');
    const row = (more: Partial<NewDemandRow>): NewDemandRow => ({
      tenant_id: tenant,
      id: randomUUID(),
      kind: 'item',
      about: item,
      title: '危房排查',
      office: '城建办',
      units: ['东溪村'],
      purpose: sound.purpose,
      basis: sound.basis,
      duty_entry: sound.dutyEntry,
      data_asked: [],
      channel: 'system',
      answers: JSON.stringify(sound.answers),
      findings: '[]',
      known: '[]',
      state: 'cleared',
      is_afterwards: false,
      asked_at: now,
      asked_by_account: builder.accountId,
      in_place_of: [],
      ...more,
    });
    const states = () =>
      kit().inside(tenant, async (db) =>
        (await findDemands(db, {})).map(({ state, units }) => `${units} ${state}`).sort(),
      );
    const add = (more: Partial<NewDemandRow>) =>
      kit().inside(tenant, (db) => insertDemand(db, row(more)));
    const leave = (units: readonly string[]) =>
      kit().inside(tenant, (db) =>
        requireCleared({ db, tenant: { id: tenant }, now }, { ...leaving, units }),
      );
    await leave([]);
    await expect(leave(leaving.units)).rejects.toMatchObject({
      code: 'demands.gate-stopped',
      message: expect.stringContaining('先过下发闸门'),
    });
    await add({});
    await add({ units: ['河口村'], state: 'stopped' });
    await add({
      units: ['河口村'],
      about: '00000000-0000-4000-8000-000000000002',
      title: '管塘',
      duty_entry: '自治-1',
    });
    await add({ units: ['河口村'], state: 'refused' });
    const before = await states();
    await expect(leave(leaving.units)).rejects.toMatchObject({
      code: 'demands.gate-stopped',
      message: expect.stringContaining('等领导定'),
    });
    expect(await states()).toEqual(before);
    await add({ units: ['河口村'] });
    await leave(leaving.units);
    expect(await states()).toEqual([
      '东溪村 sent',
      '河口村 cleared', // of another item
      '河口村 refused',
      '河口村 sent',
      '河口村 stopped',
    ]);
    await leave(leaving.units); // assigned anew
  });
});
