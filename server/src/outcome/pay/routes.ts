/** Binds the addresses of pay; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { AssessmentNeeds } from '../../assessment/index.ts';
import type { Gate, Incoming } from '../../platform/index.ts';
import {
  approveSheet,
  checkSheet,
  confirmPaid,
  handSheet,
  makeSheet,
  withdrawSheet,
} from './actions.ts';
import { addBudget } from './budgets.ts';
import { listHeld, releaseHeld } from './held.ts';
import { listSheets, openSheet, readOwn, sheetWorkbook } from './reading.ts';

export function payRoutes(gate: Gate, needs: AssessmentNeeds) {
  const os = implement(contract.pay).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context }) => listSheets(context)),
    addBudget: os.addBudget.handler(({ context, input }) => addBudget(context, input)),
    make: os.make.handler(({ context, input }) => makeSheet(needs, context, input)),
    open: os.open.handler(({ context, input }) => openSheet(context, input)),
    workbook: os.workbook.handler(({ context, input }) => sheetWorkbook(context, input)),
    check: os.check.handler(({ context, input }) => checkSheet(needs, context, input)),
    approve: os.approve.handler(({ context, input }) => approveSheet(needs, context, input)),
    hand: os.hand.handler(({ context, input }) => handSheet(context, input)),
    confirm: os.confirm.handler(({ context, input }) => confirmPaid(context, input)),
    withdraw: os.withdraw.handler(({ context, input }) => withdrawSheet(context, input)),
    held: os.held.handler(({ context }) => listHeld(context)),
    release: os.release.handler(({ context, input }) => releaseHeld(context, input)),
    own: os.own.handler(({ context }) => readOwn(context)),
  };
}
