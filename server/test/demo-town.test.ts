/** 青禾镇 as the demonstration loads it: what is in it, that it adds up, and that its seals are true. */

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assess, type Fact, type IsoDate, resultFacts, type Scheme } from '@oneneedle/kernel';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { readAccounts } from '../scripts/demo/accounts.ts';
import { demoDrawing, demoPhoto, demoPhotos } from '../scripts/demo/photo.ts';
import { readEvidence } from '../scripts/demo/pictures.ts';
import { postingDays, sealDays } from '../scripts/demo/posting.ts';
import { chanceOf } from '../scripts/demo/random.ts';
import { staleDemoFiles } from '../scripts/demo-town.ts';
import { type Folder, readFolder, sealingOf, sealStateOf } from '../src/assessment/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const path = (town: string, name = '') => join(root, 'schemes', town, name);
const read = (town: string, name: string) => readFileSync(path(town, name), 'utf8');

const folder = await readFolder(path('qinghe-town'));
const { book, scheme } = folder;
const { units, persons, posts, pairings } = book.roster;
const evidence = readEvidence(read('qinghe-town', 'evidence.yaml'));
const accounts = readAccounts(read('qinghe-town', 'accounts.yaml'));
const generated = ['scheme', 'kinds', 'roster', 'facts', 'seals', 'evidence', 'accounts'];
const sealedPeriods = ['2026-Q1', '2026-Q2', '2026-Q3'];
const today = '2026-11-20' as IsoDate;

const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

interface Dated {
  readonly from?: string;
  readonly to?: string;
}

const isOn = ({ from, to }: Dated, day: string) =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

const ofType = (type: string, day?: string) =>
  units.filter((unit) => unit.type === type && (day === undefined || isOn(unit, day)));

const clausesOf = (nodes: Scheme['tree']): NonNullable<Scheme['tree'][number]['clauses']> =>
  nodes.flatMap(({ clauses = [], children = [] }) => [...clauses, ...clausesOf(children)]);

const sizeOn = (unit: (typeof units)[number] | undefined, name: string, day: string): number => {
  const size = unit?.sizes[name];
  if (size === undefined || typeof size === 'string') return Number(size);
  return Number(size.filter(({ from }) => from <= day).at(-1)?.value);
};

describe('the generator', () => {
  it('writes what is committed, byte for byte', async () => {
    expect(await staleDemoFiles()).toEqual([]);
  });

  it('names a file in which one figure was changed by hand', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'oneneedle-demo-copy-'));
    copies.push(copy);
    mkdirSync(join(copy, 'schemes'));
    cpSync(path('qinghe-town'), join(copy, 'schemes/qinghe-town'), { recursive: true });
    const facts = join(copy, 'schemes/qinghe-town/facts.yaml');
    writeFileSync(facts, readFileSync(facts, 'utf8').replace('处数: 1', '处数: 9'));
    expect(await staleDemoFiles(copy)).toEqual(['schemes/qinghe-town/facts.yaml']);
  });

  it('draws the same chances for a name, others for another', () => {
    const drawn = (name: string) => {
      const chance = chanceOf(name);
      return Array.from({ length: 20 }, () => chance.between(1, 1000));
    };
    expect(drawn('a')).toEqual(drawn('a'));
    expect(drawn('a')).not.toEqual(drawn('b'));
    expect(Math.min(...drawn('c'))).toBeGreaterThanOrEqual(1);
  });

  it.each(generated)('keeps %s.yaml small enough to read', (name) => {
    const text = read('qinghe-town', `${name}.yaml`);
    expect(Buffer.byteLength(text)).toBeLessThan(400_000);
    expect(text).toContain('演示数据');
  });
});

