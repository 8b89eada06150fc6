/** What may be refused about the one list. */

import { defineProblems, problemKind } from '../platform/index.ts';

export const deskProblem = defineProblems('desk', {
  'village-unknown': problemKind<{ code: string }>({
    status: 404,
    zh: ({ code }) => `没有可以看的村“${code}”。只能看本村、包的村，请核对村的代码。`,
    en: ({ code }) => `There is no village “${code}” that you may read. Check the code.`,
  }),
});
