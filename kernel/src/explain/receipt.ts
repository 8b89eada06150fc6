/**
 * Receipts: which rules, which names, which facts and which program gave a result. Anyone who has
 * the same inputs can work it out again and compare hashes.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Fact, Roster } from '../book/book.ts';
import type { Assessment } from '../evaluate/assessment.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { Calendar } from '../time/workdays.ts';
import { kernelVersion } from '../version.ts';
import { factsUsed } from './lines.ts';

/** Root and size of the ledger's tree of hashes, where there is a ledger. */
interface LedgerMark {
  readonly root: string;
  readonly size: number;
}

export interface Receipt {
  readonly kernelVersion: string;
  readonly schemeSha256: string;
  readonly rosterSha256: string;
  readonly calendarSha256: string;
  /** All facts known by the result's `upTo`, as a set: their order changes nothing. */
  readonly factsKnown: FactSet;
  /** Those of them that its lines name. */
  readonly factsUsed: FactSet;
  readonly resultSha256: string;
  readonly ledger?: LedgerMark;
}

/** How many different facts, and one hash over them. */
interface FactSet {
  readonly count: number;
  readonly sha256: string;
}

/** The receipt of a result. `facts` are all facts of the book; later ones are left out here. */
export function receipt({
  scheme,
  roster,
  calendar,
  facts,
  result,
  ledger,
}: {
  scheme: Scheme;
  roster: Roster;
  calendar: Calendar;
  facts: readonly Fact[];
  result: Assessment;
  ledger?: LedgerMark;
}): Receipt {
  const known = facts.filter((fact) => fact.seq <= result.upTo);
  const used = new Set(factsUsed(result));
  return {
    kernelVersion,
    schemeSha256: hashOf(scheme),
    rosterSha256: hashOf(roster),
    calendarSha256: hashOf(calendar),
    factsKnown: factSet(known),
    factsUsed: factSet(known.filter((fact) => used.has(fact.id))),
    resultSha256: hashOf(result),
    ...(ledger ? { ledger } : {}),
  };
}

/** One hash over a set of facts: each is hashed, the hashes are sorted, equal ones count once. */
export function factSet(facts: readonly Fact[]): FactSet {
  const hashes = [...new Set(facts.map(hashOf))].sort();
  return { count: hashes.length, sha256: hashText(hashes.join('\n')) };
}

/** SHA-256 of the canonical text of a value, in hexadecimal. */
export function hashOf(value: unknown): string {
  return hashText(canonicalJson(value));
}

/**
 * The one JSON text of a value: keys sorted, no spaces. A key without a value is left out. Refuses
 * with a TypeError what has no single text: fractions, unsafe integers, BigInt, and anything that
 * is not a plain object, list, text, truth value or null.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') {
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`not a safe integer: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new TypeError(`no canonical text for ${typeof value}`);
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${fields.join(',')}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
