/**
 * The demonstration townships: loaded once into an empty installation, through the rooms' doors, in
 * the order in which a year goes: people, scheme, evidence, facts, and each quarter's seal at its
 * time. One transaction a town: a load that is interrupted leaves nothing behind.
 */

import { createHash } from 'node:crypto';
import { type Fact, type IsoDate, periodLabel, readScheme, type Seal } from '@oneneedle/kernel';
import type { Transaction } from 'kysely';
import type { DemoAccount } from '../scripts/demo/accounts.ts';
import { demoPhotos } from '../scripts/demo/photo.ts';
import type { DemoEvidence } from '../scripts/demo/pictures.ts';
import { postingDays, sealDays } from '../scripts/demo/posting.ts';
import { type AssessmentNeeds, keepBooks, openWorkshop, sealEdition } from './assessment/index.ts';
import { loadBench } from './demonstration-bench.ts';
import { loadCampaigns } from './demonstration-campaigns.ts';
import { loadDemands } from './demonstration-demands.ts';
import type { Demonstration, Town, TownFiles } from './demonstration-files.ts';
import { loadInspection } from './demonstration-inspection.ts';
import { photosIn } from './demonstration-inspection-file.ts';
import { loadItems } from './demonstration-items.ts';
import { decideQuarter, loadResults } from './demonstration-results.ts';
import { loadRetrospectives } from './demonstration-retrospectives.ts';
import { citeEvidence, type FilePlaces, keepEvidence, openEvidence } from './evidence/index.ts';
import { putFacts, recordEntry } from './ledger/index.ts';
import { createAccount, foundTown, giveRole, holdRoster, putRoster } from './org/index.ts';
import { decidedGrades } from './outcome/index.ts';
import {
  type Ctx,
  connectApp,
  type Queries,
  type Role,
  type Stopwatch,
  setTenant,
  type Tables,
} from './platform/index.ts';
import { putKinds, putScheme } from './scheme/index.ts';
import { putGoals } from './work/index.ts';

/** The password of every demonstration account; it is printed, and good for nothing else. */
export const demonstrationPassword = 'yigenzhen-2026';

interface Loading {
  readonly ownerUrl: string;
  readonly appUrl?: string;
  readonly filesFolder: string;
  readonly tell: (sentence: string) => void;
  /** Where the time of each step is kept. */
  readonly watch: Stopwatch;
}

/** Loads the townships where none is founded yet, and tells how many of what, and the log-ins. */
export async function loadDemonstration(
  demonstration: Demonstration,
  loading: Loading,
): Promise<void> {
  const database = await connectApp({ ...loading, connections: 2 });
  const workshop = openWorkshop();
  const work = { books: keepBooks(), workshop, decidedGrades };
  const { watch } = loading;
  const files = await openEvidence(loading.filesFolder);
  try {
    for (const { town, read } of demonstration) {
      const isThere = await database.queries
        .selectFrom('tenant')
        .select('id')
        .where('code', '=', town.code)
        .executeTakeFirst();
      if (!isThere) {
        if (read.seals.length > 0) workshop.begin(); // while people and evidence are entered
        const drawn = demoPhotos([...read.evidence, ...photosIn(read.inspection)]);
        drawn.catch(() => {}); // awaited in the transaction
        await database.queries
          .transaction()
          .execute((db) => loadTown({ db, work, files, drawn, watch }, town, read));
      }
      loading.tell(countsOf(town, read));
    }
    const [first] = demonstration;
    if (first) loading.tell(logIns(first.read));
  } finally {
    await workshop.close();
    await database.close();
  }
}

interface Tools {
  readonly db: Transaction<Tables>;
  readonly work: AssessmentNeeds;
  readonly files: FilePlaces;
  /** The pictures in the order of the evidence; they are drawn while people are entered. */
  readonly drawn: Promise<readonly Uint8Array[]>;
  readonly watch: Stopwatch;
}

