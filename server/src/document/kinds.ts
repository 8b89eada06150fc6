/** The kinds of documents that are numbered and kept. Another kind is another line of this table. */

import type { Filling, KindTable } from './fields.ts';
import { answer, rectification, slip } from './forms.ts';
import type { OfficialDocument } from './model.ts';
import {
  honourNotice,
  outcomeNotice,
  resultNotice,
  talkNotice,
  withholdNotice,
} from './notice-forms.ts';
import { paper } from './papers.ts';

export const kinds = {
  circular: paper('通报', ['关于2026年10月工作情况的通报']),
  notice: paper('通知', ['关于做好2026年度考核工作的通知']),
  publication: paper('公示', ['关于2026年第三季度考核结果的公示']),
  slip,
  rectification,
  answer,
  result: resultNotice,
  talk: talkNotice,
  honour: honourNotice,
  withholding: withholdNotice,
  decision: outcomeNotice,
  selection: paper('推荐名单', ['关于2026年度通报表扬推荐名单的公示']),
  scheme: paper('考核办法', ['青禾镇村日常工作考核办法']),
  table: paper('表', ['2026年第三季度考核得分表']),
} as const;

export type DocumentKind = keyof typeof kinds;

/** The data that each kind is made from. */
export type DocumentData = {
  readonly [K in DocumentKind]: (typeof kinds)[K] extends KindTable<infer D> ? D : never;
};

export const documentKinds = Object.keys(kinds) as DocumentKind[];

/** The kind of a name; what came from outside was checked by the contract. */
export function kindTable<K extends DocumentKind>(kind: K): KindTable<DocumentData[K]> {
  return kinds[kind] as unknown as KindTable<DocumentData[K]>;
}

/** The two fields that every kind has beside its own. */
export const commonFields = {
  number: { label: '内部编号', isRequired: false },
  source: { label: '数据来源', isRequired: true },
} as const;

/** What names a document: its running number and what it was made from. */
export interface Origin {
  /** `通报2026-003` */
  readonly number: string;
  /** `2026年第三季度第2版（凭据码 9F3A-…）` */
  readonly madeFrom: string;
}

/** The default of a kind for data, with its source in a small line. */
export function defaultDocument<K extends DocumentKind>(
  kind: K,
  data: DocumentData[K],
  { number, madeFrom }: Origin,
): OfficialDocument {
  const source = `内部编号：${number}　数据来源：${madeFrom}`;
  return { ...kindTable(kind).document(data), source };
}

/** What a template of the kind is filled with. */
export function fillingOf<K extends DocumentKind>(
  kind: K,
  data: DocumentData[K],
  { number, madeFrom }: Origin,
): Filling {
  return {
    ...kindTable(kind).filling(data),
    [commonFields.number.label]: number,
    [commonFields.source.label]: madeFrom,
  };
}

/** The title of a document in one line. */
export function titleOf<K extends DocumentKind>(kind: K, data: DocumentData[K]): string {
  return kindTable(kind).title(data).join('');
}
