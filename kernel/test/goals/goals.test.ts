/** Goals worked out by hand: leaves, sums, weights, dates, lights, coverage. */

import { describe, expect, test } from 'vitest';
import { coverageOf, weightText } from '../../src/goals/coverage.ts';
import { expectedShare } from '../../src/goals/expected.ts';
import { goalLight } from '../../src/goals/light.ts';
import { progressOf } from '../../src/goals/progress.ts';
import type { Goal, GoalReading } from '../../src/goals/shapes.ts';
import { compareGoalCodes, goalTree, isGoalCode, parentCode } from '../../src/goals/tree.ts';
import { toExactText } from '../../src/number/rational.ts';
import { isoDate } from '../../src/time/dates.ts';
import { goalOf, parentOf, readingOf, today } from './town.ts';

function progress(goals: readonly Goal[], readings: readonly GoalReading[], code: string) {
  const found = progressOf(goalTree(goals), readings, today).get(code);
  if (!found) throw new Error(`no progress of ${code}`);
  return found;
}

function shareOf(goals: readonly Goal[], readings: readonly GoalReading[], code: string) {
  const { share } = progress(goals, readings, code);
  return [share.low, share.high].map(toExactText);
}

const acres = (target: string, baseline?: string): Partial<Goal> => ({
  measure: { kind: 'quantity', target, unit: '亩', ...(baseline ? { baseline } : {}) },
});

describe('codes', () => {
  test('are numbers with points, and stand in their order', () => {
    expect(['1', '1.2', '10.2.3'].every(isGoalCode)).toBe(true);
    expect(['', '1.', '.1', '01', '1.0', 'a', '1.2.3.4.5.6.7'].some(isGoalCode)).toBe(false);
    expect(['1.10', '2', '1', '1.2', '1.2.1'].sort(compareGoalCodes)).toEqual([
      '1',
      '1.2',
      '1.2.1',
      '1.10',
      '2',
    ]);
    expect([parentCode('1.2.3'), parentCode('1')]).toEqual(['1.2', undefined]);
  });
});

describe('a leaf', () => {
  test.each([
    ['50 of 100', acres('100'), '50', '1/2'],
    ['from a baseline: (50 − 20) ÷ (100 − 20)', acres('100', '20'), '50', '3/8'],
    ['over its target', acres('100'), '120', '6/5'],
    ['below its baseline', acres('100', '20'), '12', '-1/10'],
    ['down: (34 − 40) ÷ (30 − 40)', { ...acres('30', '40'), direction: 'down' }, '34', '3/5'],
    ['down and past it', { ...acres('30', '40'), direction: 'down' }, '28', '6/5'],
    ['a level held', { ...acres('0', '0'), direction: 'down' }, '0', '1'],
    ['a level not held', { ...acres('0', '0'), direction: 'down' }, '1', '0'],
    ['decimals', acres('0.3'), '0.1', '1/3'],
  ] as const)('%s', (_, more, quantity, share) => {
    const [num = '0', den = '1'] = share.split('/');
    const { share: found } = progress([goalOf('1', more)], [readingOf('1', quantity)], '1');
    expect(found.low).toEqual({ num: BigInt(num), den: BigInt(den) });
    expect(found.high).toEqual(found.low);
  });

  test('without a reading is anything between nothing and all, never zero', () => {
    expect(shareOf([goalOf('1')], [], '1')).toEqual(['0', '1']);
    expect(progress([goalOf('1')], [], '1').missing).toBe(1);
  });

  test('counts its latest reading until today; a corrected one is gone', () => {
    const march = readingOf('1', '10', { id: 'a', on: isoDate('2026-03-31') });
    const june = readingOf('1', '90', { id: 'b', on: isoDate('2026-06-30'), seq: 2 });
    const corrected = readingOf('1', '40', {
      ...june,
      id: 'c',
      quantity: '40',
      seq: 3,
      corrects: 'b',
    });
    const later = readingOf('1', '99', { id: 'd', on: isoDate('2026-12-01'), seq: 4 });
    expect(shareOf([goalOf('1')], [march], '1')[0]).toBe('0.1');
    expect(shareOf([goalOf('1')], [june, march], '1')[0]).toBe('0.9');
    expect(shareOf([goalOf('1')], [march, june, corrected, later], '1')[0]).toBe('0.4');
  });

  test('that cannot be counted is read by its steps', () => {
    const steps = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-20'].map((on) => ({
      title: on,
      on: isoDate(on),
    }));
    const goal = goalOf('1', { measure: { kind: 'steps' }, steps });
    const reading = { id: 'a', goal: '1', on: isoDate('2026-09-30'), seq: 1, stepsDone: 2 };
    expect(shareOf([goal], [reading], '1')).toEqual(['0.5', '0.5']);
    expect(expectedShare(goal, isoDate('2026-09-29'))).toEqual({ num: 1n, den: 2n });
    expect(expectedShare(goal, isoDate('2026-09-30'))).toEqual({ num: 3n, den: 4n });
  });
});

