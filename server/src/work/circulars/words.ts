/** The circular in words, from its facts alone: the same on the page and in the document. */

import { chineseDate, type IsoDate, isoDate, shareText } from '@oneneedle/kernel';
import {
  type Block,
  type OfficialDocument,
  officialDate,
  type Table,
} from '../../document/index.ts';
import { chinaClock, chinaDay } from '../../platform/index.ts';
import type { CircularFacts, CircularItem } from './facts.ts';

export interface CircularTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface CircularSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly table?: CircularTable;
}

/** What a circular says. */
export interface CircularText {
  readonly title: readonly string[];
  readonly opening: string;
  readonly sections: readonly CircularSection[];
  readonly meter: CircularTable;
}

/** The words of a circular; whoever issues first is named first. */
export function circularText(facts: CircularFacts, editionAt: string | null): CircularText {
  const month = monthWords(facts.month);
  const edition =
    editionAt === null
      ? '当月没有办理记录'
      : `数据截至${officialDate(chinaDay(editionAt))}${chinaClock(editionAt)}`;
  return {
    title: ['关于', month, '督查督办和减负情况的通报'],
    opening: `现将${month}事项交办、办理和向村下发的情况通报如下。${edition}；领导批示件另行办理，不列入本通报。`,
    sections: [
      issuing(facts),
      handlingSection(facts),
      overdueSection(facts),
      extensionSection(facts),
      earlySection(facts),
    ],
    meter: meterTable(facts),
  };
}

function issuing({ issuers, assigned, meter, meterTotal }: CircularFacts): CircularSection {
  const items = issuers.map(({ office, items: n }) => `${office}${n}件`).join('、');
  const asked = meter.map(({ office, demands, times }) => `${office}${demands}件（${times}村次）`);
  const { duplicates, shortNotices, outsideList, overrides, afterwards } = meterTotal;
  const faults = [
    [duplicates, '重复要的'],
    [shortNotices, '通知时间不足的'],
    [outsideList, '履职清单以外的'],
    [overrides, '领导放行的'],
    [afterwards, '先用电话、群消息发出后补记的'],
  ] as const;
  const found = faults.flatMap(([n, word]) => (n > 0 ? [`${word}${n}件`] : []));
  return {
    title: '交办和下发情况',
    paragraphs: [
      assigned === 0 ? '当月没有交办事项。' : `当月交办事项${assigned}件：${items}。`,
      asked.length === 0
        ? '当月没有向村下发。'
        : `当月向村下发${meterTotal.demands}件、${meterTotal.times}村次：${asked.join('、')}。${found.length === 0 ? '没有重复、通知时间不足和清单以外的。' : `其中${found.join('，')}。`}各部门逐项情况见附件。`,
    ],
  };
}

function handlingSection({ closed, closedInTime }: CircularFacts): CircularSection {
  const share = closed === 0 ? '' : shareText({ part: closedInTime, of: closed });
  return {
    title: '办结情况',
    paragraphs: [
      closed === 0
        ? '当月没有办结的事项。'
        : `当月办结${closed}件，其中按时${closedInTime}件、逾期${closed - closedInTime}件，按时率${share}%（按实际办成的日子和原来的时限算，批准延期的按延期后的；发督办单给的新时限不算数，核查用的时间不算承办单位的）。`,
    ],
  };
}

/** Villages that lead are counted and not named: what is typed late for them is not their delay. */
function overdueSection({ overdue, overdueOfVillages: n = 0 }: CircularFacts): CircularSection {
  const section = listed('逾期未办结', overdue, {
    none: '没有到月底逾期未办结的事项。',
    some: `以下${overdue.length}件到月底已过时限，至今没有反馈：`,
    days: ['时限', ({ to }) => chineseDate(to)],
  });
  if (n === 0) return section;
  const also = `村里牵头的另有${n}件到时限没有反馈，请包村干部和牵头办站所了解情况。`;
  return overdue.length === 0
    ? { ...section, paragraphs: [also] }
    : { ...section, paragraphs: [also, ...section.paragraphs] };
}

function extensionSection({ extensions }: CircularFacts): CircularSection {
  return listed('延期', extensions, {
    none: '当月没有批准延期。',
    some: `当月批准延期${extensions.length}次：`,
    days: ['原时限和新时限', ({ from, to }) => `${chineseDate(from)}→${chineseDate(to)}`],
  });
}

function earlySection({ early }: CircularFacts): CircularSection {
  return listed('提前办结', early, {
    none: '当月没有提前办结的事项。',
    some: `以下${early.length}件提前办结，予以表扬：`,
    days: ['办结和时限', ({ from, to }) => `${chineseDate(from)}（时限${chineseDate(to)}）`],
  });
}

interface Listing {
  readonly none: string;
  readonly some: string;
  readonly days: readonly [string, (item: CircularItem) => string];
}

function listed(title: string, items: readonly CircularItem[], listing: Listing): CircularSection {
  if (items.length === 0) return { title, paragraphs: [listing.none] };
  const [word, days] = listing.days;
  return {
    title,
    paragraphs: [listing.some],
    table: {
      head: ['编号', '事项', '牵头单位', word],
      rows: items.map((item) => [item.no, item.title, item.office, days(item)]),
    },
  };
}

function meterTable({ meter, meterTotal }: CircularFacts): CircularTable {
  const figures = (line: CircularFacts['meterTotal']) =>
    [
      line.demands,
      line.times,
      line.duplicates,
      line.shortNotices,
      line.outsideList,
      line.overrides,
      line.afterwards,
    ].map(String);
  return {
    head: ['下发部门', '件数', '村次', '重复', '时间不足', '清单外', '放行', '补记'],
    rows: [
      ...meter.map((line) => [line.office, ...figures(line)]),
      ['合计', ...figures(meterTotal)],
    ],
  };
}

/** `2026年10月` */
export function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}

interface Details {
  readonly town: string;
  readonly issuedOn?: IsoDate;
}

/** The circular in the layout of official documents; its number is the office's own register's. */
export function circularDocument(
  { title, opening, sections, meter }: CircularText,
  { town, issuedOn }: Details,
): OfficialDocument {
  const rows = tableOf(meter, [30, 12, 12, 12, 14, 12, 12, 12]);
  return {
    head: { text: `${town}督查通报`, number: '【文号由党政办登记，待定】' },
    ...(issuedOn === undefined ? { marks: ['未印发'] } : {}),
    title,
    addressee: '各村，各办站所',
    body: [
      { kind: 'text', text: opening },
      ...sections.flatMap(blocksOf),
      // A table may fill its page: the signature never stands on one without a word of the text.
      { kind: 'text', text: '特此通报。' },
    ],
    signature: {
      sealed: true,
      name: `${town}督查室`,
      ...(issuedOn === undefined ? {} : { on: isoDate(issuedOn) }),
    },
    appendices: [{ title: '减负表（以下发部门计）', blocks: [rows] }],
  };
}

function blocksOf({ title, paragraphs, table }: CircularSection): Block[] {
  return [
    { kind: 'heading', level: 1, text: title },
    ...paragraphs.map((text): Block => ({ kind: 'text', text })),
    ...(table ? [tableOf(table, [18, 34, 16, 38])] : []),
  ];
}

function tableOf({ head, rows }: CircularTable, widths: readonly number[]): Table {
  const isFigures = widths.length > 4;
  return {
    kind: 'table',
    columns: widths.map((width, index) => ({
      width,
      align: index === 1 && !isFigures ? 'left' : 'center',
    })),
    head: [[...head]],
    rows: rows.map((row) => [...row]),
    small: true,
  };
}
