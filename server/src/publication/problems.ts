/** What may be refused about publications. */

import { defineProblems, problemKind } from '../platform/index.ts';

const numbered = (sentences: readonly string[]) =>
  sentences.map((sentence, index) => `${index + 1}. ${sentence}`).join(' ');

export const publicationProblem = defineProblems('publication', {
  'not-published': {
    status: 404,
    zh: () => '这一期没有公示，或者不归您看。请从公示结果里选一期。',
    en: () => 'This period is not published, or it is not yours to read.',
  },
  'not-public': {
    status: 403,
    zh: () => '这份公示件只在机关内部看。要看的，请到考核办。',
    en: () => 'This paper is read in the office alone.',
  },
  'not-checked': problemKind<{ label: string }>({
    status: 409,
    zh: ({ label }) => `${label}还没有核对，没有公示。请考核办先把这一期转入核对。`,
    en: ({ label }) => `${label} is not being checked yet. Move it to checking first.`,
  }),
  'published-already': problemKind<{ label: string; edition: number }>({
    status: 409,
    zh: ({ label, edition }) =>
      `${label}第 ${edition} 版已经公示，没有再公示。封存以后要更正的，先按决定文号另出一版。`,
    en: ({ label, edition }) => `Edition ${edition} of ${label} is published already.`,
  }),
  'nothing-changed': problemKind<{ label: string; edition: number }>({
    status: 409,
    zh: ({ label, edition }) =>
      `${label}现在算出的与公示的第 ${edition} 版没有不同，没有另出一版。更正的事实入账以后再公示。`,
    en: ({ label, edition }) =>
      `${label} is what edition ${edition} says; there is nothing to correct.`,
  }),
  'cannot-override': problemKind<{ label: string; sentences: readonly string[] }>({
    status: 409,
    zh: ({ label, sentences }) =>
      `${label}还不能公示，下面的不能说明理由放过，没有公示：${numbered(sentences)}`,
    en: ({ label, sentences }) => `${label} cannot be published: ${sentences.join(' ')}`,
  }),
  'override-missing': problemKind<{ label: string; sentences: readonly string[] }>({
    status: 422,
    zh: ({ label, sentences }) =>
      `${label}还有没办好的事，每一件都要办好，或者写明为什么照样公示。没有公示：${numbered(sentences)}`,
    en: ({ label, sentences }) =>
      `${label}: each of these needs a reason of its own. ${sentences.join(' ')}`,
  }),
  'reason-missing': problemKind<{ edition: number }>({
    status: 422,
    zh: ({ edition }) => `第 ${edition} 版已经公示，另出一版要写明为什么更正。没有公示。`,
    en: ({ edition }) => `Edition ${edition} is published: say why there is another.`,
  }),
  'days-order': problemKind<{ sentence: string }>({
    status: 422,
    zh: ({ sentence }) => `${sentence}没有保存。请核对日期。`,
    en: () =>
      'These days cannot be: decided and reviewed before it is posted, posted today or later.',
  }),
  'calendar-missing': problemKind<{ year: number }>({
    status: 409,
    zh: ({ year }) =>
      `日历里没有 ${year} 年的放假安排，算不出提异议截止到哪一天，没有公示。请管理员先录入国务院的放假通知。`,
    en: ({ year }) => `The calendar has no holidays of ${year}; enter the notice first.`,
  }),
  'photo-unfit': problemKind<{ is: 'other' | 'private' }>({
    status: 422,
    zh: ({ is }) =>
      is === 'other'
        ? '张贴照片要是图片，这个文件不是，没有保存。请拍一张或者另选一张。'
        : '这张照片是按规定不公开的事由的佐证，不能给大家看，没有保存。请另拍一张公示栏的照片。',
    en: ({ is }) =>
      is === 'other'
        ? 'Evidence of posting is a picture; this file is none.'
        : 'This picture shows a private ground and is not shown here; take another.',
  }),
  'display-unknown': {
    status: 404,
    zh: () => '没有这条张榜记录，或者已经写过取下的日期。请刷新再看。',
    en: () => 'There is no such display, or it was taken down already.',
  },
  'internet-undecided': {
    status: 422,
    zh: () => '打开上网公示要写决定文号和日期，没有打开。请填上党委会的决定。',
    en: () => 'The internet page needs the number and day of a decision.',
  },
});
