/** `standings.xlsx`: who stands where and why, as tables whose rows and columns add up. */

import {
  conventions,
  type Fact,
  lastDay,
  milliText,
  type Notice,
  periodLabel,
  type SubjectResult,
} from '@oneneedle/kernel';
import type { Column, NewSheet } from '../platform/index.ts';
import { type Breakdown, breakdownOf, type Cause } from './breakdown.ts';
import type { Folder } from './folder.ts';
import { circles } from './notice-words.ts';
import { pointsSheets, type TableSource } from './points-sheets.ts';
import { kindsByCode, proofText, trueMinus, whatText } from './print-words.ts';
import type { Worked } from './result-file.ts';
import { sealStateOf, sealText } from './seal-state.ts';
import { exactText, withoutEmpty } from './sheet-cells.ts';
import { leftOutText } from './sound.ts';
import { toldFacts } from './told-facts.ts';

/** The sheets of the workbook: 名次, 指标得分, 二级指标得分, 扣加分明细, 须留意, 口径. */
export function standingsSheets(folder: Folder, worked: Worked, receiptCode: string): NewSheet[] {
  const source = { folder, worked, lines: titleLines(folder, worked, receiptCode) };
  const subjects = orderedSubjects(source);
  const broken = subjects.map((subject) => ({
    subject,
    breakdown: breakdownOf(folder.scheme, subject),
  }));
  return [
    ranksSheet(source, subjects),
    ...pointsSheets(source, subjects),
    detailsSheet(source, broken),
    noticesSheet(source),
    conventionsSheet(source),
  ];
}

interface Source extends TableSource {
  readonly folder: Folder;
  readonly worked: Worked;
}

/** What stands above every table: of what, as of when, and whether it is final. */
function titleLines(folder: Folder, { result }: Worked, receiptCode: string): string[] {
  const { scheme, book } = folder;
  const name = `${scheme.name}${scheme.demonstration ? '（演示数据）' : ''}`;
  const end = result.asOf === lastDay(result.period) ? '期末' : '期未满';
  const seal = sealText(sealStateOf(book, result));
  const isPersonal = scheme.subject.kind === 'person';
  return [
    name,
    `${periodLabel(result.period)}　计分日 ${result.asOf}（${end}）　${seal}　凭据码 ${receiptCode}`,
    ...(isPersonal ? ['内部：个人得分、名次和等次不公布。'] : []),
  ];
}

function orderedSubjects({ folder, worked }: Source): SubjectResult[] {
  return circles(worked.result, folder.scheme).flatMap(({ subjects }) => subjects);
}

function ranksSheet({ folder, worked, lines }: Source, subjects: readonly SubjectResult[]) {
  const { scheme } = folder;
  const places = Math.max(
    Number(scheme.shown ?? '2'),
    ...subjects.map(({ shownPlaces }) => shownPlaces ?? 0),
  );
  const groups = new Map((scheme.groups ?? []).map(({ code, name }) => [code, name]));
  const hasPrizes = subjects.some(({ prize }) => prize !== undefined);
  const columns: Column[] = [
    { title: '类组', type: 'text' },
    { title: '名次', type: 'number', decimals: 0, width: 8 },
    { title: '编码', type: 'text' },
    { title: '名称', type: 'text' },
    { title: '得分', type: 'number', decimals: places, width: 12 },
    { title: '等次', type: 'text' },
    ...(hasPrizes ? [{ title: '奖项', type: 'text' as const }] : []),
    { title: '状态', type: 'text' },
  ];
  const rows = subjects.map((subject) => {
    const { group, rank, code, name, totalMilli, grade, prize, notAssessed } = subject;
    return [
      groups.get(group ?? '') ?? group ?? '',
      rank === undefined ? '' : `${rank}`,
      code,
      name,
      notAssessed === undefined
        ? milliText(totalMilli, subject.shownPlaces ?? Number(scheme.shown ?? '2'))
        : '',
      grade.effective ?? gradeWords[grade.state],
      ...(hasPrizes ? [prize ?? ''] : []),
      stateText(subject, worked.result.subjects, scheme.ranking?.within === 'all'),
    ];
  });
  const note = '得分是公布的位数；没有舍去的数和怎样加起来，见“指标得分”。';
  return withoutEmpty({ name: '名次', title: lines, columns, rows, notes: [note] }, '类组');
}

