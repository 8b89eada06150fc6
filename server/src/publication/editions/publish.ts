/** Publishing: a period becomes a numbered edition that never changes, with everything that it rests on. */

import {
  type Fact,
  type IsoDate,
  type PeriodId,
  rootOfLeaves,
  type Scheme,
} from '@oneneedle/kernel';
import {
  type AssessmentNeeds,
  type FoundPeriod,
  findPeriod,
  keepEdition,
  keptTrees,
  sealedStandings,
} from '../../assessment/index.ts';
import { closeLines } from '../../desk/index.ts';
import { type LedgerLog, lockLedger, logOf, sealsOf } from '../../ledger/index.ts';
import { calendarOf } from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { publicationProblem } from '../problems.ts';
import { changesBetween, publicChanges } from './changes.ts';
import { publicCopy, publishedFileOf, sha256Of } from './file.ts';
import { judgeObstacles, lookedAt, type Override } from './judging.ts';
import { editionView, type Replies } from './reading.ts';
import { insertPublication, latestPublication, type PublicationRow } from './store.ts';
import { answerLimit, lastDayToObject, noticeLimit } from './window.ts';

/** What this room works with beside a transaction. */
export interface PublicationNeeds extends AssessmentNeeds {
  /** Address of the installation. */
  readonly origin: string;
}

export interface PublishAsked {
  readonly line: string;
  readonly period: string;
  readonly decision: { readonly body: string; readonly no: string; readonly on: string };
  readonly secrecy: { readonly by: string; readonly on: string };
  readonly objectTo: {
    readonly office?: string | undefined;
    readonly person: string;
    readonly telephone: string;
    readonly place: string;
  };
  /** 落款: who signs the notice, and when. */
  readonly signature: { readonly by: string; readonly on: string };
  readonly postedOn: string;
  readonly overrides: readonly Override[];
  readonly reason?: string | undefined;
}

/** Publishes what is being checked, corrects what is published, or publishes a sealed edition as it is. */
export async function publish(
  needs: AssessmentNeeds,
  ctx: Ctx,
  asked: PublishAsked,
): Promise<Replies['publish']> {
  const found = await findPeriod(needs, ctx, asked);
  const { label, state, line } = found.row;
  const { period, today } = found.asked;
  if (state === 'open' || state === 'scoring') {
    throw publicationProblem('not-checked', { label });
  }
  requireDays(asked, today);
  const before = await latestPublication(ctx.db, { line, period });
  const { edition = 0 } = found.row;
  if (state === 'sealed' && before?.edition === edition) {
    throw publicationProblem('published-already', { label, edition });
  }
  if (before && !asked.reason) {
    throw publicationProblem('reason-missing', { edition: before.edition });
  }
  const scheme = schemeOf(found);
  const calendar = await calendarOf(ctx.db);
  const postedOn = asked.postedOn as IsoDate;
  const objectUntil = lastDayToObject(calendar, postedOn, noticeLimit(scheme));
  const made =
    state === 'sealed'
      ? await asSealed(ctx, found, before)
      : await keep(needs, ctx, { found, asked, before });
  const row = await write(ctx, { found, asked, before, scheme, objectUntil, ...made });
  await closeLines(ctx, { room: 'assessment', kind: 'check', about: `${line}/${period}` });
  return editionView(row);
}

interface Publishing {
  readonly found: FoundPeriod;
  readonly asked: PublishAsked;
  readonly before: PublicationRow | undefined;
}

/** Keeps the next edition; refuses where something speaks against it that nobody gave a reason for. */
async function keep(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { found, asked, before }: Publishing,
): Promise<Made> {
  const { label, line } = found.row;
  const { period, today } = found.asked;
  await lockLedger(ctx); // what was read and what is published are told of one and the same ledger
  const extra = await lookedAt(ctx, { line, period });
  let overrides: readonly Override[] = [];
  const kept = await keepEdition(needs, ctx, {
    line,
    period,
    today,
    ...(before ? { decisionNo: asked.decision.no } : {}),
    judge: (obstacles) => {
      overrides = judgeObstacles([...obstacles, ...extra], { label, given: asked.overrides });
      return obstacles;
    },
  });
  if (before) await requireChange(ctx, { line, period, label, edition: kept.edition, before });
  const { receiptCode, seal } = kept.work;
  return { edition: kept.edition, overrides, receiptCode, atSeq: seal.atSeq };
}

/** A corrected edition says something else than the one before; otherwise the whole deed is undone. */
async function requireChange(
  ctx: Ctx,
  {
    line,
    period,
    label,
    edition,
    before,
  }: {
    line: string;
    period: PeriodId;
    label: string;
    edition: number;
    before: PublicationRow;
  },
): Promise<void> {
  const [was, is] = [
    await keptTrees(ctx.db, { line, period }, before.edition),
    await keptTrees(ctx.db, { line, period }, edition),
  ];
  if (changesBetween(was, is, await factsAfter(ctx, before)).length > 0) return;
  throw publicationProblem('nothing-changed', { label, edition: before.edition });
}

async function factsAfter({ db, tenant }: Ctx, { ledger_size }: PublicationRow): Promise<Fact[]> {
  const { facts } = await logOf(db, tenant.code, { withText: false });
  return facts.map(({ body }) => body as Fact).filter(({ seq }) => seq > ledger_size);
}

