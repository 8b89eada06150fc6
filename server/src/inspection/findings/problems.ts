/** What may be refused about findings. */

import { defineProblems } from '../../platform/index.ts';

export const findingProblem = defineProblems('findings', {
  'finding-unknown': {
    status: 404,
    zh: () => '没有这个问题，或者它不归您看。请回到列表再看。',
    en: () => 'There is no such finding, or it is not yours to read.',
  },
  'not-yours': {
    status: 403,
    zh: () => '这个问题由检查的牵头单位办，不由您办。请告诉他们。',
    en: () => 'The office that inspects acts on this finding.',
  },
  'not-now': {
    status: 409,
    zh: () => '这个问题现在不能这样办：可能已经下发整改、复查过或撤销。请刷新再看。',
    en: () => 'The finding does not stand where this can be done.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: () => '这个问题刚被别人办过，没有保存。请刷新看过再办。',
    en: () => 'Somebody else acted on this finding meanwhile.',
  },
  'sheets-differ': {
    status: 422,
    zh: () => '一次只下发同一张现场表上的问题，没有下发。请按村分开办。',
    en: () => 'Findings are sent out one sheet at a time.',
  },
  'nothing-repeated': {
    status: 409,
    zh: () => '这个问题没有标为重复，或者已经更正过。请刷新再看。',
    en: () => 'The finding is not held to repeat another.',
  },
  'own-inspection': {
    status: 403,
    zh: () => '您参加了这次检查，不能复查、更正或撤销自己查出的问题。请换一个人来办。',
    en: () =>
      'Whoever inspected neither looks again, nor puts the finding right, nor takes it off.',
  },
  'own-work': {
    status: 403,
    zh: () => '您参与了这处整改，不能由您复查。请换一个人去看。',
    en: () => 'Whoever worked on it does not look at it again.',
  },
  'item-open': {
    status: 409,
    zh: () => '整改事项还没有办结，先办结再复查。',
    en: () => 'The item of this finding is not done yet.',
  },
  'photo-needed': {
    status: 422,
    zh: () => '复查要有照片，没有保存。请拍一张整改后的照片。',
    en: () => 'Looking again needs a photo.',
  },
  'note-needed': {
    status: 422,
    zh: () => '没有改到位的，请用一句话写明还差什么。',
    en: () => 'Say in a sentence what is still missing.',
  },
});
