/** Points and money as text. Whole numbers in, text out: no float ever touches a point. */

/** "37.50": thousandths of a point with `places` decimals (0 to 3), halves away from zero. */
export function pointsText(milli: number, places = 2): string {
  return scaledText(milli, 3, places);
}

/** "+1.50", "−2.00", "0.00": as `pointsText`, with its sign said. */
export function signedPointsText(milli: number, places = 2): string {
  const text = pointsText(milli, places);
  return /[1-9]/.test(text) && milli > 0 ? `+${text}` : text;
}

/** "1,234.50": fen as yuan with two decimals. */
export function moneyText(fen: number): string {
  const [whole = '', part = ''] = scaledText(fen, 2, 2).split('.');
  return `${thousandsApart(whole)}.${part}`;
}

/** Thousandths of a point from what a person typed ("1.5", "－2", "１２"); undefined when it is none. */
export function pointsFromText(typed: string): number | undefined {
  const plain = plainDigits(typed);
  const match = /^([+-]?)(\d{1,12})(?:\.(\d{0,3}))?$/.exec(plain);
  if (!match) return undefined;
  const [, sign, whole = '0', part = ''] = match;
  const units = BigInt(whole) * 1000n + BigInt(part.padEnd(3, '0'));
  return Number(sign === '-' ? -units : units);
}

/** Full-width digits and signs, thousands marks and spaces as an input method types them, made plain. */
export function plainDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/[,\s]/g, '').replace(/[−–—]/g, '-').replace(/。/g, '.');
}

/** "3" from "3处" or "３" in a field that counts 处; what is no number with that unit stays as typed. */
export function withoutUnit(typed: string, unit: string | undefined): string {
  const text = typed.trim();
  const bare = (unit && text.endsWith(unit) ? text.slice(0, -unit.length) : text).trim();
  // Two figures with a space between them may be two answers.
  const plain = /\s/.test(bare) ? text : plainDigits(bare);
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? plain : text;
}

function scaledText(units: number, scale: number, places: number): string {
  if (!Number.isSafeInteger(units)) throw new RangeError(`not a whole number of units: ${units}`);
  const drop = 10n ** BigInt(scale - places);
  const size = BigInt(units < 0 ? -units : units);
  const rounded = (size + drop / 2n) / drop;
  const digits = rounded.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = units < 0 && rounded !== 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

function thousandsApart(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
}
