/** The deeds of the room: reading periods and standings, moving a period on, sealing it, trying a scheme. */

import { type IsoDate, isPeriodId, type PeriodId } from '@oneneedle/kernel';
import { closeLines, openLine } from '../desk/index.ts';
import { evidenceCitedBy, reachOf, readableOf } from '../evidence/index.ts';
import {
  groundInstead,
  objectedAbout,
  objectedClauses,
  objectedFacts,
  postingTimes,
  readableUses,
  waitingByOffice,
  withBelow,
} from '../ledger/index.ts';
import { type Ctx, chinaDay, Refusal } from '../platform/index.ts';
import { sourceOf } from '../scheme/index.ts';
import { frozenOf } from './keeping.ts';
import { hiddenGrounds, maskedTree } from './masked-tree.ts';
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
import { maySeeTotals, ownVillages, readsPersons } from './policy.ts';
import { assessmentProblem } from './problems.ts';
import { type AssessmentNeeds, sealEdition } from './sealing.ts';
import { gradePrinted, gradesTold, notesTold } from './told-grades.ts';
import type { TownBooks } from './town-books.ts';
import type { Replies } from './views.ts';
import type { Asked } from './work.ts';

interface Named {
  readonly line: string;
  readonly period: string;
}

type NamedSubject = Named & { readonly subject: string };

/** A period with its books: what every deed begins with. */
export interface FoundPeriod {
  readonly row: PeriodRow;
  readonly books: TownBooks;
  readonly asked: Asked;
}

export async function listPeriods(ctx: Ctx): Promise<Replies['periods']> {
  const today = chinaDay(ctx.now);
  return { today, rows: await periodRows(ctx.db, today) };
}

/** A period of a line with its books; whoever may read it is judged by the caller. */
export async function findPeriod(
  needs: AssessmentNeeds,
  ctx: Ctx,
  named: Named,
): Promise<FoundPeriod> {
  const { line, period } = named;
  if (!isPeriodId(period)) throw assessmentProblem('period-unknown');
  const books = await needs.books.booksOf(ctx.db, { tenantId: ctx.tenant.id, line, period });
  if (!books) throw assessmentProblem('period-unknown');
  const row = await periodRow(ctx.db, books.scheme, period);
  const asked = { period, today: chinaDay(ctx.now) };
  if (row.edition === undefined) return { row, books, asked };
  const frozen =
    row.state === 'published' ? await frozenOf(ctx.db, { line, period }, row.edition) : undefined;
  return {
    row,
    books,
    asked: { ...asked, edition: row.edition, ...(frozen ? { coming: frozen.seal } : {}) },
  };
}

/** The same, for whoever may see totals of this period; posts for some units see those after the seal. */
async function findVisible(
  needs: AssessmentNeeds,
  ctx: Ctx,
  named: Named,
  subject?: string,
): Promise<FoundPeriod> {
  const found = await findPeriod(needs, ctx, named);
  const { label, state } = found.row;
  const isSealed = state === 'sealed' || state === 'published';
  if (!maySeeTotals(ctx.actor, { isSealed })) {
    throw assessmentProblem('not-before-seal', { label });
  }
  const isPersonal = found.books.scheme.scheme.subject.kind === 'person';
  if (isPersonal && !readsPersons(ctx.actor) && subject !== ctx.actor.person) {
    throw assessmentProblem('not-own', { units: [] });
  }
  const own = isPersonal ? undefined : ownVillages(ctx.actor);
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
    const view = await sealedStandings(ctx.db, named, row.edition);
    return { ...row, ...(await gradesTold(needs, ctx, { row, view })) };
  }
  const asOf = input.asOf === undefined ? {} : { asOf: input.asOf as IsoDate };
  return {
    ...row,
    ...(await needs.workshop.work(books, 'standings', { ...asked, ...asOf })),
  };
}

/** The tree behind a total: of an edition as it was sealed; for paper it tells no private ground. */
export async function readExplanation(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { isPaper, ...input }: NamedSubject & { readonly isPaper?: boolean | undefined },
): Promise<Replies['explain']> {
  const { subject } = input;
  const found = await findVisible(needs, ctx, input, subject);
  return explanationOf(needs, ctx, { ...found, subject, isPaper });
}

/** The tree of a subject of a period that the asker may read. */
export async function explanationOf(
  needs: AssessmentNeeds,
  ctx: Ctx,
  {
    row,
    books,
    asked,
    subject,
    isPaper = false,
  }: FoundPeriod & { readonly subject: string; readonly isPaper?: boolean | undefined },
): Promise<Replies['explain']> {
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
  const hidden = hiddenGrounds(known, isPaper ? 'paper' : ctx.actor);
  const notes = await notesTold(needs, ctx, { row, view });
  return {
    ...row,
    ...shown,
    notes: notes.map(hidden.withoutDecision),
    ...(await objectedIn(ctx, { ...row, subject }, root)),
    root: maskedTree(toldPlainly(root, { facts, kinds, persons, posted }, row.period), hidden),
  };
}

