import { describe, expect, it } from 'vitest';
import { useProgram } from '../../test/kit/rooms.ts';
import { orgTown } from '../../test/org-town.ts';
import { findTownships, proposed, proposedUnitsOf } from './division.ts';

const kit = useProgram();

describe('the national division list', () => {
  it('finds a township by name, by the names above it, or by code', async () => {
    const found = { code: '430611102', name: '许市镇', within: '湖南省岳阳市君山区' };
    for (const search of ['许市', '君山 许市', '430611102', '430611102206']) {
      expect(await findTownships(search)).toEqual({ rows: [found], isCut: false });
    }
    expect(await findTownships('没有这个镇')).toEqual({ rows: [], isCut: false });
    expect((await findTownships('新华')).isCut).toBe(true);
  });

  it('proposes the villages of a township, wherever it stands in the list', async () => {
    const rows = await proposedUnitsOf('430611102');
    expect(rows).toHaveLength(13);
    expect(rows?.[8]).toEqual({
      code: '430611102206',
      listed: '柿树村',
      name: '柿树村',
      aliases: [],
      tags: [],
      isVillage: true,
    });
    expect(rows?.[0]?.tags).toEqual(['社区']);
    expect(rows?.filter(({ isVillage }) => !isVillage)).toHaveLength(2);
    expect((await proposedUnitsOf('110101001'))?.length).toBe(10); // the first of the list
    expect(await proposedUnitsOf('999999999')).toBeUndefined();
    expect(await proposedUnitsOf('000000000')).toBeUndefined();
  });

  it.each([
    ['茶店村村民委员会', '茶店村'],
    ['茶店村民委员会', '茶店村'],
    ['茶店村委会', '茶店村'],
    ['银闸社区居委会', '银闸社区'],
    ['河滨居民委员会', '河滨居民委员会'],
    ['巴音嘎查', '巴音嘎查'],
  ])('takes %s for %s and keeps the listed name as a former one', (listed, name) => {
    const unit = proposed('430611102206', listed);
    expect(unit.name).toBe(name);
    expect(unit.aliases).toEqual(name === listed ? [] : [listed]);
  });

  it('is asked by administrators; what they confirm is added with its aliases', async () => {
    const { path, administrator, refused } = await orgTown(kit(), 'listed');
    const found = await administrator.get(`${path}/townships?search=许市`);
    expect(found.body.rows[0].code).toBe('430611102');
    const { body } = await administrator.get(`${path}/townships/430611102/villages`);
    const { code, listed } = body.rows[8];
    const confirmed = {
      code,
      name: '柿树岭村',
      type: 'village',
      parent: '青禾镇',
      aliases: [listed],
    };
    await administrator.post(`${path}/units`, { units: [confirmed] });
    const unit = await administrator.get(`${path}/units/${code}`);
    expect(unit.body).toMatchObject({ name: '柿树岭村', aliases: ['柿树村'] });
    await refused('org.township-unknown', 404, () =>
      administrator.get(`${path}/townships/999999999/villages`),
    );
    const clerk = await kit().person('listed', 'listed-clerk', { role: 'recorder' });
    await refused('gate.not-permitted', 403, () => clerk.get(`${path}/townships?search=许市`));
  });
});
