/** What is kept back stays in sight until a named body lets go of it. */

import { randomUUID } from 'node:crypto';
import { type Ctx, chinaDay, type Queries } from '../../platform/index.ts';
import { labelOf } from './budgets.ts';
import { keyOf, positionsOf } from './differences.ts';
import { payMakers, payReaders } from './policy.ts';
import { payProblem } from './problems.ts';
import { isWhole, requireWhole } from './reach.ts';
import {
  allSheets,
  insertRelease,
  type KeptLine,
  linesOf,
  openReleases,
  standing,
} from './store.ts';

interface HeldAmount {
  readonly line: string;
  readonly period: string;
  readonly last: KeptLine;
  readonly heldFen: number;
}

/** What approved sheets keep back and none has paid. */
export async function heldNow(db: Queries): Promise<HeldAmount[]> {
  const sheets = (await allSheets(db)).filter(({ state }) => standing.some((one) => one === state));
  const lineOf = new Map(sheets.map(({ id, line }) => [id, line]));
  const lines = await linesOf(
    db,
    sheets.map(({ id }) => id),
  );
  const groups = Map.groupBy(lines, ({ sheetId, period }) =>
    JSON.stringify([lineOf.get(sheetId), period]),
  );
  return [...groups].flatMap(([key, own]) => {
    const [line, period] = JSON.parse(key) as [string, string];
    return [...positionsOf(own).values()]
      .filter(({ heldFen }) => heldFen !== 0)
      .map(({ last, heldFen }) => ({ line, period, last, heldFen }));
  });
}

/** Whose amounts are kept back, and why. The address writes, so that the gate keeps who read it. */
export async function listHeld(ctx: Ctx) {
  requireWhole(ctx, payReaders);
  const releases = await openReleases(ctx.db);
  const released = new Map(
    releases.map((row) => [JSON.stringify([row.line, row.period, keyOf(row)]), row]),
  );
  const rows = (await heldNow(ctx.db)).map(({ line, period, last, heldFen }) => {
    const release = released.get(JSON.stringify([line, period, keyOf(last)]));
    return {
      line,
      period,
      label: labelOf(period),
      subject: last.subject,
      payee: last.payee,
      unit: last.payeeKind === 'unit' ? last.payeeName : last.subjectName,
      name: last.payeeName,
      code: last.code,
      lineName: last.name,
      heldFen,
      sentence: last.sentence,
      ...(release === undefined
        ? {}
        : {
            released: {
              body: release.body,
              documentNo: release.document_no,
              on: release.decided_on,
            },
          }),
    };
  });
  return { rows, mayRelease: isWhole(ctx, payMakers) };
}

interface NewRelease {
  readonly line: string;
  readonly period: string;
  readonly subject: string;
  readonly payee: string;
  readonly code: string;
  readonly body: string;
  readonly documentNo: string;
  readonly on: string;
  readonly reason: string;
}

/** Enters what a body decided; the next sheet of the scheme pays it. */
export async function releaseHeld(ctx: Ctx, input: NewRelease) {
  requireWhole(ctx, payMakers);
  const { line, period, subject, payee, code, body, documentNo, on, reason } = input;
  const today = chinaDay(ctx.now);
  if (on > today) throw payProblem('day-unfit', { today });
  const key = keyOf(input);
  const isHeld = (await heldNow(ctx.db)).some(
    (one) => one.line === line && one.period === period && keyOf(one.last) === key,
  );
  const isReleased = (await openReleases(ctx.db, line)).some(
    (one) => one.period === period && keyOf(one) === key,
  );
  if (!isHeld || isReleased) throw payProblem('not-held');
  await insertRelease(ctx.db, {
    tenant_id: ctx.tenant.id,
    id: randomUUID(),
    line,
    period,
    subject,
    payee,
    code,
    body,
    document_no: documentNo,
    decided_on: on,
    reason,
    entered_by: ctx.account.id,
    entered_at: ctx.now,
  });
  return { done: true } as const;
}
