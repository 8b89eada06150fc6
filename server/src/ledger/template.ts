/** Forms for recording facts, made from a scheme: a sheet for each kind that it hears. */

import { type FactKind, periodLabel, periodsOf, type Scheme } from '@oneneedle/kernel';
import type { Column, NewSheet } from '../platform/index.ts';
import { otherSheet } from './catalogue.ts';
import { cellField, type Ledger, type LedgerContext, ledgerOf, needsSubject } from './context.ts';
import { fieldColumn, partColumn } from './fact-columns.ts';
import { columnsOf, documentParts } from './fact-sheets.ts';
import { clausesOf, fieldsRead, type Heard, heardBy } from './hearing.ts';
import { meaningOf, type Part, partTitles } from './titles.ts';

const spareRows = 200;

/**
 * The sheets of an empty workbook of facts: first how to fill it in, then a sheet for each kind that
 * the scheme hears, with the names of the roster and the words of the catalogue to choose from.
 */
export function templateSheets(scheme: Scheme, context: LedgerContext): NewSheet[] {
  const ledger = ledgerOf({ ...context, kinds: context.kinds ?? scheme.kinds });
  const { catalogue } = ledger;
  const always = ['reversal', 'checked', 'missing'].flatMap(
    (code) => catalogue.entryOf(code) ?? [],
  );
  const heard = heardBy(scheme, catalogue);
  const form: Form = { scheme, ledger };
  const own = heard.flatMap((item) => {
    const kind = catalogue.entryOf(item.code);
    return kind && !always.includes(kind) ? [{ heard: item, kind }] : [];
  });
  const entries = [...own, ...always.map((kind) => ({ heard: undefined, kind }))];
  const sheets = entries.flatMap(({ kind, heard: item }) => kindSheet(kind, item, form) ?? []);
  const others = heard.filter(({ code }) => {
    const kind = catalogue.entryOf(code);
    return kind === undefined || catalogue.sheetOf(kind) === undefined;
  });
  return [
    explanation(form, entries, others),
    ...sheets,
    ...(others.length === 0 ? [] : [otherKinds(others, form)]),
  ];
}

interface Form {
  readonly scheme: Scheme;
  readonly ledger: Ledger;
}

const howTo = [
  '一、一种事实一张表，一行记一件事。表名和标题不要改，列的先后可以调整。',
  '二、标题带 * 的必须填；没有的内容空着，不要填“无”或 0。',
  '三、对象从下拉里选，也可以写名册里的编码、名称或曾用名；几个对象用“；”分开。',
  '四、日期写 2026-03-06。按月、按季报的数写期间（如 2026年第一季度），不写日期。',
  '五、数只写数字，单位在标题里；比率写 86% 或 43/50；约数写 约6000，只留存，不计分。',
  '六、同一件事的发现、催办、整改、再查，写同一个事项号。',
  '七、编号可以空着；以后要更正的，那一行必须有编号。写错的不改原行，在《更正》里另记一行，写明更正哪个编号。',
  '八、《经查无》由责任单位签认：这一条本期除已登记的以外没有别的；一个条款一期一行，有事实的条款也要签。',
  '九、《缺项说明》写明哪一条对哪个对象不适用、缺材料或记零，并写理由；对象空着就是全部对象。',
  '十、序号是全部事实登记的先后，可以空着；封存一期以前要补齐（程序导出的表里有）。',
];

function explanation(
  { scheme, ledger }: Form,
  entries: readonly { readonly kind: FactKind; readonly heard: Heard | undefined }[],
  others: readonly Heard[],
): NewSheet {
  const { catalogue } = ledger;
  const rows = entries.map(({ kind, heard }) => [
    catalogue.sheetOf(kind) ?? `${otherSheet}：${catalogue.wordOf(kind.kind)}`,
    kind.owner ?? '',
    kind.source ?? '',
    heard ? listeners(heard) : '',
  ]);
  const strange = others.flatMap((item) =>
    catalogue.entryOf(item.code) ? [] : [[`${otherSheet}：${item.code}`, '', '', listeners(item)]],
  );
  return {
    name: '说明',
    title: [`${scheme.name}　事实登记表`, ...howTo],
    columns: [
      { title: '表', type: 'text', width: 24 },
      { title: '登记部门', type: 'text', width: 14 },
      { title: '来源', type: 'text', width: 18 },
      { title: '听取它的条款', type: 'text', width: 80 },
    ],
    rows: [...rows, ...strange],
    landscape: true,
  };
}

