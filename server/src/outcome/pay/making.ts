/** What a sheet says: the sealed period, the differences of earlier sheets, what was let go of. */

import { createHash } from 'node:crypto';
import { canonicalJson, isPeriodId, type PeriodId, periodLabel } from '@oneneedle/kernel';
import { type AssessmentNeeds, gradesAsDecided, type PayEntry } from '../../assessment/index.ts';
import { sealsOf } from '../../ledger/index.ts';
import { type Ctx, chinaDay } from '../../platform/index.ts';
import { schemeOf } from '../../scheme/index.ts';
import { decidedGrades } from '../grades/store.ts';
import {
  type DraftLine,
  differencesOf,
  type PeriodNow,
  releasedLines,
  wholePeriod,
} from './differences.ts';
import { payProblem } from './problems.ts';
import { allSheets, linesOf, openReleases, standing } from './store.ts';

export interface SheetName {
  readonly line: string;
  readonly period: string;
}

/** A sheet as it would be made now. */
export interface SheetDraft {
  readonly line: string;
  readonly period: PeriodId;
  readonly edition: number;
  readonly schemeName: string;
  readonly authority: string;
  readonly lines: readonly DraftLine[];
  readonly notices: readonly string[];
  /** It pays by grades that no body decided yet: it may be looked at, not approved. */
  readonly isGradeOpen: boolean;
  /** Of all that it says. */
  readonly digest: string;
}

/** Works a sheet out; refuses what no sheet can be made of. */
export async function draftSheet(
  needs: AssessmentNeeds,
  ctx: Ctx,
  { line, period }: SheetName,
): Promise<SheetDraft> {
  const { authority, schemeName, isByGrade } = await payScheme(ctx, { line, period });
  const now = await periodNow(needs, ctx, { line, period });
  const told = await toldLines(ctx, line);
  const periods = [...new Set(told.map((one) => one.period))].sort();
  const fresh = periods.includes(period) ? [] : wholePeriod(now);
  const lines: DraftLine[] = [...fresh];
  const open: PayEntry[] = fresh.filter(({ state }) => state === 'unresolved');
  for (const earlier of periods) {
    const then = earlier === period ? now : await periodNow(needs, ctx, { line, period: earlier });
    const own = told.filter((one) => one.period === earlier);
    const found = differencesOf(then, own);
    lines.push(...found.lines);
    open.push(...found.open);
  }
  const releases = (await openReleases(ctx.db, line)).map((row) => ({
    ...row,
    documentNo: row.document_no,
  }));
  lines.push(...releasedLines(releases, [...told, ...lines]));
  if (lines.length === 0) throw payProblem('nothing-to-pay', { label: periodLabel(now.period) });
  const { edition } = now;
  const isGradeOpen = isByGrade && !now.isDecided;
  const undecided = isGradeOpen
    ? ['等次还没有由有权机关决定，先按算出的等次；决定以后才能批准。']
    : [];
  return {
    line,
    period: now.period,
    edition,
    schemeName,
    authority,
    lines,
    notices: [
      ...undecided,
      ...open.map(({ payeeName, name, sentence }) => `${payeeName}“${name}”${sentence}`),
    ],
    isGradeOpen,
    digest: createHash('sha256')
      .update(canonicalJson({ line, period, edition, lines }))
      .digest('hex'),
  };
}

/** A scheme that pays, and the documents by which it may: only what they name may move. */
async function payScheme({ db }: Ctx, { line, period }: SheetName) {
  if (!isPeriodId(period)) throw payProblem('period-unknown');
  const found = await schemeOf(db, line, period);
  if (!found) throw payProblem('period-unknown');
  const { pay, name, grades } = found.scheme;
  if (!pay) throw payProblem('no-pay', { name });
  const unnamed = pay.authority === undefined ? pay.lines.filter((one) => !one.documentNo) : [];
  if (unnamed.length > 0)
    throw payProblem('no-document', { names: unnamed.map((one) => one.name) });
  const papers = new Set([pay.authority, ...pay.lines.map((one) => one.documentNo)]);
  return {
    schemeName: name,
    authority: [...papers].filter((paper) => paper !== undefined).join('、'),
    isByGrade: pay.lines.some(
      ({ rule, times = {} }) =>
        'gradeRatio' in rule || Object.keys(times).some((key) => grades?.order.includes(key)),
    ),
  };
}

/** The latest sealed edition of a period with what it pays. */
async function periodNow(
  { books, workshop }: AssessmentNeeds,
  { db, tenant, now }: Ctx,
  { line, period }: SheetName,
): Promise<PeriodNow & { readonly isDecided: boolean }> {
  if (!isPeriodId(period)) throw payProblem('period-unknown');
  const found = await books.booksOf(db, { tenantId: tenant.id, line, period });
  if (!found) throw payProblem('period-unknown');
  const [seal] = (await sealsOf(db))
    .filter((one) => one.line === line && one.period === period)
    .sort((a, b) => b.edition - a.edition);
  if (!seal) throw payProblem('not-sealed', { label: periodLabel(period) });
  const { edition, decisionNo } = seal;
  const decided = await decidedGrades(db, { line, period, edition });
  const entries = await workshop.work(found, 'pay', {
    period,
    today: chinaDay(now),
    edition,
    decided: gradesAsDecided(decided),
  });
  const by = decisionNo === undefined ? '' : `（${decisionNo}）`;
  return {
    period,
    edition,
    editionText: `第${edition}版${by}`,
    entries,
    isDecided: decided !== undefined,
  };
}

/** Everything that sheets which stand told of a line. */
async function toldLines({ db }: Ctx, line: string) {
  const sheets = (await allSheets(db)).filter(
    (sheet) => sheet.line === line && standing.some((state) => state === sheet.state),
  );
  const lines = await linesOf(
    db,
    sheets.map(({ id }) => id),
  );
  return lines.map(({ sheetId: _, seq: __, ...told }): DraftLine => told);
}
