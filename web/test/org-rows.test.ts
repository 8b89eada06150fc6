import type { UnitRow } from '@oneneedle/contract';
import { describe, expect, it } from 'vitest';
import {
  gapsOf,
  heldText,
  householdsOf,
  orgUnits,
  sizeNames,
  viewOf,
} from '../src/org/org-rows.ts';

function unit(code: string, type: string, more: Partial<UnitRow> = {}): UnitRow {
  return {
    code,
    name: code,
    type,
    aliases: [],
    tags: [],
    state: 'now',
    sizes: {},
    posts: [],
    pairings: [],
    hamlets: 0,
    ...more,
  };
}

const held = (name: string, role: string) => ({ person: name, name, role });
const tied = (name: string, kind: string) => ({ person: name, name, kind });

describe('the tables of the roster', () => {
  const rows = orgUnits([
    unit('东溪村', 'village', {
      posts: [held('叶青', '村党组织副书记'), held('田野', '村党组织书记')],
      pairings: [tied('顾远山', '挂点领导'), tied('何穗', '驻村干部')],
      sizes: { 人口: '2310', 户数: '660' },
    }),
    unit('河口村', 'village', { sizes: { 党员: '44' } }),
    unit('河口村党支部', 'branch', { parent: '河口村', posts: [held('江宽', '党支部书记')] }),
    unit('柳湾村', 'village', { state: 'ended' }),
    unit('山脚组', 'hamlet', { parent: '东溪村', posts: [held('柳春', '组长')] }),
    unit('水口组', 'hamlet', { parent: '东溪村' }),
  ]);

  it('name who answers; a deputy is no secretary, a branch lends its own', () => {
    expect(rows[0]).toMatchObject({
      secretaries: ['田野'],
      leaders: ['顾远山'],
      cadres: ['何穗'],
    });
    expect(rows[1]).toMatchObject({ secretaries: ['江宽'], leaders: [], cadres: [] });
  });

  it('count what is vacant, of units in force only', () => {
    expect(gapsOf(rows)).toEqual({ leaders: 1, cadres: 1, secretaries: 0, heads: 1 });
  });

  it('show the head counts that occur, in the order they first do', () => {
    expect(sizeNames(rows)).toEqual(['人口', '户数', '党员']);
  });

  it('put every type into one table', () => {
    const types = ['village', 'station', 'office', 'hamlet', 'branch', 'town', '林场'];
    expect(types.map(viewOf)).toEqual([
      'villages',
      'stations',
      'stations',
      'hamlets',
      'branches',
      'others',
      'others',
    ]);
  });

  it('gather the posts of a person by unit', () => {
    const posts = [
      { unit: 'V1', unitName: '东溪村', role: '书记' },
      { unit: 'V2', unitName: '河口村', role: '委员' },
      { unit: 'V1', unitName: '东溪村', role: '主任' },
    ];
    expect(heldText(posts, '、')).toBe('东溪村 书记、主任、河口村 委员');
  });

  it('add up households only where each is a whole number', () => {
    expect(householdsOf([{ households: '90' }, { households: '88' }])).toBe('178');
    expect(householdsOf([{ households: '90' }, {}])).toBeUndefined();
    expect(householdsOf([{ households: '90.5' }])).toBeUndefined();
    expect(householdsOf([])).toBeUndefined();
  });
});
