/** Rounds over HTTP: planned, drawn, settled, missed; what nobody of the village may know; every refusal. */

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, useProgram } from '../../../test/kit/rooms.ts';
import { drawnAgain, type RoundTown, roundTown, visitTo } from '../../../test/round-town.ts';
import { passRounds } from './daily.ts';

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

describe('a round', () => {
  beforeAll(newTown);

  it('goes to every village, or to some that are drawn by a seed', async () => {
    const page = await newRound();
    expect(page.round).toMatchObject({ state: 'planned', visits: 4, gone: 0, mode: 'unannounced' });
    const drawn = await newRound({
      period: '2026-05',
      from: '2026-05-11',
      to: '2026-05-15',
      drawn: 2,
    });
    const [first] = drawn.draws;
    expect(first).toMatchObject({ what: 'subjects', way: 'draw' });
    const candidates = first.candidates.map(({ code }: { code: string }) => code);
    const chosen = first.chosen.map(({ code }: { code: string }) => code);
    expect(chosen).toEqual(drawnAgain(first.seed, candidates, 2));
    expect(drawn.round.visits).toBe(2);
  });

  it('is refused where the plan cannot be', async () => {
    await town.released();
    const plan = (words: object, name = 'zhou') =>
      town.who(name).post(`${town.base}/rounds`, {
        template: 'environment',
        period: '2026-04',
        from: '2026-04-13',
        to: '2026-04-24',
        mode: 'unannounced',
        ...words,
      });
    await town.refused('rounds.plan-wrong', () => plan({ template: 'nothing' }));
    await town.refused('rounds.plan-wrong', () => plan({ period: '2026-Q2' }));
    await town.refused('rounds.plan-wrong', () => plan({ to: '2026-04-12' }));
    await town.refused('rounds.plan-wrong', () => plan({ to: '2026-05-02' }));
    await town.refused('rounds.plan-wrong', () => plan({ from: '2026-04-01', to: '2026-04-09' }));
    await town.refused('rounds.plan-wrong', () => plan({ subjects: ['城建办'] }));
    await town.refused('rounds.plan-wrong', () => plan({ drawn: 4 }));
    await town.refused('rounds.not-yours', () => plan({}, 'ying'));
    await town.refused('gate.not-permitted', () => plan({}, 'chen'));
    await town.round();
    await town.refused('rounds.round-taken', () => plan({}));
  });

  it('is planned by a person of the roster alone', async () => {
    const code = await town.released({ code: 'nobody' });
    const stranger = await kit().person(town.base.split('/').at(-1) ?? '', 'nobody', {
      role: 'recorder',
      lines: ['城建办'],
    });
    await town.refused('rounds.person-needed', () =>
      stranger.post(`${town.base}/rounds`, {
        template: code,
        period: '2026-04',
        from: '2026-04-13',
        to: '2026-04-24',
        mode: 'unannounced',
      }),
    );
  });

  it('is withdrawn with a reason and may then be planned anew', async () => {
    const page = await newRound();
    const path = `${town.base}/rounds/${page.round.id}/withdrawal`;
    await town.refused('rounds.changed-meanwhile', () =>
      town.who('zhou').post(path, { version: 9, reason: '改期' }),
    );
    await town.refused('rounds.round-unknown', () =>
      town.who('ying').post(path, { version: 1, reason: '改期' }),
    );
    const gone = await town.who('zhou').post(path, { version: 1, reason: '防汛' });
    expect(gone.body.round).toMatchObject({ state: 'withdrawn', reason: '防汛' });
    await town.refused('rounds.round-over', () =>
      town.who('zhou').post(path, { version: 2, reason: '再撤' }),
    );
    const { code } = page.round.template;
    expect((await town.round({ template: code })).round.state).toBe('planned');
  });
});

