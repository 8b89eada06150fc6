/** The whole program put together: database, rooms, gate, HTTP. Nothing here decides anything. */

import { contract } from '@oneneedle/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import {
  type AssessmentNeeds,
  assessmentPolicy,
  assessmentRoutes,
  fairnessPolicy,
  fairnessRoutes,
  keepBooks,
  openWorkshop,
  reviewPolicy,
  reviewRoutes,
} from './assessment/index.ts';
import {
  deskPolicy,
  deskRoutes,
  listsPolicy,
  listsRoutes,
  mailerOf,
  openPlainDoor,
  sendDigests,
  tellGroups,
} from './desk/index.ts';
import { openPacker, type Packer, papersPolicy, papersRoutes } from './document/index.ts';
import {
  cleanEverywhere,
  evidencePolicy,
  evidenceRoutes,
  type FilePlaces,
  openEvidence,
} from './evidence/index.ts';
import {
  benchmarkPolicy,
  benchmarkRoutes,
  secretaryPolicy,
  secretaryRoutes,
  villagesPolicy,
  villagesRoutes,
} from './home/index.ts';
import {
  countingPolicy,
  countingRoutes,
  findingsPolicy,
  findingsRoutes,
  passResultsEverywhere,
  passRoundsEverywhere,
  resultsPolicy,
  resultsRoutes,
  roundsPolicy,
  roundsRoutes,
  sheetsPolicy,
  sheetsRoutes,
  templatesPolicy,
  templatesRoutes,
  withSheets,
} from './inspection/index.ts';
import {
  factsOf,
  ledgerPolicy,
  ledgerRoutes,
  readableUses,
  sealsOf,
  usesOf,
} from './ledger/index.ts';
import {
  accessTokensPolicy,
  accessTokensRoutes,
  accountsPolicy,
  accountsRoutes,
  auditPolicy,
  auditRoutes,
  authPolicy,
  authRoutes,
  calendarPolicy,
  calendarRoutes,
  countiesPolicy,
  countiesRoutes,
  createLogin,
  identityOf,
  orgPolicy,
  orgRoutes,
  setUpPolicy,
  setUpRoutes,
  signInNeedsOf,
} from './org/index.ts';
import {
  decidedGrades,
  outcomesPolicy,
  outcomesRoutes,
  payPolicy,
  payRoutes,
  withProposals,
} from './outcome/index.ts';
import {
  type AppDatabase,
  connectApp,
  createLog,
  type Gate,
  gateOf,
  healthPolicy,
  healthRoutes,
  httpServer,
  type IdentitySettings,
  type Job,
  type Log,
  type MailSettings,
  type Rule,
  referencePage,
} from './platform/index.ts';
import {
  hearLink,
  objectionsPolicy,
  objectionsRoutes,
  openResultsDoor,
  passObjectionsEverywhere,
  publicationPolicy,
  publicationRoutes,
  waitForObjections,
  withDisplays,
} from './publication/index.ts';
import { groupNames, type SchemeNeeds, schemePolicy, schemeRoutes } from './scheme/index.ts';
import { version } from './version.ts';
import {
  campaignsPolicy,
  campaignsRoutes,
  circularsPolicy,
  circularsRoutes,
  demandsPolicy,
  demandsRoutes,
  draftsPolicy,
  draftsRoutes,
  goalsPolicy,
  goalsRoutes,
  handlingPolicy,
  handlingRoutes,
  itemsPolicy,
  itemsRoutes,
  makeRecurringEverywhere,
  passDayEverywhere,
  retrospectivesPolicy,
  retrospectivesRoutes,
  signsPolicy,
  signsRoutes,
  withItems,
  withSpots,
} from './work/index.ts';

export interface ProgramNeeds {
  /** The migrated database, with the rights of its owner. */
  readonly ownerUrl: string;
  /** Address of the program's own role, where a person made it. */
  readonly appUrl?: string;
  /** At least 32 characters, the same over restarts. */
  readonly secret: string;
  readonly origin: string;
  /** Folder of evidence files. */
  readonly filesFolder: string;
  /** Largest evidence file in bytes. */
  readonly fileBytesMax?: number;
  readonly pages?: string;
  readonly clock?: () => Date;
  readonly log?: Log;
  readonly connections?: number;
  /** One-time key of the set-up of an empty installation; without it the set-up is closed. */
  readonly setUpKey?: string;
  /** The unified identity that people may sign in with. */
  readonly identitySettings?: IdentitySettings;
  /** The mail server for the one e-mail a day. */
  readonly mailSettings?: MailSettings;
  /** Hosts of chat services to which a town may have the number of open matters told. */
  readonly robotHosts?: readonly string[];
}

export interface Program {
  readonly http: FastifyInstance;
  /** Address of the program's role, for the queue of jobs. */
  readonly url: string;
  /** What is to be done by the clock. */
  readonly jobs: readonly Job[];
  /** Ends what is under way, then the connections. */
  close(): Promise<void>;
}

