/**
 * Random deeds by random people, most of them not theirs to do: whatever is refused changes nothing,
 * and whatever is done leaves every item where its deeds say. The seed stands in every message; `SEED=…`
 * walks the same way again.
 */

import { randomInt } from 'node:crypto';
import {
  doersOf,
  type ItemDeed,
  type ItemForm,
  isJudging,
  itemDeeds,
  replay,
} from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ItemTown, itemTown } from '../../../test/item-town.ts';
import { useProgram } from '../../../test/kit/rooms.ts';
import { allItems, deedsOf } from './store.ts';

const kit = useProgram();
let town: ItemTown;

beforeAll(async () => {
  town = await itemTown(kit(), 'qinghe');
});

/** Whole numbers below n, the same for the same seed. */
function diceOf(seed: number): (n: number) => number {
  let state = BigInt(seed) + 1n;
  return (n) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(n));
  };
}

const people = ['gu', 'tian', 'bai', 'zhou', 'zheng', 'nong', 'he', 'chen', 'ji', 'kao'];
const accountable = ['P-zhou', 'P-nong', 'P-tian', 'P-gu'];
const allDeeds = Object.keys(itemDeeds) as ItemDeed[];
const words = {
  note: '说一句。',
  dueOn: '2026-05-20',
  checks: [
    'factsClear',
    'problemSolved',
    'taskDone',
    'conclusionRight',
    'policyKept',
    'paperInOrder',
  ],
  colour: 'blue',
  result: 'fails',
  plan: { lead: '城建办', accountable: 'P-zhou', dueOn: '2026-05-08' },
};
const ending: readonly string[] = ['withdraw', 'merge', 'decline'];
const making: readonly string[] = ['create', 'book', 'prepare'];

describe('a town in a muddle', () => {
  it('loses nothing, closes nothing by its doer, and every state is what the deeds say', async () => {
    const seed = Number(process.env.SEED ?? randomInt(1_000_000));
    const dice = diceOf(seed);
    const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
    const ids: string[] = [];
    let done = 0;
    for (let step = 0; done < 70; step += 1) {
      if (ids.length < 8 || dice(10) === 0) {
        const answer = await town.who(pick(people)).post(town.base, {
          form: pick(['supervised', 'oneLine']),
          title: `事项${step}`,
          source: { kind: 'meeting' },
          lead: pick(['城建办', '农业农村办']),
          accountable: pick(accountable),
          dueOn: '2026-04-20',
          ...(dice(2) === 0 ? { until: 'assigned' } : {}),
        });
        if (answer.status === 200) ids.push(answer.body.id);
        continue;
      }
      const id = pick(ids);
      const name = pick(people);
      const { body } = await town.who(name).get(`${town.base}/${id}`);
      // Mostly what the page offers, so that items get somewhere; else anything.
      const offered: string[] = (body.deeds ?? []).filter(
        (one: string) => !ending.includes(one) || dice(9) === 0,
      );
      const deed = offered.length > 0 && dice(4) > 0 ? pick(offered) : pick(allDeeds);
      const before = await town.state();
      const answer = await town.act(name, id, deed, { ...words, into: pick(ids) });
      const what = `seed ${seed}, step ${step}: ${name} ${deed} → ${answer.status}`;
      expect(step, `seed ${seed}`).toBeLessThan(2000);
      const possible = [...(making.includes(deed) ? [] : [200]), 403, 404, 409, 422];
      expect(possible, what).toContain(answer.status);
      if (answer.status === 200) done += 1;
      else expect(await town.state(), what).toBe(before);
    }
    await holds(seed, ids);
  }, 120_000);
});

/** What must be true of every item, whatever was done. */
async function holds(seed: number, ids: readonly string[]): Promise<void> {
  const { items, deeds } = await kit().inside(town.tenant, async (db) => {
    const all = await allItems(db, []);
    return {
      items: all,
      deeds: await deedsOf(
        db,
        all.map(({ id }) => id),
      ),
    };
  });
  const known = new Set(items.map(({ id }) => id));
  expect(
    ids.filter((id) => !known.has(id)),
    `seed ${seed}: lost`,
  ).toEqual([]);
  for (const item of items) {
    const course = deeds.filter(({ item_id: id }) => id === item.id);
    const said = `seed ${seed}: ${item.title} ${course.map(({ deed }) => deed).join(' ')}`;
    expect(
      replay(
        item.form as ItemForm,
        course.map(({ deed }) => deed as ItemDeed),
      ),
      said,
    ).toBe(item.state);
    expect(
      course.map(({ seq }) => seq),
      said,
    ).toEqual(course.map((_, index) => index + 1));
    for (const { deed, person, seq } of course) {
      if (!isJudging(deed as ItemDeed, item.form as ItemForm)) continue;
      const before = course.filter((one) => one.seq < seq);
      const doers = doersOf(
        before.map((one) => ({
          deed: one.deed as ItemDeed,
          person: one.person,
          inPlaceOf: one.in_place_of,
        })),
        item.accountable ?? undefined,
      );
      expect(doers.has(person ?? ''), said).toBe(false);
    }
  }
  const list = await town.who('tian').get(`${town.base}?ended=true`);
  expect(list.body.rows.length, `seed ${seed}`).toBe(items.length);
  for (const { light } of list.body.rows)
    expect(light.why.length, `seed ${seed}`).toBeGreaterThan(2);
}