describe('an unannounced visit', () => {
  beforeAll(newTown);

  it('is known to nobody of the village and to no resident cadre of it before it was gone to', async () => {
    const page = (await town.draw('zhou', await newRound(), { what: 'inspectors' })).body;
    const visit = visitTo(page, '东溪村');
    await town.settle('zhou', page, visit.id, { on: '2026-04-15' });
    const id = page.round.id;
    expect((await town.who('chen').get(`${town.base}/rounds/${id}`)).body.code).toBe(
      'gate.not-permitted',
    );
    // He works for the office that inspects, and is the resident cadre of 东溪村.
    const his = await one('he', id);
    expect(visitTo(his, '东溪村')).toBeUndefined();
    expect(JSON.stringify(his)).not.toContain(visit.id);
    expect(his.draws.map((one: { subject: { name: string } }) => one.subject.name)).not.toContain(
      '东溪村',
    );
    expect(visitTo(his, '河口村')).toBeDefined();
    const { body } = await town.who('he').get(`${town.base}/rounds/calendar?month=2026-04`);
    expect(JSON.stringify(body.visits)).not.toContain('东溪村');
    expect(body.villages).toContainEqual({
      village: { code: '东溪村', name: '东溪村' },
      journeys: 0,
    });
    for (const path of ['results', 'counting']) {
      const read = async (name: string) =>
        JSON.stringify((await town.who(name).get(`${town.base}/rounds/${id}/${path}`)).body);
      expect(await read('zhou'), path).toContain('东溪村');
      expect(await read('he'), path).toContain('河口村');
      expect(await read('he'), path).not.toContain('东溪村');
    }
    for (const { path } of [{ path: 'desk' }, { path: 'demands' }]) {
      const seen = await town.who('chen').get(`${town.base}/${path}`);
      expect(JSON.stringify(seen.body)).not.toContain('人居环境');
    }
    await town.refused('rounds.round-unknown', async () =>
      town.settle('he', await one('zhou', id), visit.id, { on: '2026-04-16' }),
    );
  });
});

describe('an open round', () => {
  beforeAll(newTown);

  it('is told to its villages after the burden gate, and to nobody before', async () => {
    const page = await newRound({ mode: 'open', subjects: ['东溪村', '河口村'] });
    const path = `${town.base}/rounds/${page.round.id}/announcement`;
    const announce = (version: number, words: object = {}) =>
      town
        .who('zhou')
        .post(path, { version, basis: '青政办〔2026〕9号', dutyEntry: '协助-3', ...words });
    const linesOf = async (name: string) =>
      (await town.who(name).get(`${town.base}/desk`)).body.rows;
    await town.refused('rounds.announce-unfit', () => announce(page.round.version));
    let settled = page;
    for (const [village, on] of [
      ['东溪村', '2026-04-15'],
      ['河口村', '2026-04-16'],
    ] as const) {
      settled = (await town.settle('zhou', settled, visitTo(settled, village).id, { on })).body;
    }
    expect(settled.may.announce).toBe(true);
    await town.refused('demands.gate-stopped', () =>
      announce(settled.round.version, { dutyEntry: undefined }),
    );
    expect(await linesOf('chen')).toEqual([]);

    const told = (await announce(settled.round.version)).body;
    expect(told.round.announcedAt).toBe('2026-04-10T02:00:00.000Z');
    expect(told.may.announce).toBe(false);
    expect(await linesOf('chen')).toMatchObject([
      { title: '4月15日城建办来查：人居环境月检查表', dueOn: '2026-04-15' },
    ]);
    const demands = await kit().inside(town.tenant, (db) =>
      db.selectFrom('demand').select(['kind', 'state', 'units', 'due_on']).execute(),
    );
    expect(demands).toEqual([
      { kind: 'inspection', state: 'sent', units: ['东溪村', '河口村'], due_on: '2026-04-15' },
    ]);
    await town.refused('rounds.announce-unfit', () => announce(told.round.version));

    const now = '2026-04-16T02:00:00.000Z';
    kit().setNow(now);
    await kit().inside(town.tenant, (db) => passRounds({ db, tenant: { id: town.tenant }, now }));
    expect(await linesOf('chen')).toEqual([]);
  });

  it('that is unannounced is told to no village', async () => {
    const page = await newRound();
    await town.refused('rounds.announce-unfit', () =>
      town.who('zhou').post(`${town.base}/rounds/${page.round.id}/announcement`, {
        version: page.round.version,
        basis: '青政办〔2026〕9号',
      }),
    );
  });
});

