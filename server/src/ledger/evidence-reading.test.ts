/**
 * Who reads a file: exactly who sent it, who may read a fact or an entry that cites it, and the
 * assessment office with discipline. One table, and the ledger's own pages beside it.
 */

import { isoDate } from '@oneneedle/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { sendEvidence } from '../../test/evidence-kit.ts';
import { type Asker, useProgram } from '../../test/kit/rooms.ts';
import { type LedgerTown, ledgerTown, rubbish } from '../../test/ledger-town.ts';
import { citeEvidence } from '../evidence/index.ts';
import { postFacts } from './index.ts';

const kit = useProgram();
const now = '2026-04-10T02:00:00.000Z';

const posts = {
  zhou: [{ role: 'recorder', lines: ['城建办'] }],
  he: [{ role: 'recorder', lines: ['城建办'] }],
  lin: [{ role: 'reviewer', lines: ['党建办'] }],
  whole: [{ role: 'recorder' }],
  wu: [{ role: 'reviewer' }],
  cadre: [{ role: 'resident-cadre', unit: '东溪村' }],
  leader: [{ role: 'leader' }],
  dongxi: [{ role: 'village', unit: '东溪村' }],
  xigang: [{ role: 'village', unit: '西岗村' }],
  office: [{ role: 'assessment-office' }],
  discipline: [{ role: 'discipline' }],
} as const;
type Name = keyof typeof posts;
const names = Object.keys(posts) as Name[];

/** What rests on each file, and who reads it beside zhou, who sent them all, and the two offices. */
const table = [
  ['nothing', []],
  ['a draft about 东溪村', ['he', 'whole', 'wu']],
  ['a draft of 党建办', ['lin', 'whole', 'wu']],
  ['a fact about 东溪村', ['he', 'lin', 'whole', 'wu', 'cadre', 'leader', 'dongxi']],
  ['a fact about 西岗村', ['he', 'lin', 'whole', 'wu', 'leader', 'xigang']],
  ['a fact about a person', ['lin', 'whole', 'wu', 'leader']],
  ['a fact about 东溪村 and a person', ['lin', 'whole', 'wu', 'leader']],
  ['a fact about dongxi himself', ['lin', 'whole', 'wu', 'leader', 'dongxi']],
] as const satisfies readonly (readonly [string, readonly Name[]])[];
type Item = (typeof table)[number][0];

let town: LedgerTown;
const askers = new Map<Name, Asker>();
/** The file of each row, and the page of what cites it. */
const files = new Map<Item, { id: string; page?: string }>();

const as = (name: Name) => askers.get(name) as Asker;
const api = (path: string) => `/api/towns/${town.code}/evidence${path}`;

let count = 0;
async function sent(asker: Asker = as('zhou')): Promise<string> {
  count += 1;
  const bytes = Buffer.from(`记录 ${count}`);
  const { body } = await sendEvidence(asker, { town: town.code, name: `记录${count}.txt`, bytes });
  return body.evidence.id;
}

async function drafted(subject: string): Promise<{ id: string; entryId: string }> {
  const id = await sent();
  const words = { ...rubbish, about: [{ subject }], files: [id] };
  const { body } = await as('zhou').post(`${town.base}/entries`, words);
  return { id, entryId: body.entry.id };
}

async function posted(subject: string) {
  const { id, entryId } = await drafted(subject);
  const entries = [{ id: entryId, version: 1 }];
  const { body } = await as('wu').post(`${town.base}/reviews`, { entries });
  return { id, page: `facts/${body.facts[0].id}` };
}

/** A fact of 党建办, as a decision of the party committee brings it. */
async function decided(factId: string, subjects: readonly string[]) {
  const id = await sent();
  const place = { tenant: { id: town.tenantId }, now };
  await kit().inside(town.tenantId, async (db) => {
    await postFacts({ db, ...place }, [
      {
        id: factId,
        kind: 'party.life.poor',
        form: 'event',
        about: subjects.map((subject) => ({ subject, as: '' })),
        on: isoDate('2026-03-18'),
        values: {},
        tags: [],
        evidence: [],
        office: '党建办',
      },
    ]);
    await citeEvidence({ db, ...place }, { factId, evidenceIds: [id], subjects });
  });
  return { id, page: `facts/${factId}` };
}

