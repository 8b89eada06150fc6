/** The deeds of the room: reading periods and standings, moving a period on, sealing it, trying a scheme. */

import { type IsoDate, isPeriodId, type PeriodId } from '@oneneedle/kernel';
import { closeLines, openLine } from '../desk/index.ts';
import { evidenceCitedBy, reachOf, readableOf } from '../evidence/index.ts';
import { postingTimes, readableUses, waitingByOffice, withBelow } from '../ledger/index.ts';
import { type Ctx, chinaDay, Refusal } from '../platform/index.ts';
import { sourceOf } from '../scheme/index.ts';
import { ownExplanation } from './own-view.ts';
import {
  type PeriodRow,
  periodRow,
  periodRows,
  sealedExplanation,
  sealedStandings,
  writeState,
} from './period-store.ts';
import { toldPlainly } from './plain-words.ts';
import { maySeeTotals, ownVillages } from './policy.ts';
import { assessmentProblem } from './problems.ts';
import { type AssessmentNeeds, sealEdition } from './sealing.ts';
import type { TownBooks } from './town-books.ts';
import type { Replies } from './views.ts';
import type { Asked } from './work.ts';

interface Named {
  readonly line: string;
  readonly period: string;
}

type NamedSubject = Named & { readonly subject: string };

/** A period with its books: what every deed begins with. */
interface Found {
  readonly row: PeriodRow;
  readonly books: TownBooks;
  readonly asked: Asked;
}

export async function listPeriods(ctx: Ctx): Promise<Replies['periods']> {
  const today = chinaDay(ctx.now);
  return { today, rows: await periodRows(ctx.db, today) };
}

async function find(needs: AssessmentNeeds, ctx: Ctx, named: Named): Promise<Found> {
  const { line, period } = named;
  if (!isPeriodId(period)) throw assessmentProblem('period-unknown');
  const books = await needs.books.booksOf(ctx.db, { tenantId: ctx.tenant.id, line, period });
  if (!books) throw assessmentProblem('period-unknown');
  const row = await periodRow(ctx.db, books.scheme, period);
  const edition = row.edition === undefined ? {} : { edition: row.edition };
  return { row, books, asked: { period, today: chinaDay(ctx.now), ...edition } };
}

/** The same, for whoever may see totals of this period; posts for some units see those after the seal. */
async function findVisible(
  needs: AssessmentNeeds,
  ctx: Ctx,
  named: Named,
  subject?: string,
): Promise<Found> {
  const found = await find(needs, ctx, named);
  const { label, state } = found.row;
  if (!maySeeTotals(ctx.actor, { isSealed: state === 'sealed' })) {
    throw assessmentProblem('not-before-seal', { label });
  }
  const own = ownVillages(ctx.actor);
  const within = own && withBelow((await found.books.read()).roster, own);
  if (within && (subject === undefined || !within.has(subject))) {
    throw assessmentProblem('not-own', { units: own });
  }
  return found;
}

/** The list: worked out while the period is open, as it was sealed afterwards. */
export async function readStandings(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: Named & { readonly asOf?: string | undefined },
): Promise<Replies['standings']> {
  const { row, books, asked } = await findVisible(needs, ctx, input);
  if (row.edition !== undefined) {
    const named = { line: row.line, period: row.period as PeriodId };
    return { ...row, ...(await sealedStandings(ctx.db, named, row.edition)) };
  }
  const asOf = input.asOf === undefined ? {} : { asOf: input.asOf as IsoDate };
  return {
    ...row,
    ...(await needs.workshop.work(books, 'standings', { ...asked, ...asOf })),
  };
}

