/** What may be refused on the decomposition bench. */

import { defineProblems, problemKind } from '../../platform/index.ts';

export const draftProblem = defineProblems('drafts', {
  'document-unknown': {
    status: 404,
    zh: () => '分解台上没有这份材料。请回到列表刷新再找。',
    en: () => 'There is no such document on the bench. Look for it in the list.',
  },
  'draft-unknown': {
    status: 404,
    zh: () => '这份材料里没有这条草稿。请刷新再看。',
    en: () => 'There is no such draft in this document.',
  },
  'text-marked': problemKind<{ mark: string; line: number }>({
    status: 422,
    zh: ({ mark, line }) =>
      `没有存上：第${line}行标有“${mark}”。本系统不是涉密系统，不得存放国家秘密和工作秘密；粘贴的内容没有留下。涉密的请按保密规定处理，并告诉保密员；确实不涉密、只是字样相同的，请改掉这处字样再来。`,
    en: ({ mark, line }) =>
      `Nothing was kept: line ${line} is marked “${mark}”. This system must not hold secrets. Follow the secrecy rules; if it is no secret, change the words.`,
  }),
  'text-too-long': problemKind<{ kilobytes: number }>({
    status: 413,
    zh: ({ kilobytes }) =>
      `没有存上：这份材料有${kilobytes}KB，一份最多100KB（约三万四千字）。请分成几份来存。`,
    en: ({ kilobytes }) => `The text has ${kilobytes} KB, at most 100 KB are taken. Part it.`,
  }),
  'text-blank': {
    status: 422,
    zh: () => '没有存上：粘贴的内容里没有一句话。请粘贴讲话、报告或纪要的正文。',
    en: () => 'There is no sentence in what was pasted.',
  },
  'draft-changed': {
    status: 409,
    zh: () => '您打开以后有人又办了这一条，没有办理，以免两头办。请刷新看过再办。',
    en: () => 'Somebody did something with this draft after you opened it. Read it again.',
  },
  'draft-state': problemKind<{ state: string; deed: string }>({
    status: 409,
    zh: ({ state, deed }) => `这一条现在是“${state}”，不能“${deed}”，没有办理。请刷新再看。`,
    en: () => 'The draft does not stand where this deed is possible.',
  }),
  'draft-words': problemKind<{ missing: string[] }>({
    status: 422,
    zh: ({ missing }) => `还缺${missing.join('、')}，没有办理。请补上。`,
    en: () => 'Something that this deed needs is missing.',
  }),
  'draft-incomplete': problemKind<{ missing: string[] }>({
    status: 422,
    zh: ({ missing }) =>
      `还缺${missing.join('、')}，没有立为事项。一件事项要有谁办、办什么、办多少或者什么时候办完，缺的要由人补上；补不上的，请转为“不形成任务”。`,
    en: () =>
      'An item needs who, what, and a number or a day, added by a person. Else put the draft aside.',
  }),
  'draft-place': {
    status: 422,
    zh: () => '选的文字不在这一句里，或者拆开后有一边是空的，没有办理。请重新选。',
    en: () => 'The place is not within the sentence, or one side of it would be empty.',
  },
  'draft-item-ended': problemKind<{ state: string }>({
    status: 409,
    zh: ({ state }) =>
      `那件事项${state}，并进去就没有人办了，没有并入。请另选一件在办的，或者立为新的事项。`,
    en: () => 'That item has ended; nobody would do the task. Choose one under way, or claim it.',
  }),
  'redaction-not-yours': {
    status: 403,
    zh: () => '删去句子由放上材料的人、督查室或者领导来办，没有删。请告诉他们。',
    en: () => 'A sentence is taken out by whoever put the document there, supervision or a leader.',
  },
  'sentence-redacted': problemKind<{ sentence: number }>({
    status: 409,
    zh: ({ sentence }) => `第${sentence}句不在这份材料里，或者已经删去了，没有再删。请刷新看看。`,
    en: ({ sentence }) => `Sentence ${sentence} is not there or was taken out already.`,
  }),
  'draft-item-unknown': {
    status: 404,
    zh: () => '没有这件事项，或者它不归您看，没有并入。请从列表里选。',
    en: () => 'There is no such item, or it is not yours to read; nothing was merged.',
  },
});
