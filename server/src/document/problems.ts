/** What may be refused about issued documents and their templates. */

import { defineProblems, problemKind } from '../platform/index.ts';

export const paperProblem = defineProblems('papers', {
  'document-unknown': {
    status: 404,
    zh: () => '没有这份公文，或者您不能读它。请回到列表再看。',
    en: () => 'There is no such document, or it is not yours to read.',
  },
  'document-void': problemKind<{ number: string }>({
    status: 409,
    zh: ({ number }) =>
      `${number} 已经作废，编号保留，没有再动。要用的请重新生成一份，会有新的编号。`,
    en: ({ number }) => `${number} is void; its number is kept. Make a new document.`,
  }),
  'not-yours': {
    status: 403,
    zh: () => '这份公文由生成它的人、考核办或者督查室登记和作废，没有改动。请找他们办。',
    en: () => 'Whoever made it, the assessment office or supervision does this.',
  },
  'official-number-taken': problemKind<{ officialNumber: string; number: string }>({
    status: 409,
    zh: ({ officialNumber, number }) =>
      `文号 ${officialNumber} 已经登记在 ${number} 上，没有再登记。一个文号只用于一份公文，请核对党政办的登记簿。`,
    en: ({ officialNumber, number }) => `${officialNumber} is registered for ${number} already.`,
  }),
  'template-large': problemKind<{ name: string }>({
    status: 413,
    zh: ({ name }) => `“${name}”超过 5 MB，没有收。公文模板一般不到 1 MB，请去掉大图片以后再传。`,
    en: ({ name }) => `“${name}” is larger than 5 MB.`,
  }),
  'template-not-docx': problemKind<{ name: string }>({
    status: 415,
    zh: ({ name }) =>
      `“${name}”不是 .docx，没有收。请在 Word 或 WPS 里“另存为”.docx 再传；带宏的 .docm 不收。`,
    en: ({ name }) => `“${name}” is no .docx; macros are not taken.`,
  }),
  'template-unreadable': problemKind<{ why: string }>({
    status: 422,
    zh: ({ why }) => why,
    en: ({ why }) => `The file cannot be read: ${why}`,
  }),
  'template-acts': problemKind<{ name: string; why: string }>({
    status: 422,
    zh: ({ name, why }) =>
      `“${name}”里有${why}，没有收。模板里只放文字、表格和图片；请在 Word 里删去以后“另存为”再传。`,
    en: ({ name, why }) => `“${name}” holds something that acts or fetches: ${why}.`,
  }),
  'template-wrong': problemKind<{ sentence: string; count: number }>({
    status: 422,
    zh: ({ sentence, count }) =>
      `模板有${count}处不对，没有收。第一处：${sentence}请先用“检查”看全部，改好再传。`,
    en: ({ count }) => `The template has ${count} errors; check it first.`,
  }),
  'template-unknown': {
    status: 404,
    zh: () => '没有这一版模板。请回到列表再选。',
    en: () => 'There is no such version of the template.',
  },
  'template-in-use': problemKind<{ version: string }>({
    status: 409,
    zh: ({ version }) => `现在用的就是${version}，没有改动。`,
    en: ({ version }) => `${version} is in use already.`,
  }),
  'batch-unknown': {
    status: 404,
    zh: () => '没有这一次打包，或者不是您要的，或者已经过了七天。请重新选择再打包。',
    en: () => 'There is no such batch of yours; they are kept for seven days.',
  },
  'batch-not-ready': problemKind<{ done: number; total: number }>({
    status: 409,
    zh: ({ done, total }) => `还在打包，已经放进 ${done}/${total} 份。请等完成以后再下载。`,
    en: ({ done, total }) => `Still packing: ${done} of ${total}.`,
  }),
});
