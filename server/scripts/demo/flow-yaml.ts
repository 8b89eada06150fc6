/** Rows as people write them in these files: one flow mapping a line, quoted only where YAML needs it. */

/** `{ id: D-0001, about: 东溪村 }`; what is absent or empty is not written. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'string') return scalar(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).filter(([, item]) => !isEmpty(item));
  return `{ ${pairs.map(([key, item]) => `${key}: ${flow(item)}`).join(', ')} }`;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

const han = '\\p{Script=Han}A-Za-z0-9（）〔〕、，。；：·～';
const plain = new RegExp(`^[${han}][${han}._/-]*(?: [${han}（][${han}._/-]*)*$`, 'u');
const reserved = /^(?:true|false|null|yes|no|on|off)$/i;

function scalar(text: string): string {
  const isNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
  return isNumber || (plain.test(text) && !reserved.test(text)) ? text : JSON.stringify(text);
}

/** 65 tenths as `6.5`, 60 as `6`: exact, without a float. */
export function tenths(count: number): string {
  const rest = count % 10;
  return `${Math.floor(count / 10)}${rest === 0 ? '' : `.${rest}`}`;
}

/** 1234 hundredths as `12.34`, 1230 as `12.3`. */
export function hundredths(count: number): string {
  const rest = count % 100;
  const digits = rest % 10 === 0 ? `${rest / 10}` : `${rest}`.padStart(2, '0');
  return `${Math.floor(count / 100)}${rest === 0 ? '' : `.${digits}`}`;
}
