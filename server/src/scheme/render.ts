/**
 * The official text of a scheme: what it is, whom it assesses and how, what follows and by which
 * procedure; then every clause in a table, and the answer to every question that it leaves open.
 */

import {
  type Convention,
  conventions,
  type FactKind,
  isIsoDate,
  type Scheme,
} from '@oneneedle/kernel';
import {
  type Appendix,
  type Block,
  type OfficialDocument,
  officialDate,
  officialDocx,
} from '../document/index.ts';
import { part } from './render-parts.ts';
import { type Names, namesOf } from './render-questions.ts';
import { outcomeParts, payParts, resultParts, vetoParts } from './render-results.ts';
import {
  coefficientText,
  fullText,
  groupColumns,
  indicatorNotes,
  indicatorTable,
  nodeRemarks,
} from './render-table.ts';
import {
  appliesText,
  capText,
  dueText,
  floorText,
  limitText,
  open,
  periodWords,
  sameMatterText,
} from './render-words.ts';

/** What the scheme itself does not hold. */
export interface RenderOptions {
  /** The town's catalogue of facts, so that conditions name kinds in words. */
  readonly kinds?: readonly FactKind[];
}

/** The official text of a scheme as a Word file; the same scheme gives the same bytes. */
export function schemeDocument(scheme: Scheme, options: RenderOptions = {}): Promise<Uint8Array> {
  return officialDocx(schemeText(scheme, options));
}

/** The official text as plain data. Every sentence is the scheme's own or of the fixed wording. */
export function schemeText(scheme: Scheme, { kinds }: RenderOptions = {}): OfficialDocument {
  const names = namesOf(scheme, kinds);
  const decided = `${scheme.decidedBy ?? open('决定机构')}决定`;
  return {
    ...(scheme.demonstration ? { marks: ['演示数据，不作公文使用'] } : {}),
    title: [scheme.name],
    underTitle: [`（${decided}，${scheme.documentNo ?? open('文号')}）`],
    body: [
      ...part('总则', generalPoints(scheme, names)),
      ...contentPart(scheme, names),
      ...vetoParts(scheme),
      ...resultParts(scheme, names),
      ...outcomeParts(scheme, names),
      ...payParts(scheme, names),
      ...part('程序和期限', procedurePoints(scheme)),
      ...part('附则', closingPoints(scheme)),
    ],
    appendices: appendicesOf(scheme, names),
  };
}

function generalPoints(scheme: Scheme, names: Names): string[] {
  const { subject, groups = [], total, effective, period } = scheme;
  const what = subject.kind === 'unit' ? '单位' : '人员';
  const where = subject.where ? appliesText(subject.where, names.groups) : '';
  const days = effective
    ? `自${dayText(effective.from)}起施行，有效期至${dayText(effective.to)}`
    : open('施行日期');
  return [
    `本办法${days}；版本${scheme.version}，代号${scheme.line}。`,
    `考核对象是名册上${where === '' ? '' : where}的${what}。`,
    ...(groups.length === 0
      ? []
      : [`考核对象分为${groups.map(({ name }) => name).join('、')}${groups.length}个类组。`]),
    `${periodWords[period]}考核。`,
    ...(total ? [totalSentence(total, names)] : []),
    ...(scheme.sameMatter === undefined ? [] : [`${sameMatterText(scheme.sameMatter)}。`]),
  ];
}

/** "2026年3月6日"; a day that no calendar has stays as it was written. */
export function dayText(day: string): string {
  return isIsoDate(day) ? officialDate(day) : day;
}

function totalSentence(total: NonNullable<Scheme['total']>, names: Names): string {
  const { full, cap, floor, coefficient } = total;
  const said = [
    full === undefined ? '' : `总分满分${full}分`,
    cap === undefined ? '' : `总分${capText(cap, true)}`,
    floor === undefined ? '' : floor === 'zero' ? '总分最低0分' : `总分${floorText(floor, true)}`,
    coefficient ? `总分${coefficientText(coefficient, names)}` : '',
  ];
  return `${said.filter((text) => text !== '').join('；')}。`;
}

/** The first level of the tree in a table, and where the rest stands. */
function contentPart(scheme: Scheme, names: Names): Block[] {
  const groups = groupColumns(scheme);
  const heads = groups.map((code) => (code === '' ? '满分' : (names.groups.get(code) ?? code)));
  const total = scheme.total?.full;
  return [
    ...part('考核内容和评分标准', [
      `考核内容和满分（单位：分）见下表；评分标准、责任部门和数据来源逐条见附件1，每一分都引用其中的编号。`,
    ]),
    {
      kind: 'table',
      columns: [
        { width: 12, align: 'center' },
        { width: 26, align: 'left' },
        ...groups.map(() => ({ width: groups.length > 1 ? 14 : 16, align: 'center' as const })),
        { width: 46, align: 'left' },
      ],
      head: [['编号', '指标', ...heads, '说明']],
      rows: [
        ...scheme.tree.map((node) => [
          node.code,
          node.name,
          ...groups.map((group) => fullText([node], group)),
          nodeRemarks(node, names).join('；'),
        ]),
        ...(total === undefined
          ? []
          : [[{ text: '总分', columns: 2 }, ...groups.map(() => total), '']]),
      ],
    },
  ];
}

