/** Words of the schemes: lists, a version with its tabs, its way from draft to approval. */

import { catalogue, counted, grouped } from './catalogue.ts';

export const schemeWords = catalogue(
  {
    title: '考核办法',
    what: '考核办法',
    label: '各版考核办法',
    stateNone: '还没有办法在施行。',
    stateInForce: (n: number) => `有 ${grouped(n)} 份办法在施行。`,
    stateDrafts: (n: number) => `有 ${grouped(n)} 份草稿。`,
    empty: '还没有考核办法。',
    emptyWhy:
      '把镇里的考核细则（Word、Excel）传上来，按固定句式读成草稿，读不准的标“待定”；也可以直接传写好的 scheme.yaml。',
    emptyRead: '考核办还没有批准过办法；批准以后，这里看得到正文和每一条的计分方式。',
    upload: '上传细则',
    uploadHint: '.docx、.xlsx 或 .yaml，不超过 15 MB',
    tooLarge: '这个文件超过 15 MB，没有上传。细则一般不到 1 MB，请核对是不是选错了文件。',
    kinds: '事实目录',
    name: '办法',
    version: '版本',
    documentNo: '文号',
    days: '施行日期',
    stage: '状态',
    decision: '决定文号',
    changedAt: '最后改动',
    stageDraft: '草稿',
    stageComments: '征求意见中',
    stageCommented: '意见期满，待批准',
    stageApproved: '已批准，待施行',
    stageInForce: '施行中',
    stageExpired: '已期满',
    stageEnded: '已废止',
    stageWithdrawn: '已撤回',
    backToList: '全部办法',

    tabs: '这一版的内容',
    tabOfficial: '正文',
    tabEdit: '编写',
    tabSource: '原文和检查',
    tabComments: '意见',
    tabCompare: '与另一版比较',

    sentenceDraft: '这是草稿，还不能计分。',
    sentenceComments: (to: string) => `正在征求意见，${to}截止。`,
    sentenceCommented: (open: number) =>
      open === 0
        ? '意见期已满，意见都已答复，可以按会议决定批准。'
        : `意见期已满，还有 ${grouped(open)} 条意见没有答复。`,
    sentenceApproved: (no: string, on: string, from: string) =>
      `${on}由${no}批准，${from}起施行，正文不再改动。`,
    sentenceInForce: (no: string, on: string, to: string) =>
      `施行中，至${to}。${on}由${no}批准，正文不再改动。`,
    sentenceExpired: (to: string) => `施行到${to}，已期满；当年的结果仍按它。`,
    sentenceEnded: (no: string, reason: string) => `由${no}废止：${reason}`,
    sentenceWithdrawn: '这份草稿已撤回，只供查看。',
    sentenceErrors: (errors: number, warnings: number) =>
      errors > 0
        ? `有 ${grouped(errors)} 处错误要改正，${grouped(warnings)} 处提醒。`
        : warnings > 0
          ? `没有错误，有 ${grouped(warnings)} 处提醒请人看一遍。`
          : '没有发现错误。',

    downloadSource: '下载原文',
    tryOnFacts: (period: string) => `用它试算${period}`,
    downloadDocument: '下载 Word 公文',
    downloadPaper: '下载上传的原件',
    openComments: '征求意见',
    approve: '批准',
    withdraw: '撤回',
    end: '废止',
    draftNext: '起草下一版',

    commentDays: '征求意见的起止日期',
    commentDaysBody:
      '存上以后，各办公室的清单里会出现这一件；到期以后才能批准。没有意见的办公室不用办。',
    commentsFrom: '从哪天起',
    commentsTo: '到哪天止',
    commentsSave: '定下日期',
    approveTitle: (name: string) => `批准《${name}》`,
    approveBody: (from: string, to: string) =>
      `批准以后，${from}至${to}的事实按这一版计分，正文不能再改，一年只有这一版。`,
    decisionNo: '决定文号',
    decisionNoHint: '会议纪要或印发通知的文号，如 青党发〔2026〕3号',
    decidedBy: '决定机构',
    decidedByHint: '如 青禾镇党委会',
    decidedOn: '决定日期',
    endTitle: (name: string) => `废止《${name}》`,
    endBody: '废止以后如同没有施行过。已经封存过一期的办法不能废止。',
    endReason: '理由',
    withdrawTitle: '撤回这份草稿',
    withdrawBody: '撤回以后不能再改、不能批准，内容和意见仍可查看。',
    draftNextTitle: '起草下一版',
    draftNextBody: '用这一版的正文另建一份草稿，改好版本号和施行日期再征求意见。这一版不受影响。',

    importTitle: (clauses: number, recognised: number) =>
      `从文件读出 ${grouped(clauses)} 条，其中 ${grouped(recognised)} 条认出了计分方式。`,
    importOpen: '还要写定的事',
    importRemarks: '请对照原件看的地方',
    importRemark: (place: string, sentence: string) =>
      place === '' ? sentence : `${place}：${sentence}`,
  },
  {
    title: 'Schemes',
    what: 'the scheme',
    label: 'Versions of schemes',
    stateNone: 'No scheme is in force.',
    stateInForce: (n) => `${counted(n, 'scheme is', 'schemes are')} in force.`,
    stateDrafts: (n) => `${counted(n, 'draft', 'drafts')} in work.`,
    empty: 'There is no scheme yet.',
    emptyWhy:
      'Upload the rules of the town (Word, Excel): they become a draft by fixed patterns, and what cannot be read for certain is marked as pending. A written scheme.yaml is taken as it is.',
    emptyRead:
      'The assessment office has approved no scheme. Once it has, its text and every rule stand here.',
    upload: 'Upload rules',
    uploadHint: '.docx, .xlsx or .yaml, at most 15 MB',
    tooLarge: 'The file has more than 15 MB and was not sent. Rules are rarely larger than 1 MB.',
    kinds: 'Catalogue of facts',
    name: 'Scheme',
    version: 'Version',
    documentNo: 'Document number',
    days: 'In force',
    stage: 'State',
    decision: 'Decision',
    changedAt: 'Last change',
    stageDraft: 'Draft',
    stageComments: 'Open for comments',
    stageCommented: 'Comments over, to be approved',
    stageApproved: 'Approved, not yet in force',
    stageInForce: 'In force',
    stageExpired: 'Expired',
    stageEnded: 'Ended',
    stageWithdrawn: 'Withdrawn',
    backToList: 'All schemes',

    tabs: 'Parts of this version',
    tabOfficial: 'Official text',
    tabEdit: 'Write',
    tabSource: 'Source and check',
    tabComments: 'Comments',
    tabCompare: 'Compare',

    sentenceDraft: 'This is a draft; nothing is assessed by it.',
    sentenceComments: (to) => `Open for comments until ${to}.`,
    sentenceCommented: (open) =>
      open === 0
        ? 'The days for comments are over and all are answered: it can be approved.'
        : `The days for comments are over; ${counted(open, 'comment waits', 'comments wait')} for an answer.`,
    sentenceApproved: (no, on, from) =>
      `Approved on ${on} by ${no}, in force from ${from}. The text does not change.`,
    sentenceInForce: (no, on, to) =>
      `In force until ${to}. Approved on ${on} by ${no}; the text does not change.`,
    sentenceExpired: (to) => `In force until ${to}; the results of that year rest on it.`,
    sentenceEnded: (no, reason) => `Ended by ${no}: ${reason}`,
    sentenceWithdrawn: 'This draft was withdrawn and can only be read.',
    sentenceErrors: (errors, warnings) =>
      errors > 0
        ? `${counted(errors, 'error', 'errors')} to correct, ${counted(warnings, 'warning', 'warnings')}.`
        : warnings > 0
          ? `No error; ${counted(warnings, 'warning', 'warnings')} to look at.`
          : 'No error was found.',

    downloadSource: 'Source file',
    tryOnFacts: (period) => `Try it on ${period}`,
    downloadDocument: 'Word document',
    downloadPaper: 'Uploaded document',
    openComments: 'Ask for comments',
    approve: 'Approve',
    withdraw: 'Withdraw',
    end: 'End',
    draftNext: 'Draft the next version',

    commentDays: 'Days for comments',
    commentDaysBody:
      'Every office finds this on its list. The scheme can be approved after the last day. An office without comments has nothing to do.',
    commentsFrom: 'First day',
    commentsTo: 'Last day',
    commentsSave: 'Set the days',
    approveTitle: (name) => `Approve “${name}”`,
    approveBody: (from, to) =>
      `Facts from ${from} to ${to} will be assessed by this version. Its text cannot be changed, and it is the only one of its year.`,
    decisionNo: 'Number of the decision',
    decisionNoHint: 'As on the minutes or the circular',
    decidedBy: 'Body that decided',
    decidedByHint: 'For example the town committee',
    decidedOn: 'Day of the decision',
    endTitle: (name) => `End “${name}”`,
    endBody:
      'It will be as if it had never been in force. A scheme with a sealed period cannot be ended.',
    endReason: 'Reason',
    withdrawTitle: 'Withdraw this draft',
    withdrawBody: 'It can no longer be changed or approved; text and comments stay readable.',
    draftNextTitle: 'Draft the next version',
    draftNextBody:
      'Makes a new draft with this text; change its number and days first. This version stays as it is.',

    importTitle: (clauses, recognised) =>
      `${counted(clauses, 'clause was', 'clauses were')} read from the file; the rule of ${grouped(recognised)} was understood.`,
    importOpen: 'Still to be decided',
    importRemarks: 'To be compared with the document',
    importRemark: (place, sentence) => (place === '' ? sentence : `${place}: ${sentence}`),
  },
);