async function loadTown(tools: Tools, town: Town, read: TownFiles): Promise<void> {
  const { db, watch } = tools;
  const place = await watch.time('名册和账号', () => loadPeople(db, town, read));
  const kept = await watch.time('佐证', () => loadEvidence(tools, place, read.evidence));
  await loadYear(tools, place, read, kept);
  await watch.time('待记', () => loadWaiting(place, read));
  await watch.time('目标', () => loadGoals(place, read));
  await watch.time('下发', () =>
    loadDemands(read.demands, {
      contextOf: (user, now) => contextOf({ ...place, now }, user),
      units: read.roster.units,
      counter: 'tian.ducha',
      leader: 'gu.shuji',
    }),
  );
  await watch.time('分解', () =>
    loadBench(read.bench, (user, now) => contextOf({ ...place, now }, user)),
  );
  await watch.time('事项', () =>
    loadItems(read.items, {
      contextOf: (user, now) => contextOf({ ...place, now }, user),
      roster: read.roster,
    }),
  );
  await watch.time('复盘', () =>
    loadRetrospectives(read.retrospectives, (user, now) => contextOf({ ...place, now }, user)),
  );
  await watch.time('专项', () =>
    loadCampaigns(read.campaigns, {
      place,
      evidence: kept,
      contextOf: (user, now) => contextOf({ ...place, now }, user),
    }),
  );
  await watch.time('巡查', async () =>
    loadInspection(read.inspection, {
      accounts: read.accounts,
      contextOf: (user, now) => contextOf({ ...place, now }, user),
      pictures: (await tools.drawn).slice(read.evidence.length),
      files: tools.files,
    }),
  );
  await watch.time('公示', () =>
    loadResults({
      town: town.code,
      work: tools.work,
      contextOf: (user, now) => contextOf({ ...place, now }, user),
    }),
  );
}

/** The town with its roster, kinds of facts, scheme and accounts. */
async function loadPeople(
  db: Transaction<Tables>,
  { code, name }: Town,
  { scheme, source, lines, kinds, roster, accounts }: TownFiles,
): Promise<Place> {
  const now = '2026-01-05T01:00:00.000Z';
  const tenantId = await foundTown(db, { code, name, kind: 'town' });
  await setTenant(db, tenantId);
  await putRoster(db, tenantId, roster);
  await putKinds(db, { tenantId, kinds });
  const approved = {
    decisionNo: scheme.documentNo ?? '青党发〔2026〕3号',
    decidedBy: scheme.decidedBy ?? `${name}党委会`,
    decidedOn: '2026-01-05',
  };
  await putScheme(db, { tenantId, source, approved, now });
  for (const line of lines) await putLine(db, { tenantId, source: line, name });
  const keeper = await loadAccounts(db, tenantId, accounts);
  await holdRoster(db); // nothing that follows changes it
  return { db, tenant: { id: tenantId, code, name }, keeper };
}

/** A further line, which was adopted by a paper of its own. */
async function putLine(
  db: Queries,
  { tenantId, source, name }: { tenantId: string; source: string; name: string },
): Promise<void> {
  const { value } = readScheme(source);
  const decidedOn = '2026-09-25';
  const approved = {
    decisionNo: value?.documentNo ?? '',
    decidedBy: value?.decidedBy ?? `${name}党政联席会议`,
    decidedOn,
  };
  await putScheme(db, { tenantId, source, approved, now: `${decidedOn}T08:00:00.000Z` });
}

/** @returns the account that stands as the one who brought the evidence. */
async function loadAccounts(
  db: Queries,
  tenantId: string,
  accounts: readonly DemoAccount[],
): Promise<string> {
  const ids: string[] = [];
  for (const { person, user, role, unit, lines } of accounts) {
    const accountId = await createAccount(db, {
      userName: user,
      password: demonstrationPassword,
      mustChangePassword: false,
      now: '2026-01-05T01:00:00.000Z',
    });
    await db
      .updateTable('person')
      .set({ account_id: accountId })
      .where('code', '=', person)
      .execute();
    await giveRole(db, {
      tenantId,
      accountId,
      role,
      ...(unit === undefined ? {} : { unit }),
      ...(lines === undefined ? {} : { lines }),
      from: '2026-01-01',
    });
    ids.push(accountId);
  }
  return ids[0] ?? '';
}