describe('the share that time asks for', () => {
  test('rises evenly by calendar days', () => {
    const goal = goalOf('1'); // 365 days; 30 September is the 273rd
    expect(expectedShare(goal, isoDate('2025-12-31'))).toEqual({ num: 0n, den: 1n });
    expect(expectedShare(goal, isoDate('2026-01-01'))).toEqual({ num: 1n, den: 365n });
    expect(expectedShare(goal, isoDate('2026-09-30'))).toEqual({ num: 273n, den: 365n });
    expect(expectedShare(goal, isoDate('2026-12-31'))).toEqual({ num: 1n, den: 1n });
    expect(expectedShare({ ...goal, dueOn: undefined } as unknown as Goal, today)).toBeUndefined();
  });

  test('follows the steps where they name quantities', () => {
    const goal = goalOf('1', {
      ...acres('100', '20'),
      steps: [
        { title: '春种', on: isoDate('2026-04-30'), quantity: '60' },
        { title: '验收', on: isoDate('2026-10-31') },
      ],
    });
    expect(expectedShare(goal, isoDate('2026-04-29'))).toEqual({ num: 0n, den: 1n });
    expect(expectedShare(goal, isoDate('2026-04-30'))).toEqual({ num: 1n, den: 2n });
    expect(expectedShare(goal, isoDate('2026-12-30'))).toEqual({ num: 1n, den: 2n });
  });
});

describe('a parent that adds up', () => {
  // 120 + 100 + 80 = 300 亩
  const three = [
    parentOf('1'),
    goalOf('1.1', acres('120')),
    goalOf('1.2', acres('100')),
    goalOf('1.3', acres('80')),
  ];

  test('counts a surplus as all, and leaves open what was not read', () => {
    // 90 of 120, 110 of 100 counts 100, the third unknown: (90 + 100) ÷ 300 to (90 + 100 + 80) ÷ 300
    const readings = [readingOf('1.1', '90'), readingOf('1.2', '110')];
    const found = progress(three, readings, '1');
    expect(found.share).toEqual({ low: { num: 19n, den: 30n }, high: { num: 9n, den: 10n } });
    expect([found.missing, found.leaves, found.weighing]).toEqual([1, 3, 'sum']);
    expect(found.total && toExactText(found.total.read)).toBe('200'); // read, not capped
    expect(found.parts.map(({ weight }) => toExactText(weight))).toEqual(['0.4', '1/3', '4/15']);
  });

  test('keeps what is not decomposed as a part that nobody carries', () => {
    const own = { ...three[0], ...acres('400', '0') } as Goal;
    const readings = [readingOf('1.1', '120'), readingOf('1.2', '100'), readingOf('1.3', '80')];
    const found = progress([own, ...three.slice(1)], readings, '1');
    expect(found.share.low).toEqual({ num: 3n, den: 4n });
    expect(found.notDecomposed).toEqual({ num: 1n, den: 4n });
  });

  test('adds what goes down', () => {
    const down = (target: string, baseline: string): Partial<Goal> => ({
      ...acres(target, baseline),
      direction: 'down',
    });
    // from 40 to 30 and from 20 to 15: 15 to be taken off, 6 + 5 = 11 are
    const goals = [
      parentOf('1', { direction: 'down' }),
      goalOf('1.1', down('30', '40')),
      goalOf('1.2', down('15', '20')),
    ];
    expect(shareOf(goals, [readingOf('1.1', '34'), readingOf('1.2', '15')], '1')[0]).toBe('11/15');
  });

  test('that cannot be added counts its parts alike', () => {
    const goals = [
      parentOf('1'),
      goalOf('1.1'),
      goalOf('1.2', {
        measure: { kind: 'quantity', target: '4', unit: '户' },
      }),
    ];
    const found = progress(goals, [readingOf('1.1', '50'), readingOf('1.2', '1')], '1');
    expect([found.weighing, toExactText(found.share.low)]).toEqual(['equal', '0.375']);
  });
});

