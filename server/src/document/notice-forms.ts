/** Notices to one subject, handed over and signed for: of a result, and of what was decided on it. */

import { type DataOf, form, optional, rows, text } from './fields.ts';
import { pairs, signed, some } from './forms.ts';
import type { Table } from './model.ts';
import { receipt } from './receipt.ts';

const resultFields = {
  subject: text('告知对象', '东溪村'),
  scheme: text('考核办法', '《青禾镇村日常工作考核办法》'),
  period: text('考核期', '2026年第三季度'),
  score: text('得分', '96.50'),
  rank: optional('名次', '第2名'),
  grade: optional('等次', '优秀'),
  notes: optional('结果说明', '另有1项材料未到，得分按现有材料计。'),
  lines: rows('得分说明', { clause: '条款', points: '分值', reason: '依据' }, [
    { clause: '3.2', points: '−2.00', reason: '9月20日检查，村口小桥有垃圾堆放（编号1024）' },
    { clause: '5.1', points: '+1.00', reason: '9月26日县级通报表扬（编号1031）' },
  ]),
  objection: text('异议办法', '有异议的，请在2026年10月16日前向考核办口头或者书面提出。'),
  issuer: text('告知单位', '青禾镇考核办'),
  issuedOn: text('告知日期', '2026年10月9日'),
};

/** What moved points, a line a fact. */
function linesTable(lines: DataOf<typeof resultFields>['lines']): Table {
  return {
    kind: 'table',
    caption: '得分说明',
    columns: [
      { width: 12, align: 'center' },
      { width: 14, align: 'right' },
      { width: 74, align: 'left' },
    ],
    head: [Object.values(resultFields.lines.columns)],
    rows: lines.map(({ clause, points, reason }) => [clause, points, reason]),
    small: true,
  };
}

/** 结果告知书: the result of one subject, to be handed over and signed for. */
export const resultNotice = form({
  label: '结果告知书',
  fields: resultFields,
  title: ({ subject, period }) => [`${subject}${period}考核结果告知书`],
  document: (data: DataOf<typeof resultFields>) => ({
    title: ['考核结果告知书'],
    addressee: data.subject,
    body: [
      { kind: 'text', text: `根据${data.scheme}，你（单位）${data.period}的考核结果如下。` },
      pairs([
        [resultFields.score.label, data.score],
        ...(data.rank === '' ? [] : [[resultFields.rank.label, data.rank] as const]),
        ...(data.grade === '' ? [] : [[resultFields.grade.label, data.grade] as const]),
        ...(data.notes === '' ? [] : [[resultFields.notes.label, data.notes] as const]),
      ]),
      linesTable(data.lines),
      ...some(data.objection),
      { kind: 'text', text: '得分和名次不是处分，也不是人事处理。' },
    ],
    signature: signed(data.issuer, data.issuedOn),
    receipt,
  }),
});

const outcomeFields = {
  subject: text('被通知人', '东溪村'),
  decision: text('决定', '提醒谈话'),
  ground: text('事由', '2026年第三季度考核等次为不合格。'),
  basis: text('依据', '《青禾镇村日常工作考核办法》第十条'),
  body: text('决定机构', '青禾镇党委会'),
  documentNo: text('决定文号', '青党发〔2026〕12号'),
  decidedOn: text('决定日期', '2026年10月12日'),
  todo: text('怎么办', '请在接到通知后与组织办商定时间、地点。'),
  ways: text(
    '不同意见',
    '有不同意见的，可以向组织办或者分管领导口头、书面提出，也可以向县级主管部门反映；提出意见不影响得分。',
  ),
  contact: optional('联系人', '组织办 何组织'),
  issuer: text('发文单位', '青禾镇组织办'),
  issuedOn: text('发文日期', '2026年10月13日'),
};

type OutcomeData = DataOf<typeof outcomeFields>;

/** 青禾镇党委会2026年10月12日研究决定（青党发〔2026〕12号） */
function decided({ body, decidedOn, documentNo }: OutcomeData): string {
  return `${body}${decidedOn}研究决定（${documentNo}）`;
}

/** A notice of one decided outcome; `opening` says it to whom it concerns. */
function outcomeForm(label: string, opening: (data: OutcomeData) => string) {
  return form({
    label,
    fields: outcomeFields,
    title: ({ subject, decision }) => [`${subject}${decision}${label}`],
    document: (data: OutcomeData) => ({
      title: [label],
      addressee: data.subject,
      body: [
        { kind: 'text', text: opening(data) },
        pairs([
          [outcomeFields.decision.label, data.decision],
          [outcomeFields.ground.label, data.ground],
          [outcomeFields.basis.label, data.basis],
          [outcomeFields.ways.label, data.ways],
          ...(data.contact === '' ? [] : [[outcomeFields.contact.label, data.contact] as const]),
        ]),
        // The last words stand on the page of the signature.
        { kind: 'text', text: data.todo },
      ],
      signature: signed(data.issuer, data.issuedOn),
      receipt,
    }),
  });
}

/** 约谈通知书: a talk that was decided. */
export const talkNotice = outcomeForm(
  '约谈通知书',
  (data) => `经${decided(data)}，请你（单位）参加谈话。谈话听取你（单位）的说明，不是组织处理。`,
);

/** 表彰通知书: an honour that was decided. */
export const honourNotice = outcomeForm(
  '表彰通知书',
  (data) => `经${decided(data)}，对你（单位）予以表扬。`,
);

/** 扣发通知书: pay that was decided to be withheld. */
export const withholdNotice = outcomeForm(
  '扣发通知书',
  (data) =>
    `经${decided(data)}，按文件暂扣或扣减你（单位）与考核结果挂钩的浮动部分；基本报酬照发。`,
);

/** 决定通知书: any other outcome that was decided. */
export const outcomeNotice = outcomeForm(
  '决定通知书',
  (data) => `经${decided(data)}，对你（单位）作出下列决定。`,
);
