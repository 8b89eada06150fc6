/** Points that an assessor chooses: what a scheme leaves to choose, and a sign that was forgotten. */

import { parseExact, type Scheme } from '@oneneedle/kernel';
import { clausesOf } from './hearing.ts';

/** Points from here to there, both included, as the scheme writes them. */
interface Band {
  readonly from: string;
  readonly to: string;
}

/** What a scheme leaves to choose. */
export interface Discretion {
  /** The code of the scheme: discretion under another one is not held against it. */
  readonly line: string;
  /** One stretch or two, by the code of the clause; a clause without bounds is left out. */
  readonly bands: ReadonlyMap<string, readonly Band[]>;
}

/** The bounds of every clause by which points are chosen or decided. */
export function discretionOf(scheme: Pick<Scheme, 'line' | 'tree'>): Discretion {
  const bands = clausesOf(scheme).flatMap(({ code, rule }): [string, Band[]][] => {
    if ('range' in rule) {
      const { from, to, or } = rule.range;
      return [[code, [{ from, to }, ...(or ? [or] : [])]]];
    }
    if (!('decision' in rule)) return [];
    const { from, to } = rule.decision;
    return from === undefined || to === undefined ? [] : [[code, [{ from, to }]]];
  });
  return { line: scheme.line, bands: new Map(bands) };
}

/** Points that were chosen, as a row writes them. */
interface Chosen {
  readonly scheme?: string;
  readonly clause: string;
  readonly points: string;
}

/**
 * The sentence about points that add where the clause only takes away, or the other way round;
 * undefined where the sign may be meant. Whether the points lie inside the bounds, the assessment says.
 */
export function wrongSign(
  { scheme, clause, points }: Chosen,
  discretion: Discretion,
): string | undefined {
  if (scheme !== undefined && scheme !== '' && scheme !== discretion.line) return undefined;
  const bands = discretion.bands.get(clause) ?? [];
  const bounds = bands.flatMap(({ from, to }) => [signOf(from), signOf(to)]);
  const written = signOf(points);
  const allowed = bounds.find((sign) => sign !== 0);
  if (!written || !allowed || written === allowed) return undefined;
  if (bounds.includes(written)) return undefined;
  const words = bands.map(({ from, to }) => `${signed(from)} 至 ${signed(to)} `).join('或 ');
  const advice = written > 0 ? '扣分请写负数' : '加分请写正数';
  return `条款 ${clause} 的裁量分在 ${words}之间，这里写的是 ${signed(points)}；${advice}。`;
}

/** -1, 0 or 1; undefined for what is no exact number. */
function signOf(points: string): number | undefined {
  const exact = parseExact(points);
  if (!exact) return undefined;
  return exact.num === 0n ? 0 : exact.num < 0n ? -1 : 1;
}

/** With the minus that people print. */
function signed(points: string): string {
  return points.replace(/^-/, '−');
}
