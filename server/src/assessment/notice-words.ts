/** Words and figures that the circular and the internal report share. */

import {
  type Assessment,
  type CellState,
  type IsoDate,
  isSettled,
  type Milli,
  milliText,
  type Scheme,
  type SubjectResult,
} from '@oneneedle/kernel';
import { type Block, type OfficialDocument, officialDate } from '../document/index.ts';
import type { Folder } from './folder.ts';
import { sealStateOf } from './seal-state.ts';

/** What a notice is made from; what is not known yet is printed as 待定. */
export interface NoticeInput {
  readonly folder: Folder;
  readonly result: Assessment;
  /** The code by which the package can be found again and worked out again. */
  readonly receiptCode: string;
  /** Who issues it: with it the red head is printed, without it the paper has its own or none. */
  readonly issuer?: string;
  /** 发文字号, printed only below a red head. */
  readonly documentNo?: string;
  readonly on?: IsoDate;
  readonly addressee?: string;
  readonly copyTo?: string;
  readonly printedBy?: { readonly name: string; readonly on: IsoDate };
  /** What is known of the decision on the grades; absent: the file is all there is, and says none. */
  readonly decision?: GradeDecision;
}

/** The decision by which the result was worked out; or that the body has not decided. */
export type GradeDecision =
  | 'open'
  | { readonly body: string; readonly documentNo: string; readonly decidedOn: IsoDate };

/** What stands over the grades: those worked out are never printed as those that were decided. */
export function gradeTitle({ decision }: Pick<NoticeInput, 'decision'>): string {
  return decision === undefined ? '算出等次' : '等次';
}

/** Whose the grades are, in a sentence; and of what the document does not tell them. */
export function gradeSentence({
  decision,
  folder: { scheme },
}: Pick<NoticeInput, 'decision' | 'folder'>): string {
  const body = scheme.decidedBy ?? openWord('决定机构');
  if (decision === 'open') return `等次由${body}决定，决定以前不公布算出的等次。`;
  if (decision) {
    const { documentNo, decidedOn } = decision;
    return `等次由${decision.body}${officialDate(decidedOn)}决定（${documentNo}）。`;
  }
  return `等次是按办法规定的分数线和名额算出的，由${body}决定以后才作数。`;
}

/** "【文号待定】": shaded in print. */
export function openWord(what: string): string {
  return `【${what}待定】`;
}

/** The red head, where the issuer is known. */
export function headBlock({ issuer, documentNo }: NoticeInput): Pick<OfficialDocument, 'head'> {
  if (issuer === undefined) return {};
  return { head: { text: `${issuer}文件`, number: documentNo ?? openWord('文号') } };
}

/** What must be seen before anything else: demonstration, and that the period is not sealed. */
export function stateMarks({ folder, result }: NoticeInput): string[] {
  const { edition } = sealStateOf(folder.book, result);
  const state =
    edition === null
      ? ['未封存，供核对']
      : edition.agrees
        ? []
        : [`与封存的第${edition.edition}版不符，供核对`];
  return [...(folder.scheme.demonstration ? ['演示数据，不作公文使用'] : []), ...state];
}

/** "《……办法》（青党发〔2026〕3号）". */
export function schemeWords({ name, documentNo }: Scheme): string {
  return `《${name}》（${documentNo ?? openWord('文号')}）`;
}

/** What a scheme is about: its name without 办法; "《……》考核" where it does not end in one. */
export function subjectOf(name: string): string {
  const about = name
    .replace(/（[^（）]*）$/, '')
    .replace(/(?:实施|暂行|试行)?(?:办法|细则|方案|规定|制度)$/, '');
  return /(?:考核|考评|评比|评议)$/.test(about) ? about : `《${name}》考核`;
}

/** The score as it is published. */
export function scoreOf(subject: SubjectResult, { shown }: Scheme): string {
  const places = subject.shownPlaces ?? Number(shown ?? '2');
  return milliText(subject.totalMilli as Milli, places).replace(/^-/, '−');
}

/** "2", or "2（并列）" where another has the same rank. */
export function placeText({ rank, code }: SubjectResult, circle: readonly SubjectResult[]): string {
  const isTied = circle.some((other) => other.rank === rank && other.code !== code);
  return isTied ? `${rank}（并列）` : `${rank}`;
}

/** Those who are compared with each other, best first; the name is '' where all are. */
export interface Circle {
  readonly name: string;
  readonly subjects: readonly SubjectResult[];
}

