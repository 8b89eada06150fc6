/** How an address of the API is written down: one line says method, path and what it carries. */

import { oc } from '@orpc/contract';
import { z } from 'zod';

/** What the gate must know of an address beside its shapes. */
export interface AddressMeta {
  /** Names of input fields with personal data: the audit keeps a digest of them, never the value. */
  readonly personal?: readonly string[];
  /** It makes something new: the request must carry an `idempotency-key`. */
  readonly creates?: boolean;
  /** It only reads, though it is no GET: nothing is written, audited or kept for repetition. */
  readonly reads?: boolean;
  /** It reads what is personal: who read is audited, its reply is kept nowhere, a repetition reads again. */
  readonly isReadingKept?: boolean;
  /** Text fields of the reply that are kept nowhere: a repeated request hears them empty. */
  readonly shownOnce?: readonly string[];
}

const address = oc.$meta<AddressMeta>({});

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Words extends AddressMeta {
  /** One English sentence for whoever reads the OpenAPI page. */
  readonly summary: string;
}

/** An address of one town: its input always has `town`. */
export function inTown(method: Method, path: `/${string}`, { summary, ...meta }: Words) {
  return address.route({ method, path: `/towns/{town}${path}`, summary }).meta(meta);
}

/** An address outside of towns: sign-in, set-up, health, or what an account sees of itself. */
export function outside(method: Method, path: `/${string}`, { summary, ...meta }: Words) {
  return address.route({ method, path, summary }).meta(meta);
}

/** The short name of a town in addresses: `qinghe`. */
export const townCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,29}$/)
  .describe('short name of the town in addresses');

/** The input of an address of a town. */
export function townInput<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject({ town: townCode, ...shape });
}

/** A whole number in a query, where everything arrives as text. */
export function queryNumber(max: number) {
  return z
    .union([z.int(), z.string().regex(/^\d{1,9}$/)])
    .transform(Number)
    .pipe(z.int().min(0).max(max));
}

/** Yes or no in a query. */
export const queryFlag = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .transform((value) => value === true || value === 'true');

/** Years 1000 to 2999: what is outside is a slip, and calendars disagree on it. */
function isUsualYear(text: string): boolean {
  return /^[12]/.test(text);
}

/** `2026-03-06` */
export const isoDate = z.iso.date().refine(isUsualYear);
/** `2026-03-06T08:30:00.000Z` */
export const instant = z.iso.datetime();
/** `2026`, `2026-H1`, `2026-Q1`, `2026-03` */
export const periodId = z
  .string()
  .regex(/^\d{4}(?:-(?:H[12]|Q[1-4]|\d{2}))?$/)
  .refine((text) => isUsualYear(text) && !/-(?:00|1[3-9]|[2-9]\d)$/.test(text));
/** Code of a unit or an opaque code of a person. */
export const subjectCode = z.string().trim().min(1).max(80);
/** A line of text that a person typed. */
export const line = z.string().trim().min(1).max(200);
/** Text of a person over several lines. */
export const prose = z.string().trim().max(2000);
export const uuid = z.uuid();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Points in thousandths. */
export const milli = z.int();
/** Answer of a deed that has nothing to tell. */
export const done = z.strictObject({ done: z.literal(true) });
