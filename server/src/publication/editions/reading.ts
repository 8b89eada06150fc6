/** Reading what is published. */

import type { contract } from '@oneneedle/contract';
import type { IsoDate } from '@oneneedle/kernel';
import type { InferContractRouterOutputs } from '@orpc/contract';
import {
  type FoundPeriod,
  findPeriod,
  keptTrees,
  type PeriodRow,
  periodRows,
  sealedStandings,
} from '../../assessment/index.ts';
import { evidencePolicy } from '../../evidence/index.ts';
import { accountNames, calendarOf } from '../../org/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { schemesInForce } from '../../scheme/index.ts';
import { mayTakeDown, posts, publishes, readsInternal, readsTrees } from '../policy.ts';
import { publicationProblem } from '../problems.ts';
import { changesBetween } from './changes.ts';
import { lookedAt, parted } from './judging.ts';
import type { PublicationNeeds } from './publish.ts';
import {
  allPublications,
  type DisplayRow,
  displaysOf,
  lastPublished,
  type PublicationRow,
  publicationsOf,
} from './store.ts';
import { lastDayToObject, noticeLimit, workdaysLeft } from './window.ts';

export type Replies = InferContractRouterOutputs<typeof contract.publication>;
type Edition = Replies['publish'];

interface Named {
  readonly line: string;
  readonly period: string;
}

/** Periods line by line, each with its latest published edition; lists of persons inside the office alone. */
export async function listPublications(ctx: Ctx): Promise<Replies['list']> {
  const today = chinaDay(ctx.now);
  const known = await allPublications(ctx.db);
  const persons = new Set(
    (await schemesInForce(ctx.db))
      .filter(({ scheme }) => scheme.subject.kind === 'person')
      .map(({ line }) => line),
  );
  const rows = (await periodRows(ctx.db, today)).filter(
    ({ line }) => !persons.has(line) || readsInternal(ctx.actor),
  );
  return {
    today,
    rows: rows.map((row) => {
      const latest = known.find((one) => one.line === row.line && one.period === row.period);
      return {
        ...briefOf(row),
        audience: persons.has(row.line) ? ('internal' as const) : ('public' as const),
        ...(latest && { published: editionBrief(latest) }),
      };
    }),
  };
}

/** A published list with everything around it. */
export async function readPublication(
  needs: PublicationNeeds,
  ctx: Ctx,
  input: Named,
): Promise<Replies['one']> {
  const found = await findPeriod(needs, ctx, input);
  const { row, asked, books } = found;
  const named = { line: row.line, period: asked.period };
  const [latest, ...older] = await publicationsOf(ctx.db, named);
  const audience = books.scheme.scheme.subject.kind === 'person' ? 'internal' : 'public';
  if (audience === 'internal' && !readsInternal(ctx.actor)) {
    throw publicationProblem('not-published');
  }
  const common = {
    ...briefOf(row),
    today: asked.today,
    audience,
    mayPublish: publishes(ctx.actor) && isPublishable(row, latest),
    mayPost: posts(ctx.actor) && latest !== undefined,
  } as const;
  if (!latest) {
    return { ...common, groups: [], rows: [], editions: [], displays: [], papers: [] };
  }
  const { groups, rows } = await sealedStandings(ctx.db, named, latest.edition);
  const left = workdaysLeft(await calendarOf(ctx.db), asked.today, latest.object_until as IsoDate);
  return {
    ...common,
    ...(left === undefined ? {} : { workdaysLeft: left }),
    groups,
    rows: inOrder(groups, rows).map(
      ({ code, name, group, total, rank, notAssessed, isProvisional }) => ({
        code,
        name,
        ...(group === undefined ? {} : { group }),
        total: total.text,
        ...(rank === undefined ? {} : { rank }),
        ...(notAssessed === undefined
          ? isProvisional
            ? { note: '暂' }
            : {}
          : { note: notAssessed }),
      }),
    ),
    editions: [latest, ...older].map((one) => visibleEdition(ctx, editionView(one))),
    displays: await displaysView(ctx, await displaysOf(ctx.db, named)),
    papers: papersFor(ctx, audience),
  };
}

/** What is checked, what is published and may be corrected, and a sealed edition that was not published. */
function isPublishable({ state, edition }: PeriodRow, latest: PublicationRow | undefined): boolean {
  if (state === 'sealed') return latest?.edition !== edition;
  return state === 'checking' || state === 'published';
}

/** Group by group, the first first; whoever has no rank stands last. */
function inOrder<Row extends { readonly group?: string; readonly rank?: number }>(
  groups: readonly { readonly code: string }[],
  rows: readonly Row[],
): Row[] {
  const place = ({ group }: Row) => groups.findIndex(({ code }) => code === group);
  return [...rows].sort(
    (a, b) => place(a) - place(b) || (a.rank ?? Infinity) - (b.rank ?? Infinity),
  );
}

