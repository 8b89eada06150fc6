/** Binds the addresses of goals; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming } from '../../platform/index.ts';
import { changeGoal, closeGoal, makeGoal, moveGoalDate, withdrawGoal } from './actions.ts';
import { exportGoals, importGoals, markGoals, previewGoals } from './import.ts';
import { makeItemOfGoal } from './items.ts';
import { withGoalLines } from './lines.ts';
import { goalOptions } from './options.ts';
import { addReadings } from './reading-actions.ts';
import { copyGoals, expandGoal } from './spread.ts';
import { listGoals, readGoal } from './views.ts';

export function goalsRoutes(gate: Gate) {
  const os = implement(contract.goals).$context<Incoming>().use(gate.town);
  return {
    list: os.list.handler(({ context, input }) => listGoals(context, input)),
    options: os.options.handler(({ context, input }) => goalOptions(context, input)),
    goal: os.goal.handler(({ context, input }) => readGoal(context, input)),
    make: os.make.handler(({ context, input }) => withGoalLines(context, makeGoal(context, input))),
    change: os.change.handler(({ context, input }) =>
      withGoalLines(context, changeGoal(context, input)),
    ),
    moveDate: os.moveDate.handler(({ context, input }) =>
      withGoalLines(context, moveGoalDate(context, input)),
    ),
    addReadings: os.addReadings.handler(({ context, input }) =>
      withGoalLines(context, addReadings(context, input)),
    ),
    close: os.close.handler(({ context, input }) =>
      withGoalLines(context, closeGoal(context, input)),
    ),
    withdraw: os.withdraw.handler(({ context, input }) =>
      withGoalLines(context, withdrawGoal(context, input)),
    ),
    expand: os.expand.handler(({ context, input }) =>
      withGoalLines(context, expandGoal(context, input)),
    ),
    makeItem: os.makeItem.handler(({ context, input }) => makeItemOfGoal(context, input)),
    copyYear: os.copyYear.handler(({ context, input }) =>
      withGoalLines(context, copyGoals(context, input)),
    ),
    exportGoals: os.exportGoals.handler(({ context, input }) => exportGoals(context, input)),
    previewImport: os.previewImport.handler(({ context, input }) => previewGoals(context, input)),
    markImport: os.markImport.handler(({ context, input }) => markGoals(context, input)),
    importGoals: os.importGoals.handler(({ context, input }) =>
      withGoalLines(context, importGoals(context, input)),
    ),
  };
}
