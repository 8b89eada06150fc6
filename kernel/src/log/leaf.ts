/** What a leaf of the ledger's log says about a posted fact, and what it leaves erasable. */

import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Chosen, Fact } from '../book/book.ts';
import { canonicalJson, hashOf } from '../explain/receipt.ts';
import { type HashHex, isHash } from './tree.ts';

/** A fact in the ledger, with the instant of its posting in UTC: `2026-03-06T08:30:00.000Z`. */
export interface PostedFact extends Fact {
  readonly postedAt: string;
}

/** Sentences that people wrote. They may name somebody, so they can be erased. */
export interface FreeText {
  /** The recorder's `note`. */
  readonly note?: string;
  /** The `reason` of `chosen`. */
  readonly reason?: string;
}

/** The form of the leaf; another form gets another number, so that old leaves stay readable. */
const version = 1;

/**
 * The bytes of a leaf: canonical JSON `{"fact":…,"text":…,"version":1}`, UTF-8. It commits to `id`,
 * `seq`, `kind`, `form`, `about`, `on`, `to`, `period`, `values`, `tags`, `matter`, `doc`, `chosen`
 * without its reason, `evidence` (hashes of the files), `recordedBy`, `reviewedBy`, `postedAt`,
 * `countsIn` and `reverses`; and to the free text by its digest alone, so that a retention period
 * may erase the text and the proof stands. A key without a value is left out; lists keep their order.
 *
 * What is committed can never be erased: persons stand in `about`, `recordedBy` and `reviewedBy` by
 * opaque codes, and no name belongs in `values`, `tags` or `doc`.
 *
 * Refuses with a TypeError a fact that carries free text without its digest, and a value that has
 * no canonical JSON; with a RangeError another digest or instant than stated.
 */
export function factLeaf(fact: PostedFact, textDigestHex?: HashHex): Uint8Array {
  if (textDigestHex === undefined && freeTextOf(fact) !== undefined) {
    throw new TypeError(`the free text of fact ${fact.id} needs its digest`);
  }
  if (textDigestHex !== undefined && !isHash(textDigestHex)) {
    throw new RangeError(`not a SHA-256 hash in hexadecimal: ${textDigestHex}`);
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(fact.postedAt)) {
    throw new RangeError(`not an instant in UTC with milliseconds: ${fact.postedAt}`);
  }
  return utf8ToBytes(canonicalJson({ version, fact: committed(fact), text: textDigestHex }));
}

/**
 * The salted digest of free text: SHA-256 of its canonical JSON, in hexadecimal. `salt` is at least
 * 16 random bytes in hexadecimal, new for each fact; it is kept beside the text and erased with it,
 * or a short sentence could be guessed from its digest. No text and empty text are the same.
 * Refuses with a RangeError a shorter salt.
 */
export function textDigest({
  salt,
  note = '',
  reason = '',
}: FreeText & { readonly salt: string }): HashHex {
  if (!/^(?:[0-9a-f]{2}){16,}$/.test(salt)) {
    throw new RangeError('a salt is at least 16 bytes in hexadecimal');
  }
  return hashOf({ salt, note, reason });
}

/** The free text of a fact; undefined if there is none, or if it was erased. */
export function freeTextOf({ note, chosen }: Pick<Fact, 'note' | 'chosen'>): FreeText | undefined {
  const text: FreeText = {
    ...(note ? { note } : {}),
    ...(chosen?.reason ? { reason: chosen.reason } : {}),
  };
  return Object.keys(text).length === 0 ? undefined : text;
}

/** Every key is named, so that a new key of a fact cannot slip past the log, nor text into it. */
function committed(fact: PostedFact) {
  return {
    id: fact.id,
    seq: fact.seq,
    kind: fact.kind,
    form: fact.form,
    about: fact.about,
    on: fact.on,
    to: fact.to,
    period: fact.period,
    values: fact.values,
    tags: fact.tags,
    matter: fact.matter,
    doc: fact.doc,
    chosen: fact.chosen && withoutReason(fact.chosen),
    evidence: fact.evidence,
    recordedBy: fact.recordedBy,
    reviewedBy: fact.reviewedBy,
    postedAt: fact.postedAt,
    countsIn: fact.countsIn,
    reverses: fact.reverses,
  } satisfies Record<Exclude<keyof PostedFact, 'note'>, unknown>;
}

function withoutReason({ scheme, clause, points }: Chosen) {
  return { scheme, clause, points } satisfies Record<Exclude<keyof Chosen, 'reason'>, unknown>;
}
