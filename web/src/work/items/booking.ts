/** What is typed when something is booked, and what of it is sent. */

import { emptyPlan, type PlanDraft, planOf } from './deed-draft.ts';
import type { NewItemInput } from './replies.ts';

export interface Booking {
  form: 'oneLine' | 'supervised';
  title: string;
  plan: PlanDraft;
  kind: NewItemInput['source']['kind'];
  by: string;
  document: string;
  no: string;
  on: string;
  sentence: string;
  upperNo: string;
}

export const emptyBooking: Booking = {
  form: 'oneLine',
  title: '',
  plan: emptyPlan,
  kind: 'instruction',
  by: '',
  document: '',
  no: '',
  on: '',
  sentence: '',
  upperNo: '',
};

/** What is sent; undefined while something is missing, and then the button waits. */
export function bookInput(
  booking: Booking,
  until: NewItemInput['until'],
): Omit<NewItemInput, 'town'> | undefined {
  const { form, plan, kind, by, on } = booking;
  const [title, document, no, sentence, upperNo] = [
    booking.title,
    booking.document,
    booking.no,
    booking.sentence,
    booking.upperNo,
  ].map((text) => text.trim());
  if (!title) return undefined;
  if (form === 'oneLine') {
    if (plan.accountable === '' && plan.lead === '') return undefined;
    return { form, title, ...planOf(plan), source: { kind: 'telephone' } };
  }
  return {
    form,
    title,
    ...planOf(plan),
    source: {
      kind,
      ...(by && { by }),
      ...(document && { document }),
      ...(no && { no }),
      ...(on && { on }),
      ...(sentence && { sentence }),
    },
    ...(upperNo && { upperNo }),
    ...(until && { until }),
  };
}