function listeners({ clauses, isAskedElsewhere }: Heard): string {
  const lines = clauses.map(({ code, text }) => `${code} ${text}`);
  return [...lines, ...(isAskedElsewhere ? ['另用于等次、否决、结果运用或工资'] : [])].join('\n');
}

function kindSheet(kind: FactKind, heard: Heard | undefined, form: Form): NewSheet | undefined {
  const name = form.ledger.catalogue.sheetOf(kind);
  if (name === undefined) return undefined;
  const columns = columnsOf(kind, [], form.ledger, askedParts(kind, heard));
  const wanted = { kind, heard, form, hasPeriod: columns.some(isPart('period')) };
  return {
    name,
    title: titleLines(kind, heard),
    columns: columns.map((column) => dressed(column, wanted)),
    rows: [],
    spareRows,
    landscape: true,
  };
}

function titleLines(kind: FactKind, heard: Heard | undefined): string[] {
  const from = [
    kind.owner === undefined ? '' : `登记：${kind.owner}`,
    kind.source === undefined ? '' : `来源：${kind.source}`,
    heard && heard.clauses.length > 0
      ? `条款：${heard.clauses.map(({ code }) => code).join('、')}`
      : '',
  ].filter((part) => part !== '');
  return [kind.name, ...(from.length === 0 ? [] : [from.join('　')])];
}

/** Parts that the clauses ask for besides the usual ones. */
function askedParts(kind: FactKind, heard: Heard | undefined): Part[] {
  const clauses = (heard?.clauses ?? []).filter(({ on }) => heard && hears(on, heard.code));
  const isChosen = clauses.some(isDiscretion);
  const isDocumented = clauses.some(
    ({ requires, proof, rule }) =>
      requires === 'document' ||
      'decision' in rule ||
      proof?.some((way) => way === 'document' || way === 'decision'),
  );
  return [
    ...(kind.form === 'measure' ? (['period'] as const) : []),
    ...(isDocumented ? documentParts : []),
    ...(['event', 'judgement', 'decision'].includes(kind.form) ? (['private'] as const) : []),
    ...(isChosen ? (['chosenClause', 'chosenPoints', 'chosenReason'] as const) : []),
  ];
}

/** Whether a clause is about the kind, and does not only look at it beside another. */
function hears(on: string | readonly string[] | undefined, code: string): boolean {
  return Array.isArray(on) ? on.includes(code) : on === code;
}

/** Points enter from outside only here. */
function isDiscretion({ rule }: Heard['clauses'][number]): boolean {
  return (
    'range' in rule || 'decision' in rule || ('judges' in rule && rule.judges.field === undefined)
  );
}

interface Wanted {
  readonly kind: FactKind;
  readonly heard: Heard | undefined;
  readonly form: Form;
  readonly hasPeriod: boolean;
}

/** A column with its hint and its drop-down. */
function dressed(column: Column, wanted: Wanted): Column {
  const meaning = meaningOf(column.title, wanted.kind);
  if (typeof meaning !== 'object') return column;
  if ('part' in meaning) {
    const width = widths[meaning.part];
    const dress = partDress(meaning.part, wanted);
    return { ...column, ...(width === undefined ? {} : { width }), ...dress };
  }
  if ('role' in meaning) return { ...column, ...subjects('any', wanted) };
  return { ...column, ...fieldDress(meaning.field, wanted) };
}

type Dress = Omit<Column, 'title' | 'type'>;

function partDress(part: Part, wanted: Wanted): Dress {
  const { kind, heard, form, hasPeriod } = wanted;
  const sort = kind.about === 'unit' || kind.about === 'person' ? kind.about : 'any';
  switch (part) {
    case 'about':
      return {
        ...subjects(sort, wanted),
        ...(needsSubject(kind, false) ? { required: true } : {}),
      };
    case 'on':
      return {
        hint: `哪一天，写成 2026-03-06${hasPeriod ? '；整月整季的数写期间' : ''}`,
        ...(hasPeriod ? {} : { required: true }),
      };
    case 'period':
      return {
        hint: '整期的写这里：2026年3月、2026年第一季度、2026年',
        options: { values: periodsOf(form.scheme).map(periodLabel), strict: false },
        ...(kind.form === 'measure' ? {} : { required: true }),
      };
    case 'chosenClause': {
      const codes = (heard?.clauses ?? []).filter(isDiscretion).map(({ code }) => code);
      return { hint: '按哪一条裁量', options: { values: codes, strict: true } };
    }
    case 'private':
      return { hint: hints.private ?? '', options: { values: ['是'], strict: true } };
    case 'chosenPoints':
      return { hint: pointsHint(heard) };
    case 'reverses':
      return {
        hint: '要更正的那一条的编号',
        ...(kind.kind === 'reversal' ? { required: true } : {}),
      };
    default:
      return hints[part] === undefined ? {} : { hint: hints[part] };
  }
}

