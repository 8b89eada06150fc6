/** A town whose round of a month is scored by the ready scheme of the month, for the tests of its review meeting. */

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SheetShown } from '@oneneedle/contract';
import { type Fact, factKind, readFacts, readRoster, readShape } from '@oneneedle/kernel';
import { readTemplate } from '../src/inspection/templates/ready.ts';
import { putFacts } from '../src/ledger/index.ts';
import { putRoster } from '../src/org/index.ts';
import type { Role } from '../src/platform/index.ts';
import { putKinds, putScheme } from '../src/scheme/index.ts';
import type { Asker, Kit } from './kit/rooms.ts';

const example = join(import.meta.dirname, '../../schemes/environment-check');
const read = (name: string) => readFileSync(join(example, name), 'utf8');
const ready = join(import.meta.dirname, '../src/inspection/templates/ready/1-environment.yaml');

/** The lines of the ready check sheet of the month. */
export const monthLines = readTemplate(readFileSync(ready, 'utf8'), 'month').lines;
/** What the example recorded of the month, with its numbers. */
export const monthFacts = readFacts(read('facts.yaml')).facts;

const more = readRoster(`
units:
  - { code: 城建办, name: 城建办, type: station, parent: 青禾镇 }
  - { code: 应急办, name: 应急办, type: station, parent: 青禾镇 }
  - { code: 河口村, name: 河口村, type: village, parent: 青禾镇 }
persons:
  - { code: P-gu, name: 顾远山, class: 公务员 }
  - { code: P-tian, name: 田督查, class: 公务员 }
  - { code: P-kao, name: 考核, class: 公务员 }
  - { code: P-ji, name: 纪检, class: 公务员 }
  - { code: P-zhou, name: 周城建, class: 事业编制 }
  - { code: P-nong, name: 农城建, class: 事业编制 }
  - { code: P-ying, name: 应应急, class: 事业编制 }
  - { code: P-he, name: 何包村, class: 事业编制 }
  - { code: P-chen, name: 陈石桥, class: 村党组织书记 }
`).roster;

const posts: Readonly<Record<string, { role: Role; lines?: readonly string[]; unit?: string }>> = {
  gu: { role: 'leader' },
  tian: { role: 'supervision' },
  kao: { role: 'assessment-office' },
  ji: { role: 'discipline' },
  zhou: { role: 'recorder', lines: ['城建办'] },
  nong: { role: 'reviewer', lines: ['城建办'] },
  ying: { role: 'recorder', lines: ['应急办'] },
  he: { role: 'resident-cadre', unit: '石桥村' },
  chen: { role: 'village', unit: '石桥村' },
  fang: { role: 'administrator' },
};

/** Five villages that were gone to, and one that nobody went to. */
const visited = ['东溪村', '西岗村', '禾丰村', '石桥村', '南圃村'];
const missed = '河口村';

export interface ReviewTown {
  readonly tenant: string;
  readonly base: string;
  who(name: string): Asker;
  /** A round of the month as it stands after its visits. @returns its id */
  round(put?: RoundPut): Promise<string>;
  post(facts: readonly Fact[]): Promise<void>;
}

/** How a town is founded. */
export interface TownPut {
  /** Changes the text of the scheme before it comes into force. */
  readonly scheme?: (text: string) => string;
  /** What the ledger has; all of the month where nothing is said. */
  readonly facts?: readonly Fact[];
  /** Who signs in; leader and recorder where nothing is said. */
  readonly people?: readonly string[];
}

export interface RoundPut {
  readonly period?: string;
  readonly schemeLine?: string;
  readonly lines?: readonly object[];
  readonly state?: string;
}

/** Everybody of the town, by name. */
export const everybody = Object.keys(posts);

/** Founds the town. */
export async function reviewTown(kit: Kit, code: string, put: TownPut = {}): Promise<ReviewTown> {
  const { facts = monthFacts, people = ['gu', 'zhou'], scheme = (text) => text } = put;
  const tenant = await kit.town(code, '青禾镇');
  const roster = readRoster(read('roster.yaml')).roster;
  const { value: kinds = [] } = readShape(read('kinds.yaml'), factKind.array());
  const now = '2026-11-02T02:00:00.000Z';
  const approved = {
    decisionNo: '青政办发〔2026〕5号',
    decidedBy: '会议',
    decidedOn: '2026-01-05',
  };
  const post = (told: readonly Fact[]) =>
    kit.inside(tenant, async (db) => {
      await putFacts({ db, tenant: { id: tenant }, now }, told);
    });
  await kit.inside(tenant, async (db) => {
    await putRoster(db, tenant, {
      ...roster,
      units: [...roster.units, ...more.units],
      persons: [...roster.persons, ...more.persons],
    });
    await putKinds(db, { tenantId: tenant, kinds });
    await putScheme(db, { tenantId: tenant, source: scheme(read('scheme.yaml')), now, approved });
  });
  await post(facts);
  const signedIn = await signIn(kit, { code, tenant, people });
  const who = (name: string) => {
    const asker = signedIn.get(name);
    if (!asker) throw new Error(`nobody is called ${name}`);
    return asker;
  };
  return {
    tenant,
    base: `/api/towns/${code}`,
    who,
    post,
    round: (words = {}) =>
      kit.inside(tenant, (db) =>
        putRound(db, { tenant, account: who('zhou').accountId, ...words }),
      ),
  };
}

