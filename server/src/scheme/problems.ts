/** What may be refused about schemes, comments on them and the catalogue of facts. */

import { defineProblems, problemKind } from '../platform/index.ts';

export const schemeProblem = defineProblems('scheme', {
  'not-found': {
    status: 404,
    zh: () => '没有这一版考核办法，或者它还没有批准、您看不到。请从“考核办法”的列表进入。',
    en: () =>
      'There is no such version of a scheme, or it is not approved and not for you to read.',
  },
  'comment-not-found': {
    status: 404,
    zh: () => '没有这条意见。请刷新页面再看。',
    en: () => 'There is no such comment.',
  },
  'no-paper': {
    status: 404,
    zh: () => '这一版不是从文件导入的，没有原来的文件。',
    en: () => 'This version was not made from a document.',
  },
  'not-draft': problemKind<{ state: string }>({
    status: 409,
    zh: ({ state }) =>
      `这一版${stateWords[state] ?? state}，不能再改。需要修改的，请“起草下一版”，在新的草稿上改。`,
    en: ({ state }) => `This version is ${state} and changes no more. Draft the next one.`,
  }),
  'not-approved': {
    status: 409,
    zh: () => '这一版没有在施行，不用废止。草稿不要的，请“撤回”。',
    en: () => 'This version is not approved. A draft is withdrawn instead.',
  },
  fixed: {
    status: 409,
    constraint: 'scheme_version_fixed',
    zh: () => '批准过的办法不能改动。需要修改的，请“起草下一版”。',
    en: () => 'What was approved does not change. Draft the next version.',
  },
  'version-taken': {
    status: 409,
    constraint: 'scheme_version_approved_once',
    zh: () => '同一办法代号下已经批准过相同的版本号。请把草稿里的 version 改成没有用过的再批准。',
    en: () => 'A version with this number was approved before. Choose another number.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: () =>
      '您打开以后，这份草稿已经被改过，没有存上，您写的内容还在本页。请另开一个窗口看新的内容，把您的改动加进去再存。',
    en: () =>
      'The draft was changed since you opened it. Nothing was saved; your text is still here.',
  },
  'file-empty': {
    status: 422,
    zh: () => '这个文件是空的。请核对是不是选错了文件。',
    en: () => 'The file is empty.',
  },
  'not-utf8': {
    status: 422,
    zh: () => '这个文件不是 UTF-8 编码的文本。请用记事本或 WPS“另存为”，编码选 UTF-8，再上传。',
    en: () => 'The file is not UTF-8 text.',
  },
  'marked-secret': problemKind<{ mark: string; where: string }>({
    status: 422,
    zh: ({ mark, where }) =>
      `${where}有密级标志“${mark}”，没有接收，也没有留下副本。本系统不存国家秘密；确实不涉密的，请按规定处理标志后再上传。`,
    en: ({ mark }) => `The file is marked “${mark}”. It was not accepted and no copy was kept.`,
  }),
  'paper-refused': problemKind<{ sentence: string }>({
    status: 422,
    zh: ({ sentence }) => sentence,
    en: ({ sentence }) => `The document cannot be imported: ${sentence}`,
  }),
  'not-readable': problemKind<{ sentence: string }>({
    status: 422,
    zh: ({ sentence }) => `这份办法还读不出来：${sentence}`,
    en: ({ sentence }) => `The scheme cannot be read: ${sentence}`,
  }),
  'has-errors': problemKind<{ count: number; sentences: string[] }>({
    status: 422,
    zh: ({ count, sentences }) =>
      `办法里还有 ${count} 处错误，批准以后分数会算错，所以不能批准。先改正：${sentences.join('；')}`,
    en: ({ count }) => `The scheme has ${count} errors; points would be wrong. Correct them first.`,
  }),
  'effective-missing': {
    status: 422,
    zh: () =>
      '办法里没有写施行日期（effective），不能批准：哪一天的事按哪一版计分，要由它定。请写明自哪天起、到哪天止。',
    en: () => 'The scheme does not say from which day to which day it is in force.',
  },
  'year-taken': problemKind<{
    year: string;
    version: string;
    from: string;
    to: string;
    next: string;
  }>({
    status: 409,
    zh: ({ year, version, from, to, next }) =>
      `${year}年已经有 ${version} 版（${from}至${to}），一年只能有一版：年中换办法，会把这一年里已经封存的各期重新计价。新办法请从${next}起施行；${version} 版确有错误、而且还没有封存过任何一期的，可以先废止它。`,
    en: ({ year, version, next }) =>
      `${year} already has version ${version}: a change within a year would price sealed periods anew. Let the new one begin on ${next}.`,
  }),
  'kind-differs': problemKind<{ codes: string[] }>({
    status: 409,
    zh: ({ codes }) =>
      `办法里的事实类型 ${codes.join('、')} 与事实目录里的写法不一样。请以目录为准，从办法的 kinds 里删去；目录要改的，先改目录。`,
    en: ({ codes }) => `These kinds differ from the catalogue: ${codes.join(', ')}.`,
  }),
  'comment-days-past': problemKind<{ today: string }>({
    status: 422,
    zh: ({ today }) =>
      `征求意见的起止日期不对：止日不能早于起日，也不能早于今天（${today}）。请改后再存。`,
    en: ({ today }) => `The last day for comments is before the first or before today (${today}).`,
  }),
  'comments-closed': problemKind<{ from: string; to: string }>({
    status: 409,
    zh: ({ from, to }) =>
      from === ''
        ? '这份草稿还没有开始征求意见。请等考核办定好日期。'
        : `现在不在征求意见的日期内（${from}至${to}）。有意见的，请直接告诉考核办。`,
    en: ({ from, to }) =>
      from === '' ? 'Comments are not open yet.' : `Comments were open from ${from} to ${to}.`,
  }),
  'clause-unknown': problemKind<{ code: string }>({
    status: 422,
    zh: ({ code }) => `这份草稿里没有条款 ${code}。请核对编号；对整份办法的意见，不用填条款。`,
    en: ({ code }) => `The draft has no clause ${code}.`,
  }),
  'comments-missing': {
    status: 409,
    zh: () => '还没有征求过意见，不能批准。请先定征求意见的起止日期，请各办公室提意见。',
    en: () => 'Nobody was asked for comments yet.',
  },
  'comments-not-over': problemKind<{ to: string }>({
    status: 409,
    zh: ({ to }) => `征求意见到${to}为止，期满以后才能批准。`,
    en: ({ to }) => `Comments are open until ${to}; approve after that day.`,
  }),
  'comments-unanswered': problemKind<{ count: number }>({
    status: 409,
    zh: ({ count }) => `还有 ${count} 条意见没有答复，不能批准。请逐条写明采纳或者不采纳的理由。`,
    en: ({ count }) => `${count} comments are not answered yet.`,
  }),
  'decided-day': problemKind<{ after: string; today: string }>({
    status: 422,
    zh: ({ after, today }) =>
      `决定日期应当在征求意见期满（${after}）以后、今天（${today}）以前（含当天）。请对照会议纪要核对。`,
    en: ({ after, today }) => `The decision must be after ${after} and not after ${today}.`,
  }),
  sealed: problemKind<{ periods: string[] }>({
    status: 409,
    zh: ({ periods }) =>
      `按这一版已经封存了 ${periods.join('、')}，不能废止：封存的结果不重算。下一年的办法请“起草下一版”。`,
    en: ({ periods }) => `Periods were sealed by this version: ${periods.join(', ')}.`,
  }),
  'kind-not-found': problemKind<{ code: string }>({
    status: 404,
    zh: ({ code }) => `事实目录里没有“${code}”。请核对代码；改过代码的，用现在的代码。`,
    en: ({ code }) => `The catalogue of facts has no kind “${code}”.`,
  }),
  'kind-used': problemKind<{ code: string; facts: number; clauses: string[] }>({
    status: 409,
    zh: ({ code, facts, clauses }) =>
      `“${code}”正在使用，不能删除：${[
        facts === 0 ? '' : `已有 ${facts} 条事实`,
        clauses.length === 0 ? '' : `条款 ${clauses.slice(0, 5).join('、')} 听取它`,
      ]
        .filter((text) => text !== '')
        .join('，')}。不再用的，从新办法里去掉即可，目录里留着不碍事。`,
    en: ({ code }) => `“${code}” is used and cannot be removed.`,
  }),
  'kind-code-taken': problemKind<{ code: string; by: string }>({
    status: 409,
    zh: ({ code, by }) =>
      `代码“${code}”已经是“${by}”的代码或曾用代码，一个代码只指一种事实。请换一个。`,
    en: ({ code, by }) => `The code “${code}” already means “${by}”.`,
  }),
  'kind-form-fixed': problemKind<{ code: string; facts: number }>({
    status: 409,
    zh: ({ code, facts }) =>
      `“${code}”已有 ${facts} 条事实，形式（form）不能再改，否则以前的事实读不出来。请另建一种。`,
    en: ({ code }) => `Facts of kind “${code}” exist: its form is fixed.`,
  }),
  'kind-invalid': problemKind<{ sentences: string[] }>({
    status: 422,
    zh: ({ sentences }) => `这种事实写得不对：${sentences.join('；')}`,
    en: ({ sentences }) => `The kind is not valid: ${sentences.join('; ')}`,
  }),
});

const stateWords: Readonly<Record<string, string>> = {
  approved: '已经批准',
  ended: '已经废止',
  withdrawn: '已经撤回',
};
