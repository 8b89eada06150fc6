/**
 * The report on persons to the body that decides (考核结果呈报). It is internal: no ranks, no grounds
 * that touch a person's circumstances, and every consequence a proposal.
 */

import {
  isSettled,
  lastDay,
  type Proposal,
  periodLabel,
  type SubjectResult,
} from '@oneneedle/kernel';
import { type Block, type OfficialDocument, officialDate, type Table } from '../document/index.ts';
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
  reviewSentences,
  schemeWords,
  scoreOf,
  stateMarks,
  subjectOf,
} from './notice-words.ts';

/** The internal report as plain data. */
export function internalReport(input: NoticeInput): OfficialDocument {
  const { folder, result, issuer, on } = input;
  const { scheme } = folder;
  return {
    ...headBlock(input),
    marks: ['内部资料，不公布', ...stateMarks(input)],
    title: [periodLabel(result.period), subjectOf(scheme.name), '结果呈报'],
    underTitle: ['（内部，不公布）'],
    addressee: input.addressee ?? scheme.decidedBy ?? openWord('决定机构'),
    body: [
      { kind: 'text', text: opening(input) },
      { kind: 'heading', level: 1, text: '基本情况' },
      { kind: 'text', text: countsSentence(input) },
      { kind: 'heading', level: 1, text: '得分和等次' },
      ...resultBlocks(input),
      { kind: 'text', text: '按得分从高到低排列，只供核定等次和名额使用，不公布。' },
      ...(scheme.grades ? [{ kind: 'text' as const, text: gradeSentence(input) }] : []),
      ...pendingBlocks(result.subjects),
      ...proposalBlocks(result.subjects),
      { kind: 'heading', level: 1, text: '告知和异议' },
      ...numberedPoints([
        '得分和依据告知本人；本人对事实、记分或者结果有异议的，可以口头或者书面提出，不必另做材料。',
        ...reviewSentences(scheme.procedure),
      ]),
    ],
    signature: {
      sealed: true,
      name: issuer ?? openWord('呈报单位'),
      ...(on ? { on } : {}),
    },
    note: `凭据码${input.receiptCode}；凭此可用oneneedle verify复算`,
  };
}

function opening({ folder: { scheme }, result }: NoticeInput): string {
  const { period, asOf, subjects } = result;
  const assessed = subjects.filter(({ notAssessed }) => notAssessed === undefined).length;
  const day = `计分日为${officialDate(asOf)}${asOf === lastDay(period) ? '' : '，本期未结束，以下是截至该日的情况'}`;
  return `根据${schemeWords(scheme)}，对${assessed}名考核对象${periodLabel(period)}的工作进行了考核，${day}。现将结果呈报如下，请审定。`;
}

function resultBlocks(input: NoticeInput): Block[] {
  const { scheme } = input.folder;
  return circles(input.result, scheme).flatMap(({ name, subjects }): Block[] => [
    ...(name === '' ? [] : [{ kind: 'heading' as const, level: 2 as const, text: name }]),
    personTable(subjects, input),
  ]);
}

function personTable(subjects: readonly SubjectResult[], input: NoticeInput): Table {
  const { scheme } = input.folder;
  const inOrder = subjects.toSorted(
    (a, b) => Number(isAway(a)) - Number(isAway(b)) || b.totalMilli - a.totalMilli,
  );
  return {
    kind: 'table',
    columns: [
      { width: 14, align: 'center' },
      { width: 24, align: 'center' },
      { width: 22, align: 'center' },
      { width: 22, align: 'center' },
      { width: 30, align: 'center' },
    ],
    head: [['序号', '姓名', '得分（分）', gradeTitle(input), '备注']],
    rows: inOrder.map((subject, index) => [
      `${index + 1}`,
      subject.name,
      isSettled(subject) ? scoreOf(subject, scheme) : '—',
      gradeText(subject),
      remarkText(subject),
    ]),
  };
}

function isAway({ notAssessed }: SubjectResult): boolean {
  return notAssessed !== undefined;
}

function gradeText(subject: SubjectResult): string {
  if (!isSettled(subject)) return '—';
  const { state, effective } = subject.grade;
  if (state === 'noGrade') return '不确定等次';
  if (state === 'commentOnly') return '只写评语';
  if (state === 'pending') return '待定';
  return effective ?? '—';
}

/** A word on the state; why someone has no grade stays in the file. */
function remarkText(subject: SubjectResult): string {
  if (isAway(subject)) return '未参加考核';
  if (!isSettled(subject)) return subject.state === 'missing' ? '得分未定（缺材料）' : '得分未定';
  return listed(subject.vetoes.map(({ code }) => `一票否决（${code}）`));
}

/** Grades that the scheme leaves to the body, with what it left open. */
function pendingBlocks(subjects: readonly SubjectResult[]): Block[] {
  const pending = subjects.filter(
    (subject) => isSettled(subject) && subject.grade.state === 'pending',
  );
  if (pending.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: '须研究决定的等次' },
    ...numberedPoints(pending.map(({ name, grade }) => `${name}：${grade.reasons.join('；')}`)),
  ];
}

/** Proposals by name of the outcome: for whom, who decides, on what basis. */
function proposalBlocks(subjects: readonly SubjectResult[]): Block[] {
  const found = new Map<string, { readonly proposal: Proposal; readonly names: string[] }>();
  for (const { name, proposals } of subjects) {
    for (const proposal of proposals) {
      const entry = found.get(proposal.code) ?? { proposal, names: [] };
      entry.names.push(name);
      found.set(proposal.code, entry);
    }
  }
  if (found.size === 0) return [];
  return [
    { kind: 'heading', level: 1, text: '结果运用建议' },
    {
      kind: 'text',
      text: '以下都是建议，由写明的机构依照规定和程序决定；得分和名次本身不产生任何处理。逐人的理由、程序和材料见本人的得分说明。',
    },
    {
      kind: 'table',
      columns: [
        { width: 20, align: 'center' },
        { width: 30, align: 'left' },
        { width: 20, align: 'center' },
        { width: 38, align: 'left' },
      ],
      head: [['建议', '对象', '决定机构', '依据']],
      rows: [...found.values()].map(({ proposal, names }) => [
        proposal.name,
        listed(names),
        proposal.body,
        proposal.basis,
      ]),
    },
  ];
}
