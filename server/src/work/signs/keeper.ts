/** Signs and work groups as a list that a clerk keeps in a workbook. */

import { randomUUID } from 'node:crypto';
import { type IsoDate, isoDate } from '@oneneedle/kernel';
import {
  dayIn,
  type ListKeeper,
  type ListTable,
  type Names,
  namesOf,
  rosterOf,
  safeText,
  shown,
  textIn,
} from '../../org/index.ts';
import { type Cell, type Ctx, chinaDay } from '../../platform/index.ts';
import { allSigns, insertSign, type SignKind, type SignRow, updateSign } from './store.ts';

/** A row of the workbook. */
export interface ListedSign {
  /** Of one that is kept already. */
  readonly id?: string;
  readonly unit: string;
  readonly kind: SignKind;
  readonly name: string;
  readonly office: string;
  readonly basis: string;
  readonly isKept: boolean;
  readonly sinceOn?: IsoDate;
  readonly countedOn: IsoDate;
  readonly endedOn?: IsoDate;
  readonly how: string;
  readonly evidence: string;
}

const kindWords: Readonly<Record<SignKind, string>> = { sign: '牌子', group: '工作群' };
const keptWord = '保留';

/** The register as a list in a workbook. */
export const signKeeper: ListKeeper<ListedSign> = {
  tableFor: async ({ db, now }) =>
    tableOf(namesOf(await rosterOf(db)), {
      today: isoDate(chinaDay(now)),
      living: livingOf(await allSigns(db)),
    }),
  existing: async ({ db }) => (await allSigns(db)).map(listed),
  save: async (ctx, { added, changed }) => putSigns(ctx, [...changed, ...added]),
};

/** Writes rows down; what has an id is changed. */
export async function putSigns(
  { db, tenant }: Pick<Ctx, 'db' | 'tenant'>,
  signs: readonly ListedSign[],
): Promise<void> {
  for (const { id, unit, isKept, sinceOn, countedOn, endedOn, how, ...said } of signs) {
    const values = {
      ...said,
      unit_code: unit,
      is_kept: isKept,
      since_on: sinceOn ?? null,
      counted_on: countedOn,
      ended_on: endedOn ?? null,
      ended_how: how,
    };
    if (id !== undefined) await updateSign(db, id, values);
    else await insertSign(db, { tenant_id: tenant.id, id: randomUUID(), ...values });
  }
}

function listed(row: SignRow): ListedSign {
  return {
    id: row.id,
    unit: row.unit_code,
    kind: row.kind as SignKind,
    name: row.name,
    office: row.office,
    basis: row.basis,
    isKept: row.is_kept,
    countedOn: isoDate(row.counted_on),
    how: row.ended_how,
    evidence: row.evidence,
    ...(row.since_on === null ? {} : { sinceOn: isoDate(row.since_on) }),
    ...(row.ended_on === null ? {} : { endedOn: isoDate(row.ended_on) }),
  };
}

type Named = Pick<ListedSign, 'unit' | 'kind' | 'name'>;
const nameKey = ({ unit, kind, name }: Named) => `${unit}\n${kind}\n${name}`;

/** On which day what still hangs was counted. */
function livingOf(rows: readonly SignRow[]): Map<string, string> {
  const living = rows.map(listed).filter(({ endedOn }) => endedOn === undefined);
  return new Map(living.map((one) => [nameKey(one), one.countedOn]));
}

interface Standing {
  readonly today: IsoDate;
  readonly living: Map<string, string>;
}

/** What is wrong with a row as a whole. */
function wrongWith(sign: ListedSign, { today, living }: Standing): string | undefined {
  const { sinceOn, countedOn, endedOn, isKept, basis, how } = sign;
  if (sinceOn !== undefined && sinceOn > countedOn)
    return `挂牌建群日期 ${sinceOn} 晚于清点日期 ${countedOn}；请核对。`;
  if (countedOn > today) return `清点日期 ${countedOn} 晚于今天；请核对。`;
  if (endedOn !== undefined && (endedOn < countedOn || endedOn > today))
    return `清掉日期 ${endedOn} 要在清点日期以后，不晚于今天；请核对。`;
  if (endedOn !== undefined && how === '') return '写了清掉日期，没有写怎么清的；请补上。';
  if (isKept && basis === '') return '写了保留，没有写依据；请写是哪份文件允许的。';
  const other = living.get(nameKey(sign));
  if (endedOn !== undefined) {
    if (other === countedOn) living.delete(nameKey(sign));
    return undefined;
  }
  if (other !== undefined && other !== countedOn)
    return `这一条已经登记，清点日期是 ${other}，还没有清掉；不用再登记。`;
  living.set(nameKey(sign), countedOn);
  return undefined;
}

