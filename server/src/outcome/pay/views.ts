/** A sheet as its readers see it: a row a payee, a column a line of pay, three sums that agree. */

import type { contract } from '@oneneedle/contract';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Ctx, Role } from '../../platform/index.ts';
import { type BudgetNow, labelOf } from './budgets.ts';
import { payApprovers, payCheckers, payers, payMakers } from './policy.ts';
import { isWhole } from './reach.ts';
import type { KeptLine, SheetRow, SheetState } from './store.ts';

type Replies = InferContractRouterOutputs<typeof contract>['pay'];
export type PaySheet = Replies['open'];
type Head = Replies['list']['sheets'][number];
type Row = PaySheet['rows'][number];
type Line = Row['lines'][number];

interface Showing {
  readonly ctx: Pick<Ctx, 'actor' | 'account'>;
  readonly names: ReadonlyMap<string, string>;
  readonly sums: ReadonlyMap<string, { paidFen: number; heldFen: number; payees: number }>;
}

/** What a list says of a sheet. */
export function headOf(sheet: SheetRow, { ctx, names, sums }: Showing): Head {
  const nameOf = (account: string | null) => names.get(account ?? '') ?? '';
  const sum = sums.get(sheet.id) ?? { paidFen: 0, heldFen: 0, payees: 0 };
  const { checked_at: checkedAt, approved_on: approvedOn, over_reason: reason } = sheet;
  return {
    id: sheet.id,
    no: `${sheet.year}-${sheet.no}`,
    line: sheet.line,
    schemeName: sheet.scheme_name,
    period: sheet.period,
    label: labelOf(sheet.period),
    edition: sheet.edition,
    authority: sheet.authority,
    state: sheet.state as SheetState,
    ...sum,
    made: { by: nameOf(sheet.made_by), at: sheet.made_at },
    ...(checkedAt === null ? {} : { checked: { by: nameOf(sheet.checked_by), at: checkedAt } }),
    ...(approvedOn === null
      ? {}
      : {
          approved: {
            body: sheet.body ?? '',
            documentNo: sheet.document_no ?? '',
            on: approvedOn,
            by: nameOf(sheet.approved_by),
          },
        }),
    ...(reason === null ? {} : { over: { reason, documentNo: sheet.over_document ?? '' } }),
    ...(sheet.handed_on === null ? {} : { handedOn: sheet.handed_on }),
    ...(sheet.paid_on === null ? {} : { paidOn: sheet.paid_on }),
    ...(sheet.withdrawn_reason === null ? {} : { withdrawn: sheet.withdrawn_reason }),
    deeds: deedsOf(sheet, ctx),
  };
}

const course: readonly [Head['deeds'][number], readonly SheetState[], readonly Role[]][] = [
  ['check', ['draft'], payCheckers],
  ['approve', ['checked'], payApprovers],
  ['hand', ['approved'], payMakers],
  ['confirm', ['handed'], payers],
  ['withdraw', ['draft', 'checked'], payMakers],
];

function deedsOf({ state }: SheetRow, ctx: Showing['ctx']): Head['deeds'] {
  return course
    .filter(([, from, roles]) => from.some((one) => one === state) && isWhole(ctx, roles))
    .map(([deed]) => deed);
}

/** The year's money with this sheet: as it was when it was approved, or as it would be. */
export function yearBudget(
  sheet: SheetRow,
  { budget, paidFen }: { budget: BudgetNow | undefined; paidFen: number },
): PaySheet['budget'] {
  const totalFen = sheet.budget_fen ?? budget?.totalFen;
  if (totalFen === undefined) return undefined;
  const usedFen = sheet.used_fen ?? budget?.usedFen ?? 0;
  const leftFen = totalFen - usedFen - paidFen;
  return { year: sheet.year, totalFen, usedFen, leftFen, isOver: leftFen < 0 };
}

/** The table: columns in the order in which the lines come, differences and releases last. */
export function sheetShown(
  head: Head,
  lines: readonly KeptLine[],
  { notices, budget }: Pick<PaySheet, 'notices' | 'budget'>,
): PaySheet {
  const shown = lines.map(lineShown);
  const first = lines.filter(({ kind }) => kind === 'period');
  const names = new Map(first.map(({ code, name }) => [`line:${code}`, name]));
  const more = (['difference', 'release'] as const).filter((kind) =>
    lines.some((line) => line.kind === kind),
  );
  const columns = [
    ...[...names].map(([key, name]) => ({ key, name })),
    ...more.map((key) => ({ key, name: otherColumns[key] })),
  ];
  const rows = rowsOf(lines, shown);
  const perColumn = columns.map(({ key }) =>
    total(shown.filter(({ column }) => column === key).map(({ paidFen }) => paidFen)),
  );
  return {
    ...head,
    columns,
    rows,
    sums: {
      linesFen: total(shown.map(({ paidFen }) => paidFen)),
      columnsFen: total(perColumn),
      payeesFen: total(rows.map(({ paidFen }) => paidFen)),
    },
    ...(budget === undefined ? {} : { budget }),
    notices,
  };
}

const otherColumns = { difference: '以前各期补差', release: '放行缓发' } as const;

/** A payee with the score of one unit is a row. */
function rowsOf(lines: readonly KeptLine[], shown: readonly Line[]): Row[] {
  const groups = Map.groupBy(
    lines.map((line, index) => ({ line, shown: shown[index] })),
    ({ line: { subject, payee } }) => JSON.stringify([subject, payee]),
  );
  return [...groups.values()].map((own) => {
    const told = own.flatMap((one) => one.shown ?? []);
    const {
      payee = '',
      subject = '',
      subjectName = '',
      payeeName = '',
      payeeKind,
    } = own.at(-1)?.line ?? {};
    const unit = payeeKind === 'unit' ? payeeName : subjectName;
    return {
      payee,
      subject,
      unit,
      name: payeeName,
      roles: own.map(({ line }) => line.roles).find((roles) => roles !== '') ?? '',
      paidFen: total(told.map(({ paidFen }) => paidFen)),
      heldFen: total(told.map(({ heldFen }) => heldFen)),
      lines: told,
    };
  });
}

/** One amount with everything that it opens. */
export function lineShown(line: KeptLine): Line {
  return {
    seq: line.seq,
    kind: line.kind,
    column: line.kind === 'period' ? `line:${line.code}` : line.kind,
    code: line.code,
    name: line.name,
    period: line.period,
    label: labelOf(line.period),
    edition: line.edition,
    documentNo: line.documentNo,
    paidBy: line.paidBy,
    state: line.state,
    ...(line.amountFen === undefined ? {} : { amountFen: line.amountFen }),
    ...(line.oldFen === undefined ? {} : { oldFen: line.oldFen }),
    paidFen: line.paidFen,
    heldFen: line.heldFen,
    sentence: line.sentence,
    why: line.why,
    subject: line.subject,
    facts: [...line.facts],
  };
}

function total(fens: readonly number[]): number {
  return fens.reduce((sum, fen) => sum + fen, 0);
}