describe('the roster', () => {
  it('has leaders, twelve offices, twenty villages with groups and branches', () => {
    const leaders = new Set(posts.filter(({ unit }) => unit === '青禾镇').map((p) => p.person));
    expect(leaders.size).toBeGreaterThanOrEqual(11);
    expect(ofType('station')).toHaveLength(12);
    expect(ofType('village', today)).toHaveLength(20);
    expect(
      ofType('village')
        .filter(({ to }) => to !== undefined)
        .map((u) => u.name),
    ).toEqual(['柳湾村']);
    expect(ofType('hamlet', today)).toHaveLength(128);
    expect(ofType('branch', today)).toHaveLength(20);
    expect(new Set(ofType('village').map(({ group }) => group))).toEqual(
      new Set(scheme.groups?.map(({ code }) => code)),
    );
  });

  it('has an office with people for every clause', () => {
    const owners = clausesOf(scheme.tree).map(({ owner }) => owner);
    expect(owners.length).toBeGreaterThan(30);
    for (const owner of new Set(owners)) {
      const staff = posts.filter(({ unit }) => unit === owner);
      expect(ofType('station').map(({ code }) => code)).toContain(owner);
      expect(staff.length, owner).toBeGreaterThanOrEqual(2);
    }
  });

  it('gives everybody a code that says nothing and a name of their own', () => {
    expect(new Set(persons.map(({ name }) => name)).size).toBe(persons.length);
    for (const { code } of persons) expect(code).toMatch(/^P-\d{4}$/);
    const known = new Set(persons.map(({ code }) => code));
    const places = new Set(units.map(({ code }) => code));
    for (const { person, unit } of [...posts, ...pairings]) {
      expect(known).toContain(person);
      expect(places).toContain(unit);
    }
    for (const { code } of persons) expect(posts.map((post) => post.person)).toContain(code);
  });

  it.each(['2026-01-05', '2026-06-30', '2026-07-01', today])(
    'has on %s a chain from leader to village to group without a gap',
    (day) => {
      const paired = (kind: string, unit: string) =>
        pairings.filter((one) => one.kind === kind && one.unit === unit && isOn(one, day));
      const holders = (role: string, unit: string) =>
        posts.filter((one) => one.role === role && one.unit === unit && isOn(one, day));
      for (const { code } of ofType('village', day)) {
        expect(paired('挂点领导', code), code).toHaveLength(1);
        expect(paired('包村干部', code), code).toHaveLength(1);
        expect(holders('村党组织书记', code), code).toHaveLength(1);
        expect(holders('党支部书记', `${code}党支部`), code).toHaveLength(1);
      }
      for (const { code } of ofType('hamlet', day)) {
        expect(paired('联系屋场', code), code).toHaveLength(1);
        expect(holders('组长', code), code).toHaveLength(1);
      }
      for (const { code } of ofType('station')) {
        expect(paired('分管领导', code), code).toHaveLength(1);
      }
    },
  );

  it.each(['2026-03-31', '2026-07-01'])('adds up on %s: households and groups', (day) => {
    for (const village of ofType('village', day)) {
      const own = ofType('hamlet', day).filter(({ parent }) => parent === village.code);
      const households = own.reduce((sum, group) => sum + sizeOn(group, '户数', day), 0);
      expect(households, village.code).toBe(sizeOn(village, '户数', day));
      expect(own.length, village.code).toBe(sizeOn(village, '村民小组', day));
    }
  });

  it('changes a leader in the middle of the year, who hands on the villages', () => {
    const [left] = posts.filter(({ unit, to }) => unit === '青禾镇' && to !== undefined);
    const villages = (person: string | undefined, day: string) =>
      pairings
        .filter((one) => one.person === person && one.kind === '挂点领导' && isOn(one, day))
        .map(({ unit }) => unit);
    expect(left).toMatchObject({ role: '副镇长', to: '2026-06-30' });
    const came = posts.find(({ role, from }) => role === '副镇长' && from === '2026-07-01');
    expect(villages(left?.person, '2026-06-30')).toEqual(['麦坪村', '河口村', '柳湾村']);
    expect(villages(came?.person, '2026-07-01')).toEqual(['麦坪村', '河口村']);
  });
});

