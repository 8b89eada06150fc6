/** What a published file and its public copy hold, and what a check of either tells. */

/** A line of a published tree; the thousandths of its children add up to its own. */
export interface PublishedLine {
  readonly kind: string;
  readonly code: string;
  readonly label: string;
  readonly milli: number;
  readonly struck: boolean;
  /** What its clause says. */
  readonly text: string;
  /** Numbers in the log of the facts that it rests on. */
  readonly facts: readonly number[];
  readonly children: readonly PublishedLine[];
}

export interface PublishedRow {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly total: string;
  readonly totalMilli: number;
  readonly rank: number | null;
  readonly note: string;
}

/** Where a subject stood in one edition, as printed. */
export interface PublishedPlace {
  readonly total: string;
  readonly rank: number | null;
}

/** A subject that a corrected edition tells otherwise; null where an edition does not have it. */
export interface PublishedChange {
  readonly name: string;
  readonly old: PublishedPlace | null;
  readonly new: PublishedPlace | null;
  /** The clauses whose marks are others and the papers that say so; no ground of anybody. */
  readonly why: readonly string[];
}

/** What a published file holds; `digests` names every part of it. */
export interface PublishedFile {
  readonly format: 'oneneedle-published-1';
  readonly head: {
    readonly town: string;
    readonly schemeName: string;
    readonly schemeVersion: string;
    readonly line: string;
    readonly period: string;
    readonly label: string;
    readonly edition: number;
    readonly replaces: number | null;
    /** The edition that a corrected one takes the place of, as its poster named it. */
    readonly corrects?: {
      readonly edition: number;
      readonly decisionNo: string;
      readonly postedOn: string;
    };
    readonly reason: string;
    readonly audience: 'public' | 'internal';
    readonly decision: { readonly body: string; readonly no: string; readonly on: string };
    /** 落款: who signs the notice, and when; files from before it was asked for have none. */
    readonly signature?: { readonly by: string; readonly on: string };
    readonly postedOn: string;
    readonly objectUntil: string;
    readonly objectTo: {
      readonly office?: string | undefined;
      readonly person: string;
      readonly telephone: string;
      readonly place: string;
    };
    /** From receipt to the written answer; files from before it was written have none. */
    readonly answerWithin?: { readonly workdays: number } | { readonly days: number };
    readonly receiptCode: string;
    /** Equal totals share a rank; the next is skipped unless ranks are dense. */
    readonly isDense: boolean;
    /** Ranked within each group, or over all. */
    readonly isByGroup: boolean;
    readonly groups: readonly { readonly code: string; readonly name: string }[];
  };
  readonly rows: readonly PublishedRow[];
  /** What a corrected edition changed; absent in a first edition. */
  readonly changes?: readonly PublishedChange[];
  readonly trees: Readonly<Record<string, PublishedLine>>;
  /** Leaves of facts that may be read, by their number; the others are in the log by their hash alone. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly log: {
    readonly size: number;
    readonly root: string;
    readonly leaves: readonly string[];
  };
  readonly digests: {
    readonly head: string;
    readonly rows: Readonly<Record<string, string>>;
    readonly changes?: string;
    readonly trees: Readonly<Record<string, string>>;
    readonly facts: Readonly<Record<string, string>>;
    /** Of the leaves in order of their hashes: tells an order that was changed from other leaves. */
    readonly leafSet: string;
  };
}

/** A line that anybody may take home: no sentence and no day of a fact, what its clause says under `rules`. */
export type PublicLine = Omit<PublishedLine, 'text' | 'children'> & {
  readonly children: readonly PublicLine[];
};

/** The public copy of a published file of units: it adds up and is ranked without a fact being told. */
export interface PublicFile
  extends Pick<PublishedFile, 'head' | 'rows'>,
    Required<Pick<PublishedFile, 'changes'>> {
  readonly format: 'oneneedle-public-1';
  /** No leaf of it: one without a sentence could be guessed from its hash. Copies from before have them, unread. */
  readonly log: Pick<PublishedFile['log'], 'size' | 'root'>;
  /** What each clause says, by its number. */
  readonly rules: Readonly<Record<string, string>>;
  readonly trees: Readonly<Record<string, PublicLine>>;
  readonly digests: {
    readonly head: string;
    readonly rules: string;
    readonly changes: string;
    readonly rows: Readonly<Record<string, string>>;
    readonly trees: Readonly<Record<string, string>>;
  };
  /** 核对码: over every part; the poster prints its beginning and its end. */
  readonly root: string;
}

/** Something that is not as it was published, named. */
export interface FileFault {
  readonly code:
    | 'file-unreadable'
    | 'file-changed'
    | 'code-short'
    | 'root-changed'
    | 'part-changed'
    | 'sum-wrong'
    | 'rank-wrong'
    | 'fact-changed'
    | 'log-reordered'
    | 'log-changed';
  readonly sentence: string;
}

/** What was checked, in Chinese, and what is wrong; no fault means that the list can be trusted. */
export interface FileCheck {
  readonly title: string;
  readonly sha256: string;
  /** 核对码 of what the file says now; '' where it cannot be read. */
  readonly root: string;
  /** How many subjects and facts were worked out again. */
  readonly subjects: number;
  readonly facts: number;
  /** A public copy: neither a fact nor an entry of the log could be checked. */
  readonly isPublic: boolean;
  readonly checked: readonly string[];
  readonly faults: readonly FileFault[];
}