type Tree = Replies['explain']['root'];

/** To what of a tree somebody objects now; an edition that was kept says so as well. */
async function objectedIn(
  { db }: Ctx,
  named: NamedSubject,
  root: Tree,
): Promise<Pick<Replies['explain'], 'objected'>> {
  const facts = [...(await objectedFacts(db, factIdsOf(root)))];
  const clauses = [...(await objectedClauses(db, named))];
  return facts.length + clauses.length === 0 ? {} : { objected: { facts, clauses } };
}

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
  const hidden = hiddenGrounds(await books.read(), ctx.actor);
  const rows = found.rows.map((row) =>
    hidden.has(row.factId)
      ? { ...row, sentence: `${groundInstead(-1)}的一条（第 ${row.clause} 条）不计的话` }
      : row,
  );
  return { ...found, rows };
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

/** To what of a result somebody objects now, as the printed sheet names it. */
async function objectedWords({ db }: Ctx, named: NamedSubject): Promise<string[]> {
  const facts = await objectedAbout(db, named);
  const clauses = await objectedClauses(db, named);
  return [
    ...facts.map((id) => `事实 ${id}`),
    ...[...clauses].map((code) => (code === '' ? '整个结果' : `第 ${code} 条`)),
  ];
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
  const html = await needs.workshop.work(books, 'sheet', {
    ...asked,
    subject,
    isAlone,
    ...(await gradePrinted(needs, ctx, row)),
    objected: await objectedWords(ctx, { ...row, subject }),
  });
  if (html === undefined) throw assessmentProblem('subject-unknown', { subject });
  const type = 'text/html; charset=utf-8';
  return new File([html], `${row.label}-${subject}.html`, { type });
}

/** Everything about a period as one zip, which `oneneedle verify` checks offline. */
export async function readPackage(needs: AssessmentNeeds, ctx: Ctx, input: Named): Promise<File> {
  const { row, books, asked } = await findPeriod(needs, ctx, input);
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
  const { row, books, asked } = await findPeriod(needs, ctx, input);
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
  const { row, books, asked } = await findPeriod(needs, ctx, input);
  const { label, state, line } = row;
  if (state === 'sealed') throw assessmentProblem('period-sealed', { label });
  if (state === 'published') throw assessmentProblem('period-published', { label });
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

/** Seals a period that is being checked or published; a sealed one only by a decision that corrects it. */
export async function seal(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: Named & { readonly decisionNo?: string | undefined; readonly reason?: string | undefined },
): Promise<Replies['seal']> {
  const { row, books, asked } = await findPeriod(needs, ctx, input);
  const { label, line, state, edition = 0 } = row;
  if (!sealable.includes(state)) throw assessmentProblem('not-checked', { label });
  const { decisionNo, reason } = input;
  const { period } = asked;
  const isPublished = state === 'published';
  // What is sealed already is corrected by a decision, whoever still objects.
  const waits = state === 'sealed' ? undefined : needs.cautions?.(ctx, { line, period });
  const sentences = (await waits) ?? [];
  if (sentences.length > 0 && !reason) throw assessmentProblem('seal-early', { label, sentences });
  const frozen = isPublished ? await frozenOf(ctx.db, { line, period }, edition) : undefined;
  const decision = isPublished ? frozen?.seal.decisionNo : decisionNo;
  const work = await sealEdition(needs, ctx, {
    line,
    period,
    label,
    today: asked.today,
    sealedBy: ctx.actor.person ?? ctx.account.id,
    frozen,
    despite: sentences.length > 0 && reason ? { sentences, reason } : undefined,
    ...(decision === undefined ? {} : { decisionNo: decision }),
  });
  await closeLines(ctx, { room: 'assessment', kind: 'check', about: `${line}/${period}` });
  const sealed = await periodRow(ctx.db, books.scheme, period);
  return {
    ...sealed,
    resultSha256: work.resultSha256,
    ledgerRoot: work.ledgerRoot,
    results: work.results.length,
  };
}

const sealable: readonly PeriodRow['state'][] = ['checking', 'published', 'sealed'];

/** Another version on the facts of this period; nothing is stored. */
export async function trySandbox(
  needs: AssessmentNeeds,
  ctx: Ctx,
  input: Named & { readonly versionId: string },
): Promise<Replies['sandbox']> {
  const { books, asked } = await findPeriod(needs, ctx, input);
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
