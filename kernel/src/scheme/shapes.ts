/** Small shapes that every part of the scheme language is built from. */

import { z } from 'zod';
import { parseExact } from '../number/rational.ts';

/** A union of objects with exactly one key each, as in `rule: { count: … }`. */
export type OneOf<Shape extends Record<string, unknown>> = {
  [Key in keyof Shape]: { [Only in Key]: Shape[Key] };
}[keyof Shape];

/**
 * An exact number from its source text: "-0.5", "40%", "1/3". The YAML reader hands every scalar
 * over as text, so `delta: -0.1` in a file arrives here as "-0.1" and is never a float.
 */
export const decimal = z
  .string()
  .refine((text) => parseExact(text) !== undefined, { error: 'not-exact' })
  .meta({ id: 'Decimal', description: '精确数：-0.5、40%、1/3' });

/** A whole number of at least one. */
export const positiveInteger = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, { error: 'not-positive-integer' })
  .meta({ id: 'PositiveInteger', description: '正整数' });

/** A name that stays stable over years: a line, a kind, a clause number. */
export const code = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._\-()（）]*$/u, { error: 'not-code' })
  .meta({ id: 'Code', description: '编码：字母、数字、汉字与 . _ - （）' });

/** Yuan with at most two decimals. */
export const yuan = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,2})?$/, { error: 'not-yuan' })
  .meta({ id: 'Yuan', description: '金额（元），最多两位小数' });

export const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'not-date' })
  .meta({ id: 'Day', description: '日期 2026-03-31' });

/** Words and sentences that people read; empty is not a text. */
export const text = z.string().min(1, { error: 'empty' });

/** One or several of a thing, written without brackets when there is one. */
export function oneOrMore<T extends z.ZodType>(shape: T) {
  return z.union([shape, z.array(shape).min(1)]);
}

/** The several of `oneOrMore`. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/**
 * A shape with exactly one of the given keys. Unlike a union of objects it can say which keys
 * exist and where inside the chosen one the mistake is.
 */
export function oneOf<Shape extends Record<string, z.ZodType>>(
  shape: Shape,
): z.ZodType<OneOf<{ [Key in keyof Shape]: z.output<Shape[Key]> }>> {
  const partial = Object.fromEntries(
    Object.entries(shape).map(([key, value]) => [key, value.optional()]),
  );
  const result = z
    .strictObject(partial)
    .refine((value) => Object.values(value).filter((item) => item !== undefined).length === 1, {
      error: `exactly-one:${Object.keys(shape).join(',')}`,
    })
    .meta({ minProperties: 1, maxProperties: 1 });
  return result as never;
}

/**
 * What stands under a key of a record that people wrote. Names that every object has, such as
 * `constructor`, are keys only where they were written.
 */
export function ownOf<T>(record: Readonly<Record<string, T>> | undefined, key: string) {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The one key of a `oneOf` value and what stands under it. */
export function only<T extends object>(value: T): readonly [string, unknown] {
  const entry = Object.entries(value).find(([, item]) => item !== undefined);
  if (!entry) throw new Error('a one-of value has no key');
  return entry;
}