/** Groups in the order of the scheme, then those without one; one circle where all are ranked together. */
export function circles({ subjects }: Assessment, { groups = [], ranking }: Scheme): Circle[] {
  const inOrder = subjects.toSorted(
    (a, b) =>
      Number(a.notAssessed !== undefined) - Number(b.notAssessed !== undefined) ||
      (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
      b.totalMilli - a.totalMilli ||
      (a.code < b.code ? -1 : 1),
  );
  if (groups.length === 0 || ranking?.within === 'all') return [{ name: '', subjects: inOrder }];
  const known = new Set(groups.map(({ code }) => code));
  const others = inOrder.filter(({ group }) => group === undefined || !known.has(group));
  return [
    ...groups.map(({ code, name }) => ({
      name,
      subjects: inOrder.filter(({ group }) => group === code),
    })),
    { name: '未分类组', subjects: others },
  ].filter((circle) => circle.subjects.length > 0);
}

/** "参加考核的对象14个（平原村5个……），得分已定14个。" */
export function countsSentence({ result, folder, decision }: NoticeInput): string {
  const { scheme } = folder;
  const measure = scheme.subject.kind === 'person' ? '名' : '个';
  const assessed = result.subjects.filter(({ notAssessed }) => notAssessed === undefined);
  const away = result.subjects.length - assessed.length;
  const open = assessed.filter((subject) => !isSettled(subject)).length;
  const named = circles(result, scheme)
    .filter(({ name }) => name !== '')
    .map(({ name, subjects }) => {
      const count = subjects.filter(({ notAssessed }) => notAssessed === undefined).length;
      return `${name}${count}${measure}`;
    });
  return [
    `参加考核的对象${assessed.length}${measure}${named.length === 0 ? '' : `（${listed(named)}）`}`,
    `得分已定${assessed.length - open}${measure}`,
    ...(open === 0 ? [] : [`得分未定${open}${measure}`]),
    ...(away === 0 ? [] : [`未参加考核${away}${measure}`]),
    ...(decision === 'open'
      ? []
      : gradeCounts(assessed, scheme, { measure, isDecided: decision !== undefined })),
  ]
    .join('，')
    .concat('。');
}

function gradeCounts(
  subjects: readonly SubjectResult[],
  { grades }: Scheme,
  { measure, isDecided }: { readonly measure: string; readonly isDecided: boolean },
): string[] {
  if (!grades) return [];
  const counts = grades.order.flatMap((grade) => {
    const count = subjects.filter((one) => isSettled(one) && one.grade.effective === grade).length;
    return count === 0 ? [] : [`${grade}${count}${measure}`];
  });
  return counts.length === 0 ? [] : [`其中${isDecided ? '' : '算出等次'}${listed(counts)}`];
}

const stateWords: Readonly<Record<CellState, string>> = {
  scored: '有待定的项目',
  zeroed: '有待定的项目',
  notDue: '未到期',
  notApplicable: '不适用',
  missing: '缺材料',
};

/** Who is not in the ranked list, and why in a word; nothing about the grounds of a person or unit. */
export function unsettledSentences(subjects: readonly SubjectResult[]): string[] {
  const open = subjects.filter((one) => one.notAssessed === undefined && !isSettled(one));
  const unranked = subjects.filter((one) => isSettled(one) && one.rank === undefined);
  const away = subjects.filter(({ notAssessed }) => notAssessed !== undefined);
  const named = (list: readonly SubjectResult[]) => listed(list.map(({ name }) => name));
  return [
    ...(open.length === 0
      ? []
      : [
          `得分未定、不排名的：${listed(open.map(({ name, state }) => `${name}（${stateWords[state]}）`))}。`,
        ]),
    ...(unranked.length === 0 ? [] : [`按规定不排名的：${named(unranked)}。`]),
    ...(away.length === 0 ? [] : [`未参加考核的：${named(away)}。`]),
  ];
}

type Procedure = Scheme['procedure'];

/** How an objection is dealt with; only the days that the scheme states are said. */
export function reviewSentences(procedure: Procedure): string[] {
  const { objection } = procedure ?? {};
  const days = objection
    ? `，自收到之日的次日起${'workdays' in objection ? `${objection.workdays}个工作日` : `${objection.days}日`}内`
    : `，自收到之日的次日起${openWord('答复期限')}内`;
  return [
    `异议由没有经手登记的人复核${days}书面答复并写明理由；确有出入的予以更正，原记录保留可查。提出异议不影响得分。`,
  ];
}

/** Numbered points, a sentence or more each. */
export function numberedPoints(points: readonly string[]): Block[] {
  return points.map((text): Block => ({ kind: 'heading', level: 3, text }));
}

/** A list as Chinese writes it. */
export function listed(items: readonly string[]): string {
  return items.join('、');
}