function tableOf(names: Names, standing: Standing): ListTable<ListedSign> {
  return {
    name: '牌子和工作群',
    keyOf: (sign) => `${nameKey(sign)}\n${sign.countedOn}`,
    labelOf: ({ unit, kind, name }) => `${names.nameOf(unit, 'unit')} ${kindWords[kind]} ${name}`,
    blank: {
      unit: '',
      kind: 'sign',
      name: '',
      office: '',
      basis: '',
      isKept: false,
      countedOn: standing.today,
      how: '',
      evidence: '',
    },
    refuse: (sign) => wrongWith(sign, standing),
    columns: [...nameColumns(names), ...standingColumns],
  };
}

const text = { type: 'text', read: textIn } as const;
const day = { type: 'date', read: dayIn, hint: '写成 2026-03-06' } as const;

/** What it is, where, and whose. */
function nameColumns(names: Names): ListTable<ListedSign>['columns'] {
  return [
    {
      ...text,
      key: 'unit',
      title: '村',
      also: ['单位名称', '村名'],
      required: true,
      read: (cell) => villageIn(names, cell),
      write: ({ unit }) => names.nameOf(unit, 'unit'),
    },
    {
      key: 'kind',
      title: '类别',
      also: ['种类'],
      type: 'text',
      required: true,
      options: Object.values(kindWords),
      read: kindIn,
      write: ({ kind }) => kindWords[kind],
    },
    {
      ...text,
      key: 'name',
      title: '名称',
      also: ['牌子名称', '群名', '群名称'],
      required: true,
      write: ({ name }) => safeText(name),
    },
    {
      ...text,
      key: 'office',
      title: '挂牌建群部门',
      also: ['挂牌部门', '建群部门', '部门'],
      required: true,
      hint: '镇里的写部门名称；县里的写单位名称',
      read: (cell) => officeIn(names, cell),
      write: ({ office }) => safeText(names.nameOf(office, 'unit')),
    },
  ];
}

function villageIn(names: Names, cell: Cell) {
  const read = textIn(cell);
  return 'problem' in read ? read : names.codeIn(read.value, 'unit');
}

/** An office of the town, or whatever is called so outside of it. */
function officeIn(names: Names, cell: Cell) {
  const read = textIn(cell);
  if ('problem' in read) return read;
  const found = names.codeIn(read.value, 'unit');
  return 'value' in found ? found : { value: read.value.trim().slice(0, 80) };
}

function kindIn(cell: Cell) {
  const read = textIn(cell);
  if ('problem' in read) return read;
  const found = Object.entries(kindWords).find(([, word]) => word === read.value.trim());
  if (found) return { value: found[0] as SignKind };
  return {
    problem: `“${shown(read.value)}”不是类别；请写 ${Object.values(kindWords).join('、')} 之一。`,
  };
}

function keptIn(cell: Cell) {
  const read = textIn(cell);
  if ('problem' in read) return read;
  const word = read.value.trim();
  if (word === keptWord || word === '是') return { value: true };
  if (word === '否' || word === '不保留') return { value: false };
  return { problem: `“${shown(word)}”看不懂；规定允许保留的写“保留”，不保留的空着或写“否”。` };
}

/** Whether it stays, and what became of it. */
const standingColumns: ListTable<ListedSign>['columns'] = [
  {
    ...text,
    key: 'basis',
    title: '依据',
    also: ['设定依据', '文号'],
    write: ({ basis }) => (basis === '' ? '' : safeText(basis)),
  },
  {
    key: 'isKept',
    title: '是否保留',
    type: 'text',
    options: [keptWord],
    hint: '规定允许保留的写“保留”，并写依据',
    read: keptIn,
    write: ({ isKept }) => (isKept ? keptWord : ''),
  },
  {
    ...day,
    key: 'sinceOn',
    title: '挂牌建群日期',
    also: ['挂牌日期', '建群日期'],
    write: ({ sinceOn = '' }) => sinceOn,
  },
  {
    ...day,
    key: 'countedOn',
    title: '清点日期',
    required: true,
    write: ({ countedOn }) => countedOn,
  },
  { ...day, key: 'endedOn', title: '清掉日期', write: ({ endedOn = '' }) => endedOn },
  {
    ...text,
    key: 'how',
    title: '怎么清的',
    also: ['清理方式'],
    write: ({ how }) => (how === '' ? '' : safeText(how)),
  },
  {
    ...text,
    key: 'evidence',
    title: '凭据',
    hint: '照片、通知放在哪里',
    write: ({ evidence }) => (evidence === '' ? '' : safeText(evidence)),
  },
];