/** Which papers the asker may have: lists of persons have no poster and leave the office not at all. */
export function papersFor(
  { actor }: Pick<Ctx, 'actor'>,
  audience: 'public' | 'internal',
): Replies['one']['papers'] {
  const own = ['proof', 'file'] as const;
  if (audience === 'internal') return readsInternal(actor) ? [...own] : [];
  return ['poster', 'notice', 'public', ...(readsTrees(actor) ? own : [])];
}

/** A village reads why its own place changed, and of the others only that it did. */
function visibleEdition({ actor }: Ctx, edition: Edition): Edition {
  if (readsTrees(actor)) return edition;
  const own = actor.grants.flatMap(({ unit }) => unit ?? []);
  return {
    ...edition,
    overrides: [],
    changes: edition.changes.map((change) =>
      own.includes(change.subject) ? change : { ...change, why: [] },
    ),
  };
}

/** What publishing now would publish, and what speaks against it. */
export async function readPublishing(
  needs: PublicationNeeds,
  ctx: Ctx,
  input: Named,
): Promise<Replies['readiness']> {
  const found = await findPeriod(needs, ctx, input);
  const { row, asked, books } = found;
  const named = { line: row.line, period: asked.period };
  const [before] = await publicationsOf(ctx.db, named);
  const calendar = await calendarOf(ctx.db);
  const limit = noticeLimit(books.scheme.scheme);
  const said = before ?? (await lastPublished(ctx.db));
  const common = {
    ...briefOf(row),
    ...(before ? { replaces: before.edition } : {}),
    ...(said ? { objectTo: said.object_to as never } : {}),
    ...(said?.signed_by ? { signedBy: said.signed_by } : {}),
    isAsSealed: row.state === 'sealed',
    objectUntil: lastDayToObject(calendar, asked.today, limit),
  };
  if (row.state === 'sealed') {
    const isDone = before?.edition === row.edition;
    return {
      ...common,
      ...(isDone || row.edition === undefined ? {} : { edition: row.edition }),
      ...{ obstacles: [], cautions: [], differing: [] },
    };
  }
  const { period, today } = asked;
  const { obstacles: open } = await needs.workshop.work(books, 'readiness', { period, today });
  const extra = await lookedAt(ctx, named);
  const isRipe = row.state === 'checking' || row.state === 'published';
  return {
    ...common,
    ...(isRipe ? { edition: (row.edition ?? 0) + 1 } : {}),
    ...parted([...open, ...extra]),
    differing: before ? await differingNow(needs, ctx, found, before) : [],
  };
}

/** Who would stand otherwise than in the published edition. */
async function differingNow(
  needs: PublicationNeeds,
  ctx: Ctx,
  { row, asked, books }: FoundPeriod,
  before: PublicationRow,
): Promise<string[]> {
  const named = { line: row.line, period: asked.period };
  const { period, today } = asked;
  const now = await needs.workshop.work(books, 'seal', { period, today });
  const was = await keptTrees(ctx.db, named, before.edition);
  return changesBetween(was, now.explanations, []).map(({ name }) => name);
}

function briefOf({ line, schemeName, period, label, from, to, state }: PeriodRow) {
  return { line, schemeName, period, label, from, to, state };
}

function editionBrief(row: PublicationRow) {
  return {
    edition: row.edition,
    postedOn: row.posted_on,
    objectUntil: row.object_until,
    receiptCode: row.receipt_code,
  };
}

/** A publication as every reply tells it. */
export function editionView(row: PublicationRow): Edition {
  return {
    ...editionBrief(row),
    ...(row.replaces === null ? {} : { replaces: row.replaces, reason: row.reason ?? '' }),
    decision: { body: row.decided_by, no: row.decision_no, on: row.decided_on },
    secrecy: { by: row.reviewed_by, on: row.reviewed_on },
    overrides: row.overrides as unknown as Edition['overrides'],
    objectTo: row.object_to as unknown as Edition['objectTo'],
    ...(row.signed_by === null || row.signed_on === null
      ? {}
      : { signature: { by: row.signed_by, on: row.signed_on } }),
    ledgerSize: row.ledger_size,
    ledgerRoot: row.ledger_root,
    fileSha256: row.file_sha256,
    ...(row.public_root === null ? {} : { publicRoot: row.public_root }),
    changes: row.changes as unknown as Edition['changes'],
    publishedAt: row.published_at,
  };
}

type Display = Replies['one']['displays'][number];

/** Where editions hang, with the names of whoever posted them. */
export async function displaysView(ctx: Ctx, rows: readonly DisplayRow[]): Promise<Display[]> {
  const names = rows.length === 0 ? new Map<string, string>() : await accountNames(ctx);
  // An administrator of accounts opens no files.
  const opensFiles = ctx.actor.grants.some(({ role }) => evidencePolicy.one.includes(role));
  return rows.map((row) => ({
    id: row.id,
    edition: row.edition,
    place: row.place,
    postedOn: row.posted_on,
    postedBy: names.get(row.posted_by) ?? '',
    mayEnd: row.taken_down_on === null && mayTakeDown(ctx.actor, row),
    ...(row.photo === null || !opensFiles ? {} : { photo: row.photo }),
    ...(row.taken_down_on === null ? {} : { takenDownOn: row.taken_down_on }),
  }));
}
