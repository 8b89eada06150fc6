/** What may be refused about demands on villages, duty lists and known figures. */

import { defineProblems, problemKind } from '../platform/index.ts';

export const demandProblem = defineProblems('demands', {
  'gate-stopped': problemKind<{ sentences: string[]; id?: string }>({
    status: 409,
    zh: ({ sentences }) => `没有下发：${sentences.join('')}`,
    en: ({ sentences }) => `It was not sent; the burden gate says: ${sentences.join(' ')}`,
  }),
});