describe('the facts', () => {
  const { facts } = book;
  const recorded = facts.filter(({ form }) => form !== 'result');

  it('are of a whole year, by the thousand', () => {
    expect(facts.length).toBeGreaterThanOrEqual(1500);
    expect(facts.length).toBeLessThanOrEqual(2500);
    const days = recorded.flatMap(({ on }) => on ?? []).sort();
    expect([days[0]?.slice(0, 7), days.at(-1)]).toEqual(['2026-01', today]);
    expect(new Set(recorded.map(({ kind }) => kind)).size).toBeGreaterThan(30);
  });

  it('are recorded by the office that owns the kind, and never reviewed by who wrote them', () => {
    const owners = new Map(book.kinds?.map(({ kind, owner }) => [kind, owner]));
    const staff = new Set(
      posts.map(({ person, unit }) => {
        return `${unit} ${persons.find(({ code }) => code === person)?.name}`;
      }),
    );
    for (const { id, kind, form, recordedBy = '', reviewedBy = '' } of recorded) {
      expect(staff, id).toContain(recordedBy);
      expect(staff, id).toContain(reviewedBy);
      expect(reviewedBy, id).toMatch(/^考核办 /);
      expect(reviewedBy, id).not.toBe(recordedBy);
      const isOwned = kind !== 'reversal' && form !== 'checked' && form !== 'missing';
      if (isOwned) expect(recordedBy.split(' ')[0], id).toBe(owners.get(kind));
    }
  });

  it('say of every clause and sealed quarter that there was nothing else', () => {
    const heard = clausesOf(scheme.tree).filter(({ on, rule }) => on && !('judges' in rule));
    for (const period of sealedPeriods) {
      const signed = facts.filter((fact) => fact.form === 'checked' && fact.period === period);
      expect(signed.map(({ values }) => values.clause).sort()).toEqual(
        heard.map(({ code }) => code).sort(),
      );
    }
  });

  it('tell how mistakes are put right: reversals, and a record that came after the seal', () => {
    const reversals = facts.filter(({ reverses }) => reverses !== undefined);
    const byId = new Map(facts.map((fact) => [fact.id, fact]));
    expect(reversals).toHaveLength(4);
    for (const { reverses = '', seq } of reversals) {
      expect(byId.get(reverses)?.seq).toBeLessThan(seq);
    }
    const late = facts.filter(({ countsIn }) => countsIn !== undefined);
    expect(late.map(({ about, kind }) => [about[0]?.subject, kind])).toEqual([
      ['东溪村', 'reversal'],
      ['禾丰村', 'inspection.garbage'],
    ]);
    for (const { seq } of late) expect(seq).toBeGreaterThan(book.seals[0]?.atSeq ?? Infinity);
  });

  it('became known in their order, each before the seal that knows it', () => {
    const days = postingDays(facts);
    const inOrder = facts.map(({ id }) => days.get(id) ?? '');
    expect(inOrder).toEqual([...inOrder].sort());
    for (const { id, on = '' } of recorded) expect((days.get(id) ?? '') >= on, id).toBe(true);
    const late = facts.find(({ matter }) => matter === 'R-0122-91');
    expect(late?.on).toBe('2026-01-22');
    expect(days.get(late?.id ?? '')).toBe('2026-05-09');
    for (const { period, atSeq } of book.seals) {
      const day = sealDays[period] ?? '';
      const known = facts.filter(({ seq }) => seq <= atSeq).map(({ id }) => days.get(id) ?? '');
      expect(known.at(-1)?.slice(0, 7)).toBe(day.slice(0, 7));
      expect(known.filter((one) => one > day)).toEqual([]);
      expect(days.get(facts.find(({ seq }) => seq === atSeq + 1)?.id ?? '')).toBe(day);
    }
  });
});

