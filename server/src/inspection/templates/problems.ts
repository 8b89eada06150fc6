/** What may be refused about check sheets. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const templateProblem = defineProblems('templates', {
  'template-unknown': {
    status: 404,
    zh: () => '没有这张检查表或这一版。请回到列表再看。',
    en: () => 'There is no such check sheet, or no such version.',
  },
  'not-yours': problemKind<{ office: string }>({
    status: 403,
    zh: ({ office }) => `这张检查表由${office}管，没有保存。请告诉他们，或由督查室来改。`,
    en: ({ office }) => `This check sheet is kept by ${office}; nothing was saved.`,
  }),
  'saved-meanwhile': {
    status: 409,
    zh: () => '这张检查表刚被别人改过，没有保存您的。请先看对方改了什么，再改一遍。',
    en: () => 'Somebody else saved this check sheet meanwhile; nothing of yours was saved.',
  },
  'no-draft': {
    status: 409,
    zh: () => '没有要启用的草稿：现在用的就是最新一版。',
    en: () => 'There is no draft to put into use.',
  },
  'lines-wrong': problemKind<{ sentences: readonly string[] }>({
    status: 422,
    zh: ({ sentences }) => `没有保存，请改这几处：${sentences.join('')}`,
    en: ({ sentences }) => `Nothing was saved: ${sentences.length} places are wrong.`,
  }),
});
