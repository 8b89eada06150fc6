/** States, results, ways and steps of objections, each by its word. */

import type { client } from '../../api/index.ts';
import type { objectionWords } from '../../words/objections.ts';

type Page = Awaited<ReturnType<typeof client.objections.one>>;
type Row = Page['objection'];
type Words = (typeof objectionWords)['zh'];
type Table<Key extends string> = Readonly<Record<Key, string>>;

export function stateWords(w: Words): Table<Row['state']> {
  return {
    received: w.received,
    acknowledged: w.acknowledged,
    assigned: w.assigned,
    decided: w.decided,
    answered: w.answered,
    withdrawn: w.withdrawn,
  };
}

export function resultWords(w: Words): Table<NonNullable<Row['result']>> {
  return {
    kept: w.kept,
    reversed: w.reversed,
    replaced: w.replaced,
    inPart: w.inPart,
    notHeard: w.notHeard,
  };
}

export function wayWords(w: Words): Table<Row['way']> {
  return {
    account: w.account,
    link: w.link,
    paper: w.paper,
    telephone: w.telephone,
    visit: w.visit,
  };
}

/** How far a correction came. */
export function stepWords(w: Words): Table<Page['corrections'][number]['step']> {
  return {
    waiting: w.waiting,
    sentBack: w.sentBack,
    reviewed: w.reviewed,
    posted: w.posted,
    gone: w.gone,
  };
}

/** How an answer was handed over. */
export function handoverWords(w: Words): Table<NonNullable<Page['answer']>['how']> {
  return {
    inPerson: w.inPerson,
    refused: w.refused,
    telephone: w.byTelephone,
    posted: w.byPost,
    nobody: w.nobody,
  };
}

/** How far an objection is, and with what result. */
export function standsAt(w: Words, { isOverdue, result, state }: Row): string {
  return [isOverdue ? w.overdue : '', stateWords(w)[state], result ? resultWords(w)[result] : '']
    .filter(Boolean)
    .join(' ');
}

/** The last day for the answer, with the workdays that are left of what is on its way. */
export function until(
  { isOverdue, workdaysLeft }: Row,
  day: string,
  left: (days: number) => string,
): string {
  return workdaysLeft === undefined || isOverdue ? day : `${day}${left(workdaysLeft)}`;
}