/** Every rule of every room, by the path of its address; what is missing here is denied. */
export const policies = {
  health: healthPolicy,
  accessTokens: accessTokensPolicy,
  accounts: accountsPolicy,
  audit: auditPolicy,
  auth: authPolicy,
  calendar: calendarPolicy,
  counties: countiesPolicy,
  setUp: setUpPolicy,
  org: orgPolicy,
  desk: deskPolicy,
  lists: listsPolicy,
  evidence: evidencePolicy,
  papers: papersPolicy,
  scheme: schemePolicy,
  ledger: ledgerPolicy,
  demands: demandsPolicy,
  items: itemsPolicy,
  goals: goalsPolicy,
  drafts: draftsPolicy,
  rounds: roundsPolicy,
  results: resultsPolicy,
  counting: countingPolicy,
  findings: findingsPolicy,
  templates: templatesPolicy,
  campaigns: campaignsPolicy,
  retrospectives: retrospectivesPolicy,
  signs: signsPolicy,
  handling: handlingPolicy,
  circulars: circularsPolicy,
  sheets: sheetsPolicy,
  assessment: assessmentPolicy,
  review: reviewPolicy,
  fairness: fairnessPolicy,
  benchmark: benchmarkPolicy,
  secretary: secretaryPolicy,
  outcomes: outcomesPolicy,
  pay: payPolicy,
  villages: villagesPolicy,
  publication: publicationPolicy,
  objections: objectionsPolicy,
};

/** Connects to the migrated database and puts the rooms behind the gate. */
export async function startProgram(needs: ProgramNeeds): Promise<Program> {
  const { ownerUrl, appUrl, secret, origin, clock = () => new Date() } = needs;
  const database = await connectApp({ ownerUrl, appUrl, connections: needs.connections ?? 10 });
  const {
    login,
    attempts,
    close: closeLogin,
  } = createLogin({
    url: database.url,
    secret,
    origin,
  });
  const identity = identityOf({ login, queries: database.queries, clock });
  const signInNeeds = signInNeedsOf({ ...needs, login, attempts, clock });
  const gate = gateOf({ database, identity, policies: rulesOf(policies), clock, secret });
  const workshop = openWorkshop();
  const points = { books: keepBooks(), workshop, cautions: waitForObjections, decidedGrades };
  const files = await openEvidence(needs.filesFolder, needs.fileBytesMax);
  const packer = openPacker({ database, clock });
  const router = {
    health: healthRoutes(gate, { version }),
    accessTokens: accessTokensRoutes(gate, { attempts }),
    accounts: accountsRoutes(gate),
    audit: auditRoutes(gate),
    auth: authRoutes(gate, signInNeeds),
    calendar: calendarRoutes(gate),
    counties: countiesRoutes(gate),
    setUp: setUpRoutes(gate, { setUpKey: needs.setUpKey, attempts }),
    org: orgRoutes(gate, { usesOf, groupNames }),
    desk: deskRoutes(gate),
    lists: listsRoutes(gate, {
      attempts,
      sendsMail: needs.mailSettings !== undefined,
      robotHosts: needs.robotHosts ?? [],
    }),
    ledger: ledgerRoutes(gate),
    ...workRooms(gate),
    ...inspectionRooms(gate),
    evidence: evidenceRoutes(gate, { ...files, usesFor }),
    papers: papersRoutes(gate, { packer }),
    scheme: schemeRoutes(gate, fromLedger),
    ...resultRooms(gate, { ...points, origin }),
  };
  const openapi = await openapiText(origin);
  const http = await httpServer({
    router,
    openapi,
    reference: referencePage(openapi, rulesOf(policies)),
    log: needs.log ?? createLog('error'),
    isSignedIn: async (headers) => (await identity.account(headers)) !== undefined,
    isSetUpOpen: needs.setUpKey !== undefined,
    clock,
    ...(needs.pages === undefined ? {} : { pages: needs.pages }),
  });
  openResultsDoor(http, { database, clock });
  openPlainDoor(http, { database, clock, origin, hear: hearLink });
  return {
    http,
    url: database.url,
    jobs: jobsOf({ ...needs, database, files, packer, clock }),
    close: async () => {
      await http.close();
      await packer.close();
      await workshop.close();
      await closeLogin();
      await database.close();
    },
  };
}

/** What is worked out, what is published of it, and what follows. */
function resultRooms(
  gate: Gate,
  { origin, ...points }: AssessmentNeeds & { readonly origin: string },
) {
  return {
    assessment: assessmentRoutes(gate, points),
    review: reviewRoutes(gate, points),
    fairness: fairnessRoutes(gate, points),
    benchmark: benchmarkRoutes(gate),
    secretary: secretaryRoutes(gate),
    outcomes: outcomesRoutes(gate, { ...points, usesFor }),
    pay: payRoutes(gate, points),
    villages: villagesRoutes(gate, points),
    publication: publicationRoutes(gate, { ...points, origin, usesFor }),
    objections: objectionsRoutes(gate),
  };
}

