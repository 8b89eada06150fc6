/** Office files from outside: opened only after they were measured. */

import { fileKind, type OfficeEnding, strangerRefusal } from './file-kind.ts';
import { kindOf, readBytes } from './files.ts';
import { Refusal } from './refusal.ts';
import { attribute, type XmlHandler, XmlProblem, XmlScanner } from './xml.ts';
import { damaged, decodedPiece, guardedZip, type ZipParts } from './zip.ts';

/**
 * The bytes of a .docx or .xlsx file, for a reader that unpacks them itself. Every part was unpacked
 * once within bounds and holds no document type, so that reader cannot be flooded either.
 */
export async function openOffice(path: string): Promise<Uint8Array> {
  const wanted = path.toLowerCase().endsWith('.docx') ? '.docx' : '.xlsx';
  const { bytes, parts } = await openParts(path, wanted);
  for (const name of parts.names) {
    if (isRead(name)) await scanPart(path, parts, name, deaf);
    else for await (const _ of parts.pieces(name));
  }
  return bytes;
}

/** The parts that readers parse; Excel's own drawings (.vml) and foreign additions need not be XML. */
function isRead(name: string): boolean {
  return /^(?:\[Content_Types\]\.xml|(?:word|xl|_rels)\/.*\.(?:xml|rels))$/i.test(name);
}

const deaf: XmlHandler = { open() {}, close() {}, text() {} };

/** What every Office file has, whichever program wrote it. */
const mainParts: Record<OfficeEnding, RegExp> = {
  '.xlsx': /spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled/,
  '.docx': /wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled/,
};

/** The parts of an Office file under guard, or of its bytes at hand; refuses what is something else. */
export async function openParts(
  path: string,
  wanted: OfficeEnding,
  given?: Uint8Array,
): Promise<{ bytes: Uint8Array; parts: ZipParts }> {
  if (kindOf(path) === 'file' && /(?:^|[/\\])~\$/.test(path)) {
    throw new Refusal(
      `“${path}”是 Office 或 WPS 打开文件时留下的临时文件，不是表格本身。请关闭打开的文件，用没有“~$”的那一个。`,
    );
  }
  const bytes = given ?? readBytes(path, '这样的文件一般不到 5 MB，大的多半是贴了图片');
  const kind = fileKind(bytes);
  if (kind !== 'zip') throw strangerRefusal(path, kind, wanted);
  const parts = await guardedZip(path, bytes);
  const types = await parts.text('[Content_Types].xml');
  if (types === undefined || !mainParts[wanted].test(types)) {
    throw strangerRefusal(path, 'zip', wanted);
  }
  return { bytes, parts };
}

/** Reads the XML of a part; refuses XML that is broken or that brings a document type. */
export async function scanPart(
  path: string,
  parts: ZipParts,
  name: string,
  handler: XmlHandler,
): Promise<void> {
  const scanner = new XmlScanner(handler);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of parts.pieces(name)) {
      scanner.write(decodedPiece(path, decoder, piece));
    }
    scanner.write(decodedPiece(path, decoder));
    scanner.end();
  } catch (error) {
    throw error instanceof XmlProblem ? damaged(path) : error;
  }
}

/** Another part that a part refers to. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`, `comments`. */
  readonly type: string;
  /** The part's name in the zip file; what stands for an address outside is left out. */
  readonly part: string;
}

/** More than any part has: links to the outside are not counted. */
const mostRelations = 10_000;

/** What a part refers to, in order; a part without relations has none. */
export async function relationsOf(
  path: string,
  parts: ZipParts,
  name: string,
): Promise<readonly Relation[]> {
  const own = relationsName(name);
  const relations: Relation[] = [];
  if (!parts.names.includes(own)) return relations;
  await scanPart(path, parts, own, {
    ...deaf,
    open(tag, attributes) {
      if (tag !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const type = attribute(attributes, 'Type')?.split('/').at(-1) ?? '';
      const part = resolved(name, attribute(attributes, 'Target') ?? '', parts.names);
      const count = relations.push({ id: attribute(attributes, 'Id') ?? '', type, part });
      if (count > mostRelations) throw new XmlProblem('too many relations');
    },
  });
  return relations;
}

/** Where the relations of a part are kept; '' is the file itself. */
export function relationsName(name: string): string {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  return `${folder}_rels/${name.slice(folder.length)}.rels`;
}

/** A target as a name in the zip file; some programs differ from themselves in capitals. */
function resolved(from: string, target: string, names: readonly string[]): string {
  const folder = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '.' && step !== '') folder.push(step);
  }
  const name = folder.join('/');
  if (names.includes(name)) return name;
  return names.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
}
