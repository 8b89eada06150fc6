/** A fact as the table keeps it: what its leaf commits to, and beside it the text that may go. */

import { randomBytes } from 'node:crypto';
import {
  type Chosen,
  type Fact,
  type FreeText,
  factLeaf,
  freeTextOf,
  type HashHex,
  leafHash,
  type PostedFact,
  textDigest,
} from '@oneneedle/kernel';

/** The part of a posted fact that is never erased: everything but sentences of people. */
export type FactBody = Omit<PostedFact, 'note' | 'chosen'> & {
  readonly chosen?: Omit<Chosen, 'reason'>;
};

/** The free text of a fact with the salt of its digest. */
export interface SaltedText extends FreeText {
  readonly salt: string;
}

/** A fact on its way into the table. */
export interface StoredFact {
  readonly body: FactBody;
  readonly text?: SaltedText;
  readonly textDigest?: HashHex;
  readonly leafHash: HashHex;
}

/** What stands where a reason stood that was erased when its time was over. */
const erasedReason = '理由已按保存期限销毁。';

/** Takes a fact apart and hashes its leaf; `salt` is new for every fact that has free text. */
export function storedOf(
  fact: PostedFact,
  newSalt: () => string = () => randomBytes(16).toString('hex'),
): StoredFact {
  const { note: _, chosen, ...rest } = fact;
  const body: FactBody = {
    ...rest,
    ...(chosen === undefined ? {} : { chosen: withoutReason(chosen) }),
  };
  const free = freeTextOf(fact);
  if (free === undefined) return { body, leafHash: leafOf(body) };
  const text = { ...free, salt: newSalt() };
  const digest = textDigest(text);
  return { body, text, textDigest: digest, leafHash: leafOf(body, digest) };
}

/** The hash of the leaf of a stored fact. Throws for a body that is not one of a fact. */
export function leafOf(body: FactBody, digest?: HashHex): HashHex {
  return leafHash(factLeaf(body as PostedFact, digest));
}

/** A fact as its rows have it. */
export interface StoredRow {
  readonly body: FactBody;
  readonly text: FreeText | undefined;
  /** Digest of the free text; null where there never was any. */
  readonly textDigest: string | null;
}

/** The fact as everybody reads it; erased text is left out, and said where a reason must stand. */
export function factIn({ body, text, textDigest: digest }: StoredRow): PostedFact {
  const { chosen, ...rest } = body;
  // Points of a judge may never have had a reason: only what was written can have been erased.
  const isErased = text === undefined && digest !== null;
  const reason = text?.reason ?? (isErased ? erasedReason : '');
  return {
    ...rest,
    ...(chosen === undefined ? {} : { chosen: { ...chosen, reason } }),
    ...(text?.note ? { note: text.note } : {}),
  } satisfies Fact;
}

function withoutReason({ scheme, clause, points }: Chosen): Omit<Chosen, 'reason'> {
  return { scheme, clause, points };
}
