/**
 * The circular (通报) of a period for units, and for persons the report to the body that decides,
 * which is internal. Neither has a list of the last, and the circular has no consequences.
 */

import {
  type Assessment,
  isSettled,
  lastDay,
  periodLabel,
  type Scheme,
  type SubjectResult,
} from '@oneneedle/kernel';
import {
  type Block,
  type OfficialDocument,
  officialDate,
  officialDocx,
  type Table,
} from '../document/index.ts';
import type { Folder } from './folder.ts';
import { internalReport } from './notice-internal.ts';
import {
  circles,
  countsSentence,
  gradeSentence,
  gradeTitle,
  headBlock,
  listed,
  type NoticeInput,
  numberedPoints,
  openWord,
  placeText,
  reviewSentences,
  schemeWords,
  scoreOf,
  stateMarks,
  subjectOf,
  unsettledSentences,
} from './notice-words.ts';

export type { NoticeInput } from './notice-words.ts';

/** The circular or the internal report as a Word file; the same input gives the same bytes. */
export function noticeDocument(input: NoticeInput): Promise<Uint8Array> {
  return officialDocx(noticeText(input));
}

/** The circular, or for a scheme that assesses persons the internal report, as plain data. */
export function noticeText(input: NoticeInput): OfficialDocument {
  return input.folder.scheme.subject.kind === 'person' ? internalReport(input) : circular(input);
}

function circular(input: NoticeInput): OfficialDocument {
  const { folder, result, issuer, on } = input;
  const { scheme } = folder;
  const isVillages = scheme.subject.where?.types?.join() === 'village';
  return {
    ...headBlock(input),
    marks: stateMarks(input),
    title: ['关于', periodLabel(result.period), subjectOf(scheme.name), '情况的通报'],
    addressee: input.addressee ?? (isVillages ? '各村' : '各考核对象'),
    body: [
      { kind: 'text', text: opening(folder, result) },
      { kind: 'heading', level: 1, text: '基本情况' },
      { kind: 'text', text: countsSentence(input) },
      { kind: 'heading', level: 1, text: '考核结果' },
      ...resultBlocks(input),
      ...redLists(result, folder.scheme),
      { kind: 'heading', level: 1, text: '有关说明' },
      ...numberedPoints(remarks(input)),
      { kind: 'heading', level: 1, text: '公示和异议' },
      ...numberedPoints(objections(folder)),
    ],
    signature: { sealed: true, ...(issuer ? { name: issuer } : {}), ...(on ? { on } : {}) },
    note: `凭据码${input.receiptCode}；凭此可用oneneedle verify复算`,
    ...(input.copyTo === undefined ? {} : { copyTo: input.copyTo }),
    ...(input.printedBy ? { printedBy: input.printedBy } : {}),
  };
}

function opening({ scheme }: Folder, { period, asOf, subjects }: Assessment): string {
  const day =
    asOf === lastDay(period)
      ? `计分日为${officialDate(asOf)}`
      : `计分日为${officialDate(asOf)}，本期未结束，以下是截至该日的情况`;
  const assessed = subjects.filter(({ notAssessed }) => notAssessed === undefined).length;
  return `根据${schemeWords(scheme)}，对${assessed}个考核对象${periodLabel(period)}的工作进行了考核，${day}。现将有关情况通报如下。`;
}

/** A ranked table for each group; those whose score is open, or who have no rank, below it by name. */
function resultBlocks(input: NoticeInput): Block[] {
  const { result, decision } = input;
  const { scheme } = input.folder;
  const groups = circles(result, scheme);
  return groups.flatMap(({ name, subjects }): Block[] => {
    const ranked = subjects.filter((subject) => isSettled(subject) && subject.rank !== undefined);
    const heading: Block[] = name === '' ? [] : [{ kind: 'heading', level: 2, text: name }];
    return [
      ...heading,
      ...(ranked.length === 0 ? [] : [rankedTable(ranked, result)]),
      ...unsettledSentences(subjects).map((text): Block => ({ kind: 'text', text })),
    ];
  });

  function gradeText({ grade: { state, effective } }: SubjectResult): string {
    const isOpen = decision === 'open' || state === 'pending';
    return isOpen ? openWord('等次') : (effective ?? '—');
  }

  function rankedTable(ranked: readonly SubjectResult[], { subjects }: Assessment): Table {
    const withGrades = scheme.grades !== undefined;
    const withPrizes = subjects.some(({ prize }) => prize !== undefined);
    return {
      kind: 'table',
      columns: [
        { width: 18, align: 'center' },
        { width: 34, align: 'center' },
        { width: 24, align: 'center' },
        ...(withGrades ? [{ width: 24, align: 'center' as const }] : []),
        ...(withPrizes ? [{ width: 24, align: 'center' as const }] : []),
      ],
      head: [
        [
          '名次',
          '单位',
          '得分（分）',
          ...(withGrades ? [gradeTitle(input)] : []),
          ...(withPrizes ? ['奖项'] : []),
        ],
      ],
      rows: ranked.map((subject) => [
        placeText(subject, ranked),
        subject.name,
        scoreOf(subject, scheme),
        ...(withGrades ? [gradeText(subject)] : []),
        ...(withPrizes ? [subject.prize ?? '—'] : []),
      ]),
    };
  }
}