describe('a parent of weights', () => {
  const weighted = parentOf('1', { mode: 'weighted' });
  const [heavy, light] = [goalOf('1.1', { weight: 600 }), goalOf('1.2', { weight: 400 })];
  const readings = [readingOf('1.1', '75'), readingOf('1.2', '50')];

  test('is 0.6 × 75% + 0.4 × 50% = 65%', () => {
    expect(shareOf([weighted, heavy, light], readings, '1')).toEqual(['0.65', '0.65']);
  });

  test('divides by what the weights make, and says where they are not written', () => {
    const [a, b] = [goalOf('1.1', { weight: 300 }), goalOf('1.2', { weight: 200 })];
    expect(shareOf([weighted, a, b], readings, '1')[0]).toBe('0.65');
    const found = progress([weighted, a, goalOf('1.2')], readings, '1');
    expect([found.weighing, toExactText(found.share.low)]).toEqual(['equal', '0.625']);
  });

  test('counts a leaf from elsewhere that serves it', () => {
    const serving = goalOf('2.1', { serves: [{ goal: '1', weight: 500 }] });
    const goals = [weighted, goalOf('1.1', { weight: 500 }), parentOf('2'), serving];
    const found = progress(goals, [readingOf('1.1', '75'), readingOf('2.1', '25')], '1');
    expect(toExactText(found.share.low)).toBe('0.5');
    expect(found.parts.map(({ code, isServing }) => [code, isServing])).toEqual([
      ['1.1', false],
      ['2.1', true],
    ]);
    expect(progress(goals, [readingOf('2.1', '25')], '2').parts).toHaveLength(1);
  });

  test('two goals that serve each other are read as leaves there, without a circle', () => {
    const goals = [
      goalOf('1', { serves: [{ goal: '2' }] }),
      goalOf('2', { serves: [{ goal: '1' }] }),
    ];
    expect(shareOf(goals, [readingOf('1', '10'), readingOf('2', '30')], '1')[0]).toBe('0.3');
  });
});

describe('the light', () => {
  const lightOf = (goals: readonly Goal[], readings: readonly GoalReading[], on = today) => {
    const tree = goalTree(goals);
    const [root] = tree.roots;
    const found = root && progressOf(tree, readings, on).get(root.code);
    if (!root || !found) throw new Error('a root has a progress');
    return goalLight(root, found, on);
  };

  test.each([
    ['done', {}, [readingOf('1', '100')], '9月30日读数已达到目标。'],
    ['notYet', { startsOn: isoDate('2026-12-01') }, [], '12月1日开始，还没有到。'],
    ['notYet', { startsOn: isoDate('2026-10-08') }, [], '已经开始，第一次读数在12月31日。'],
    ['normal', {}, [readingOf('1', '80')], '9月30日读数完成 80.0%，按时间应完成 74.8%，跟得上。'],
    [
      'behind',
      {},
      [readingOf('1', '70')],
      '9月30日读数完成 70.0%，按时间应完成 74.8%，差 4.8 个百分点。',
    ],
    ['unread', {}, [], '2026年第三季度已经过完，还没有读数；请报累计完成数。'],
    [
      'unread',
      {},
      [readingOf('1', '60', { on: isoDate('2026-06-30') })],
      '2026年第三季度已经过完，还没有读数，最近一次读数是6月30日的；请报累计完成数。',
    ],
    [
      'overdue',
      { dueOn: isoDate('2026-11-20') },
      [readingOf('1', '70')],
      '11月20日到期，已过 2 天，完成 70.0%。',
    ],
    [
      'overdue',
      { dueOn: isoDate('2026-11-20') },
      [],
      '11月20日到期，已过 2 天，完成 多少不知道（没有读数）。',
    ],
  ] as const)('%s', (state, more, readings, why) => {
    expect(lightOf([goalOf('1', more)], [...readings])).toEqual({ state, why });
  });

  test('of a level to be held is done only when its day has passed', () => {
    const held = goalOf('1', { ...acres('0', '0'), direction: 'down' });
    expect(lightOf([held], [readingOf('1', '0')])).toEqual({
      state: 'normal',
      why: '9月30日读数 0亩，守住了目标 0亩，要守到12月31日。',
    });
    expect(lightOf([held], [readingOf('1', '1')])).toEqual({
      state: 'behind',
      why: '9月30日读数 1亩，没有守住目标 0亩。',
    });
    expect(lightOf([held], [readingOf('1', '0')], isoDate('2027-01-01')).state).toBe('done');
  });

  test('of a parent is behind only where the unread cannot change it', () => {
    const goals = [parentOf('1'), goalOf('1.1', acres('90')), goalOf('1.2', acres('10'))];
    expect(lightOf(goals, [readingOf('1.1', '45')]).state).toBe('behind'); // at most 55 of 100
    expect(lightOf(goals, [readingOf('1.2', '10')]).state).toBe('unread');
    expect(lightOf(goals, [readingOf('1.1', '85')]).state).toBe('normal'); // at least 85 of 100
  });
});

