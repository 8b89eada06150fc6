/** Which of the figures asked the town holds already: what is known is not asked again. */

import { daysBetween, type IsoDate } from '../time/dates.ts';
import { normalName } from './alike.ts';
import type { KnownFigure } from './demand.ts';

/** A figure older than this many days may be asked anew. */
export const figureDays = 366;

/** A figure asked of a village, and what the town knows of it. */
export interface AskedFigure {
  readonly name: string;
  readonly unit: string;
  /** The newest that is known. */
  readonly known?: KnownFigure;
  /** It is known and not old: it is shown, and the village is not asked. */
  readonly isLocked: boolean;
}

interface Asked {
  readonly dataAsked: readonly string[];
  readonly units: readonly string[];
  readonly on: IsoDate;
}

/** Every figure asked, for every village, in the order in which they are asked. */
export function askedFigures(
  { dataAsked, units, on }: Asked,
  known: readonly KnownFigure[],
): AskedFigure[] {
  const newest = new Map<string, KnownFigure>();
  for (const figure of known) {
    const key = keyOf(figure.unit, figure.name);
    const other = newest.get(key);
    if (figure.asOf <= on && (!other || other.asOf < figure.asOf)) newest.set(key, figure);
  }
  const names = new Map(dataAsked.map((name) => [normalName(name), name]));
  return [...names.values()].flatMap((name) =>
    units.map((unit) => {
      const figure = newest.get(keyOf(unit, name));
      const isLocked = figure !== undefined && daysBetween(figure.asOf, on) <= figureDays;
      return { name, unit, isLocked, ...(figure ? { known: figure } : {}) };
    }),
  );
}

function keyOf(unit: string, name: string): string {
  return `${unit}\n${normalName(name)}`;
}
