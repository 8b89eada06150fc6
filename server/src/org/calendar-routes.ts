/** Binds the addresses of the calendar to its deeds; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Gate, Incoming, Policy } from '../platform/index.ts';
import { enterYear, listYears } from './calendar.ts';

export const calendarPolicy: Policy<typeof contract.calendar> = {
  years: 'member',
  enter: ['administrator'],
};

export function calendarRoutes(gate: Gate) {
  const os = implement(contract.calendar).$context<Incoming>().use(gate.town);
  return {
    years: os.years.handler(({ context }) => listYears(context)),
    enter: os.enter.handler(({ context, input }) => enterYear(context, input)),
  };
}