describe('the day of a visit', () => {
  beforeEach(newTown);

  it('lies within the round and in no quiet period', async () => {
    const page = await newRound();
    const { id } = visitTo(page, '东溪村');
    await town.refused('rounds.plan-wrong', () =>
      town.settle('zhou', page, id, { on: '2026-04-27' }),
    );
    await town.refused('rounds.plan-wrong', () =>
      town.settle('zhou', page, id, { on: '2026-04-09' }),
    );
    const quiet = {
      villages: ['东溪村'],
      from: '2026-04-14',
      to: '2026-04-16',
      reason: '换届选举',
    };
    await town.refused('gate.not-permitted', () =>
      town.who('zhou').post(`${town.base}/quiet-periods`, quiet),
    );
    await town.refused('rounds.setting-wrong', () =>
      town.who('gu').post(`${town.base}/quiet-periods`, { ...quiet, to: '2026-04-13' }),
    );
    const { body } = await town.who('gu').post(`${town.base}/quiet-periods`, quiet);
    await town.refused('rounds.quiet', () => town.settle('zhou', page, id, { on: '2026-04-16' }));
    const other = await town.settle('zhou', page, visitTo(page, '河口村').id, { on: '2026-04-16' });
    expect(other.status).toBe(200);
    await town.who('gu').post(`${town.base}/quiet-periods/${body.quiet[0].id}/end`, {});
    await town.refused('rounds.setting-wrong', () =>
      town.who('gu').post(`${town.base}/quiet-periods/${body.quiet[0].id}/end`, {}),
    );
    expect((await town.settle('zhou', other.body, id, { on: '2026-04-16' })).status).toBe(200);
  });

  it('is one journey with another office, proposed within ten workdays', async () => {
    await town.released({ code: 'hazards', name: '安全隐患排查表', office: '应急办' });
    const first = await newRound();
    const mine = visitTo(first, '东溪村');
    const page = (await town.settle('zhou', first, mine.id, { on: '2026-04-15' })).body;
    const body = { template: 'hazards', period: '2026-04', from: '2026-04-13', to: '2026-04-30' };
    const theirs = (
      await town.who('ying').post(`${town.base}/rounds`, { ...body, mode: 'unannounced' })
    ).body;
    const visit = visitTo(theirs, '东溪村');
    const near = (await town.settle('ying', theirs, visit.id, { on: '2026-04-24' })).body;
    const [hint] = visitTo(near, '东溪村').hints;
    expect(hint).toMatchObject({ kind: 'near', visit: mine.id });
    expect(hint.sentence).toContain('城建办4月15日也去东溪村');

    await town.refused('rounds.merge-wrong', () =>
      town.settle('ying', near, visit.id, { mergeWith: visitTo(page, '河口村').id }),
    );
    const merged = (await town.settle('ying', near, visit.id, { mergeWith: mine.id })).body;
    expect(visitTo(merged, '东溪村')).toMatchObject({
      plannedOn: '2026-04-15',
      mergedWith: { id: mine.id, office: { name: '城建办' } },
      hints: [],
    });
    const { body: calendar } = await town.who('gu').get(`${town.base}/rounds/calendar`);
    expect(calendar.villages[0]).toMatchObject({ village: { name: '东溪村' }, journeys: 1 });
  });

  it('goes over the cap by a leader with a reason alone', async () => {
    await town.refused('gate.not-permitted', () =>
      town.who('zhou').ask('PUT', `${town.base}/rounds/cap`, { cap: 1 }),
    );
    const set = await town.who('gu').ask('PUT', `${town.base}/rounds/cap`, { cap: 1 });
    expect(set.body.cap).toBe(1);
    const first = await newRound();
    await town.settle('zhou', first, visitTo(first, '东溪村').id, { on: '2026-04-15' });
    await town.released({ code: 'hazards', name: '安全隐患排查表', office: '应急办' });
    const body = { template: 'hazards', period: '2026-04', from: '2026-04-13', to: '2026-04-30' };
    const second = (await town.who('ying').post(`${town.base}/rounds`, { ...body, mode: 'open' }))
      .body;
    const { id } = visitTo(second, '东溪村');
    await town.refused('rounds.over-cap', () =>
      town.settle('ying', second, id, { on: '2026-04-29' }),
    );
    await town.refused('rounds.over-cap', () =>
      town.settle('ying', second, id, { on: '2026-04-29', reason: '上级要求' }),
    );
    const over = await town.settle('gu', second, id, { on: '2026-04-29', reason: '上级要求' });
    expect(visitTo(over.body, '东溪村').plannedOn).toBe('2026-04-29');
  });
});

