/** What is a fact and what is not, and what stands in the way: rounds that are put there as settled. */

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CountingTown, countingTown, soundAnswers } from '../../../test/counting-town.ts';
import { type Answer, useProgram } from '../../../test/kit/rooms.ts';
import { openLine } from '../../desk/index.ts';
import { insertSeal } from '../../ledger/index.ts';
import { giveRole } from '../../org/index.ts';
import { putKinds } from '../../scheme/index.ts';

const kit = useProgram();
const none = { places: [], note: '' };
const wrong = { asks: 'count', count: 2, ...none } as const;
let town: CountingTown;

/** Five judges mark one place, one line; a line that is counted has no judge. */
const contest = `
line: qinghe-contest
name: 青禾镇村容评比办法
documentNo: 青政办发〔2026〕6号
version: 2026.1
effective: { from: 2026-01-01, to: 2026-12-31 }
demonstration: true
subject: { kind: unit, where: { types: [village] } }
period: month
decimals: 3
shown: 1
total: { full: 10, floor: zero }
tree:
  - code: 1
    name: 村容
    owner: 城建办
    full: 10
    start: zero
    clauses:
      - code: 1.1
        text: 五名评委各打一个分，去掉一个最高分和一个最低分，取平均。
        owner: 城建办
        source: 评分表
        proof: [visit]
        on: contest.mark
        rule: { judges: { field: 得分, trim: { high: 1, low: 1, onlyAbove: 4 }, fullMark: 10 } }
`;
const contestKinds = `
- { kind: contest.mark, name: 村容评分, form: judgement, about: unit, owner: 城建办,
    fields: { round: { type: text }, judge: { type: text, required: true }, 得分: { type: number, required: true } } }
- { kind: contest.bare, name: 没有评委的评分, form: judgement, about: unit, owner: 城建办,
    fields: { 得分: { type: number, required: true } } }
`;

const common = { group: '村容', severity: 'three', photo: 'none', hint: '' };
const marked = {
  ...common,
  code: 'look',
  standard: '村容整洁，房前屋后干净',
  asks: 'mark',
  kind: 'contest.mark',
  field: '得分',
};
const counted = {
  ...common,
  code: 'rubbish',
  standard: '没有露天堆放的垃圾',
  asks: 'count',
  kind: 'inspection.garbage',
  field: '处数',
};

const linesOf = (page: Answer['body'], village = '东溪村'): Answer['body'][] =>
  page.visits.find(({ subject }: Answer['body']) => subject.code === village).lines;
const one = (answers: object = {}) => [
  { subject: '东溪村', answers: { ...soundAnswers, ...answers } },
];

beforeAll(async () => {
  town = await countingTown(kit(), 'qinghe');
});
beforeEach(() => kit().setNow('2026-04-21T02:00:00.000Z'));

