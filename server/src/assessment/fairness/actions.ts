/** The fairness report: read before a period is published, and who read it is kept. */

import { type Concentrated, fairnessLeast } from '@oneneedle/kernel';
import { inspectorsOfVisits } from '../../inspection/index.ts';
import { accountNames } from '../../org/index.ts';
import type { Ctx } from '../../platform/index.ts';
import { findPeriod } from '../actions.ts';
import type { AssessmentNeeds } from '../sealing.ts';
import type { TownInput } from '../town-folder.ts';
import { fairnessReadings, insertReading } from './store.ts';

interface Named {
  readonly line: string;
  readonly period: string;
}

/** Worked out when somebody looks: of an edition as it was kept, of an open period as it stands. */
export async function readFairness(needs: AssessmentNeeds, ctx: Ctx, named: Named) {
  const { row, books, asked } = await findPeriod(needs, ctx, named);
  const town = await books.read();
  const seenBy = await whoSaw(ctx, town);
  const work = await needs.workshop.work(books, 'fairness', { ...asked, seenBy });
  const { report, asOf, isPersonal } = work;
  const { concentration, ranks } = report;
  const readings = await fairnessReadings(ctx.db, named);
  const nameOf = await readerNames(ctx, town);
  const { line, schemeName, period, label, state } = row;
  return {
    line,
    schemeName,
    period,
    label,
    state,
    asOf,
    isPersonal,
    least: { ...fairnessLeast },
    ...report,
    juries: report.juries.map((jury) => ({ ...jury, assessors: [...jury.assessors] })),
    clauses: [...report.clauses],
    // Of persons no list is made: how much fell on whom is nobody's order.
    concentration: {
      ...concentration,
      offices: concentration.offices.map((one) => (isPersonal ? withoutSubject(one) : one)),
      inspectors: concentration.inspectors.map((one) => (isPersonal ? withoutSubject(one) : one)),
      subjects: isPersonal ? [] : [...concentration.subjects],
    },
    groups: { ...report.groups, rows: [...report.groups.rows] },
    ranks: {
      ...ranks,
      rows: isPersonal
        ? []
        : ranks.rows.map(({ subject, range }) => ({
            subject,
            range: [...range] as [number, number],
          })),
    },
    readings: readings.map(({ readBy, readAt, ledgerSize }) => ({
      by: nameOf(readBy),
      at: readAt,
      isCurrent: ledgerSize === books.head.size,
    })),
  };
}

/** Keeps who read it, when, and how much of the ledger there was to read. */
export async function markRead(needs: AssessmentNeeds, ctx: Ctx, named: Named) {
  const { row, books } = await findPeriod(needs, ctx, named);
  const readBy = ctx.actor.person ?? ctx.account.id;
  await insertReading(ctx.db, {
    tenantId: ctx.tenant.id,
    line: row.line,
    period: row.period,
    readBy,
    readAt: ctx.now,
    ledgerSize: books.head.size,
  });
  const nameOf = await readerNames(ctx, await books.read());
  return { by: nameOf(readBy), at: ctx.now, isCurrent: true };
}

/** Who went to the visits behind the facts, by fact. */
async function whoSaw(ctx: Ctx, { facts }: TownInput): Promise<Record<string, readonly string[]>> {
  const visits = new Map(
    (await inspectorsOfVisits(ctx.db)).map(({ begins, inspectors }) => [begins, inspectors]),
  );
  return Object.fromEntries(
    facts.flatMap(({ id, matter = '' }) => {
      // "template period subject number": without its last word.
      const seen = visits.get(matter.slice(0, matter.lastIndexOf(' ') + 1));
      return seen ? [[id, seen] as const] : [];
    }),
  );
}

async function readerNames(ctx: Ctx, { roster }: TownInput): Promise<(code: string) => string> {
  const persons = new Map(roster.persons.map(({ code, name }) => [code, name]));
  const accounts = await accountNames(ctx);
  return (code) => persons.get(code) ?? accounts.get(code) ?? code;
}

function withoutSubject({ mostly, ...row }: Concentrated) {
  return mostly === undefined ? row : { ...row, mostly: { shareMilli: mostly.shareMilli } };
}
