/** What an office asks of villages, as the gate and the burden meter see it. No storage, no clock. */

import type { IsoDate } from '../time/dates.ts';
import type { Calendar } from '../time/workdays.ts';

/** What is sent to villages: a supervised item, a form, an inspection, a meeting, a call. */
export type DemandKind = 'item' | 'form' | 'inspection' | 'meeting' | 'call';

/** A civil day and the clock of that day in the town, `17:05`. */
export interface CivilMoment {
  readonly on: IsoDate;
  readonly clock: string;
}

/** The answers to the three questions; absent is not answered. */
export interface DemandAnswers {
  /** Can the town look it up itself? */
  readonly canLookUp?: boolean | undefined;
  /** Was it asked within the last 30 days? */
  readonly askedLately?: boolean | undefined;
  /** Can it wait for the regular meeting? */
  readonly canWait?: boolean | undefined;
}

/** A demand on its way through the gate. */
export interface DemandDraft {
  readonly kind: DemandKind;
  readonly title: string;
  /** Code of the office that asks. */
  readonly office: string;
  /** Codes of the villages that are asked. */
  readonly units: readonly string[];
  readonly purpose: string;
  /** The document that it rests on. */
  readonly basis: string;
  /** Code of its entry in the duty lists. */
  readonly dutyEntry?: string | undefined;
  /** Names of the figures that the villages are to give. */
  readonly dataAsked: readonly string[];
  readonly sentAt: CivilMoment;
  readonly dueOn?: IsoDate | undefined;
  /** Clock of the due day; absent is the end of that day. */
  readonly dueClock?: string | undefined;
  readonly answers: DemandAnswers;
}

/** What villages do: their own duty, help they give, or what may not be put on them. */
export type DutyList = 'own' | 'assist' | 'barred';

/** An entry of the duty lists. */
export interface DutyEntry {
  readonly code: string;
  readonly title: string;
  readonly list: DutyList;
  /** Codes of the offices that may ask by it; empty is every office. */
  readonly offices: readonly string[];
  readonly from?: IsoDate | undefined;
  /** Its last day. */
  readonly to?: IsoDate | undefined;
}

/** A figure of a village that the town holds already. */
export interface KnownFigure {
  readonly unit: string;
  readonly name: string;
  /** As it was written, with its digits. */
  readonly value: string;
  readonly measure: string;
  readonly asOf: IsoDate;
  readonly source: string;
}

/** A demand that went out before, or is cleared to go. */
export interface EarlierDemand {
  readonly id: string;
  readonly title: string;
  /** How it is called in a sentence, where its title may not be told. */
  readonly spokenTitle?: string;
  readonly office: string;
  readonly units: readonly string[];
  readonly dutyEntry?: string | undefined;
  readonly dataAsked: readonly string[];
  readonly sentOn: IsoDate;
}

/** What a demand is held against. */
export interface DemandContext {
  readonly calendar: Calendar;
  readonly dutyEntries: readonly DutyEntry[];
  readonly known: readonly KnownFigure[];
  readonly earlier: readonly EarlierDemand[];
  /** How a unit is called in a sentence; its code where it is not known. */
  readonly nameOf: (unit: string) => string;
}

/** What the gate may find. */
export type DemandFindingCode =
  | 'noBasis'
  | 'noPurpose'
  | 'outsideDutyList'
  | 'knownAlready'
  | 'shortNotice'
  | 'duplicate'
  | 'duplicateOfOther'
  | 'questionUnanswered'
  | 'answerStops';

/** One thing that is wrong, or worth knowing, at a field of the demand. */
export interface DemandFinding {
  readonly code: DemandFindingCode;
  /** It stops the demand unless a leader gives a reason. */
  readonly stops: boolean;
  readonly field: 'basis' | 'purpose' | 'dutyEntry' | 'dataAsked' | 'dueOn' | 'title' | 'answers';
  readonly sentence: string;
  /** The earlier demand that is meant. */
  readonly demand?: string;
  /** Of short notice: the workdays that are left; -1 where the day is past. */
  readonly workdays?: number;
}