describe.each(sealedPeriods)('the seal of %s', (period) => {
  const at = sealedPeriods.indexOf(period);
  const seal = book.seals[at];
  const known: Folder = {
    ...folder,
    book: {
      ...book,
      facts: book.facts.filter(({ seq }) => seq <= (seal?.atSeq ?? 0)),
      seals: book.seals.slice(0, at),
    },
  };

  it('is what sealing gives from what was known then, without an obstacle', () => {
    const { obstacles, entry, result } = sealingOf(known, { scheme: scheme.line, period });
    expect(obstacles).toEqual([]);
    expect(read('qinghe-town', 'seals.yaml')).toContain(entry);
    expect(result.subjects.every(({ state }) => state === 'scored')).toBe(true);
  });

  it('is what comes out today, with all that became known later', () => {
    const result = assess(book, { scheme: scheme.line, period });
    expect(sealStateOf(book, result)).toMatchObject({ differing: [], edition: { agrees: true } });
    expect(Object.keys(seal?.printed ?? {})).toHaveLength(at === 2 ? 20 : 21);
  });

  it('is followed by its results as facts', () => {
    if (!seal) throw new Error(`${period} is not sealed`);
    const result = assess(known.book, { scheme: scheme.line, period });
    const told = (fact: Fact) => [fact.id, fact.about, fact.values, fact.seq];
    const stored = book.facts.filter((fact) => fact.form === 'result' && fact.period === period);
    expect(stored.map(told)).toEqual(resultFacts(result, seal, scheme).map(told));
  });

  it('spreads the villages plausibly, without a tie', () => {
    const { subjects } = assess(book, { scheme: scheme.line, period });
    const totals = subjects.map(({ totalMilli }) => Number(totalMilli));
    expect(new Set(totals).size).toBe(totals.length);
    expect(Math.min(...totals)).toBeGreaterThan(70_000);
    expect(Math.max(...totals)).toBeLessThan(103_000);
    expect(Math.max(...totals) - Math.min(...totals)).toBeGreaterThan(12_000);
  });
});

describe('the open quarter', () => {
  const { subjects, notices } = assess(book, {
    scheme: scheme.line,
    period: '2026-Q4',
    asOf: today,
  });

  it('ranks all but the two villages that lack material', () => {
    const lacking = subjects.filter(({ state }) => state === 'missing').map(({ name }) => name);
    expect(lacking).toEqual(['泉坳村', '窑湾村']);
    const ranked = subjects.filter(({ rank }) => rank !== undefined);
    expect(ranked).toHaveLength(18);
    const places = ranked.map(({ group, rank }) => `${group} ${rank}`);
    expect(new Set(places).size).toBe(18);
  });

  it('cannot be sealed: it is not over, not signed, and three facts have no evidence', () => {
    const options = { scheme: scheme.line, period: '2026-Q4' };
    const { obstacles } = sealingOf(folder, options, { today });
    expect(new Set(obstacles.map(({ code }) => code))).toEqual(
      new Set(['period-not-over', 'material-missing', 'unchecked', 'no-evidence']),
    );
    const [bare] = notices.filter(({ code }) => code === 'no-evidence');
    const about = (id: string) => book.facts.find((fact) => fact.id === id)?.about[0]?.subject;
    expect(bare?.factIds.map(about).sort()).toEqual(['北闸村', '新桥村', '麦坪村']);
  });

  it('shows a cell that is decided zero, and bonuses that wait for their document', () => {
    const codes = notices.map(({ code }) => code);
    expect(codes).not.toContain('fact-unheard');
    const struck = notices.find(({ factIds }) =>
      factIds.some((id) => book.facts.find((fact) => fact.id === id)?.matter === 'H-12'),
    );
    expect(struck?.sentence).toContain('没有依据文件');
    const zero = book.facts.filter(
      ({ form, values }) => form === 'missing' && values.state === '记零',
    );
    expect(zero).toHaveLength(2);
  });
});

describe('the pictures', () => {
  it('are cited by exactly the facts that they are of', () => {
    expect(evidence).toHaveLength(64);
    const cited = book.facts.flatMap(({ id, evidence: names }) =>
      names.filter((name) => /^E-\d{4}$/.test(name)).map((name) => [name, id]),
    );
    expect(cited).toEqual(evidence.map(({ id, fact }) => [id, fact]));
  });

  it('show something of every village in the open quarter', () => {
    const recent = evidence.filter(({ on }) => on >= '2026-10-01');
    for (const { name } of ofType('village', today)) {
      expect(
        recent.some(({ place }) => place.startsWith(name)),
        name,
      ).toBe(true);
    }
  });

  it('say that they are none, with fact, place and caption', async () => {
    for (const entry of evidence) {
      const drawn = demoDrawing(entry);
      expect(drawn).toContain(entry.place);
      expect(drawn).toContain(entry.caption);
      // Seal and number are drawn in strokes, so that they are seen without a Chinese font.
      expect(drawn.match(/<g fill="none"/g)?.length, entry.id).toBe(3);
    }
    const strange = { ...evidence[0], fact: '甲' } as (typeof evidence)[number];
    expect(() => demoDrawing(strange)).toThrow('no strokes');
  });

  it('are JPEGs, the same each time and different from each other', async () => {
    const [first, second] = evidence;
    if (!first || !second) throw new Error('no pictures');
    const bytes = await demoPhoto(first);
    const { format, width, height } = await sharp(bytes).metadata();
    expect([format, width, height]).toEqual(['jpeg', 960, 688]);
    const [again, other] = await demoPhotos([first, second]);
    expect(again).toEqual(bytes);
    expect(other).not.toEqual(bytes);
  });
});