describe('five judges', () => {
  let other: CountingTown;
  const marks = ['8', '9.5', '7', '8.5', '9'];
  const judges = ['P-zheng', 'P-ying', 'P-dang', 'P-liu', 'P-sun'];
  const sheets = (lineCode = 'look') =>
    judges.map((person, at) => ({
      subject: '东溪村',
      person,
      answers: {
        [lineCode]: { asks: 'mark' as const, mark: marks[at] ?? '', ...none },
        rubbish: wrong,
      },
    }));

  beforeAll(async () => {
    other = await countingTown(kit(), 'luoxi', { scheme: contest, kinds: contestKinds });
  });

  it('make one fact each, and the scheme leaves out the highest and the lowest', async () => {
    const put = { lines: [marked, counted], each: true, inspectors: judges, sheets: sheets() };
    const round = await other.put(put);
    const { status, body } = await other.count('zhou', round);
    expect([status, body.detail ?? '']).toEqual([200, '']);
    const lines = linesOf(body);
    expect(lines.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual(
      judges.flatMap(() => ['look fact', 'rubbish notCombined']),
    );
    const first = lines.find(({ judge }) => judge?.code === 'P-zheng');
    expect(first).toMatchObject({ judge: { name: '郑城建' }, clauses: [{ clause: '1.1' }] });
    expect(first.fields.map(({ text }: Answer['body']) => text).sort()).toEqual([
      '2026-04',
      '8',
      'P-zheng',
    ]);
    expect((await other.review('nong')).body.facts.length).toBe(5);
    // Without 9.5 and 7: (8 + 8.5 + 9) ÷ 3 = 8.5.
    expect((await other.totals('qinghe-contest')).东溪村).toBe('8.5');
  });

  it('who did not all hand in a sheet are named before', async () => {
    const put = { lines: [marked, counted], each: true, inspectors: judges };
    const round = await other.put({ ...put, sheets: sheets().slice(0, 4) });
    const { body } = await other.counting('zhou', round);
    expect([body.may, body.heeds]).toEqual([true, ['东溪村的孙督查没有交表，只按交了的4个人计。']]);
  });

  it('are not told apart by a kind without a judge', async () => {
    const lines = [{ ...marked, code: 'bare', kind: 'contest.bare' }];
    const put = sheets('bare').map(({ answers: { rubbish: _, ...answers }, ...sheet }) => ({
      ...sheet,
      answers,
    }));
    const round = await other.put({ lines, each: true, inspectors: judges, sheets: put });
    const { body } = await other.counting('zhou', round);
    expect(body.inTheWay).toEqual([
      '第1行由每人各打一个分，“没有评委的评分”却没有“评委”（judge）这个字段，分不清谁打的；请在事实目录里加上。',
    ]);
    await other.refused('counting.in-the-way', () => other.count('zhou', round));
  });
});

describe('a line', () => {
  it('of a measure says that there is nothing, and without a kind becomes none', async () => {
    const measured = { ...counted, code: 'toilets', kind: 'environment.toilets', sampledField: '' };
    const { sampledField: _, ...sampled } = { ...measured, field: '不合格户数' };
    const { kind: _kind, field: _field, ...bare } = { ...counted, code: 'bare' };
    const answers = { toilets: { ...wrong, count: 0 }, bare: wrong, rubbish: wrong };
    const round = await town.put({
      lines: [sampled, bare, { ...counted, kind: 'inspection.garbage' }],
      sheets: [{ subject: '东溪村', answers }],
    });
    const { body } = await town.counting('zhou', round);
    expect(linesOf(body).map(({ outcome }) => outcome)).toEqual(['fact', 'withoutKind', 'fact']);
    // The kind wants how many were looked at too, and nobody was asked.
    expect(body.inTheWay.length).toBe(1);
    expect(body.inTheWay[0]).toContain('东溪村第1行“村容”：');
  });

  it('of which fewer were looked at than the clause wants is told before', async () => {
    const few = { asks: 'sample', looked: 3, failed: 0, ...none } as const;
    const { body } = await town.counting(
      'zhou',
      await town.put({ sheets: one({ facilities: few }) }),
    );
    expect([body.may, body.heeds]).toEqual([
      true,
      [
        '东溪村第8行“基础设施”只抽查了3，第3.2.1条要5，不够的这一条缺材料；确实只有这些的，计入后在待记里补写“设施总数”。',
      ],
    ]);
  });

  it('that no clause hears says so, and becomes a fact all the same', async () => {
    const kind = {
      kind: 'unheard',
      name: '没人计分的事',
      form: 'event',
      about: 'unit',
      owner: '城建办',
    } as const;
    await kit().inside(town.tenant, (db) => putKinds(db, { tenantId: town.tenant, kinds: [kind] }));
    const { field: _, ...line } = { ...counted, kind: 'unheard' };
    const sheets = [{ subject: '东溪村', answers: { rubbish: wrong } }];
    const { body } = await town.count('zhou', await town.put({ lines: [line], sheets }));
    expect(linesOf(body)).toMatchObject([{ outcome: 'fact', clauses: [] }]);
    expect(body.visits[0].records).toMatchObject([{ kindName: '没人计分的事', state: 'waiting' }]);
  });
});

describe('what was found wrong before', () => {
  it('is told to a kind that has the field for it, and to no other', async () => {
    const kind = {
      kind: 'bins.again',
      name: '收集点问题',
      form: 'event',
      about: 'unit',
      owner: '城建办',
      fields: { 处数: { type: 'number' }, 重复: { type: 'number' } },
    } as const;
    await kit().inside(town.tenant, (db) => putKinds(db, { tenantId: town.tenant, kinds: [kind] }));
    const again = { ...counted, code: 'again', kind: 'bins.again' };
    const answers = { again: { ...wrong, count: 3 }, rubbish: wrong };
    const round = await town.put({
      lines: [again, { ...counted, kind: 'inspection.garbage' }],
      sheets: [{ subject: '东溪村', answers }],
    });
    await repeated(round, ['again', 'again', 'rubbish']);
    const { body } = await town.counting('zhou', round);
    const texts = linesOf(body).map(({ fields }) =>
      fields.map(({ text, title }: Answer['body']) => `${title} ${text}`),
    );
    expect(texts).toEqual([['处数 3', '重复 2'], [`处数（处） ${wrong.count}`]]);
    expect((await town.count('zhou', round)).status).toBe(200);
    const entries = await town.entries('nong');
    const values = entries
      .flatMap(({ values: all }) => all)
      .filter(({ name }: Answer['body']) => name === '重复')
      .map(({ text }: Answer['body']) => text);
    expect(values).toEqual(['2']);
  });
});

/** Findings of the round's sheet that repeat one of an earlier round. */
async function repeated(round: string, lines: readonly string[]): Promise<void> {
  const earlier = await town.put({ sheets: one() });
  await kit().inside(town.tenant, async (db) => {
    const put = async (of: string, line: string, repeats: string | null) => {
      const { id: sheet } = await db
        .selectFrom('inspection_sheet')
        .innerJoin('inspection_visit', 'inspection_visit.id', 'inspection_sheet.visit_id')
        .select('inspection_sheet.id')
        .where('inspection_visit.round_id', '=', of)
        .executeTakeFirstOrThrow();
      const { id } = await db
        .insertInto('inspection_finding')
        .values({
          tenant_id: town.tenant,
          id: randomUUID(),
          sheet_id: sheet,
          line,
          subject: '东溪村',
          village: '东溪村',
          place: '村口桥边',
          severity: 'three',
          found_on: '2026-04-14',
          due_on: '2026-04-17',
          repeats,
          state: 'found',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    };
    const before = await put(earlier, 'bins', null);
    for (const line of lines) await put(round, line, before);
  });
}

describe('a place', () => {
  it('that nobody went to has no facts, and a round nowhere gone to is not counted', async () => {
    const round = await town.put({ sheets: one(), missed: ['河口村'] });
    const { body } = await town.count('tian', round);
    const missed = body.visits.find(({ subject }: Answer['body']) => subject.code === '河口村');
    expect(missed).toMatchObject({ state: 'missed', lines: [], records: [] });
    const nowhere = await town.put({ sheets: [], missed: ['河口村'], state: 'missed' });
    expect((await town.counting('zhou', nowhere)).body.inTheWay).toEqual([
      '这一轮没有开展，没有事实可记；没有去的不记到村里。',
    ]);
    await town.refused('counting.in-the-way', () => town.count('zhou', nowhere));
  });

  it('whose objection was settled hears of it no more once the round is counted', async () => {
    const sheets = one().map((sheet) => ({ ...sheet, state: 'settled' }));
    const round = await town.put({ sheets });
    const line = { room: 'inspection', kind: 'sheet-settled' };
    await kit().inside(town.tenant, async (db) => {
      const { id } = await db
        .selectFrom('inspection_sheet')
        .innerJoin('inspection_visit', 'inspection_visit.id', 'inspection_sheet.visit_id')
        .select('inspection_sheet.id')
        .where('round_id', '=', round)
        .executeTakeFirstOrThrow();
      const place = { db, tenant: { id: town.tenant }, now: '2026-04-20T02:00:00.000Z' };
      const words = { title: '看不同意见的处理结果', roles: ['village'] as const, address: '/' };
      await openLine(place, { ...line, ...words, about: id, unit: '东溪村' });
    });
    const open = () =>
      kit().inside(town.tenant, (db) =>
        db
          .selectFrom('desk_line')
          .select('id')
          .where('kind', '=', line.kind)
          .where('closed_at', 'is', null)
          .execute(),
      );
    expect((await open()).length).toBe(1);
    await town.count('zhou', round);
    expect(await open()).toEqual([]);
  });

  it('whose objection is open keeps the round waiting', async () => {
    const open = { subject: '河口村', answers: soundAnswers, state: 'objected' };
    const round = await town.put({ sheets: [...one(), open] });
    expect((await town.counting('zhou', round)).body.inTheWay).toEqual([
      '河口村有不同意见还没有处理。',
    ]);
    await town.refused('counting.in-the-way', () => town.count('zhou', round));
  });
});

describe('a kind of fact', () => {
  const kinds = (change: object) =>
    kit().inside(town.tenant, (db) =>
      putKinds(db, {
        tenantId: town.tenant,
        kinds: [
          {
            kind: 'environment.lamps',
            name: '路灯缺损',
            form: 'event',
            about: 'unit',
            owner: '城建办',
            ...change,
          },
        ],
      }),
    );

  it('that was changed meanwhile stands in the way, in the words of the ledger', async () => {
    const round = await town.put({ sheets: one({ lamps: wrong }) });
    await kinds({ fields: { 盏数: { type: 'number', required: true } } });
    const { body } = await town.counting('zhou', round);
    expect(body.inTheWay.length).toBeGreaterThan(0);
    for (const sentence of body.inTheWay) expect(sentence).toContain('东溪村第9行“基础设施”：');
    await town.refused('counting.in-the-way', () => town.count('zhou', round));
  });

  it('that was taken out of the catalogue stands in the way; renamed, it counts anew', async () => {
    const round = await town.put({ sheets: one({ lamps: wrong }) });
    const remove = (code: string) =>
      kit().inside(town.tenant, (db) =>
        db.deleteFrom('fact_kind').where('code', '=', code).execute(),
      );
    await remove('environment.lamps');
    expect((await town.counting('zhou', round)).body.inTheWay[0]).toContain('environment.lamps');
    await town.refused('counting.in-the-way', () => town.count('zhou', round));
    await kinds({
      kind: 'environment.streetlights',
      formerly: ['environment.lamps'],
      fields: { 处数: { type: 'number', unit: '处', required: true } },
    });
    const { body } = await town.count('zhou', round);
    const lamps = linesOf(body).find(({ line }) => line === 'lamps');
    expect(lamps).toMatchObject({ kindName: '路灯缺损', clauses: [{ clause: '3.3.1' }] });
  });
});

describe('what is gone or too late', () => {
  it('is said of a photo that is not there any more', async () => {
    const photos = [
      { sha256: 'cd'.repeat(32), of: 'line', line: 'bare-rubbish', evidenceId: randomUUID() },
    ];
    const [sheet] = one({ 'bare-rubbish': wrong });
    const round = await town.put({ sheets: sheet ? [{ ...sheet, photos }] : [] });
    expect((await town.counting('zhou', round)).body.inTheWay).toEqual([
      '东溪村第1行“垃圾清理”的照片有1张已经不在系统里；请写表的人把原片补传上来。',
    ]);
    await town.refused('counting.in-the-way', () => town.count('zhou', round));
  });

  it('is said of a month that was sealed: it counts in the next, by the ledger', async () => {
    const round = await town.put({ sheets: one() });
    const now = '2026-05-06T02:00:00.000Z';
    const seal = { line: 'qinghe-environment-check', period: '2026-04', edition: 1, atSeq: 0 };
    await kit().inside(town.tenant, (db) =>
      insertSeal({ db, tenant: { id: town.tenant }, now }, {
        ...seal,
        printed: [],
      } as never),
    );
    kit().setNow(now);
    const { body } = await town.counting('zhou', round);
    expect([body.inTheWay, body.heeds]).toEqual([
      [],
      ['“青禾镇人居环境月检查评分办法”2026年4月已封存，这条计入2026年5月。'],
    ]);
    expect((await town.count('zhou', round)).status).toBe(200);
  });
});

describe('counting', () => {
  const entriesOf = (round: string) =>
    kit().inside(town.tenant, async (db) => {
      const { template } = await db
        .selectFrom('inspection_round')
        .select('template')
        .where('id', '=', round)
        .executeTakeFirstOrThrow();
      const rows = await db.selectFrom('entry').select(['body', 'in_place_of']).execute();
      return rows.filter(({ body }) => String(Object(body).matter).startsWith(`${template} `));
    });

  it('is done once, also by two who press at the same moment', async () => {
    const round = await town.put({ sheets: one() });
    const both = await Promise.all(['zhou', 'tian'].map((name) => town.count(name, round)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await entriesOf(round)).length).toBe(7);
    expect(both[0]?.body.counted).toEqual(both[1]?.body.counted);
  });

  it('that breaks half way writes nothing', async () => {
    const second = { subject: '河口村', answers: soundAnswers };
    const round = await town.put({ sheets: [...one(), second] });
    const owner = new pg.Client({ connectionString: kit().ownerUrl });
    await owner.connect();
    await owner.query(`create function half_way() returns trigger language plpgsql as
      $$ begin raise exception 'half way'; end $$`);
    await owner.query(`create trigger half_way before update on inspection_round
      for each row when (new.state = 'closed') execute function half_way()`);
    await town.refused('gate.incident', () => town.count('zhou', round));
    await owner.query('drop trigger half_way on inspection_round');
    await owner.query('drop function half_way()');
    await owner.end();
    expect((await town.count('zhou', round)).status).toBe(200);
    expect((await entriesOf(round)).length).toBe(14);
  });

  it('in the place of another excludes that one too; never in the place of an inspector', async () => {
    const standIn = (absent: string) =>
      kit().inside(town.tenant, async (db) => {
        const { id } = await db
          .selectFrom('role_grant')
          .select('id')
          .where('account_id', '=', town.who(absent).accountId)
          .where('role', '=', 'recorder')
          .executeTakeFirstOrThrow();
        await giveRole(db, {
          tenantId: town.tenant,
          accountId: town.who('dang').accountId,
          role: 'recorder',
          lines: ['城建办'],
          from: '2026-01-01',
          substitute: true,
          inPlaceOf: id,
        });
      });
    const round = await town.put({ sheets: one() });
    await standIn('zheng');
    await town.refused('counting.own-inspection', () => town.count('dang', round));
    await standIn('he');
    expect((await town.count('dang', round)).status).toBe(200);
    const [entry] = await entriesOf(round);
    expect(entry?.in_place_of).toEqual(expect.arrayContaining(['P-zheng', 'P-ying', 'P-he']));
  });
});