function procedurePoints({ procedure, period }: Scheme): string[] {
  if (!procedure) return [];
  const { scoreBy, publishBy, payBy, notice, objection, review, board } = procedure;
  const dates = [
    scoreBy ? `${dueText(scoreBy)}完成评分` : '',
    publishBy ? `${dueText(publishBy)}公布` : '',
    payBy ? `${dueText(payBy)}兑现考核工资` : '',
  ].filter((text) => text !== '');
  const steps = (words: string, list: readonly string[] | undefined) =>
    list === undefined ? [] : [`${words}：${list.join('、')}。`];
  return [
    ...(dates.length === 0 ? [] : [`${periodWords[period]}考核的，${dates.join('；')}。`]),
    ...(notice ? [`公示期${limitText(notice)}，从张贴次日起算，末日遇休息日顺延。`] : []),
    ...(objection
      ? [
          `对公示内容有异议的，考核办自收到之日的次日起${limitText(objection)}内书面答复并说明理由。`,
        ]
      : []),
    ...(review
      ? [
          `不服答复的，自收到之日的次日起${limitText(review)}内申请复核；自收到申请的次日起同样期限内答复。`,
        ]
      : []),
    ...(board ? [`结果在公开栏公开${limitText(board)}。`] : []),
    ...steps('审批依次经过', procedure.approval),
    ...steps('签字', procedure.signatures),
    ...steps('使用的单据', procedure.slips),
  ];
}

function closingPoints(scheme: Scheme): string[] {
  const { ownItems, trace } = scheme;
  const annex = '本办法没有写明或者可以有不同理解的计分口径，以附件2所列为准。';
  return [
    annex,
    ...(ownItems
      ? [
          `考核对象的自定事项见附件3：每个对象加分不超过${ownItems.maxBonus}项、扣分不超过${ownItems.maxDeduction}项，合计不超过${ownItems.maxPoints}分。`,
        ]
      : []),
    ...(trace
      ? [`保留以留痕材料作依据的条款，由${trace.overrideBy}决定，理由是：${trace.reason}。`]
      : []),
    ...(scheme.demonstration ? ['本件为演示数据，地名、单位、人名、文号和数字都是虚构的。'] : []),
  ];
}

function appendicesOf(scheme: Scheme, names: Names): Appendix[] {
  return [
    {
      title: '考核指标和评分标准',
      landscape: true,
      blocks: [indicatorTable(scheme, names), ...notesBelow(indicatorNotes(scheme, names))],
    },
    { title: '计分口径', blocks: conventionBlocks(conventions(scheme)) },
    ...(scheme.ownItems ? [{ title: '自定事项', blocks: ownItemBlocks(scheme.ownItems) }] : []),
  ];
}

function notesBelow(notes: readonly Block[]): Block[] {
  if (notes.length === 0) return [];
  return [{ kind: 'text', lead: '指标说明', text: '' }, ...notes];
}

/** Every question that concerns the scheme with the answer in force, so that no convention is hidden. */
function conventionBlocks(list: readonly Convention[]): Block[] {
  return [
    {
      kind: 'text',
      text: '下列问题在考核办法里常常没有写清。“写明”的是本办法自己的规定，“默认”的是本办法没有写、计分时按通行做法执行的。',
    },
    {
      kind: 'table',
      columns: [
        { width: 9, align: 'center' },
        { width: 38, align: 'left' },
        { width: 42, align: 'left' },
        { width: 11, align: 'center' },
      ],
      head: [['口径', '问题', '本办法的答案', '来历']],
      rows: list.map(({ no, question, answer, stated }) => [
        `${no}`,
        question,
        officialAnswers[no] ?? answer,
        stated ? '写明' : '默认',
      ]),
    },
  ];
}

/** Answers that the kernel gives in the words of the scheme file, in those of the official text. */
const officialAnswers: Readonly<Record<number, string>> = {
  2: '写“以上”“以下”的包含本数，写“高于”“不满”的不包含，逐档写明',
};

function ownItemBlocks({ items }: NonNullable<Scheme['ownItems']>): Block[] {
  return [
    {
      kind: 'table',
      columns: [
        { width: 16, align: 'center' },
        { width: 14, align: 'center' },
        { width: 56, align: 'left' },
        { width: 14, align: 'center' },
      ],
      head: [['考核对象', '编号', '事项', '分值（分）']],
      rows: items.map(({ subject, code, text, points }) => [subject, code, text, points]),
    },
  ];
}