/** An edition that is kept, and how much of the log it knows. */
interface Made {
  readonly edition: number;
  readonly overrides: readonly Override[];
  readonly receiptCode: string;
  readonly atSeq: number;
}

/** A sealed edition, published as it is. */
async function asSealed(
  ctx: Ctx,
  { row, asked }: FoundPeriod,
  before: PublicationRow | undefined,
): Promise<Made> {
  const { db } = ctx;
  const { line, label, edition = 0, receiptCode = '' } = row;
  const { period } = asked;
  if (before) await requireChange(ctx, { line, period, label, edition, before });
  const seal = (await sealsOf(db)).find(
    (one) => one.line === line && one.period === period && one.edition === edition,
  );
  return { edition, overrides: [], receiptCode, atSeq: seal?.atSeq ?? 0 };
}

interface Writing extends Publishing, Made {
  readonly scheme: ReturnType<typeof schemeOf>;
  readonly objectUntil: IsoDate;
}

async function write(ctx: Ctx, one: Writing): Promise<PublicationRow> {
  const { found, asked, before, objectUntil, edition, overrides, receiptCode, atSeq } = one;
  const { line } = found.row;
  const { period } = found.asked;
  const { db, tenant } = ctx;
  const named = { line, period };
  const trees = await keptTrees(db, named, edition);
  const log = logUpTo(await logOf(db, tenant.code, { withText: false }), atSeq);
  const facts = log.facts.map(({ body }) => body as Fact);
  const later = facts.slice(before?.ledger_size);
  const was = before ? await keptTrees(db, named, before.edition) : trees;
  const changes = changesBetween(was, trees, later, facts);
  const head = headOf(ctx, one);
  const { file, text } = publishedFileOf({
    ...{ head, scheme: one.scheme, trees, log },
    list: await sealedStandings(db, named, edition),
    kindNames: new Map((await found.books.read()).kinds.map(({ kind, name }) => [kind, name])),
    ...(before ? { changes: publicChanges(changes, { was, is: trees }, later) } : {}),
  });
  const { decision, secrecy, signature, objectTo, postedOn } = asked;
  await insertPublication(db, {
    ...{ tenant_id: tenant.id, line, period, edition, audience: head.audience },
    replaces: head.replaces,
    reason: before ? head.reason : null,
    decided_by: decision.body,
    decision_no: decision.no,
    decided_on: decision.on,
    reviewed_by: secrecy.by,
    reviewed_on: secrecy.on,
    signed_by: signature.by,
    signed_on: signature.on,
    overrides: JSON.stringify(overrides),
    posted_on: postedOn,
    object_until: objectUntil,
    object_to: JSON.stringify(objectTo),
    receipt_code: receiptCode,
    ledger_size: log.size,
    ledger_root: log.root,
    changes: JSON.stringify(changes),
    file: text,
    file_sha256: sha256Of(text),
    public_root: head.audience === 'public' ? publicCopy(file).root : null,
    published_by: ctx.account.id,
    published_at: ctx.now,
  });
  const written = await latestPublication(db, named);
  if (!written) throw new Error('what was published cannot be read');
  return written;
}

/** What the papers say above and below the list. */
function headOf(
  { tenant }: Ctx,
  { found, asked, before, scheme, objectUntil, edition, receiptCode }: Writing,
) {
  const { line, label, schemeName, schemeVersion } = found.row;
  const { period } = found.asked;
  const { decision, signature, objectTo, postedOn } = asked;
  const audience = scheme.subject.kind === 'person' ? 'internal' : 'public';
  return {
    town: tenant.name,
    ...{ schemeName, schemeVersion, line, period, label, edition, receiptCode },
    ...{ decision, signature, postedOn, objectUntil, objectTo },
    answerWithin: answerLimit(scheme),
    audience: audience as 'internal' | 'public',
    reason: before ? (asked.reason ?? '') : '',
    replaces: before?.edition ?? null,
    ...(before && {
      corrects: {
        edition: before.edition,
        decisionNo: before.decision_no,
        postedOn: before.posted_on,
      },
    }),
  };
}

/** The log as it was when the edition was worked out. */
function logUpTo({ facts }: LedgerLog, upTo: number): Pick<LedgerLog, 'facts' | 'root' | 'size'> {
  const known = facts.slice(0, upTo);
  return {
    facts: known,
    size: known.length,
    root: rootOfLeaves(known.map(({ leafHash }) => leafHash)),
  };
}

/** The text of the scheme that the books were read with. */
export function schemeOf({ books }: Pick<FoundPeriod, 'books'>): Scheme {
  return books.scheme.scheme;
}

/** Decided, then read for secrets, signed, then posted; and posted today or later. */
function requireDays(
  { decision, secrecy, signature, postedOn }: PublishAsked,
  today: IsoDate,
): void {
  const sentence =
    decision.on > today
      ? '决定日期还没有到，'
      : secrecy.on > today
        ? '保密审查的日期还没有到，'
        : postedOn < today
          ? '张榜日期在今天以前，会缩短提异议的时间，'
          : signature.on < decision.on || signature.on > postedOn
            ? '落款日期要在决定日期和张榜日期之间，'
            : undefined;
  if (sentence !== undefined) throw publicationProblem('days-order', { sentence });
}
