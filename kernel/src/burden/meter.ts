/** The burden meter: what each office asked of each village in a month, against the issuing office. */

import type { IsoDate } from '../time/dates.ts';
import { periodOf } from '../time/periods.ts';
import type { DemandFindingCode } from './demand.ts';

/** A demand that left, as the meter counts it. */
export interface BurdenDemand {
  readonly id: string;
  readonly office: string;
  readonly units: readonly string[];
  readonly sentOn: IsoDate;
  /** What the gate found when it left. */
  readonly findings: readonly DemandFindingCode[];
  /** A leader let it through. */
  readonly isOverridden: boolean;
  /** It went out by telephone, chat or word of mouth and was booked afterwards. */
  readonly isAfterwards: boolean;
}

/** How many demands, and how many of them are what. */
export interface BurdenCounts {
  readonly demands: number;
  readonly duplicates: number;
  readonly shortNotices: number;
  readonly outsideList: number;
  readonly overrides: number;
  readonly afterwards: number;
}

/** One month; a demand to five villages is one of its office and one of each village. */
export interface BurdenMeter {
  readonly month: string;
  readonly total: BurdenCounts & { readonly times: number };
  /** Who asked the most stands first. `times` counts every village of every demand. */
  readonly offices: readonly (BurdenCounts & { readonly office: string; readonly times: number })[];
  /** Who was asked the most stands first. */
  readonly villages: readonly (BurdenCounts & {
    readonly unit: string;
    readonly offices: readonly (BurdenCounts & { readonly office: string })[];
  })[];
}

/** What a demand counts as beside being one. */
export type BurdenKind = Exclude<keyof BurdenCounts, 'demands'>;

/** Whether the meter counts a demand as this. */
export function countsAs(demand: BurdenDemand, kind: BurdenKind): boolean {
  const { findings, isOverridden, isAfterwards } = demand;
  const found = (...codes: DemandFindingCode[]) => findings.some((code) => codes.includes(code));
  switch (kind) {
    case 'duplicates':
      return found('duplicate', 'duplicateOfOther');
    case 'shortNotices':
      return found('shortNotice');
    case 'outsideList':
      return found('outsideDutyList');
    case 'overrides':
      return isOverridden;
    case 'afterwards':
      return isAfterwards;
  }
}

/** Counts the demands of a month (`2026-03`) by issuing office and by village. */
export function burdenMeter(demands: readonly BurdenDemand[], month: string): BurdenMeter {
  const own = demands.filter(({ sentOn }) => periodOf(sentOn, 'month') === month);
  const timesOf = (some: readonly BurdenDemand[]) =>
    some.reduce((sum, { units }) => sum + new Set(units).size, 0);
  const byOffice = grouped(own, ({ office }) => [office]);
  const byVillage = grouped(own, ({ units }) => units);
  return {
    month,
    total: { ...countsOf(own), times: timesOf(own) },
    offices: byOffice.map(([office, some]) => ({
      office,
      times: timesOf(some),
      ...countsOf(some),
    })),
    villages: byVillage.map(([unit, some]) => ({
      unit,
      ...countsOf(some),
      offices: grouped(some, ({ office }) => [office]).map(([office, few]) => ({
        office,
        ...countsOf(few),
      })),
    })),
  };
}

function countsOf(demands: readonly BurdenDemand[]): BurdenCounts {
  const count = (kind: BurdenKind) => demands.filter((demand) => countsAs(demand, kind)).length;
  return {
    demands: demands.length,
    duplicates: count('duplicates'),
    shortNotices: count('shortNotices'),
    outsideList: count('outsideList'),
    overrides: count('overrides'),
    afterwards: count('afterwards'),
  };
}

/** Groups by every key that a demand has; the largest group first, equal ones by their key. */
function grouped(
  demands: readonly BurdenDemand[],
  keysOf: (demand: BurdenDemand) => readonly string[],
): [string, BurdenDemand[]][] {
  const groups = new Map<string, BurdenDemand[]>();
  for (const demand of demands) {
    for (const key of new Set(keysOf(demand))) {
      groups.set(key, [...(groups.get(key) ?? []), demand]);
    }
  }
  return [...groups].sort(([a, some], [b, others]) =>
    some.length === others.length ? (a < b ? -1 : 1) : others.length - some.length,
  );
}
