/** What a file really is, whatever its name says; clerks rename files to get them accepted. */

import { extname } from 'node:path';
import { Refusal } from './refusal.ts';

/** What the first bytes of a file say. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'encrypted'
  | 'old-office'
  | 'web-page'
  | 'xml'
  | 'pdf'
  | 'picture'
  | 'archive'
  | 'binary'
  | 'text';

/** Tells what a file is by its bytes. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096));
  const known = signatures.find(
    ([hex]) => head.subarray(0, hex.length / 2).toString('hex') === hex,
  );
  if (known?.[1] === 'old-office') {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return all.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-office';
  }
  if (known) return known[1];
  const start = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(?:!doctype html|html|head|meta|body|table|style)\b/.test(start)) return 'web-page';
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'web-page' : 'xml';
  const isWide = /^(?:fffe|feff)/.test(head.toString('hex'));
  return head.includes(0) && !isWide ? 'binary' : 'text';
}

const signatures: readonly (readonly [string, FileKind])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['d0cf11e0a1b11ae1', 'old-office'],
  ['255044462d', 'pdf'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['526172211a07', 'archive'],
  ['377abcaf271c', 'archive'],
  ['1f8b', 'archive'],
];

/** The ending of a path in small letters, such as `.xlsx`. */
export function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

/** What is asked for, as a clerk says it, by its ending. */
const nouns = { '.xlsx': 'Excel 工作簿', '.docx': 'Word 文档' };

/** The Office formats that are read. */
export type OfficeEnding = keyof typeof nouns;

/** The refusal of a file that is not what is asked for: what it is, and how to get it accepted. */
export function strangerRefusal(path: string, kind: FileKind, wanted: OfficeEnding): Refusal {
  const noun = nouns[wanted];
  const saveAs = `请用 Office 或 WPS 打开，点“文件—另存为”，类型选“${noun}（*${wanted}）”，再用新的文件`;
  const renamed = '光改文件名后面的字母，不会改变里面的格式。';
  const sentences: Record<FileKind, string> = {
    empty: `“${path}”是空文件（0 字节），里面什么也没有。多半是复制或下载没有完成，请重新取一份。`,
    zip: `“${path}”里面不是 ${noun}，读不了。${saveAs}；如果是压缩包，请先解压。`,
    encrypted: `“${path}”加了打开密码，读不了。请用 Office 或 WPS 打开，去掉打开密码（“文件—信息—保护”或“文件—文档加密”），保存以后再试。`,
    'old-office': `“${path}”是旧格式（.xls、.et、.doc 一类），读不了。${renamed}${saveAs}。`,
    'web-page': `“${path}”其实是网页（有的系统导出的表就是这样），读不了。${renamed}${saveAs}。`,
    xml: `“${path}”是 XML 文本，不是 ${noun}，读不了。${renamed}${saveAs}。`,
    pdf: `“${path}”是 PDF，不是 ${noun}，读不了。请找到原来的文件；只有 PDF 的，请把内容录入模板。`,
    picture: `“${path}”是图片，不是 ${noun}，读不了。请找到原来的文件；只有图片的，请把内容录入模板。`,
    archive: `“${path}”是压缩包，不是 ${noun}。请先解压，再用里面的文件。`,
    binary: `“${path}”不是 ${noun}，读不了。请核对是不是放错了文件；确是表格或文档的，${saveAs}。`,
    text: `“${path}”里面是纯文本，不是 ${noun}，读不了。${renamed}${saveAs}。`,
  };
  return new Refusal(sentences[kind]);
}
