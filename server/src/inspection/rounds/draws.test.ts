/** Draws over HTTP: who goes and what is looked at, worked out again from what is shown; every refusal. */

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, useProgram } from '../../../test/kit/rooms.ts';
import { drawnAgain, type RoundTown, roundTown, visitTo } from '../../../test/round-town.ts';

const kit = useProgram();
let town: RoundTown;
let count = 0;

const newTown = async () => {
  kit().setNow('2026-04-10T02:00:00.000Z');
  count += 1;
  town = await roundTown(kit(), `town${count}`);
};
beforeEach(() => kit().setNow('2026-04-10T02:00:00.000Z'));

/** A round of a check sheet of its own, so that tests of one town do not meet. */
const newRound = async (words: object = {}) => {
  count += 1;
  return town.round({ template: await town.released({ code: `sheet${count}` }), ...words });
};

type Page = Answer['body'];

const one = async (name: string, id: string): Promise<Page> =>
  (await town.who(name).get(`${town.base}/rounds/${id}`)).body;

describe('a draw of inspectors', () => {
  beforeAll(newTown);

  it('leaves out who is recused, says why, and is done again from what is shown', async () => {
    await town.released();
    const recused = await town.who('zhou').post(`${town.base}/recusals`, {
      person: 'P-ying',
      village: '河口村',
      reason: '家在这个村',
    });
    expect(recused.body.recusals).toHaveLength(1);
    const page = (await town.draw('zhou', await newRound(), { what: 'inspectors' })).body;
    expect(page.round.state).toBe('drawn');
    const of = (village: string) =>
      page.draws.find((one: { subject: { name: string } }) => one.subject.name === village);
    const names = (list: readonly { code: string }[]) => list.map(({ code }) => code);
    for (const village of ['东溪村', '河口村', '西岭村', '南坪村']) {
      const { seed, candidates, chosen, way } = of(village);
      expect(way).toBe('draw');
      expect(names(chosen)).toEqual(drawnAgain(seed, names(candidates), 2));
      expect(names(visitTo(page, village).inspectors)).toEqual(names(chosen));
    }
    const why = (village: string) =>
      of(village).recused.map((one: { person: { name: string }; why: string }) => [
        one.person.name,
        one.why,
      ]);
    expect(why('河口村')).toEqual([['应应急', '家在这个村']]);
    expect(why('东溪村')).toEqual([['何包村', '是这个村的包村干部']]);
    expect(names(of('东溪村').candidates)).not.toContain('P-chen');
  });

  it('is done twice with a reason only, and both stay to be seen', async () => {
    const first = (await town.draw('zhou', await newRound(), { what: 'inspectors' })).body;
    await town.refused('rounds.draw-again', () => town.draw('zhou', first, { what: 'inspectors' }));
    const again = (await town.draw('zhou', first, { what: 'inspectors', reason: '两人请假' })).body;
    expect(again.draws).toHaveLength(8);
    expect(again.draws.filter((one: { isReplaced: boolean }) => one.isReplaced)).toHaveLength(4);
    expect(again.draws[4].reason).toBe('两人请假');
  });

  it('gives way to turns where fewer than six may go, one of them from another office', async () => {
    await newTown();
    const planned = await newRound();
    await kit().inside(town.tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: null })
        .where('code', 'in', ['P-gu', 'P-tian', 'P-sun', 'P-dang', 'P-liu'])
        .execute(),
    );
    const page = (await town.draw('zhou', planned, { what: 'inspectors' })).body;
    for (const one of page.draws) {
      expect(one.way).toBe('rota');
      expect(one.seed).toBeUndefined();
      const codes = one.chosen.map(({ code }: { code: string }) => code);
      expect(codes).toHaveLength(2);
      expect(codes).toContain('P-ying');
    }
  });

  it('cannot be where nobody may go', async () => {
    await newTown();
    const planned = await newRound();
    await kit().inside(town.tenant, (db) =>
      db.updateTable('person').set({ account_id: null }).where('code', '<>', 'P-zhou').execute(),
    );
    await town.who('zhou').post(`${town.base}/recusals`, {
      person: 'P-zhou',
      village: '河口村',
      reason: '家在这个村',
    });
    const page = planned;
    await town.refused('rounds.draw-nothing', () =>
      town.draw('zhou', page, { what: 'inspectors' }),
    );
  });
});

describe('a draw of places and households', () => {
  beforeAll(newTown);

  it('draws places that somebody wrote, and households by their number', async () => {
    const page = await newRound();
    const { id } = visitTo(page, '东溪村');
    await town.refused('rounds.draw-nothing', () => town.draw('zhou', page, { what: 'places' }));
    await town.refused('rounds.draw-nothing', () =>
      town.draw('zhou', page, { what: 'places', visit: id }),
    );
    const places = ['村口', '晒场', '河边', '学校旁'];
    const drawn = (await town.draw('zhou', page, { what: 'places', visit: id, places })).body;
    expect(visitTo(drawn, '东溪村').places).toEqual(drawnAgain(drawn.draws[0].seed, places, 2));

    const village = visitTo(drawn, '河口村').id;
    const homes = (await town.draw('zhou', drawn, { what: 'households', visit: village })).body;
    const { households } = visitTo(homes, '河口村');
    expect(households).toHaveLength(5);
    const all = Array.from({ length: 410 }, (_, index) => String(index + 1));
    const again = drawnAgain(homes.draws[1].seed, all, 5).map(Number);
    expect(households).toEqual(again.sort((a, b) => a - b));
    expect(homes.draws[1].chosen[0].name).toMatch(/^\d+号$/);
  });

  it('cannot draw households where the roster does not say how many there are', async () => {
    const page = await newRound();
    await town.refused('rounds.draw-nothing', () =>
      town.draw('zhou', page, { what: 'households', visit: visitTo(page, '南坪村').id }),
    );
  });
});

describe('who goes', () => {
  beforeAll(newTown);

  it('may be named with a reason, but never who is recused or has no account', async () => {
    const page = await newRound();
    const { id } = visitTo(page, '东溪村');
    const name = (who: string, words: object = { reason: '请假顶替' }) =>
      town.settle('zhou', page, id, { inspectors: [who], ...words });
    await town.refused('rounds.reason-needed', () => name('P-ying', {}));
    await town.refused('rounds.inspector-recused', () => name('P-he'));
    await town.refused('rounds.inspector-recused', () => name('P-chen'));
    const named = (await name('P-ying')).body;
    expect(visitTo(named, '东溪村').inspectors).toEqual([{ code: 'P-ying', name: '应应急' }]);
    expect(named.draws.at(-1)).toMatchObject({ way: 'named', reason: '请假顶替' });
    // Who goes on a round of another office reads it.
    expect((await one('ying', page.round.id)).round.id).toBe(page.round.id);
    await town.refused('rounds.setting-wrong', () =>
      town.who('ying').post(`${town.base}/recusals`, {
        person: 'P-nobody',
        village: '东溪村',
        reason: '亲属',
      }),
    );
  });
});