const gradeWords = {
  graded: '',
  noGrade: '不确定等次',
  commentOnly: '只写评语',
  pending: '待定',
  none: '',
} as const;

const stateWords = {
  scored: '',
  notDue: '未到期',
  notApplicable: '不适用',
  missing: '缺材料',
  zeroed: '记零',
} as const;

function stateText(
  { code, group, rank, state, provisional, notAssessed }: SubjectResult,
  all: readonly SubjectResult[],
  isOneCircle: boolean,
): string {
  if (notAssessed !== undefined) return `未参加考核：${notAssessed}`;
  const isTied =
    rank !== undefined &&
    all.some(
      (other) =>
        other.code !== code && other.rank === rank && (isOneCircle || other.group === group),
    );
  return [isTied ? '并列' : '', provisional ? '暂' : '', stateWords[state]]
    .filter((word) => word !== '')
    .join('　');
}

function detailsSheet(
  { folder, lines }: Source,
  broken: readonly { subject: SubjectResult; breakdown: Breakdown }[],
): NewSheet {
  const facts = new Map(toldFacts(folder).map((fact) => [fact.id, fact]));
  const rows = broken.flatMap(({ subject, breakdown }) =>
    subject.notAssessed === undefined
      ? detailRows(breakdown, new FactColumns(facts, folder)).map((row) => [
          subject.code,
          subject.name,
          ...row,
        ])
      : [],
  );
  const text = (title: string, width?: number): Column => ({
    title,
    type: 'text',
    ...(width === undefined ? {} : { width }),
  });
  return {
    name: '扣加分明细',
    title: [
      ...lines,
      '每个对象各行的分值相加等于得分：先是起点分（各项满分、基本分），再是每一笔扣加。',
    ],
    columns: [
      text('编码'),
      text('名称'),
      text('指标', 18),
      text('条款'),
      text('条款内容', 40),
      { title: '分值', type: 'number', decimals: 3, width: 11 },
      text('怎么来的', 36),
      text('事实', 12),
      text('日期', 12),
      text('什么事', 18),
      text('文件和佐证', 22),
      text('记录人', 14),
      text('复核人', 14),
    ],
    rows,
    landscape: true,
  };
}

/** 指标, 条款, 条款内容, 分值, 怎么来的 and the columns of the facts. */
function detailRows({ indicators, others }: Breakdown, facts: FactColumns): string[][] {
  const rows = indicators.flatMap((indicator) => {
    const name = `${indicator.code} ${indicator.name}`;
    const start = [name, '', '', exactText(indicator.grantedMilli), '起点分', ...facts.none];
    return [
      ...(indicator.grantedMilli === 0 ? [] : [start]),
      ...indicator.parts.flatMap((part): string[][] => {
        if (part.kind === 'node') {
          return [[name, part.code, part.name, ...causeCells(part.cause), ...facts.of(part.cause)]];
        }
        const { code, text, milli, reason, state } = part;
        if (part.causes.length > 0) {
          return part.causes.map((cause) => [
            name,
            code,
            text,
            ...causeCells(cause),
            ...facts.of(cause),
          ]);
        }
        const said = [stateWords[state], trueMinus(reason)].filter(Boolean).join('：');
        return [[name, code, text, exactText(milli), said, ...facts.none]];
      }),
    ];
  });
  return [
    ...rows,
    ...others.map((cause) => ['总分', '', '', ...causeCells(cause), ...facts.of(cause)]),
  ];
}

function causeCells({ kind, label, milli, reason, isStruck }: Cause): string[] {
  const said = kind === 'entry' ? reason : [label, reason].filter(Boolean).join('：');
  return [exactText(milli), `${isStruck ? '（不计）' : ''}${trueMinus(said)}`];
}

/** The columns that facts fill: several facts of one line stand one below the other. */
class FactColumns {
  readonly none: readonly string[] = ['', '', '', '', '', ''];
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #kinds: ReturnType<typeof kindsByCode>;

  constructor(facts: ReadonlyMap<string, Fact>, { kinds }: Folder) {
    this.#facts = facts;
    this.#kinds = kindsByCode(kinds);
  }

