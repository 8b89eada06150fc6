/** A fact as it is being typed: what a form keeps, where it comes from, and what is sent. Pure. */

import type { EntryWords } from '@oneneedle/contract';
import { privateTag } from '@oneneedle/contract/constants';
import type { Entry, Fact, Kind } from './replies.ts';

/** All of the form as text, so that it can be kept as it stands. */
export interface RecordDraft {
  line: string;
  clause: string;
  kind: string;
  subjects: readonly string[];
  /** Who plays which part besides the subject. */
  parts: Readonly<Record<string, string>>;
  on: string;
  to: string;
  period: string;
  values: Readonly<Record<string, string>>;
  points: string;
  reason: string;
  docNo: string;
  docBody: string;
  docDate: string;
  docLevel: string;
  /** One paper a line. */
  papers: string;
  files: readonly string[];
  matter: string;
  note: string;
  /** What was set on it elsewhere stays; one of them says that its ground is private. */
  tags: readonly string[];
}

export const emptyDraft: RecordDraft = {
  line: '',
  clause: '',
  kind: '',
  subjects: [],
  parts: {},
  on: '',
  to: '',
  period: '',
  values: {},
  points: '',
  reason: '',
  docNo: '',
  docBody: '',
  docDate: '',
  docLevel: '',
  papers: '',
  files: [],
  matter: '',
  note: '',
  tags: [],
};

/** The draft with its ground private, or told as every other. */
export function withPrivacy({ tags }: RecordDraft, isPrivate: boolean): Pick<RecordDraft, 'tags'> {
  const others = tags.filter((tag) => tag !== privateTag);
  return { tags: isPrivate ? [...others, privateTag] : others };
}

/** The next one of the same sort: what seldom changes stays. */
export function nextDraft({ line, clause, kind, on, period }: RecordDraft): RecordDraft {
  return { ...emptyDraft, line, clause, kind, on, period };
}

/** An entry or a fact as the form shows it. */
export function draftOf(record: Entry | Fact): RecordDraft {
  const { kind, subjects, on, to, period, values, chosen, doc, evidence, files, tags } = record;
  const clause = 'clause' in record ? record.clause : undefined;
  return {
    line: chosen?.line ?? clause?.line ?? '',
    clause: chosen?.clause ?? clause?.code ?? '',
    kind,
    subjects: subjects.filter(({ as }) => as === '').map(({ code }) => code),
    parts: Object.fromEntries(
      subjects.filter(({ as }) => as !== '').map(({ code, as }) => [as, code]),
    ),
    on: on ?? '',
    to: to ?? '',
    period: period ?? '',
    values: Object.fromEntries(values.map(({ name, text }) => [name, text])),
    points: chosen?.points ?? '',
    reason: chosen?.reason ?? '',
    docNo: doc?.no ?? '',
    docBody: doc?.body ?? '',
    docDate: doc?.date ?? '',
    docLevel: doc?.level ?? '',
    papers: evidence.join('\n'),
    files: files.map(({ id }) => id),
    matter: record.matter ?? '',
    note: record.note ?? '',
    tags: [...tags],
  };
}

/** What is sent; fields of another kind that were typed before are left out. */
export function wordsOf(draft: RecordDraft, kind: Kind | undefined): EntryWords {
  const { line, clause, on, to, period, matter, note } = draft;
  const own = new Set(kind?.fields.map(({ name }) => name));
  const roles = new Set(kind?.parts);
  const parts = Object.entries(draft.parts).filter(([as, code]) => roles.has(as) && code !== '');
  const values = Object.entries(draft.values).filter(
    ([name, text]) => own.has(name) && text !== '',
  );
  return {
    kind: draft.kind,
    ...(clause === '' ? {} : { clause: { line, code: clause } }),
    about: [
      ...draft.subjects.map((subject) => ({ subject, as: '' })),
      ...parts.map(([as, subject]) => ({ subject, as })),
    ],
    ...(on === '' ? {} : { on }),
    ...(to === '' ? {} : { to }),
    ...(period === '' ? {} : { period }),
    values: Object.fromEntries(values),
    ...(matter.trim() === '' ? {} : { matter: matter.trim() }),
    tags: [...draft.tags],
    ...docOf(draft),
    ...(draft.points.trim() === '' || clause === ''
      ? {}
      : { chosen: { line, clause, points: draft.points.trim(), reason: draft.reason } }),
    evidence: draft.papers
      .split('\n')
      .map((paper) => paper.trim())
      .filter((paper) => paper !== ''),
    files: [...draft.files],
    ...(note.trim() === '' ? {} : { note }),
  };
}

function docOf({ docNo, docBody, docDate, docLevel }: RecordDraft): Pick<EntryWords, 'doc'> {
  if (docNo.trim() === '') return {};
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return {
    doc: { no: docNo.trim(), body: given(docBody), date: given(docDate), level: given(docLevel) },
  };
}

/** The draft as it was kept in this browser; anything else gives none. */
export function draftFrom(text: string | null): RecordDraft | undefined {
  try {
    const read: unknown = JSON.parse(text ?? 'null');
    if (typeof read !== 'object' || read === null) return undefined;
    // What was typed before there were tags is not lost.
    const kept: Record<string, unknown> = { tags: [], ...read };
    const fits = Object.entries(emptyDraft).every(
      ([name, empty]) => typeof kept[name] === typeof empty,
    );
    return fits ? (kept as unknown as RecordDraft) : undefined;
  } catch {
    return undefined;
  }
}
