/** Reading pay: the list without names, a sheet with everybody's amounts, one's own. */

import { latestSeals } from '../../ledger/index.ts';
import { accountNames } from '../../org/index.ts';
import { type Ctx, chinaDay, workbookFile } from '../../platform/index.ts';
import { schemesInForce } from '../../scheme/index.ts';
import { budgetKey, budgetsNow, labelOf } from './budgets.ts';
import { heldNow } from './held.ts';
import { budgetKeepers, draftReaders, payMakers, payReaders } from './policy.ts';
import { payProblem } from './problems.ts';
import { isWhole, requireWhole } from './reach.ts';
import { allSheets, findSheet, linesOf, type SheetRow, standing, sumsBySheet } from './store.ts';
import { headOf, lineShown, type PaySheet, sheetShown, yearBudget } from './views.ts';
import { sheetsOf } from './workbook.ts';

/** Sheets and budgets; no amount of a person. */
export async function listSheets(ctx: Ctx) {
  requireWhole(ctx, payReaders);
  const { db } = ctx;
  const names = await accountNames(ctx);
  const sums = await sumsBySheet(db);
  const schemes = await schemesInForce(db);
  const nameOf = new Map(schemes.map(({ line, scheme }) => [line, scheme.name]));
  const mayMake = isWhole(ctx, payMakers);
  const budgets = [...(await budgetsNow(db)).values()].map(({ documents, ...sum }) => ({
    line: documents[0]?.line ?? '',
    schemeName: nameOf.get(documents[0]?.line ?? '') ?? '',
    year: documents[0]?.year ?? '',
    ...sum,
    documents: documents.map((row) => ({
      documentNo: row.document_no,
      on: row.decided_on,
      amountFen: row.amount_fen,
      note: row.note,
      by: names.get(row.entered_by) ?? '',
    })),
  }));
  return {
    today: chinaDay(ctx.now),
    sheets: (await allSheets(db))
      .filter((sheet) => reads(ctx, sheet))
      .map((sheet) => headOf(sheet, { ctx, names, sums })),
    budgets,
    heldCount: (await heldNow(db)).length,
    periods: mayMake ? await payPeriods(ctx, nameOf) : [],
    mayMake,
    mayBudget: isWhole(ctx, budgetKeepers),
  };
}

/** A sheet that nobody approved is none of those who only pay. */
function reads(ctx: Ctx, { state }: SheetRow): boolean {
  return standing.some((one) => one === state) || isWhole(ctx, draftReaders);
}

/** Sealed periods of schemes that pay, the latest first. */
async function payPeriods({ db }: Ctx, nameOf: ReadonlyMap<string, string>) {
  const paying = new Set(
    (await schemesInForce(db)).filter(({ scheme }) => scheme.pay).map(({ line }) => line),
  );
  return (await latestSeals(db))
    .filter(({ line }) => paying.has(line))
    .map(({ line, period, edition }) => ({
      line,
      schemeName: nameOf.get(line) ?? line,
      period,
      label: labelOf(period),
      edition,
    }))
    .sort((a, b) => (a.period < b.period ? 1 : -1));
}

/** A sheet whole. The address writes, so that the gate keeps who read it. */
export async function openSheet(ctx: Ctx, { id }: { readonly id: string }): Promise<PaySheet> {
  requireWhole(ctx, payReaders);
  const sheet = await findSheet(ctx.db, id);
  if (!sheet || !reads(ctx, sheet)) throw payProblem('sheet-unknown');
  const names = await accountNames(ctx);
  const sums = await sumsBySheet(ctx.db);
  const head = headOf(sheet, { ctx, names, sums });
  const budget = (await budgetsNow(ctx.db)).get(budgetKey(sheet.line, sheet.year));
  return sheetShown(head, await linesOf(ctx.db, [id]), {
    notices: sheet.notices as unknown as string[],
    budget: yearBudget(sheet, { budget, paidFen: head.paidFen }),
  });
}

/** The same as a workbook, with the same columns and the arithmetic on a second sheet. */
export async function sheetWorkbook(ctx: Ctx, { id }: { readonly id: string }): Promise<File> {
  const sheet = await openSheet(ctx, { id });
  return workbookFile(`考核工资表-${sheet.no}.xlsx`, sheetsOf(sheet, ctx.tenant.name));
}

/** What approved sheets pay a person, or the village whose account it is. */
export async function readOwn(ctx: Ctx) {
  const { person, grants } = ctx.actor;
  const units = grants.flatMap(({ role, unit }) => (role === 'village' && unit ? [unit] : []));
  const sheets = new Map<string, SheetRow>();
  for (const sheet of await allSheets(ctx.db)) {
    if (standing.some((state) => state === sheet.state)) sheets.set(sheet.id, sheet);
  }
  const lines = await linesOf(ctx.db, [...sheets.keys()]);
  const own = lines.filter(({ payee, payeeKind }) =>
    payeeKind === 'person' ? payee === person : units.includes(payee),
  );
  return {
    rows: own.reverse().flatMap((line) => {
      const sheet = sheets.get(line.sheetId);
      if (!sheet) return [];
      const { body, document_no: documentNo, approved_on: on } = sheet;
      return [
        {
          sheetNo: `${sheet.year}-${sheet.no}`,
          schemeName: sheet.scheme_name,
          approved: { body: body ?? '', documentNo: documentNo ?? '', on: on ?? '' },
          ...(sheet.paid_on === null ? {} : { paidOn: sheet.paid_on }),
          ...lineShown(line),
        },
      ];
    }),
  };
}