describe('the log-ins', () => {
  it('are of all roles of a town, each of a person and a unit of the roster', () => {
    expect(new Set(accounts.map(({ role }) => role)).size).toBe(11);
    expect(new Set(accounts.map(({ user }) => user)).size).toBe(accounts.length);
    const owners = clausesOf(scheme.tree).map(({ owner }) => owner);
    for (const { person, unit, lines = [] } of accounts) {
      expect(persons.map(({ code }) => code)).toContain(person);
      if (unit !== undefined) expect(units.map(({ code }) => code)).toContain(unit);
      for (const line of lines) expect(owners).toContain(line);
    }
  });

  it('are confined to the office, village or pairing that their person has', () => {
    for (const { person, unit, lines = [], user } of accounts) {
      const own = [...posts, ...pairings].filter(
        (one) => one.person === person && isOn(one, today),
      );
      const places = own.map((one) => one.unit);
      for (const bound of [...lines, ...(unit === undefined ? [] : [unit])]) {
        expect(places, user).toContain(bound);
      }
    }
    const confined = (role: string) => accounts.filter((account) => account.role === role);
    for (const { lines } of confined('recorder')) expect(lines).toHaveLength(1);
    expect(confined('village').map(({ unit }) => unit)).toEqual(['东溪村']);
  });

  it('have no password in the file', () => {
    const rows = read('qinghe-town', 'accounts.yaml').split('\n- ').slice(1);
    expect(rows).toHaveLength(accounts.length);
    for (const row of rows) expect(row).not.toMatch(/password|密码/);
  });
});

describe('落溪镇, the other town', async () => {
  const other = await readFolder(path('luoxi-town'));

  it('is small, and shares no unit and no person with 青禾镇', () => {
    const { roster } = other.book;
    const types = (type: string) => roster.units.filter((unit) => unit.type === type).length;
    expect([types('village'), types('station'), other.book.facts.length]).toEqual([4, 3, 30]);
    const own = new Set([...units, ...persons].map(({ code }) => code));
    for (const { code } of [...roster.units, ...roster.persons]) expect(own).not.toContain(code);
    expect(other.scheme.line).not.toBe(scheme.line);
  });

  it('numbers its facts like 青禾镇, so that a number alone never tells whose it is', () => {
    const own = new Set(book.facts.map(({ id }) => id));
    expect(other.book.facts.every(({ id }) => own.has(id))).toBe(true);
  });

  it('is assessed, and its log-ins are of its own people', () => {
    const { subjects } = assess(other.book, { scheme: other.scheme.line, period: '2026-Q3' });
    expect(subjects.map(({ state }) => state)).toEqual(['scored', 'scored', 'scored', 'scored']);
    const codes = other.book.roster.persons.map(({ code }) => code);
    for (const { person } of readAccounts(read('luoxi-town', 'accounts.yaml'))) {
      expect(codes).toContain(person);
    }
  });
});

/** Provinces, and counties and towns that published examples come from. */
const realPlaces =
  /北京|天津|河北|山西|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|内蒙古|香港|澳门|台湾|岳阳|君山|宁海|长街|石城|赫章/;

describe.each(['qinghe-town', 'luoxi-town'])('%s', (town) => {
  const names = [
    'README.md',
    ...(town === 'qinghe-town'
      ? generated
      : ['scheme', 'kinds', 'roster', 'facts', 'accounts']
    ).map((name) => `${name}.yaml`),
  ];

  it.each(names)('names no real place in %s, and says that it is invented', (name) => {
    expect(read(town, name).match(realPlaces)).toBeNull();
    expect(read(town, name)).toContain('演示数据');
  });
});