interface Place {
  readonly db: Transaction<Tables>;
  readonly tenant: { readonly id: string; readonly code: string; readonly name: string };
  readonly keeper: string;
}

/** A piece of evidence as it is kept, by the number that the file of facts gives it. */
type Kept = ReadonlyMap<string, { readonly id: string; readonly storedSha256: string }>;

async function loadEvidence(
  { files, drawn }: Tools,
  { db, tenant, keeper }: Place,
  entries: readonly DemoEvidence[],
): Promise<Kept> {
  const kept = new Map<string, { id: string; storedSha256: string }>();
  const pictures = await drawn;
  for (const [index, entry] of entries.entries()) {
    const bytes = pictures[index];
    if (!bytes) continue;
    const place = { db, tenant, now: `${entry.on}T06:00:00.000Z` };
    const one = await keepEvidence(files, place, {
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      name: entry.file,
      caption: `${entry.place}：${entry.caption}`,
      takenOn: entry.on,
      takenBy: '演示',
      accountId: keeper,
    });
    kept.set(entry.id, one);
  }
  return kept;
}

/** Facts up to a quarter's seal, the seal, the next quarter: as it would have gone. */
async function loadYear(
  { work, watch }: Tools,
  place: Place,
  { facts, seals, roster }: TownFiles,
  kept: Kept,
): Promise<void> {
  const { db, tenant } = place;
  const days = postingDays(facts);
  // Results are posted by the seals themselves.
  const recorded = facts.filter(({ form }) => form !== 'result');
  const codes = new Map(roster.persons.map(({ code, name }) => [name, code]));
  // The ledger names people by opaque code alone: "城建办 周砚" becomes the code of 周砚.
  const coded = (by: string | undefined) => codes.get(by?.split(' ').at(-1) ?? '') ?? by;
  const withFiles = recorded.map((fact) => ({
    ...fact,
    recordedBy: coded(fact.recordedBy),
    reviewedBy: coded(fact.reviewedBy),
    evidence: fact.evidence.map((name) => kept.get(name)?.storedSha256 ?? name),
    postedAt: `${days.get(fact.id)}T08:00:00.000Z`,
  }));
  let posted = 0;
  for (const seal of [...seals, undefined]) {
    const upTo = seal?.atSeq ?? Number.POSITIVE_INFINITY;
    const next = withFiles.filter(({ seq }) => seq > posted && seq <= upTo);
    const now = seal ? `${sealDays[seal.period]}T02:00:00.000Z` : '2026-11-20T08:00:00.000Z';
    await watch.time('事实', () => putFacts({ db, tenant, now }, next));
    posted = upTo;
    if (!seal) continue;
    await watch.time('封存', () => sealQuarter(work, { db, tenant, now }, seal));
    // Decided before the next quarter is worked out: what runs over quarters reads the decision.
    await decideQuarter(work, (user, at) => contextOf({ ...place, now: at }, user), seal);
  }
  await watch.time('引用', () => citeAll({ db, tenant }, facts, kept));
}

async function citeAll(
  { db, tenant }: Pick<Place, 'db' | 'tenant'>,
  facts: readonly Fact[],
  kept: Kept,
): Promise<void> {
  for (const { id, evidence, about } of facts) {
    const evidenceIds = evidence.flatMap((name) => kept.get(name)?.id ?? []);
    if (evidenceIds.length === 0) continue;
    const subjects = about.map(({ subject }) => subject);
    await citeEvidence(
      { db, tenant, now: '2026-11-20T08:00:00.000Z' },
      { factId: id, evidenceIds, subjects },
    );
  }
}

