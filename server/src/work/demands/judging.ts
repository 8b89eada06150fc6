/** A demand held against what the town knows: calendar, duty lists, known figures, what was asked. */

import {
  type AskedFigure,
  addDays,
  afterwardsFindings,
  askedFigures,
  type CivilMoment,
  type DemandAnswers,
  type DemandContext,
  type DemandDraft,
  type DemandFinding,
  type DemandKind,
  demandFindings,
  duplicateDays,
  isoDate,
} from '@oneneedle/kernel';
import { calendarOf, knownFiguresOf } from '../../org/index.ts';
import { chinaClock, chinaDay, type Queries } from '../../platform/index.ts';
import { dutyEntriesOf } from './duty.ts';
import { behindItems, withheldTitle } from './secrets.ts';
import { type DemandRow, findDemands } from './store.ts';

/** A demand as it comes from a form. */
export interface DemandInput {
  readonly kind: DemandKind;
  /** The item that it sends. */
  readonly about?: string | undefined;
  readonly title: string;
  readonly office: string;
  readonly units: readonly string[];
  readonly purpose: string;
  readonly basis: string;
  readonly dutyEntry?: string | undefined;
  readonly dataAsked: readonly string[];
  readonly dueOn?: string | undefined;
  readonly dueClock?: string | undefined;
  readonly answers: DemandAnswers;
}

/** What the gate says: what it found, and every figure asked with what is known of it. */
export interface Judged {
  readonly findings: DemandFinding[];
  readonly figures: AskedFigure[];
}

interface Judging {
  readonly db: Queries;
  readonly nameOf: (code: string) => string;
  /** The instant at which it is sent. */
  readonly sentAt: string;
  /** What is booked afterwards is stopped by nothing. */
  readonly isAfterwards?: boolean;
  /** The demand itself, where it is kept already: what was asked after it was judged against it. */
  readonly self?: { readonly id: string; readonly askedAt: string };
}

/** Judges a demand as if it left at an instant. Only reads. */
export async function judgeDemand(input: DemandInput, judging: Judging): Promise<Judged> {
  const draft = draftOf(input, momentOf(judging.sentAt));
  const known = draft.dataAsked.length === 0 ? [] : await knownFiguresOf(judging.db, draft.units);
  const context: DemandContext = {
    calendar: await calendarOf(judging.db),
    dutyEntries: await dutyEntriesOf(judging.db),
    known,
    earlier: await earlierThan(draft, judging, input.about),
    nameOf: judging.nameOf,
  };
  const findings = (judging.isAfterwards ? afterwardsFindings : demandFindings)(draft, context);
  return { findings, figures: askedFigures({ ...draft, on: draft.sentAt.on }, known) };
}

/** The civil moment of an instant in China. */
export function momentOf(instant: string): CivilMoment {
  return { on: chinaDay(instant), clock: chinaClock(instant) };
}

/** A kept demand as it came from the form. */
export function inputOf(row: DemandRow): DemandInput {
  return {
    kind: row.kind as DemandKind,
    ...(row.about === null ? {} : { about: row.about }),
    title: row.title,
    office: row.office,
    units: row.units,
    purpose: row.purpose,
    basis: row.basis,
    dataAsked: row.data_asked,
    answers: row.answers as DemandAnswers,
    ...(row.duty_entry === null ? {} : { dutyEntry: row.duty_entry }),
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    ...(row.due_clock === null ? {} : { dueClock: row.due_clock }),
  };
}

function draftOf({ dueOn, about: _, ...input }: DemandInput, sentAt: CivilMoment): DemandDraft {
  return { ...input, sentAt, ...(dueOn === undefined ? {} : { dueOn: isoDate(dueOn) }) };
}

/** What left, or is cleared to leave, to the same villages within the days of a duplicate. */
async function earlierThan(draft: DemandDraft, judging: Judging, about?: string) {
  const { db, sentAt, self, isAfterwards = false } = judging;
  const first = addDays(draft.sentAt.on, -(duplicateDays + 1));
  const rows = await findDemands(db, {
    states: ['sent', 'cleared'],
    units: draft.units,
    since: `${first}T00:00:00.000Z`,
  });
  const items = await behindItems(db, [...rows, { about: about ?? null }]);
  const isOfInspection = (id?: string | null) =>
    (items.get(id ?? '')?.source as { kind?: string } | undefined)?.kind === 'inspection';
  const recurring = items.get(about ?? '')?.recurring_id ?? undefined;
  return (
    rows
      .filter((row) => about === undefined || row.about !== about)
      // Work that comes back is no demand made twice: its periods are one task.
      .filter((row) => !recurring || items.get(row.about ?? '')?.recurring_id !== recurring)
      // What one inspection found is never what another found, however alike it is called.
      .filter((row) => !isOfInspection(about) || !isOfInspection(row.about))
      .filter((row) => !isAfterwards || (row.sent_at ?? row.asked_at) <= sentAt)
      .filter((row) => !self || (row.id !== self.id && row.asked_at <= self.askedAt))
      .map((row) => ({
        id: row.id,
        title: row.title,
        office: row.office,
        units: row.units,
        dataAsked: row.data_asked,
        sentOn: chinaDay(row.sent_at ?? row.asked_at),
        ...(row.duty_entry === null ? {} : { dutyEntry: row.duty_entry }),
        ...(items.get(row.about ?? '')?.is_withheld ? { spokenTitle: withheldTitle } : {}),
      }))
  );
}