  of({ factIds }: Cause): string[] {
    const facts = factIds.flatMap((id) => this.#facts.get(id) ?? []);
    const column = (text: (fact: Fact) => string) => facts.map(text).join('\n');
    return [
      factIds.join('\n'),
      column(({ on, to, period }) => [on ?? period ?? '', to ?? ''].filter(Boolean).join('至')),
      column((fact) => whatText(fact, this.#kinds)),
      column(proofText),
      column(({ recordedBy }) => recordedBy ?? ''),
      column(({ reviewedBy }) => reviewedBy ?? ''),
    ];
  }
}

const noticeWords: Readonly<Record<Notice['code'], string>> = {
  'fact-unheard': '没有条款听取',
  'fact-duplicate': '重复登记',
  'fact-subject-unknown': '对象不在名册',
  'fact-subject-absent': '对象当日不在册',
  'fact-late': '计入别的期',
  'fact-past-span': '年度已封存',
  'fact-after-as-of': '晚于计分日',
  'fact-reversed': '已更正',
  'reversal-invalid': '更正无效',
  'nobody-charged': '无人承担',
  'needs-discretion': '须裁量',
  'fact-refused': '没有计分',
  unchecked: '缺签认',
  'no-evidence': '未附佐证',
  'document-missing': '缺依据文件',
  'preview-unsealed': '前期未封存',
  'period-missing': '缺某期',
  'result-corrected': '依据已更正',
  'quota-tie': '名额边上同分',
  'own-item-refused': '自选项没有计分',
  ledger: '台账',
};

function noticesSheet({ folder, worked, lines }: Source): NewSheet {
  const leftOut = leftOutText(folder);
  const seal = sealStateOf(folder.book, worked.result);
  const own = [
    ...(leftOut === '' ? [] : [['没有计入的行', leftOut, `${folder.leftOut.length}`, '']]),
    ...(seal.differing.length === 0
      ? []
      : [
          [
            '封存',
            `这次算出的总分与封存时印出的不一致：${seal.differing.join('、')}`,
            `${seal.differing.length}`,
            '',
          ],
        ]),
  ];
  const rows = noticeRows(worked.result.notices);
  const all = [...own, ...rows];
  return {
    name: '须留意',
    title: lines,
    columns: [
      { title: '类别', type: 'text', width: 16 },
      { title: '说明', type: 'text', width: 66 },
      { title: '条数', type: 'number', decimals: 0, width: 8 },
      { title: '事实', type: 'text', width: 36 },
    ],
    rows: all.length === 0 ? [['', '没有须留意的事。', '', '']] : all,
    landscape: true,
  };
}

const shownIds = 30;

/** Notices that differ only in the fact and its day are one row. */
function noticeRows(notices: readonly Notice[]): string[][] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const plain = notice.factIds.reduce((text, id) => text.replaceAll(id, '＊'), notice.sentence);
    const key = `${notice.code}|${plain.replace(/\d{4}-\d{2}-\d{2}/g, '＊')}`;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    const ids = [...new Set(group.flatMap(({ factIds }) => factIds))];
    const more = group.length > 1 ? `同样的另有 ${group.length - 1} 条。` : '';
    const rest = ids.length > shownIds ? ` 等 ${ids.length} 条，全部见 result.json` : '';
    return [
      first ? noticeWords[first.code] : '',
      `${first?.sentence ?? ''}${more}`,
      `${group.length}`,
      `${ids.slice(0, shownIds).join('、')}${rest}`,
    ];
  });
}

function conventionsSheet({ folder, lines }: Source): NewSheet {
  const rows = conventions(folder.scheme).map(({ no, question, answer, stated, path }) => [
    `${no}`,
    question,
    answer,
    stated ? '办法写明' : path === '' ? '固定' : '默认',
  ]);
  return {
    name: '口径',
    title: [...lines, '一般办法没有说清的问题，本办法怎样算。'],
    columns: [
      { title: '序号', type: 'number', decimals: 0, width: 6 },
      { title: '问题', type: 'text', width: 44 },
      { title: '怎样算', type: 'text', width: 44 },
      { title: '来源', type: 'text', width: 10 },
    ],
    rows,
  };
}
