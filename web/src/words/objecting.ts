/** The few words about objections that stand on pages of facts and results. */

import { catalogue } from './catalogue.ts';

export const objectingWords = catalogue(
  { object: '对这条有异议', objectAll: '对整个结果有异议', objected: '有异议，正在核实' },
  {
    object: 'I object to this',
    objectAll: 'I object to the whole result',
    objected: 'Objected to, being looked into',
  },
);
