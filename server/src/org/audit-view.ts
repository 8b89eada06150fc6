/** Who did what and when in a town, for those who look over it. */

import { type Ctx, chinaDay } from '../platform/index.ts';
import { accountNames, unitNames } from './account-store.ts';
import { commandActor } from './command-reset.ts';

interface Wanted {
  readonly deed?: string | undefined;
  readonly account?: string | undefined;
  /** A civil day in China. */
  readonly day?: string | undefined;
  readonly before?: number | undefined;
  /** With the deeds that come by the hundred. */
  readonly all: boolean;
}

/** What is kept while somebody types: one sheet makes hundreds, and the entries say the same. */
const frequent: readonly string[] = ['ledger.typeCells'];

const pageRows = 200;

/** Committed writes and failed sign-ins to accounts of this town, the newest first; names as they are today, personal fields as digests. */
export async function listAudit(ctx: Ctx, wanted: Wanted) {
  const found = await auditRows(ctx, wanted);
  const rows = found.slice(0, pageRows).map((row) => ({
    id: row.id,
    at: row.at,
    account: row.account_id,
    ...(row.on_behalf_of === null ? {} : { onBehalfOf: row.on_behalf_of }),
    ...(row.in_place_of.length === 0 ? {} : { inPlaceOf: row.in_place_of }),
    ...(row.access_token === null ? {} : { accessToken: row.access_token }),
    deed: row.deed,
    input: row.input as Record<string, unknown>,
    requestId: row.request_id,
  }));
  const deeds = await ctx.db
    .selectFrom('audit')
    .select('deed')
    .distinct()
    .orderBy('deed')
    .execute();
  const actors = await ctx.db
    .selectFrom('audit')
    .select('account_id')
    .distinct()
    .orderBy('account_id')
    .execute();
  const accounts = actors.map(({ account_id }) => account_id);
  const last = rows.at(-1);
  return {
    rows,
    names: await namesIn(ctx, [rows, accounts]),
    hidden: await hiddenCount(ctx, wanted),
    deeds: deeds.map(({ deed }) => deed),
    accounts,
    ...(found.length > pageRows && last ? { next: last.id } : {}),
  };
}

/** Names of the codes that stand anywhere in `value`: units, persons, accounts of this town. */
async function namesIn(ctx: Ctx, value: unknown): Promise<Record<string, string>> {
  const known = new Map([
    [commandActor, '服务器上的命令'],
    ...(await unitNames(ctx.db)),
    ...(await namesOfPersons(ctx)),
    ...(await accountNames(ctx)),
  ]);
  const names: Record<string, string> = {};
  JSON.stringify(value, (_key, text: unknown) => {
    const name = typeof text === 'string' ? known.get(text) : undefined;
    if (name !== undefined && name !== text) names[String(text)] = name;
    return text;
  });
  return names;
}

async function auditRows(ctx: Ctx, wanted: Wanted) {
  let query = matching(ctx, wanted)
    .select([
      'id',
      'at',
      'account_id',
      'on_behalf_of',
      'in_place_of',
      'access_token',
      'deed',
      'input',
      'request_id',
    ])
    .orderBy('id', 'desc')
    .limit(pageRows + 1);
  if (wanted.before !== undefined) query = query.where('id', '<', wanted.before);
  if (!isShown(wanted)) query = query.where('deed', 'not in', frequent);
  return query.execute();
}

/** How many the same filter would show besides; what is asked for by name is never hidden. */
async function hiddenCount(ctx: Ctx, wanted: Wanted): Promise<number> {
  if (isShown(wanted)) return 0;
  const { count } = await matching(ctx, wanted)
    .where('deed', 'in', frequent)
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function isShown({ all, deed }: Wanted): boolean {
  return all || (deed !== undefined && frequent.includes(deed));
}

function matching(ctx: Ctx, { deed, account, day }: Wanted) {
  let query = ctx.db.selectFrom('audit');
  if (deed !== undefined) query = query.where('deed', '=', deed);
  if (account !== undefined) query = query.where('account_id', '=', account);
  if (day !== undefined) {
    const { from, to } = instantsOf(day);
    query = query.where('at', '>=', from).where('at', '<', to);
  }
  return query;
}

/** First instant of a civil day in China, and of the next. */
function instantsOf(day: string): { from: string; to: string } {
  const noon = Date.parse(`${day}T04:00:00Z`); // 12:00 in China
  const half = 12 * 3_600_000;
  const from = new Date(noon - half).toISOString();
  const to = new Date(noon + half).toISOString();
  if (chinaDay(from) !== day || chinaDay(to) === day) throw new RangeError(day);
  return { from, to };
}

async function namesOfPersons(ctx: Ctx): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('person_detail')
    .select(['person_code', 'name'])
    .where('erased_at', 'is', null)
    .execute();
  return new Map(rows.map(({ person_code, name }) => [person_code, name]));
}
