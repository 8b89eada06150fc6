/** The numbers and dates of a workbook as people see them. */

/** The digits that Excel shows at 15 significant figures, never in exponent form: 0.1+0.2 is 0.3. */
export function shownDigits(value: number): string {
  const [digits = '', exponent] = value.toPrecision(15).split('e');
  const plain = exponent === undefined ? digits : shifted(digits, Number(exponent));
  const short = plain.includes('.') ? plain.replace(/\.?0*$/, '') : plain;
  return short === '-0' ? '0' : short;
}

/** 1.5 and 3 is 1500; 1.5 and -3 is 0.0015. */
function shifted(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${fraction}`;
  const all = (whole + fraction).padEnd(exponent + 1, '0');
  return `${sign}${all.slice(0, exponent + 1)}.${all.slice(exponent + 1)}`;
}

/** A serial number as a day, as a day with a time, or as no day at all. */
export interface SerialDate {
  readonly date: string;
  /** `14:30` or `14:30:05`; '' at midnight. */
  readonly time: string;
}

const daySeconds = 86_400;
/** 9999-12-31, the last day that Excel knows. */
const lastSerial = 2_958_465;

/**
 * The day of a serial number; undefined for what is no day: below the first day, after 9999, and
 * 1900-02-29, which the 1900 system counts although it never was. No time zone is involved.
 */
export function serialDate(serial: number, isFrom1904: boolean): SerialDate | undefined {
  const seconds = Math.round(serial * daySeconds);
  const days = Math.floor(seconds / daySeconds);
  if (isFrom1904 ? days < 0 || days > lastSerial - 1462 : days < 1 || days > lastSerial) {
    return undefined;
  }
  if (!isFrom1904 && days === 60) return undefined;
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(first + days * daySeconds * 1000).toISOString().slice(0, 10);
  return { date, time: clock(seconds - days * daySeconds) };
}

/** The serial number of a day in the 1900 system, from 1900-03-01 on; undefined for other text. */
export function dateSerial(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== text)
    return undefined;
  const serial = (instant - Date.UTC(1899, 11, 30)) / (daySeconds * 1000);
  return serial > 60 ? serial : undefined;
}

/** `14:30`, or `14:30:05` where there are seconds; '' at midnight. */
export function clock(seconds: number): string {
  if (seconds === 0) return '';
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return shown.map((part) => String(part).padStart(2, '0')).join(':');
}