describe('coverage', () => {
  const roster = {
    villages: [
      { code: 'a', name: '甲村' },
      { code: 'b', name: '乙村' },
    ],
    persons: new Map([
      ['P1', { name: '李一', holdsPost: true }],
      ['P2', { name: '王二', holdsPost: false }],
    ]),
  };
  const codesOf = (goals: readonly Goal[]) =>
    coverageOf(goalTree(goals), roster).map(({ code, goal }) => `${goal} ${code}`);
  const without = (goal: Goal, key: keyof Goal) => {
    const { [key]: _, ...rest } = goal;
    return rest as Goal;
  };

  test('finds nothing in a whole tree', () => {
    expect(codesOf([parentOf('1'), goalOf('1.1'), goalOf('1.2')])).toEqual([]);
  });

  test.each([
    ['noLeaf', [parentOf('1')], '1'],
    ['noPerson', [without(goalOf('1'), 'accountable')], '1'],
    ['noPost', [goalOf('1', { accountable: 'P2' })], '1'],
    ['noPost', [goalOf('1', { accountable: 'P9' })], '1'],
    ['noDate', [without(goalOf('1'), 'dueOn')], '1'],
    ['noQuantity', [without(goalOf('1'), 'measure')], '1'],
    ['noQuantity', [goalOf('1', { measure: { kind: 'steps' } })], '1'],
    ['noBaseline', [goalOf('1', { ...acres('30'), direction: 'down' })], '1'],
    ['wrongWay', [goalOf('1', acres('30', '40'))], '1'],
    ['laterThanParent', [parentOf('1'), goalOf('1.1', { dueOn: isoDate('2027-01-01') })], '1'],
    [
      'villageLeftOut',
      [parentOf('1', { isEveryVillage: true }), goalOf('1.1', { village: 'a' })],
      '1',
    ],
    [
      'villageTwice',
      [
        parentOf('1', { isEveryVillage: true }),
        goalOf('1.1', { village: 'a' }),
        goalOf('1.2', { village: 'a' }),
        goalOf('1.3', { village: 'b' }),
      ],
      '1',
    ],
    [
      'weightsMissing',
      [parentOf('1', { mode: 'weighted' }), goalOf('1.1', { weight: 1 }), goalOf('1.2')],
      '1',
    ],
    ['weightsNotWhole', [parentOf('1', { mode: 'weighted' }), goalOf('1.1', { weight: 125 })], '1'],
    [
      'unitsDiffer',
      [
        parentOf('1'),
        goalOf('1.1'),
        goalOf('1.2', {
          measure: { kind: 'steps' },
          steps: [{ title: '动工', on: isoDate('2026-05-01') }],
        }),
      ],
      '1',
    ],
    ['targetsNotWhole', [parentOf('1', acres('300')), goalOf('1.1'), goalOf('1.2')], '1'],
    ['servesNothing', [parentOf('1'), goalOf('1.1', { serves: [{ goal: '1' }] })], '1.1'],
    ['servesNothing', [goalOf('1', { serves: [{ goal: '7' }] })], '1'],
  ] as const)('finds %s', (code, goals, at) => {
    expect(codesOf([...goals])).toEqual([`${at} ${code}`]);
  });

  test('says the figures', () => {
    const goals = [
      parentOf('1', { ...acres('300'), isEveryVillage: true }),
      goalOf('1.1', { ...acres('120.5'), village: 'a' }),
    ];
    expect(coverageOf(goalTree(goals), roster).map(({ sentence }) => sentence)).toEqual([
      '“目标1”目标 300亩，下面合计 120.5亩，还有 179.5亩 没有分解下去；请分解，或核对目标值。',
      '“目标1”要分解到每个村，还缺 1 个村：乙村；请补上，或写明不必分解到每个村。',
    ]);
    expect([weightText(125), weightText(300)]).toEqual(['12.5', '30']);
  });
});