/** What is asked of whom: goals, items, the burden gate, campaigns. */
function workRooms(gate: Gate) {
  return {
    demands: demandsRoutes(gate),
    items: itemsRoutes(gate, { usesFor }),
    goals: goalsRoutes(gate),
    drafts: draftsRoutes(gate),
    campaigns: campaignsRoutes(gate, { usesFor }),
    retrospectives: retrospectivesRoutes(gate),
    signs: signsRoutes(gate),
    handling: handlingRoutes(gate),
    circulars: circularsRoutes(gate),
  };
}

/** Going there and looking. */
function inspectionRooms(gate: Gate) {
  return {
    rounds: roundsRoutes(gate),
    templates: templatesRoutes(gate),
    sheets: sheetsRoutes(gate, { usesFor }),
    results: resultsRoutes(gate),
    counting: countingRoutes(gate),
    findings: findingsRoutes(gate, { usesFor }),
  };
}

interface JobNeeds extends Pick<ProgramNeeds, 'origin' | 'mailSettings' | 'robotHosts'> {
  readonly database: AppDatabase;
  readonly files: FilePlaces;
  readonly packer: Packer;
  readonly clock: () => Date;
}

/** What evidence may be read: that of facts, entries, spots, items and sheets that the asker may read. */
const usesFor = withDisplays(withProposals(withSheets(withItems(withSpots(readableUses)))));

/** What is done by the clock, in China's time. */
function jobsOf({
  database,
  files,
  packer,
  clock,
  origin,
  mailSettings,
  robotHosts = [],
}: JobNeeds): Job[] {
  const now = () => clock().toISOString();
  return [
    {
      name: 'evidence-clean',
      cron: '30 3 * * *',
      run: async () => {
        await cleanEverywhere({ queries: database.queries, ...files }, now());
      },
    },
    { name: 'document-batches', cron: '*/5 * * * *', run: () => packer.resume() },
    {
      name: 'work-recurring',
      cron: '10 5 * * *',
      run: () => makeRecurringEverywhere(database, now()),
    },
    {
      name: 'work-day',
      cron: '20 0 * * *',
      run: () => passDayEverywhere(database, now()),
    },
    {
      name: 'objections',
      cron: '40 0 * * *',
      run: () => passObjectionsEverywhere(database, now()),
    },
    {
      name: 'inspection-results',
      cron: '0 8 * * *',
      run: () => passResultsEverywhere(database, now()),
    },
    {
      name: 'inspection-rounds',
      cron: '30 0 * * *',
      run: () => passRoundsEverywhere(database, now()),
    },
    ...(robotHosts.length > 0 ? [robotJob({ database, hosts: robotHosts }, now)] : []),
    ...(mailSettings ? [digestJob({ database, origin, mailSettings, now })] : []),
  ];
}

interface DigestNeeds {
  readonly database: AppDatabase;
  readonly origin: string;
  readonly mailSettings: MailSettings;
  readonly now: () => string;
}

/** On workdays at half past eight: only how many, and never twice. */
function robotJob(needs: Parameters<typeof tellGroups>[0], now: () => string): Job {
  return {
    name: 'desk-robot',
    cron: '30 8 * * *',
    run: async () => {
      await tellGroups(needs, now());
    },
  };
}

/** On workdays at half past eight; what surely did not go out is tried again by the queue. */
function digestJob({ database, origin, mailSettings, now }: DigestNeeds): Job {
  const mailer = mailerOf(mailSettings);
  return {
    name: 'desk-digest',
    cron: '30 8 * * *',
    run: async () => {
      const { failed } = await sendDigests({ database, mailer, origin }, now());
      if (failed > 0) throw new Error(`${failed} e-mails did not go out`);
    },
  };
}

/** What the room of schemes must know of the ledger, which stands after it. */
const fromLedger: SchemeNeeds = {
  kindUses: async (db, codes) =>
    (await factsOf(db)).facts.filter(({ kind }) => codes.includes(kind)).length,
  sealedPeriods: async (db, line) =>
    (await sealsOf(db)).filter((seal) => seal.line === line).map(({ period }) => period),
};

/** `{ ledger: { post: … } }` as `ledger.post` → rule. */
export function rulesOf(
  rooms: Readonly<Record<string, Readonly<Record<string, Rule>>>>,
): ReadonlyMap<string, Rule> {
  const entries = Object.entries(rooms).flatMap(([room, rules]) =>
    Object.entries(rules).map(([address, rule]) => [`${room}.${address}`, rule] as const),
  );
  return new Map(entries);
}

/** The OpenAPI 3.1 document of the contract, as JSON text. */
export async function openapiText(origin: string): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: { title: 'OneNeedle 一根针', version },
    servers: [{ url: `${origin}/api` }],
  });
  return JSON.stringify(document);
}
