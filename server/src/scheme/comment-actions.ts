/** Comments on a draft: asked for from a day to a day, given by offices, answered one by one. */

import { randomUUID } from 'node:crypto';
import { readScheme, type Scheme } from '@oneneedle/kernel';
import { closeLines, openLine } from '../desk/index.ts';
import { rosterOf } from '../org/index.ts';
import { type Actor, type Ctx, chinaDay } from '../platform/index.ts';
import { answerComment, commentCounts, commentRows, insertComment } from './comment-store.ts';
import { lockedDraft } from './draft-actions.ts';
import { schemeProblem } from './problems.ts';
import { updateVersion, versionRow } from './store.ts';
import { stageOf } from './version-view.ts';

interface Days {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Sets the days for comments, or sets them anew, and puts a line on the list of every office. */
export async function openComments(ctx: Ctx, { id, from, to }: Days): Promise<{ done: true }> {
  const row = await lockedDraft(ctx, id);
  const today = chinaDay(ctx.now);
  if (to < from || to < today) throw schemeProblem('comment-days-past', { today });
  await updateVersion(ctx.db, id, { comments_from: from, comments_to: to });
  await openLine(ctx, {
    room: 'scheme',
    kind: 'comment',
    about: id,
    title: `《${row.name}》征求意见`,
    detail: `${from}至${to}；没有意见的不用办`,
    roles: ['recorder', 'reviewer', 'leader'],
    address: `/scheme/${id}?tab=comments`,
  });
  return { done: true };
}

interface NewComment {
  readonly id: string;
  readonly clause?: string | undefined;
  readonly text: string;
}

/** Keeps a comment with the words of the clause as they are now. @returns its id. */
export async function commentOn(ctx: Ctx, { id, clause, text }: NewComment) {
  const row = await lockedDraft(ctx, id);
  const today = chinaDay(ctx.now);
  if (stageOf(row, today) !== 'comments') {
    const [from, to] = [row.comments_from ?? '', row.comments_to ?? ''];
    throw schemeProblem('comments-closed', { from, to });
  }
  const words = clause === undefined ? undefined : clauseTexts(row.source).get(clause);
  if (clause !== undefined && words === undefined) {
    throw schemeProblem('clause-unknown', { code: clause });
  }
  const commentId = randomUUID();
  const unit = await unitOf(ctx, today);
  await insertComment(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: commentId,
    version_id: id,
    clause_code: clause ?? null,
    clause_text: words ?? null,
    text,
    unit_code: unit ?? null,
    account_id: ctx.account.id,
    person_code: ctx.actor.person ?? null,
    at: ctx.now,
  });
  await openLine(ctx, {
    room: 'scheme',
    kind: 'answer',
    about: id,
    title: `《${row.name}》有意见待答复`,
    detail: '逐条写明采纳或者不采纳的理由',
    roles: ['assessment-office'],
    address: `/scheme/${id}?tab=comments`,
  });
  return { id: commentId };
}

interface NewAnswer {
  readonly id: string;
  readonly commentId: string;
  readonly answer: string;
  readonly adopted: boolean;
}

/** Answers a comment; until the approval the answer may be written anew. */
export async function answerOne(
  ctx: Ctx,
  { id, commentId, answer, adopted }: NewAnswer,
): Promise<{ done: true }> {
  await lockedDraft(ctx, id);
  const written = { answer, adopted, accountId: ctx.account.id, now: ctx.now };
  const isThere = await answerComment(ctx.db, { versionId: id, commentId }, written);
  if (!isThere) throw schemeProblem('comment-not-found');
  const { open } = await commentCounts(ctx.db, id);
  if (open === 0) await closeLines(ctx, { room: 'scheme', kind: 'answer', about: id });
  return { done: true };
}

/** The comments on a version with the names of who spoke, and whether the clause reads differently now. */
export async function listComments(ctx: Ctx, id: string) {
  const row = await versionRow(ctx.db, id);
  if (!row) throw schemeProblem('not-found');
  const texts = clauseTexts(row.source);
  const { units, persons } = await rosterOf(ctx.db);
  const unitNames = new Map(units.map(({ code, name }) => [code, name]));
  const personNames = new Map(persons.map(({ code, name }) => [code, name]));
  const rows = (await commentRows(ctx.db, id)).map((comment) => {
    const { clause_code: clause, clause_text: words } = comment;
    const unit = named(unitNames, comment.unit_code);
    const person = named(personNames, comment.person_code);
    return {
      id: comment.id,
      ...(clause === null ? {} : { clause }),
      ...(words === null ? {} : { clauseText: words }),
      isOutdated: clause !== null && texts.get(clause) !== words,
      text: comment.text,
      ...(unit === undefined ? {} : { unit }),
      ...(person === undefined ? {} : { person }),
      at: comment.at,
      isMine: comment.account_id === ctx.account.id,
      ...(comment.answer === null ? {} : { answer: comment.answer }),
      ...(comment.adopted === null ? {} : { adopted: comment.adopted }),
      ...(comment.answered_at === null ? {} : { answeredAt: comment.answered_at }),
    };
  });
  return { rows };
}

/** The name that belongs to a code; the code itself where the roster has it no more. */
function named(names: ReadonlyMap<string, string>, code: string | null): string | undefined {
  return code === null ? undefined : (names.get(code) ?? code);
}

type Node = Scheme['tree'][number];

/** The words of every clause by its code; none where the text cannot be read. */
function clauseTexts(source: string): ReadonlyMap<string, string> {
  const under = (node: Node): (readonly [string, string])[] => [
    ...(node.clauses ?? []).map(({ code, text }) => [code, text] as const),
    ...(node.children ?? []).flatMap(under),
  ];
  return new Map((readScheme(source).value?.tree ?? []).flatMap(under));
}

/** The unit in which the actor holds a post today; else the office that a grant is limited to. */
async function unitOf({ db, actor }: Ctx, today: string): Promise<string | undefined> {
  const { posts } = await rosterOf(db);
  const post = posts.find(
    ({ person, from, to }) =>
      person === actor.person && from <= today && (to === undefined || to >= today),
  );
  return post?.unit ?? lineOf(actor);
}

function lineOf({ grants }: Actor): string | undefined {
  return grants.flatMap(({ lines }) => lines)[0];
}