/** The posted lists of the best; lists for inside, among them every list of the last, are left out. */
function redLists({ lists, subjects }: Assessment, { groups = [] }: Scheme): Block[] {
  const names = new Map(subjects.map(({ code, name }) => [code, name]));
  const posted = lists.filter(({ audience }) => audience === 'posted');
  const order = groups.map(({ name }) => name);
  const groupOf = (name: string) => /（([^（）]*)）$/.exec(name)?.[1] ?? '';
  const inOrder = posted.toSorted(
    (a, b) => order.indexOf(groupOf(a.name)) - order.indexOf(groupOf(b.name)),
  );
  const titles = [...new Set(posted.map(({ name }) => name.replace(/（[^（）]*）$/, '')))];
  return titles.flatMap((title): Block[] => [
    { kind: 'heading', level: 1, text: title },
    ...inOrder
      .filter(({ name }) => name === title || name.startsWith(`${title}（`))
      .map((list): Block => {
        const group = list.name.slice(title.length).replace(/[（）]/g, '');
        const who = listed(list.subjects.map((code) => names.get(code) ?? code)) || '空缺';
        const [, ...rest] = list.note.split('；');
        const remark = rest.length === 0 ? '' : `（${rest.join('；')}）`;
        return { kind: 'text', text: `${group === '' ? '' : `${group}：`}${who}${remark}。` };
      }),
  ]);
}

/** What the figures mean, and what they do not lead to. */
function remarks(input: NoticeInput): string[] {
  const { result, decision } = input;
  const { scheme } = input.folder;
  const shown = Number(scheme.shown ?? '2');
  const isLonger = result.subjects.some(({ shownPlaces }) => (shownPlaces ?? shown) > shown);
  const within = scheme.ranking?.within === 'all' ? '全部对象一起排列' : '在同一类组内排列';
  const ties = scheme.ranking?.ties === 'dense' ? '其后名次不跳过' : '其后名次跳过';
  const isPending = result.subjects.some(({ grade }) => grade.state === 'pending');
  return [
    `得分按办法的条款逐条计算，${proofWords(result)}；各单位的逐项得分和依据见“一分一据”得分说明。`,
    `名次${(scheme.groups ?? []).length === 0 ? '按得分从高到低排列' : within}；得分相同的名次相同，${ties}。`,
    `得分公布${shown}位小数${isLonger ? '，公布的数相同而名次不同的多印一位' : ''}。`,
    ...(scheme.grades ? [gradeSentence(input)] : []),
    ...(isPending && decision === undefined
      ? ['等次待定的，得分相同而名额不够，由决定机构研究。']
      : []),
    ...result.notices
      .filter(({ code }) => code === 'preview-unsealed')
      .map(({ sentence }) => sentence),
    `本通报只公布得分、名次${scheme.grades && decision !== 'open' ? '、等次' : ''}${result.lists.some(({ audience }) => audience === 'posted') ? '和红榜' : ''}；得分和名次本身不产生任何处理。`,
  ];
}

/** A fact that has no evidence yet is said to have none: nobody shall read otherwise. */
function proofWords({ notices }: Assessment): string {
  const bare = new Set(
    notices.filter(({ code }) => code === 'no-evidence').flatMap(({ factIds }) => factIds),
  );
  if (bare.size === 0) return '每一分都有条款编号、事实和佐证';
  return `每一分都有条款编号和事实，其中${bare.size}条事实还没有附佐证`;
}

function objections({ scheme: { procedure } }: Folder): string[] {
  const { notice } = procedure ?? {};
  const days = notice
    ? 'workdays' in notice
      ? `${notice.workdays}个工作日`
      : `${notice.days}日`
    : '';
  return [
    `本通报公示${days === '' ? openWord('公示期限') : days}，从张贴次日起算，末日遇休息日顺延。`,
    `对事实、记分或者结果有异议的，可以在公示期内口头或者书面向考核办提出，署名、不署名都可以，说明是哪一条、哪件事即可，不必另做材料。`,
    ...reviewSentences(procedure),
  ];
}