/** The tree behind a total: of an edition as it was sealed. */
export async function readExplanation(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: NamedSubject,
): Promise<Replies['explain']> {
  const { subject } = input;
  const { row, books, asked } = await findVisible(needs, ctx, input, subject);
  const { edition } = row;
  const view =
    edition === undefined
      ? await needs.workshop.work(books, 'explain', { ...asked, subject })
      : await sealedExplanation(
          ctx.db,
          { line: row.line, period: row.period as PeriodId },
          { edition, subject },
        );
  if (!view) throw assessmentProblem('subject-unknown', { subject });
  const known = await books.read();
  const shown = ownVillages(ctx.actor) ? ownExplanation(view, known) : view;
  const { facts, kinds, roster } = known;
  const root = await withFiles(ctx, shown.root);
  const persons = new Map(roster.persons.map(({ code, name }) => [code, name]));
  const posted = await postingTimes(ctx.db, factIdsOf(root));
  return {
    ...row,
    ...shown,
    root: toldPlainly(root, { facts, kinds, persons, posted }, row.period),
  };
}

type Tree = Replies['explain']['root'];

/** The tree with what the asker can open of each fact; a redaction or a later file is seen at once. */
async function withFiles(ctx: Ctx, root: Tree): Promise<Tree> {
  const ids = factIdsOf(root);
  const files = await evidenceCitedBy(ctx.db, 'fact', ids);
  const named = [...new Set([...files.values()].flat().map(({ id }) => id))];
  const readable = await readableOf(ctx.db, named, await reachOf(ctx, readableUses));
  const filled = (line: Tree): Tree => ({
    ...line,
    facts: line.facts.map((fact) => ({
      ...fact,
      files: (files.get(fact.id) ?? [])
        .filter(({ id }) => readable.has(id))
        .map(({ storedSha256: _, ...file }) => file),
    })),
    children: line.children.map(filled),
  });
  return filled(root);
}

function factIdsOf({ facts, children }: Tree): string[] {
  return [...facts.map(({ id }) => id), ...children.flatMap(factIdsOf)];
}

export async function readChances(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: NamedSubject,
): Promise<Replies['chances']> {
  const { subject } = input;
  const { books, asked } = await findVisible(needs, ctx, input, subject);
  const isAlone = ownVillages(ctx.actor) !== undefined;
  const found = await needs.workshop.work(books, 'chances', { ...asked, subject, isAlone });
  if (!found) throw assessmentProblem('subject-unknown', { subject });
  return found;
}

export async function readChanges(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: NamedSubject,
): Promise<Replies['changes']> {
  const { subject } = input;
  const { books, asked } = await findVisible(needs, ctx, input, subject);
  return needs.workshop.work(books, 'changes', { ...asked, subject });
}

/** How firm a rank is: worked out when somebody looks, of a sealed edition too. */
export async function readRankRange(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: NamedSubject,
): Promise<Replies['rankRange']> {
  const { subject } = input;
  const { books, asked } = await findVisible(needs, ctx, input, subject);
  const found = await needs.workshop.work(books, 'rankRange', { ...asked, subject });
  if (!found) throw assessmentProblem('subject-unknown', { subject });
  return found;
}

/** One A4 page of HTML that explains one subject's total. */
export async function readSheet(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: NamedSubject,
): Promise<File> {
  const { subject } = input;
  const { row, books, asked } = await findVisible(needs, ctx, input, subject);
  const isAlone = ownVillages(ctx.actor) !== undefined;
  const html = await needs.workshop.work(books, 'sheet', { ...asked, subject, isAlone });
  if (html === undefined) throw assessmentProblem('subject-unknown', { subject });
  const type = 'text/html; charset=utf-8';
  return new File([html], `${row.label}-${subject}.html`, { type });
}

/** Everything about a period as one zip, which `oneneedle verify` checks offline. */
export async function readPackage(needs: AssessmentNeeds, ctx: Ctx, input: Named): Promise<File> {
  const { row, books, asked } = await find(needs, ctx, input);
  const zip = await needs.workshop.work(books, 'package', asked);
  return new File([zip as Uint8Array<ArrayBuffer>], `${row.line}-${row.period}.zip`, {
    type: 'application/zip',
  });
}

/** What keeps a period from being sealed, and what somebody should look at. */
export async function readReadiness(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: Named,
): Promise<Replies['readiness']> {
  const { row, books, asked } = await find(needs, ctx, input);
  const found = await needs.workshop.work(books, 'readiness', asked);
  return {
    ...row,
    isReady: found.obstacles.length === 0,
    obstacles: found.obstacles,
    notices: found.notices,
    waiting: await waitingByOffice(ctx.db),
    unsigned: found.unsigned,
    cells: found.cells,
  };
}

