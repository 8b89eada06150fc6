/** What a number format makes of a number: a date, a time of day, a percentage, or just a number. */

export type FormatKind = 'number' | 'percent' | 'date' | 'time';

/** The kind of a format by its code, such as `yyyy"年"m"月"d"日"` or `0.0%`. */
export function formatKind(code: string): FormatKind {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return 'time';
  const signs = (code.split(';')[0] ?? '').replace(written, '').toLowerCase();
  const hasClock = /[hs]/.test(signs);
  if (/[yde]|aaa/.test(signs) || (signs.includes('m') && !hasClock)) return 'date';
  if (hasClock) return 'time';
  return signs.includes('%') ? 'percent' : 'number';
}

/** What a format only writes or says of itself: quoted text, colours and locales, `General`, exponents. */
const written = /"[^"]*"?|\[[^\]]*\]?|\\.|_.|\*.|E[+-]|general|G\/通用格式|AM\/PM|A\/P/gi;

/**
 * The kind of a format that has only a number. 27 to 36 and 50 to 58 are the Chinese date formats,
 * which Excel and WPS write without a code.
 */
export function builtInKind(id: number): FormatKind {
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time';
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'time';
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  return 'number';
}
