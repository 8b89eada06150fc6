/**
 * An official document as plain data. Whoever writes one names its parts; where they stand on the
 * page, in which font and size, is the engine's business.
 *
 * There is deliberately no 密级: the system holds no state secrets.
 */

import type { IsoDate } from '@oneneedle/kernel';

/** A document; text that reads 【…待定】 is shaded wherever it stands, so that nobody signs over it. */
export interface OfficialDocument {
  /** The red head with its line; a text without one begins with its title. */
  readonly head?: RedHead;
  /** 份号, printed as six digits. */
  readonly copyNumber?: number;
  /** A line each at the top left: 特急, 内部资料, 演示数据. */
  readonly marks?: readonly string[];
  /** Phrases that a line of the title may not break, in order; together they are the title. */
  readonly title: readonly string[];
  /** Lines below the title: by whom and when it was adopted. */
  readonly underTitle?: readonly string[];
  /** 主送机关, without the colon. */
  readonly addressee?: string;
  readonly body: readonly Block[];
  readonly signature?: Signature;
  /** Where whoever it is handed to signs, below the signature. */
  readonly receipt?: Table;
  /** 附注, without the brackets. */
  readonly note?: string;
  /** What it was made from, in a small line below everything else of the text. */
  readonly source?: string;
  /** The whole text lies across, for a wide table; such a document has no appendices and no imprint. */
  readonly landscape?: boolean;
  /** Each begins on a new page; their titles are listed below the body as 附件说明. */
  readonly appendices?: readonly Appendix[];
  /** 抄送机关, without the full stop. */
  readonly copyTo?: string;
  readonly printedBy?: { readonly name: string; readonly on: IsoDate };
}

/** 版头: the agency's name in red, the number and the red line. */
export interface RedHead {
  /** 发文机关标志 as printed: 青禾镇人民政府文件, 青禾镇党政联席会议纪要. */
  readonly text: string;
  /** 发文字号: 青政发〔2026〕6号. */
  readonly number: string;
  /** Sets it in the size of a name of so many characters, where it is yet to be filled in. */
  readonly fits?: number;
  /** 签发人, only of a document to a superior. */
  readonly signers?: readonly string[];
}

/** 署名 and 成文日期; what is not known yet is printed as 待定. */
export interface Signature {
  readonly name?: string;
  readonly on?: IsoDate;
  /** What a template prints in place of the day. */
  readonly onWords?: string;
  /** Leaves the place that a seal needs. */
  readonly sealed: boolean;
}

export interface Appendix {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Lies across, for wide tables. */
  readonly landscape?: boolean;
}

export type Block = Heading | TextBlock | Table;

/** 层次: the engine numbers it 一、（一）1.（1） by its place; deeper numbers begin again. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
}

/** A paragraph, indented by two characters unless it is placed otherwise. */
export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  /** Words before the text that stand out: 出席：. */
  readonly lead?: string;
  readonly place?: 'left' | 'center' | 'right';
}

/** A table as wide as the type area. The head is repeated on every page. */
export interface Table {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  /** Rows of the head and below it; a cell that a span covers is left out of its row. */
  readonly head: readonly (readonly TableCell[])[];
  readonly rows: readonly (readonly TableCell[])[];
  /** 五号 instead of 小四. */
  readonly small?: boolean;
}

export interface TableColumn {
  /** The share of the width, in any unit that is the same for all columns. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** Text alone, or with the rows and columns that the cell spans. */
export type TableCell =
  | string
  | {
      readonly text: string;
      readonly rows?: number;
      readonly columns?: number;
      readonly align?: TableColumn['align'];
    };