beforeAll(async () => {
  town = await ledgerTown(kit(), 'qinghe', '青禾镇');
  for (const name of names) askers.set(name, await town.person(name, ...posts[name]));
  files.set('nothing', { id: await sent() });
  const own = await drafted('东溪村');
  files.set('a draft about 东溪村', { id: own.id, page: `entries/${own.entryId}` });
  const other = await drafted('东溪村');
  await kit().inside(town.tenantId, (db) =>
    db.updateTable('entry').set({ office: '党建办' }).where('id', '=', other.entryId).execute(),
  );
  files.set('a draft of 党建办', { id: other.id, page: `entries/${other.entryId}` });
  files.set('a fact about 东溪村', await posted('东溪村'));
  files.set('a fact about 西岗村', await posted('西岗村'));
  files.set('a fact about a person', await decided('D-1', ['p-he']));
  files.set('a fact about 东溪村 and a person', await decided('D-2', ['东溪村', 'p-xigang']));
  files.set('a fact about dongxi himself', await decided('D-3', ['p-dongxi']));
});

function readersOf(item: Item): Set<Name> {
  const [, others] = table.find(([name]) => name === item) ?? ['', []];
  return new Set<Name>(['zhou', 'office', 'discipline', ...others]);
}

describe('a file', () => {
  it.each(table)('that %s rests on is read by exactly these', async (item) => {
    const { id, page } = files.get(item) ?? { id: '' };
    const expected = readersOf(item);
    if (item === 'a fact about a person') expected.add('he'); // he reads what is said of himself
    if (item === 'a fact about 东溪村 and a person') expected.add('xigang');
    for (const name of names) {
      const may = expected.has(name);
      const told = [
        (await as(name).get(api(`/${id}`))).status,
        (await as(name).get(api(`/${id}/file`))).status,
        (await as(name).get(api(`/${id}/uses`))).status,
      ];
      expect([name, ...told]).toEqual([name, ...(may ? [200, 200, 200] : [404, 404, 404])]);
      const isSender = name === 'zhou' || name === 'office' || name === 'discipline';
      if (page === undefined || isSender) continue;
      // The ledger's own page is open to the same people.
      expect([name, (await as(name).get(`${town.base}/${page}`)).status === 200]).toEqual([
        name,
        may,
      ]);
    }
  });

  it('is on nobody else’s list', async () => {
    const items = [...files.keys()];
    for (const name of names) {
      const { body } = await as(name).get(api('?limit=200'));
      const listed = new Set(body.rows.map((row: { id: string }) => row.id));
      for (const item of items) {
        const id = files.get(item)?.id ?? '';
        const { status } = await as(name).get(api(`/${id}`));
        expect([name, item, listed.has(id)]).toEqual([name, item, status === 200]);
      }
    }
  });

  it('names to each only what each may read of what rests on it', async () => {
    const { id = '' } = files.get('a fact about 东溪村') ?? {};
    await kit().inside(town.tenantId, (db) =>
      citeEvidence(
        { db, tenant: { id: town.tenantId }, now },
        { factId: 'D-1', evidenceIds: [id], subjects: ['p-he'] },
      ),
    );
    const uses = async (name: Name) =>
      (await as(name).get(api(`/${id}/uses`))).body.rows.map((row: { id: string }) => row.id);
    expect(await uses('dongxi')).toHaveLength(1);
    expect(await uses('he')).toContain('D-1');
    expect(await uses('dongxi')).not.toContain('D-1');
  });

  it('is not opened by naming it in an entry of one’s own', async () => {
    const { id = '' } = files.get('nothing') ?? {};
    const before = await town.state();
    const words = { ...rubbish, on: '2026-04-02', files: [id] };
    const { status, body } = await as('he').post(`${town.base}/entries`, words);
    expect([status, body.code]).toEqual([409, 'evidence.evidence-gone']);
    expect(await town.state()).toEqual(before);
    const unknown = await as('he').get(api(`/${id}`));
    expect([unknown.status, unknown.body.code]).toEqual([404, 'evidence.evidence-unknown']);
  });
});