describe('a round that did not happen', () => {
  beforeEach(newTown);

  const pass = (now: string) => {
    kit().setNow(now);
    return kit().inside(town.tenant, (db) => passRounds({ db, tenant: { id: town.tenant }, now }));
  };

  it('is a matter of the office, which says why; no village is charged', async () => {
    const { round } = await newRound();
    await pass('2026-04-24T02:00:00.000Z');
    expect((await one('zhou', round.id)).round.state).toBe('planned');
    await pass('2026-04-25T02:00:00.000Z');
    await pass('2026-04-26T02:00:00.000Z');
    const page = await one('zhou', round.id);
    expect(page.round).toMatchObject({ state: 'missed', missed: 4 });
    const lines = await kit().inside(town.tenant, (db) =>
      db.selectFrom('desk_line').select(['kind', 'line', 'roles', 'unit_code']).execute(),
    );
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual({
      kind: 'round-missed',
      line: '城建办',
      roles: ['recorder'],
      unit_code: null,
    });
    const entries = await kit().inside(town.tenant, (db) =>
      db.selectFrom('entry').selectAll().execute(),
    );
    expect(entries).toEqual([]);

    const path = `${town.base}/rounds/${round.id}/explanation`;
    await town.refused('rounds.changed-meanwhile', () =>
      town.who('zhou').post(path, { version: 1, reason: '防汛' }),
    );
    await town.refused('gate.not-permitted', () =>
      town.who('gu').post(path, { version: 2, reason: '防汛' }),
    );
    // Who goes on the round for another office reads it, and does not speak for the office.
    await kit().inside(town.tenant, (db) =>
      db
        .updateTable('inspection_visit')
        .set({ inspectors: ['P-ying'] })
        .execute(),
    );
    await town.refused('rounds.not-yours', () =>
      town.who('ying').post(path, { version: 2, reason: '防汛' }),
    );
    const said = await town.who('zhou').post(path, { version: 2, reason: '防汛，5月补上' });
    expect(said.body.round.reason).toBe('防汛，5月补上');
    const open = await kit().inside(town.tenant, (db) =>
      db.selectFrom('desk_line').select('kind').where('closed_at', 'is', null).execute(),
    );
    expect(open).toEqual([{ kind: 'round-missed-told' }]);
  });

  it('is told of a single village too, which keeps its place in no list of zeros', async () => {
    const page = await newRound();
    const ended = await town.settle('zhou', page, visitTo(page, '南坪村').id, {
      end: 'missed',
      reason: '山洪断路',
    });
    expect(visitTo(ended.body, '南坪村')).toMatchObject({ state: 'missed', reason: '山洪断路' });
    await town.refused('rounds.reason-needed', () =>
      town.settle('zhou', ended.body, visitTo(page, '东溪村').id, { end: 'withdrawn' }),
    );
    await town.refused('rounds.round-over', () =>
      town.settle('zhou', ended.body, visitTo(page, '南坪村').id, { on: '2026-04-20' }),
    );
    const whole = await newRound({ period: '2026-05', from: '2026-05-11', to: '2026-05-15' });
    await town.refused('rounds.nothing-missed', () =>
      town.who('zhou').post(`${town.base}/rounds/${whole.round.id}/explanation`, {
        version: 1,
        reason: '没有',
      }),
    );
  });
});