/** What clerks wrote this week and nobody has reviewed yet. */
async function loadWaiting({ db, tenant }: Place, { waiting, scheme }: TownFiles): Promise<void> {
  const now = '2026-11-20T09:00:00.000Z';
  for (const { user, clause, about, ...words } of waiting) {
    const ctx = await contextOf({ db, tenant, now }, user);
    await recordEntry(ctx, {
      ...words,
      clause: { line: scheme.line, code: clause },
      about: [{ subject: about, as: '' }],
      tags: [],
      files: [],
    });
  }
}

/** The goals of the year, as the supervision office set them and offices read figures in. */
async function loadGoals({ db, tenant }: Place, { goals }: TownFiles): Promise<void> {
  if (!goals) return;
  const now = '2026-01-19T02:00:00.000Z';
  const { account } = await contextOf({ db, tenant, now }, 'tian.ducha');
  await putGoals({ db, tenant, now, by: { accountId: account.id, person: 'P-0014' } }, goals);
}

/** The context that the gate would give this person. */
async function contextOf(
  { db, tenant, now }: Pick<Place, 'db' | 'tenant'> & { now: string },
  userName: string,
): Promise<Ctx> {
  const {
    id,
    lines,
    role,
    code,
    unit_code: unit,
  } = await db
    .selectFrom('login.user as user')
    .innerJoin('role_grant', 'role_grant.account_id', 'user.id')
    .innerJoin('person', 'person.account_id', 'user.id')
    .select([
      'user.id',
      'role_grant.lines',
      'role_grant.role',
      'role_grant.unit_code',
      'person.code',
    ])
    .where('user.username', '=', userName)
    .executeTakeFirstOrThrow();
  return {
    db,
    now,
    tenant: { ...tenant, kind: 'town' },
    actor: {
      accountId: id,
      person: code,
      grants: [{ role: role as Role, lines, ...(unit === null ? {} : { unit }) }],
    },
    account: { id, userName, mustChangePassword: false },
    requestId: 'demonstration',
    headers: new Headers(),
    setHeader: () => {},
    afterCommit: () => {},
    actInPlaceOf: () => {},
  };
}

/** The numbers of the example's own file must come out, or the demonstration would lie. */
async function sealQuarter(
  work: AssessmentNeeds,
  place: { db: Transaction<Tables>; tenant: { id: string }; now: string },
  expected: Seal,
): Promise<void> {
  const { line, period } = expected;
  const { seal } = await sealEdition(work, place, {
    line,
    period,
    label: periodLabel(period),
    today: place.now.slice(0, 10) as IsoDate,
    sealedBy: 'P-0036',
  });
  for (const [code, numbers] of Object.entries(expected.printed)) {
    if (seal.printed[code]?.total !== numbers.total) {
      throw new Error(`${period} ${code}: ${seal.printed[code]?.total} is not ${numbers.total}`);
    }
  }
}

function countsOf({ name }: Town, { roster, facts, seals, evidence }: TownFiles): string {
  const units = (type: string) =>
    roster.units.filter((unit) => unit.type === type && unit.to === undefined).length;
  const counts = [
    `${units('office') + units('station')} 个办站所`,
    `${units('village')} 个村`,
    `${units('hamlet')} 个屋场`,
    `${roster.persons.length} 人`,
    `${facts.length} 条事实`,
    `${evidence.length} 份佐证`,
    `${seals.length} 个季度已封存`,
  ];
  return `${name}（虚构）：${counts.join('、')}。`;
}

function logIns({ accounts, roster }: TownFiles): string {
  const names = new Map(roster.persons.map(({ code, name }) => [code, name]));
  const width = Math.max(...accounts.map(({ user }) => user.length));
  return [
    `演示账号，口令都是：${demonstrationPassword}`,
    ...accounts.map(
      ({ user, person, note }) =>
        `  ${user.padEnd(width)}  ${names.get(person) ?? ''}　${note ?? ''}`,
    ),
  ].join('\n');
}
