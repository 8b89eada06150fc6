/** The verbs of the deeds, by what the server calls them. */

import { useWords } from '../../words/catalogue.ts';
import { deedNames } from '../../words/item-deeds.ts';
import type { Deed } from './replies.ts';

export function useVerbs(): Readonly<Record<Deed, string>> {
  const w = useWords(deedNames);
  return {
    create: w.create,
    book: w.book,
    prepare: w.prepare,
    register: w.register,
    propose: w.propose,
    assign: w.assign,
    acknowledge: w.acknowledge,
    decline: w.decline,
    start: w.start,
    tell: w.tell,
    requestExtension: w.requestExtension,
    grantExtension: w.grantExtension,
    refuseExtension: w.refuseExtension,
    changeDue: w.changeDue,
    urge: w.urge,
    slip: w.slip,
    visit: w.visit,
    report: w.report,
    beginReview: w.beginReview,
    sendBack: w.sendBack,
    accept: w.accept,
    closeOut: w.closeOut,
    finish: w.finish,
    archive: w.archive,
    lookBack: w.lookBack,
    instruct: w.instruct,
    withdraw: w.withdraw,
    merge: w.merge,
    mergeIn: w.mergeIn,
    confirmOutcome: w.confirmOutcome,
  };
}