interface SigningIn {
  readonly code: string;
  readonly tenant: string;
  readonly people: readonly string[];
}

async function signIn(kit: Kit, { code, tenant, people }: SigningIn) {
  const signedIn = new Map<string, Asker>();
  for (const name of people) {
    const grant = posts[name];
    if (!grant) throw new Error(`nobody is called ${name}`);
    const asker = await kit.person(code, `${name}.${code}`, grant);
    await kit.inside(tenant, (db) =>
      db
        .updateTable('person')
        .set({ account_id: asker.accountId })
        .where('code', '=', `P-${name}`)
        .execute(),
    );
    signedIn.set(name, asker);
  }
  return signedIn;
}

type Db = Parameters<Parameters<Kit['inside']>[1]>[0];
const at = '2026-10-20T02:00:00.000Z';

async function putRound(
  db: Db,
  put: RoundPut & { readonly tenant: string; readonly account: string },
): Promise<string> {
  const { tenant, account, period = '2026-10', lines = monthLines, schemeLine } = put;
  const made = {
    tenant_id: tenant,
    office: '城建办',
    mode: 'unannounced',
    created_by: 'P-zhou',
    created_by_account: account,
    created_at: '2026-10-01T02:00:00.000Z',
  };
  const of = { template: `check-${randomUUID().slice(0, 8)}`, template_version: 1 };
  await db
    .insertInto('inspection_template')
    .values({
      ...made,
      code: of.template,
      version: 1,
      name: '人居环境月检查表',
      subjects: 'village',
      scheme_line: schemeLine ?? null,
      cadence: 'month',
      sheets: 'team',
      route: '',
      lines: JSON.stringify(lines),
      state: 'inUse',
    })
    .execute();
  const id = randomUUID();
  const days = { from_on: '2026-10-12', to_on: '2026-10-23' };
  await db
    .insertInto('inspection_round')
    .values({ ...made, ...of, ...days, id, period, state: 'going' })
    .execute();
  for (const subject of [...visited, missed]) {
    await putVisit(db, { ...put, ...of, round: id, subject });
  }
  return id;
}

interface VisitPut extends RoundPut {
  readonly tenant: string;
  readonly account: string;
  readonly round: string;
  readonly subject: string;
  readonly template: string;
  readonly template_version: number;
}

/** A visit with its sheet, or that nobody went. */
async function putVisit(db: Db, put: VisitPut): Promise<void> {
  const { tenant, account, round, subject, template, template_version, state = 'counted' } = put;
  const visit = randomUUID();
  const isMissed = subject === missed;
  await db
    .insertInto('inspection_visit')
    .values({
      tenant_id: tenant,
      id: visit,
      round_id: round,
      subject,
      village: subject,
      inspectors: ['P-zhou', 'P-ying'],
      places: [],
      households: [3, 8, 21, 34, 55],
      planned_on: '2026-10-13',
      state: isMissed ? 'missed' : 'gone',
      reason: isMissed ? '山洪封路' : null,
    })
    .execute();
  if (isMissed) return;
  await db
    .insertInto('inspection_sheet')
    .values({
      ...{ tenant_id: tenant, id: randomUUID(), visit_id: visit, template, template_version },
      account_id: account,
      person: 'P-zhou',
      origin: 'paper',
      revision: 1,
      digest: '0'.repeat(64),
      answers: JSON.stringify(answersOf(subject)),
      state,
      saved_at: at,
      sent_at: at,
    })
    .execute();
}

/** The sheet from which the facts of a village were made. */
function answersOf(village: string): SheetShown['answers'] {
  const facts = monthFacts.filter(({ about }) => about.some(({ subject }) => subject === village));
  const none = { places: [], note: '' };
  const said = monthLines.map(({ asks, choices, code, kind, field = '', sampledField = '' }) => {
    const fact = facts.find((one) => one.kind === kind);
    const value = (name: string) => String(fact?.values[name] ?? '0');
    if (asks === 'count') return [code, { asks, count: Number(value(field)), ...none }];
    if (asks === 'yesNo') return [code, { asks, yes: fact === undefined, ...none }];
    if (asks === 'choice') {
      const choice = choices?.find(({ text }) => text === value(field))?.code ?? '';
      return [code, { asks, choice, ...none }];
    }
    const [looked, failed] = [Number(value(sampledField)), Number(value(field))];
    return [code, { asks: 'sample', looked, failed, ...none }];
  });
  return Object.fromEntries(said);
}
