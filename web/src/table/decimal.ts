/** Exact sums and order of figures that stand in cells as text. No float ever. */

const scale = 6;
const unit = 10n ** BigInt(scale);

/** Millionths from "1,234.50", "+3" or "-0.5"; undefined where the text is no figure. */
export function decimalOf(text: string): bigint | undefined {
  const match = /^([+\-−]?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text.replace(/[,\s]/g, ''));
  if (!match) return undefined;
  const [, sign, whole = '0', part = ''] = match;
  const size = BigInt(whole) * unit + BigInt(part.padEnd(scale, '0'));
  return sign === '-' || sign === '−' ? -size : size;
}

/** The sum of the figures among the texts, with the most decimals that any of them shows. */
export function sumOf(texts: readonly string[]): { count: number; text: string } {
  const figures = texts.flatMap((text) => {
    const value = decimalOf(text);
    return value === undefined ? [] : [{ value, places: placesOf(text) }];
  });
  const total = figures.reduce((sum, { value }) => sum + value, 0n);
  const places = Math.max(0, ...figures.map((figure) => figure.places));
  return { count: figures.length, text: decimalText(total, places) };
}

function placesOf(text: string): number {
  return text.split('.')[1]?.trim().length ?? 0;
}

function decimalText(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, -scale);
  const part = digits.slice(-scale).slice(0, places);
  return `${value < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${part}`}`;
}
