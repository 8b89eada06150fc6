/** A draft becomes the scheme of a year by the decision of the committee, and may be ended by another. */

import {
  type FactKind,
  type Finding,
  firstDay,
  lastDay,
  type PeriodId,
  readScheme,
  type Scheme,
} from '@oneneedle/kernel';
import { type Ctx, chinaDay, type Queries } from '../platform/index.ts';
import { checkedText, townKnowledge } from './checked-text.ts';
import { commentCounts } from './comment-store.ts';
import { closeSchemeLines, lockedDraft } from './draft-actions.ts';
import { kindsOf, putKinds } from './in-force.ts';
import { schemeProblem } from './problems.ts';
import {
  approvedVersions,
  lockLine,
  lockVersion,
  updateVersion,
  type VersionRow,
  versionRow,
} from './store.ts';
import { versionView } from './version-view.ts';

/** What later rooms tell this one; the program hands it in. */
export interface SchemeNeeds {
  /** How many facts and drafts of facts there are of kinds with these codes. */
  kindUses(db: Queries, codes: readonly string[]): Promise<number>;
  /** The sealed periods of a line. */
  sealedPeriods(db: Queries, line: string): Promise<readonly PeriodId[]>;
}

interface Approval {
  readonly id: string;
  readonly sourceSha256: string;
  readonly decisionNo: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
}

/**
 * Puts a draft into force: comments gathered and answered, no errors, a year of its own, the
 * committee's decision. Kinds that the text brings along go into the catalogue.
 */
export async function approveScheme(ctx: Ctx, approval: Approval) {
  const { id, decisionNo, decidedBy, decidedOn } = approval;
  const { line } = (await versionRow(ctx.db, id)) ?? { line: null };
  if (line !== null) await lockLine(ctx.db, line);
  const row = await lockedDraft(ctx, id);
  if (row.source_sha256 !== approval.sourceSha256) throw schemeProblem('changed-meanwhile');
  const today = chinaDay(ctx.now);
  await requireComments(ctx.db, row, { today, decidedOn });
  const scheme = readableScheme(row);
  await requireOwnYear(ctx.db, scheme);
  const kinds = await newKinds(ctx.db, scheme);
  await requireSound(ctx.db, row);
  await putKinds(ctx.db, { tenantId: ctx.tenant.id, kinds });
  const change = {
    state: 'approved',
    decision_no: decisionNo,
    decided_by: decidedBy,
    decided_on: decidedOn,
    approved_by: ctx.account.id,
    approved_at: ctx.now,
  };
  await updateVersion(ctx.db, id, change);
  await closeSchemeLines(ctx, id);
  const version = versionView({ ...row, ...change }, today);
  return { version, newKinds: kinds.map(({ kind }) => kind) };
}

async function requireComments(
  db: Queries,
  { id, comments_to: last }: VersionRow,
  { today, decidedOn }: { today: string; decidedOn: string },
): Promise<void> {
  if (last === null) throw schemeProblem('comments-missing');
  if (today <= last) throw schemeProblem('comments-not-over', { to: last });
  const { open } = await commentCounts(db, id);
  if (open > 0) throw schemeProblem('comments-unanswered', { count: open });
  if (decidedOn <= last || decidedOn > today) {
    throw schemeProblem('decided-day', { after: last, today });
  }
}

function readableScheme({ source }: VersionRow): Scheme {
  const { value, findings } = readScheme(source);
  if (!value) throw hasErrors(findings);
  return value;
}

async function requireSound(db: Queries, { source }: VersionRow): Promise<void> {
  const { findings } = checkedText(source, await townKnowledge(db));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw hasErrors(errors);
}

const shownErrors = 3;

function hasErrors(errors: readonly Finding[]) {
  const sentences = errors.slice(0, shownErrors).map(({ where, sentence }) => {
    return where === undefined ? sentence : `${where}：${sentence}`;
  });
  return schemeProblem('has-errors', { count: errors.length, sentences });
}

/**
 * One version a year: what begins within a year that another has would price its sealed periods
 * anew. A text without days is refused: nobody could say of which year it is.
 */
async function requireOwnYear(db: Queries, { line, effective }: Scheme): Promise<void> {
  if (!effective) throw schemeProblem('effective-missing');
  const [first, last] = [effective.from.slice(0, 4), effective.to.slice(0, 4)];
  for (const other of await approvedVersions(db, { line })) {
    const { effective_from: from, effective_to: to, version } = other;
    if (from === null || to === null) continue;
    const [otherFirst, otherLast] = [from.slice(0, 4), to.slice(0, 4)];
    if (otherFirst > last || otherLast < first) continue;
    throw schemeProblem('year-taken', {
      year: otherFirst > first ? otherFirst : first,
      version: version ?? '',
      from,
      to,
      next: `${Number(otherLast) + 1}年1月1日`,
    });
  }
}

/** The kinds that only the text knows; refuses those that the catalogue describes otherwise. */
async function newKinds(db: Queries, { kinds = [] }: Scheme): Promise<FactKind[]> {
  const known = new Map(
    (await kindsOf(db)).flatMap((kind) =>
      [kind.kind, ...(kind.formerly ?? [])].map((code) => [code, kind] as const),
    ),
  );
  const differing = kinds.filter((kind) => {
    const other = known.get(kind.kind);
    return other !== undefined && canonical(other) !== canonical(kind);
  });
  if (differing.length > 0) {
    throw schemeProblem('kind-differs', { codes: differing.map(({ kind }) => kind) });
  }
  return kinds.filter(({ kind }) => !known.has(kind));
}

/** Equal for equal kinds, whatever the order in which they were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

interface End {
  readonly id: string;
  readonly decisionNo: string;
  readonly reason: string;
}

/** Ends an approved version of which nothing is sealed, as if it had never been in force. */
export async function endScheme(
  ctx: Ctx,
  { id, decisionNo, reason }: End,
  needs: SchemeNeeds,
): Promise<{ done: true }> {
  const row = await lockVersion(ctx.db, id);
  if (!row) throw schemeProblem('not-found');
  if (row.state !== 'approved') throw schemeProblem('not-approved');
  const [from, to] = [row.effective_from ?? '', row.effective_to ?? ''];
  const sealed = await needs.sealedPeriods(ctx.db, row.line ?? '');
  const periods = sealed.filter((period) => firstDay(period) <= to && lastDay(period) >= from);
  if (periods.length > 0) throw schemeProblem('sealed', { periods: [...new Set(periods)] });
  await updateVersion(ctx.db, id, {
    state: 'ended',
    end_decision_no: decisionNo,
    end_reason: reason,
    ended_by: ctx.account.id,
    ended_at: ctx.now,
  });
  return { done: true };
}