const steps = ['open', 'scoring', 'checking'] as const;

/** One step forward or back; offices get a line on their list while marks are being given. */
export async function movePeriod(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: Named & { readonly to: (typeof steps)[number]; readonly reason?: string | undefined },
): Promise<PeriodRow> {
  const { row, books, asked } = await find(needs, ctx, input);
  const { label, state, line } = row;
  if (state === 'sealed') throw assessmentProblem('period-sealed', { label });
  const distance = steps.indexOf(input.to) - steps.indexOf(state);
  if (Math.abs(distance) !== 1) throw assessmentProblem('state-step', { label });
  const { period } = asked;
  await writeState(ctx.db, {
    tenantId: ctx.tenant.id,
    line,
    period,
    to: input.to,
    accountId: ctx.account.id,
    at: ctx.now,
    reason: input.reason,
  });
  const { unsigned } = await needs.workshop.work(books, 'readiness', asked);
  await tellOffices(ctx, { row: { ...row, state: input.to }, unsigned });
  return { ...row, state: input.to };
}

/** Lines of the one list that belong to a period's present state, and no others. */
async function tellOffices(
  ctx: Ctx,
  { row, unsigned }: { row: PeriodRow; unsigned: Replies['readiness']['unsigned'] },
): Promise<void> {
  const { line, period, label, state } = row;
  const about = `${line}/${period}`;
  const standing = `/standings/${line}/${period}`;
  for (const { office, clauses } of unsigned) {
    const matter = { room: 'assessment', kind: 'sign', about: `${about}/${office}` };
    if (state !== 'scoring') {
      await closeLines(ctx, matter);
      continue;
    }
    await openLine(ctx, {
      ...matter,
      title: `${label}打分：${office || '各办'}还有 ${clauses.length} 条没有签“经查无”`,
      detail: `条款 ${clauses.slice(0, 6).join('、')}${clauses.length > 6 ? ' 等' : ''}；没有发现问题的逐条签，有问题的先记实。`,
      roles: ['recorder', 'reviewer'],
      ...(office === '' ? {} : { line: office }),
      address: `/ledger?period=${period}`,
    });
  }
  const check = { room: 'assessment', kind: 'check', about };
  if (state !== 'checking') return closeLines(ctx, check);
  await openLine(ctx, {
    ...check,
    title: `${label}核对：看准备情况，没有问题的封存`,
    roles: ['assessment-office'],
    address: standing,
  });
}

/** Seals a period that is being checked; a sealed one only by a decision that corrects it. */
export async function seal(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: Named & { readonly decisionNo?: string | undefined },
): Promise<Replies['seal']> {
  const { row, books, asked } = await find(needs, ctx, input);
  const { label, line, state } = row;
  if (state !== 'checking' && state !== 'sealed') throw assessmentProblem('not-checked', { label });
  const { decisionNo } = input;
  const work = await sealEdition(needs, ctx, {
    line,
    period: asked.period,
    label,
    today: asked.today,
    sealedBy: ctx.actor.person ?? ctx.account.id,
    ...(decisionNo === undefined ? {} : { decisionNo }),
  });
  await closeLines(ctx, { room: 'assessment', kind: 'check', about: `${line}/${asked.period}` });
  const sealed = await periodRow(ctx.db, books.scheme, asked.period);
  return {
    ...sealed,
    resultSha256: work.resultSha256,
    ledgerRoot: work.ledgerRoot,
    results: work.results.length,
  };
}

/** Another version on the facts of this period; nothing is stored. */
export async function trySandbox(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: Named & { readonly versionId: string },
): Promise<Replies['sandbox']> {
  const { books, asked } = await find(needs, ctx, input);
  const source = await sourceOf(ctx.db, input.versionId);
  if (source === undefined) throw assessmentProblem('version-unknown');
  try {
    const found = await needs.workshop.work(books, 'sandbox', { ...asked, source });
    if (!found) throw assessmentProblem('version-unknown');
    return found;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw assessmentProblem('not-comparable', { sentence: error.message });
  }
}
