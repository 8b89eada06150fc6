/** Receiving: who is concerned objects, others write down what was said, a plain link carries a sentence. */

import { randomUUID } from 'node:crypto';
import { isoDate } from '@oneneedle/kernel';
import { markObjected, withBelow } from '../../ledger/index.ts';
import { type Ctx, chinaDay, type Queries } from '../../platform/index.ts';
import { refreshLine } from './lines.ts';
import {
  answerDayOf,
  isUnclear,
  type Matter,
  type MatterAsked,
  matterFor,
  objectUntilOf,
  unclearMatter,
} from './matters.ts';
import { objectionProblem } from './problems.ts';
import { matterShown, readObjection } from './reading.ts';
import {
  findObjections,
  insertDeed,
  insertObjection,
  linkCount,
  type ObjectionRow,
  openUnclear,
  sameMatter,
} from './store.ts';
import {
  concernedAs,
  numberOf,
  type ObjectionTown,
  objectionTown,
  villagesFor,
  writesForAll,
} from './town.ts';

interface Behalf {
  readonly way: 'paper' | 'telephone' | 'visit';
  readonly of?: string | undefined;
  readonly by?: string | undefined;
  readonly saidOn: string;
  readonly confirmed: string;
}

interface Received extends MatterAsked {
  readonly said: string;
  readonly behalf?: Behalf | undefined;
}

/** Takes an objection in: it moves no point, whoever makes it and whatever comes of it. */
export async function receiveObjection(ctx: Ctx, { said, behalf, ...asked }: Received) {
  const town = await objectionTown(ctx);
  const matter = await matterFor(ctx, asked);
  const of = behalf ? behalfOf(ctx, town, { matter, behalf }) : concernedAs(ctx, town, matter);
  if (!behalf && of === undefined) throw objectionProblem('not-yours');
  const isPerson = of !== undefined && town.roster.persons.some(({ code }) => code === of);
  const id = await keep(ctx, matter, {
    way: behalf?.way ?? 'account',
    unit_code: of === undefined || isPerson ? null : of,
    person: isPerson ? of : null,
    account_id: ctx.actor.accountId,
    written_by: ctx.actor.person ?? null,
    link_id: null,
    said_by: behalf?.by ?? null,
    confirmed: behalf?.confirmed ?? null,
    said,
    received_on: behalf?.saidOn ?? town.today,
  });
  return readObjection(ctx, { id });
}

/** For whom something is written down: nobody where no name was given. Refuses what is out of reach. */
function behalfOf(
  ctx: Ctx,
  town: ObjectionTown,
  { matter, behalf }: { matter: Matter; behalf: Behalf },
): string | undefined {
  const villages = villagesFor(ctx, town);
  const isForAll = writesForAll(ctx);
  if (villages.length === 0 && !isForAll) throw objectionProblem('not-yours');
  if (behalf.saidOn > town.today) throw objectionProblem('said-later');
  const { of } = behalf;
  const isPerson = town.roster.persons.some(({ code }) => code === of);
  if (of !== undefined && !villages.includes(of) && !(isForAll && isPerson)) {
    throw objectionProblem('behalf-other');
  }
  const own = withBelow(town.roster, of === undefined ? villages : [of]);
  const isAbout =
    matter.about === 'unclear' ||
    (of === undefined && isForAll) ||
    matter.subjects.some((code) => own.has(code));
  if (!isAbout) throw objectionProblem('behalf-other');
  return of;
}

type Came = Pick<
  ObjectionRow,
  | 'way'
  | 'unit_code'
  | 'person'
  | 'account_id'
  | 'written_by'
  | 'link_id'
  | 'said_by'
  | 'confirmed'
  | 'said'
  | 'received_on'
>;

interface Place {
  readonly db: Queries;
  readonly tenant: { readonly id: string };
  readonly now: string;
}

