/** What may be refused about circulars and the order of handling. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const circularProblem = defineProblems('circulars', {
  'circular-unknown': problemKind<{ month: string }>({
    status: 404,
    zh: ({ month }) => `${month}没有印发过通报。请回到列表再看。`,
    en: ({ month }) => `No circular of ${month} was issued.`,
  }),
  'month-running': problemKind<{ month: string }>({
    status: 409,
    zh: ({ month }) => `${month}还没有过完，没有印发：一个月最多一期，月底以后再发。`,
    en: ({ month }) => `${month} is not over: there is at most one circular a month.`,
  }),
  'month-coming': problemKind<{ month: string }>({
    status: 422,
    zh: ({ month }) => `${month}还没有到，没有可排的事项。请选已经开始的月份。`,
    en: ({ month }) => `${month} has not begun.`,
  }),
  'circular-issued': problemKind<{ month: string }>({
    status: 409,
    zh: ({ month }) => `${month}的通报已经印发，一个月最多一期，没有再发，原来的也不会变。`,
    en: ({ month }) => `The circular of ${month} is issued; there is at most one a month.`,
  }),
});
