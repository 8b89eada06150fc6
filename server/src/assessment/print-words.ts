/** Numbers, days and facts as a printed sheet or a workbook of a result shows them. */

import {
  chineseDate,
  type Fact,
  type FactKind,
  type Milli,
  milliText,
  periodLabel,
  type Scheme,
  signedMilliText,
} from '@oneneedle/kernel';

/** The fewest decimals, not fewer than the scheme shows, in which every number is exact. */
export function placesFor({ shown }: Scheme, millis: readonly number[], least = 0): number {
  const needed = millis.reduce((most, milli) => Math.max(most, decimalsOf(milli)), 0);
  return Math.max(Number(shown ?? '2'), least, needed);
}

function decimalsOf(milli: number): number {
  if (milli % 1000 === 0) return 0;
  if (milli % 100 === 0) return 1;
  return milli % 10 === 0 ? 2 : 3;
}

/** "−2.50": points with a true minus sign. */
export function pointsText(milli: number, places: number): string {
  return milliText(milli as Milli, places).replace(/^-/, '−');
}

/** "+2.00" or "−2.50": points that are added to something. */
export function signedText(milli: number, places: number): string {
  return signedMilliText(milli as Milli, places).replace(/^-/, '−');
}

/** A sentence with the minus sign of print before its negative numbers; dates and codes stay. */
export function trueMinus(text: string): string {
  return text.replace(/(?<![\w〕）)-])-(?=\d)/g, '−');
}

/** "2月11日", with the year where it is not that of the period, or the period of a sheet. */
export function dayText({ on, to, period }: Fact, year: string): string {
  if (on === undefined) return period === undefined ? '' : periodText(period, year);
  const named = (day: NonNullable<Fact['on']>) =>
    `${day.slice(0, 4) === year ? '' : `${Number(day.slice(0, 4))}年`}${chineseDate(day)}`;
  return to === undefined ? named(on) : `${named(on)}至${named(to)}`;
}

function periodText(period: string, year: string): string {
  const label = periodLabel(period);
  const own = `${Number(year)}年`;
  return label.startsWith(own) && label !== own ? label.slice(own.length) : label;
}

/** What happened: the recorder's sentence, or the name of the kind. */
export function whatText({ note, kind }: Fact, kinds: ReadonlyMap<string, FactKind>): string {
  return note ?? kinds.get(kind)?.name ?? kind;
}

/** Document number and evidence; says so where there is neither. */
export function proofText({ doc, evidence }: Fact): string {
  const proofs = [...(doc ? [doc.no] : []), ...evidence];
  return proofs.length > 0 ? proofs.join('、') : '未附佐证';
}

/** The kinds of a folder's catalogue by code. */
export function kindsByCode(kinds: readonly FactKind[] | undefined): Map<string, FactKind> {
  return new Map((kinds ?? []).map((kind) => [kind.kind, kind]));
}

/** The first characters of a text, with a sign that there are more. */
export function shortText(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
