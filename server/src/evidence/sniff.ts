/** What a file is by its bytes, whatever its name says; names are changed to get files accepted. */

import { open } from 'node:fs/promises';

/** What is kept as evidence. */
export type KeptKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'docx' | 'xlsx' | 'text';

/** What is not kept; each has a sentence of its own. */
export type RefusedKind =
  | 'archive'
  | 'program'
  | 'web-page'
  | 'drawing'
  | 'film'
  | 'sound'
  | 'picture'
  | 'old-office'
  | 'locked-office'
  | 'slides'
  | 'ofd'
  | 'unknown';

/** Tells a file's kind by its bytes; an empty file is `empty`. */
export async function kindOfFile(path: string): Promise<KeptKind | RefusedKind | 'empty'> {
  const { head, tail } = await endsOf(path);
  if (head.length === 0) return 'empty';
  const start = head.toString('hex', 0, 300);
  const found = signatures.find(([, form]) => form.test(start))?.[0];
  if (found === 'zip') return zipKind(head, tail);
  if (found === 'ole') return isLocked(head, tail) ? 'locked-office' : 'old-office';
  if (found === 'box') return boxKind(head.toString('latin1', 8, 12));
  return found ?? textKind(head);
}

/** First bytes in hexadecimal, `.` for any digit; the first that fits counts. */
const signatures: readonly (readonly [KeptKind | RefusedKind | 'zip' | 'ole' | 'box', RegExp])[] = [
  ['jpeg', /^ffd8ff/],
  ['png', /^89504e470d0a1a0a/],
  ['webp', /^52494646.{8}57454250/],
  ['film', /^52494646.{8}41564920|^1a45dfa3|^464c5601|^000001b[3a]|^3026b275/],
  ['sound', /^52494646.{8}57415645|^494433|^ff(?:f[12359]|fb)|^4f676753|^664c6143|^2321414d52/],
  ['box', /^.{8}66747970/],
  ['pdf', /^255044462d3/],
  ['zip', /^504b(?:0304|0506|0708)/],
  ['ole', /^d0cf11e0a1b11ae1/],
  ['picture', /^47494638|^424d.{8}00000000|^49492a00|^4d4d002a|^00000100|^ff0a|^38425053/],
  ['archive', /^52617221|^377abcaf|^1f8b|^425a68|^fd377a58|^28b52ffd|^4d534346|^.{514}7573746172/],
  ['program', /^4d5a|^7f454c46|^c[ef]faedfe|^cafebabe|^2321|^4c0000000114/],
  ['old-office', /^7b5c727466/],
];

/** The boxes of ISO media files, told apart by their brand. */
function boxKind(brand: string): KeptKind | RefusedKind {
  if (/^(?:hei[csmx]|hev[cmsx]|mif1|msf1)$/.test(brand)) return 'heic';
  if (/^avi[fs]$/.test(brand)) return 'picture';
  return /^M4[AB] $/.test(brand) ? 'sound' : 'film';
}

/** Names of parts stand readable in a zip file, at its beginning or in the list at its end. */
function zipKind(head: Buffer, tail: Buffer): KeptKind | RefusedKind {
  const holds = (name: string) => head.includes(name) || tail.includes(name);
  if (holds('word/document')) return 'docx';
  if (holds('xl/workbook')) return 'xlsx';
  if (holds('ppt/presentation')) return 'slides';
  return holds('OFD.xml') ? 'ofd' : 'archive';
}

/** Office keeps a file with an opening password inside one of the old form. */
function isLocked(head: Buffer, tail: Buffer): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return head.includes(name) || tail.includes(name);
}

/** Text, a web page that only looks like text, or nothing that is known. */
function textKind(head: Buffer): KeptKind | RefusedKind {
  const isWide = /^(?:fffe|feff)/.test(head.toString('hex', 0, 2));
  const start = head
    .toString(isWide ? 'utf16le' : 'latin1')
    .replace(/^(?:\xef\xbb\xbf|\ufeff|\s|<!--[\s\S]*?-->)+/, '')
    .slice(0, 1_000)
    .toLowerCase();
  if (/^(?:<\?xml[\s\S]*?)?(?:<!doctype svg|<svg\b)|^<\?xml[\s\S]*<svg\b/.test(start))
    return 'drawing';
  if (/^<(?:!doctype|\?xml|\?php|html|head|body|meta|script|style|table|iframe|%)/.test(start)) {
    return 'web-page';
  }
  return head.includes(0) && !isWide ? 'unknown' : 'text';
}

const endBytes = 66_000; // a zip file's list of a usual document, or the mark of a lock, lies within

async function endsOf(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, endBytes));
    await file.read(head, 0, head.length, 0);
    const tail = Buffer.alloc(Math.min(size, endBytes));
    await file.read(tail, 0, tail.length, size - tail.length);
    return { head, tail };
  } finally {
    await file.close();
  }
}
