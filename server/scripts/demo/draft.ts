/** What the offices write down, before it has its number: one draft becomes one line of `facts.yaml`. */

import type { IsoDate } from '@oneneedle/kernel';
import { lastRecorded, plusWorkdays } from './days.ts';
import { offices } from './people.ts';

/** A picture that goes with a fact, drawn by the program: a photo of a place, or a scanned paper. */
export interface Picture {
  readonly sort: 'photo' | 'document';
  readonly caption: string;
  /** Where it was taken, or whose paper it is. */
  readonly place: string;
}

export interface Draft {
  /** The name of a draft that is told of: a later one may take it back, and its picture is wanted. */
  readonly key?: string;
  /** The day it was entered; the order of the file. */
  readonly recordedOn: IsoDate;
  readonly kind: string;
  readonly form?: string;
  readonly about?: string;
  readonly on?: IsoDate;
  readonly period?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly matter?: string;
  readonly doc?: Readonly<Record<string, string>>;
  readonly chosen?: Readonly<Record<string, unknown>>;
  /** The key of the draft that this one takes back. */
  readonly reverses?: string;
  readonly countsIn?: Readonly<Record<string, string>>;
  readonly evidence?: readonly string[];
  readonly by: string;
  readonly reviewedBy: string;
  readonly note?: string;
  /** Shown if there is room among the pictures of the demonstration. */
  readonly picture?: Picture;
}

/** What an office says; who writes and reviews it, and when, follows from the day. */
export type Said = Omit<Draft, 'recordedOn' | 'by' | 'reviewedBy'> &
  Partial<Pick<Draft, 'recordedOn' | 'reviewedBy'>> & { readonly office: string };

export const line = 'qinghe-village-daily';

/** The draft of an office: entered on the working day after it happened, by its recorder. */
export function drafted({ office, ...said }: Said): Draft {
  const { on } = said;
  const entered = said.recordedOn ?? (on === undefined ? undefined : plusWorkdays(on, 1));
  if (entered === undefined) throw new Error(`${said.kind} of ${office} has no day`);
  const recordedOn =
    entered > lastRecorded && (on ?? entered) <= lastRecorded ? lastRecorded : entered;
  return {
    ...said,
    recordedOn,
    by: `${office} ${recorderOf(office, recordedOn)}`,
    reviewedBy: said.reviewedBy ?? `考核办 ${reviewerOn(recordedOn)}`,
  };
}

/** The first of an office records; in the second half of July and around the holidays the second. */
function recorderOf(office: string, day: IsoDate): string {
  const staff = offices[office] ?? [];
  const isAway = /-(?:07-(?:1[6-9]|2\d)|02-1[0-4]|10-0[89])$/.test(day);
  const name = (isAway ? staff[1] : staff[0])?.name;
  if (name === undefined) throw new Error(`nobody records for ${office}`);
  return name;
}

/** The reviewer of the assessment office, and in August her substitute. */
function reviewerOn(day: IsoDate): string {
  return day.slice(5, 7) === '08' ? '姚葵' : '孙若';
}
