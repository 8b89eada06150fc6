/** What is being typed on the form of a demand, and the input that it makes. */

import type { DraftInput, Finding, Options } from './replies.ts';

export interface DemandDraft {
  kind: 'item' | 'form' | 'inspection' | 'meeting';
  title: string;
  office: string;
  units: readonly string[];
  purpose: string;
  basis: string;
  dutyEntry: string;
  dataAsked: readonly string[];
  channel: 'system' | 'paper';
  dueOn: string;
  dueClock: string;
  answers: { canLookUp?: boolean; askedLately?: boolean; canWait?: boolean };
}

/** An empty form, or what the item says already. */
export function startOf({ offices, item }: Options): DemandDraft {
  const only = offices.length === 1 ? (offices[0]?.code ?? '') : '';
  return {
    kind: item ? 'item' : 'form',
    title: item?.title ?? '',
    office: item?.office?.code ?? only,
    units: item?.units ?? [],
    purpose: '',
    basis: item?.basis ?? '',
    dutyEntry: '',
    dataAsked: [],
    channel: 'system',
    dueOn: item?.dueOn ?? '',
    dueClock: '',
    answers: {},
  };
}

/** The draft as the server takes it; what is empty is left out. */
export function inputOf(draft: DemandDraft, town: string, item?: string): DraftInput {
  const { dutyEntry, dueOn, dueClock, units, dataAsked, ...rest } = draft;
  return {
    town,
    ...rest,
    units: [...units],
    dataAsked: [...dataAsked],
    ...(item === undefined ? {} : { about: item }),
    ...(dutyEntry === '' ? {} : { dutyEntry }),
    ...(dueOn === '' ? {} : { dueOn }),
    ...(dueOn === '' || dueClock === '' ? {} : { dueClock }),
  };
}

/** Whether enough is said for the gate to look at it. */
export function isJudged({ office, units, title }: DemandDraft): boolean {
  return office !== '' && units.length > 0 && title.trim() !== '';
}

/** The findings of one field, in the order of the gate. */
export function findingsAt(findings: readonly Finding[], field: Finding['field']): Finding[] {
  return findings.filter((finding) => finding.field === field);
}