/** Room to write, in half-width characters; the other columns are as wide as their titles. */
const widths: { readonly [part in Part]?: number } = {
  about: 16,
  period: 18,
  docNo: 20,
  docBody: 16,
  chosenReason: 30,
  evidence: 22,
  recordedBy: 14,
  reviewedBy: 14,
  note: 26,
};

const hints: { readonly [part in Part]?: string } = {
  id: '可以空着；以后要更正的那一行必须有编号',
  matter: '同一件事的各条写同一个号',
  evidence: '照片、表册、文件等的名称，几样用；分开',
  chosenReason: '为什么是这个分',
  docNo: '如 青办〔2026〕8号',
  private: '涉及病、家事等的写“是”：公开时只写“按规定……”',
  seq: '全部事实登记的先后；可以空着，封存前补齐',
  reviewedBy: '与记录人不是同一人',
};

function subjects(sort: 'unit' | 'person' | 'any', { form }: Wanted): Dress {
  const values = form.ledger.names.all(sort);
  const hint = '从名册里选；几个用；分开';
  return values.length === 0 ? { hint } : { hint, options: { values, strict: false } };
}

function fieldDress(name: string, { kind, form }: Wanted): Dress {
  const { type, unit } = cellField(name, kind);
  const field = kind.fields?.[name];
  const required = field?.required ? { required: true } : {};
  if (name === 'clause') {
    const clauses = clausesOf(form.scheme).filter(
      ({ on }) => kind.form !== 'checked' || on !== undefined,
    );
    const values = clauses.map(({ code }) => code);
    return { ...required, hint: '条款编号', options: { values, strict: true } };
  }
  const options = field?.options;
  if (options) return { ...required, options: { values: options, strict: true } };
  const hint = {
    number: `只写数${unit === undefined ? '' : `，单位是${unit}`}`,
    rate: '86%、0.86 或 43/50',
    rank: '3 或 3/13（第 3 名，共 13 个）',
    date: name === 'done' ? '2026-03-06；还没有办结的写 否' : '2026-03-06',
    label: '',
    text: '',
  }[type ?? 'text'];
  return { ...required, ...(hint === '' ? {} : { hint }) };
}

function pointsHint(heard: Heard | undefined): string {
  const bounds = (heard?.clauses ?? []).flatMap(({ code, rule }) =>
    'range' in rule
      ? [`${code}：${rule.range.from} 至 ${rule.range.to}`]
      : 'decision' in rule && rule.decision.from !== undefined && rule.decision.to !== undefined
        ? [`${code}：${rule.decision.from} 至 ${rule.decision.to}`]
        : [],
  );
  return bounds.length === 0 ? '扣分写负数' : `扣分写负数；${bounds.join('；')}`;
}

/** Kinds that no catalogue knows share one sheet that names the kind of each row. */
function otherKinds(others: readonly Heard[], form: Form): NewSheet {
  const { catalogue } = form.ledger;
  const words = others.map(({ code }) => catalogue.wordOf(code));
  const fields = others.flatMap(({ code, clauses }) => {
    const kind = catalogue.entryOf(code);
    const names = kind ? Object.keys(kind.fields ?? {}) : fieldsRead(clauses);
    return names.map((name) => fieldColumn(name, kind));
  });
  const parts: readonly Part[] = [
    'matter',
    'docNo',
    'evidence',
    'recordedBy',
    'reviewedBy',
    'note',
  ];
  const head: Column[] = [
    { ...partColumn('kind'), required: true, options: { values: words, strict: true } },
    partColumn('id'),
    { ...partColumn('about'), options: { values: form.ledger.names.all('any'), strict: false } },
    partColumn('on'),
    partColumn('period'),
  ];
  const rest = [...parts, 'seq' as const].map(partColumn);
  const columns = new Map([...head, ...fields, ...rest].map((column) => [column.title, column]));
  return { name: otherSheet, columns: [...columns.values()], rows: [], spareRows, landscape: true };
}

function isPart(part: Part) {
  return ({ title }: Column) => title === partTitles[part][0];
}
