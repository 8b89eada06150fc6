import { readFileSync } from 'node:fs';
import { readRoster } from '@oneneedle/kernel';
import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { personName, putRoster, rosterOf } from './index.ts';

const kit = useProgram();

const example = new URL('../../../schemes/qinghe-town/roster.yaml', import.meta.url);
const { roster: exampleRoster } = readRoster(readFileSync(example, 'utf8'));

describe('the roster in the database', () => {
  it('comes back as it went in, in the same order', async () => {
    const tenant = await kit().town('qinghe', '青禾镇');
    await kit().inside(tenant, (db) => putRoster(db, tenant, exampleRoster));
    const back = await kit().inside(tenant, rosterOf);
    expect(back).toEqual(exampleRoster);
    expect(JSON.stringify(back.units.map(({ sizes }) => sizes))).toBe(
      JSON.stringify(exampleRoster.units.map(({ sizes }) => sizes)),
    );
    expect(await kit().inside(tenant, (db) => personName(db, 'P-0001'))).toBe('顾远山');
    expect(await kit().inside(tenant, (db) => personName(db, 'P-9999'))).toBeUndefined();
  });
});
