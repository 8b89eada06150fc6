/**
 * Marks of secrecy as official papers carry them: 机密★30年 in a corner, 秘密 alone on a line. The
 * words inside a sentence (保守国家秘密) are no marks. A file that carries one must not enter.
 * @source 《党政机关公文格式》GB/T 9704-2012 7.2.2; 《保守国家秘密法》第二十三条
 */

const grade = '(?:绝\\s*密|机\\s*密|秘\\s*密)';
const open = '[\\[(【〔〖{<《「]';
const close = '[\\])】〕〗}>》」]';
const star = '[★☆*✩✭⭐]';

/** A grade with its star, at the beginning or set off; behind a quote or a word it is talked about. */
const starred = new RegExp(
  `(?:^|[\\s:|,;/]|${open})${grade}(?:级|件)?\\s*${close}?\\s*${star}`,
  'u',
);

/** What may stand beside a mark in a corner: term, urgency, number of the copy. */
const beside =
  '(?:\\s*(?:\\d+\\s*(?:年|个月|月|天|日)|长期|特急|加急|特提|平急|急件|第?\\s*\\d+\\s*号?))*';
const graded = `(?:${grade}(?:级|件|文件|资料|材料)?|工作秘密)`;
const alone = new RegExp(
  `^(?:第?\\d{1,6}号?\\s+)?${open}?\\s*${graded}\\s*${close}?\\s*!?${beside}[。.]?$`,
  'u',
);

/** 密级：机密, whatever follows. */
const labelled = new RegExp(
  `(?:^|[\\s|,;])${open}?密\\s*级\\s*${close}?\\s*:?\\s*${open}?\\s*${grade}`,
  'u',
);

/** The mark that a line carries, as it stands there; undefined where it carries none. */
export function markOfLine(line: string): string | undefined {
  const text = normal(line);
  if (!/密/.test(text)) return undefined;
  const found = starred.exec(text) ?? alone.exec(text) ?? labelled.exec(text);
  return found?.[0].trim();
}

/**
 * The mark of a cell of a table. Below its head a grade alone is data (a list of papers with their
 * grades is not itself graded); with a star it is a mark anywhere.
 */
export function markOfCell(cell: string, row: number): string | undefined {
  const text = normal(cell);
  if (!/密/.test(text)) return undefined;
  return row <= headRows ? markOfLine(text) : starred.exec(text)?.[0].trim();
}

/** Rows from 1 that count as the head of a sheet, where a mark of the whole stands. */
const headRows = 10;

/** The mark in the name of a file: a grade with a star, in brackets, or set off at either end. */
export function markOfName(name: string): string | undefined {
  const stem = normal(name).replace(/\.[a-z0-9]{1,5}$/i, '');
  if (!/密/.test(stem)) return undefined;
  const apart = '[-_\\s.,:、~—–+]';
  const forms = [
    new RegExp(`(?:^|${apart}|${open})${grade}(?:级|件)?${star}`, 'u'),
    new RegExp(`${open}\\s*${graded}\\s*(?:${star}?\\s*\\d+\\s*年)?\\s*${close}`, 'u'),
    new RegExp(`^${graded}(?:${apart}|\\d+\\s*年|$)`, 'u'),
    new RegExp(`${apart}${graded}(?:${apart}|$)`, 'u'),
  ];
  return forms.map((form) => form.exec(stem)?.[0].trim()).find((found) => found !== undefined);
}

/** One form for full width and half width, and no signs that nobody sees. */
function normal(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g, '')
    .trim();
}