async function keep(place: Place, matter: Matter, came: Came): Promise<string> {
  const { db, tenant, now } = place;
  await requireFirst(db, matter, came);
  const id = randomUUID();
  const receivedOn = isoDate(came.received_on);
  const answerBy = await answerDayOf(db, matter, receivedOn);
  const until = await objectUntilOf(db, matter);
  await insertObjection(db, {
    tenant_id: tenant.id,
    id,
    about: matter.about,
    ...matter.key,
    ...came,
    received_at: now,
    answer_by: answerBy.on,
    is_guessed: answerBy.guessedYear !== undefined,
    is_late: until !== undefined && until < receivedOn,
    state: 'received',
  });
  await insertDeed(db, {
    tenant_id: tenant.id,
    id: randomUUID(),
    objection_id: id,
    deed: 'receive',
    account_id: came.account_id,
    person: came.written_by,
    at: now,
  });
  await markMatter(place, id, matter);
  const [row] = await findObjections(db, { ids: [id] });
  if (row) await refreshLine(place, row, matter);
  return id;
}

/** What is objected to says so wherever it is read. */
export async function markMatter(place: Place, id: string, { key }: Matter): Promise<void> {
  const { fact_id: fact, line, period, subject, clause } = key;
  if (fact === null && subject === null) return;
  await markObjected(place, id, {
    ...(fact === null ? {} : { fact }),
    ...(line === null ? {} : { line }),
    ...(period === null ? {} : { period }),
    ...(subject === null ? {} : { subject }),
    ...(clause === null ? {} : { clause }),
  });
}

/** The same from the same side, while it is open, is one objection. */
async function requireFirst(db: Queries, { about, key }: Matter, came: Came): Promise<void> {
  const isOwnUnclear = about === 'unclear' && came.way === 'account' && came.unit_code !== null;
  const same = isOwnUnclear ? openUnclear(db, came.unit_code ?? '') : sameMatter(db, key);
  const open = (await same).find(
    ({ state, unit_code: unit, person }) =>
      state !== 'answered' &&
      state !== 'withdrawn' &&
      unit === came.unit_code &&
      person === came.person &&
      (unit ?? person) !== null,
  );
  if (open) throw objectionProblem('already-open', { no: numberOf(open) ?? '' });
}

/** Sentences that one plain link carries within a day. */
const linkMax = 5;

interface LinkSaid {
  readonly link: string;
  readonly unit: string;
  readonly said: string;
}

/** A sentence through a village's plain link. @returns whether it was kept: a link carries few a day. */
export async function hearLink(place: Place, { link, unit, said }: LinkSaid): Promise<boolean> {
  const since = new Date(Date.parse(place.now) - 24 * 60 * 60 * 1000).toISOString();
  if ((await linkCount(place.db, { link, since })) >= linkMax) return false;
  await keep(place, unclearMatter, {
    way: 'link',
    unit_code: unit,
    person: null,
    account_id: null,
    written_by: null,
    link_id: link,
    said_by: null,
    confirmed: null,
    said,
    received_on: chinaDay(place.now),
  });
  return true;
}

/** What an objection would be about, and as whom the asker may make it. */
export async function readMatter(ctx: Ctx, asked: MatterAsked) {
  const town = await objectionTown(ctx);
  const matter = await matterFor(ctx, asked);
  const as = concernedAs(ctx, town, matter);
  const villages = villagesFor(ctx, town).filter(
    (code) =>
      matter.about === 'unclear' ||
      matter.subjects.some((subject) => withBelow(town.roster, [code]).has(subject)),
  );
  const isOutside = as === undefined && villages.length === 0 && !writesForAll(ctx);
  if (isOutside && matter.about !== 'fact') {
    throw objectionProblem(isUnclear(asked) ? 'not-yours' : 'matter-unknown');
  }
  const until = await objectUntilOf(ctx.db, matter);
  return {
    matter: matterShown(matter, town),
    ...(until === undefined ? {} : { objectUntil: until }),
    answerBy: (await answerDayOf(ctx.db, matter, town.today)).on,
    ...(as === undefined ? {} : { as: town.named(as) }),
    villages: villages.map(town.named),
  };
}
