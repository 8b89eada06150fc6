/** Templates from outside: opened only after they were measured, and without anything that acts. */

import {
  attribute,
  guardedZip,
  openOffice,
  withUploaded,
  XmlScanner,
} from '../../platform/index.ts';
import { paperProblem } from '../problems.ts';

/** Fields that Word works out by itself without reading anything else. */
const harmlessFields = new Set(['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES']);

/** Larger than any form of an office with its seal picture. */
const templateBytesMax = 5_000_000;

/** A template that may be read: its bytes, and its parts with text. */
export interface OpenTemplate {
  readonly bytes: Uint8Array;
  /** XML by name: the text of the document, its headers and footers. */
  readonly parts: ReadonlyMap<string, string>;
}

/**
 * Opens an uploaded Word file. Refused: what is no .docx, what unpacks too large or holds a document
 * type (the guard of the platform), macros, embedded programs, anything fetched from elsewhere.
 */
export async function openTemplate(file: File): Promise<OpenTemplate> {
  const { name } = file;
  if (file.size > templateBytesMax) throw paperProblem('template-large', { name });
  if (!/\.docx$/i.test(name)) throw paperProblem('template-not-docx', { name });
  const given = new Uint8Array(await file.arrayBuffer());
  const refused = (why: string) => paperProblem('template-unreadable', { why });
  return withUploaded({ name, bytes: given, otherwise: '模板.docx', refused }, async (path) => {
    const bytes = await openOffice(path);
    const zip = await guardedZip(path, bytes);
    const all = new Map<string, string>();
    for (const part of zip.names) {
      if (/\.(?:xml|rels)$/i.test(part)) all.set(part, (await zip.text(part)) ?? '');
    }
    const why = harmIn(zip.names, all);
    if (why !== undefined) throw paperProblem('template-acts', { name, why });
    const read = [...all].filter(([part]) =>
      /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(part),
    );
    return { bytes, parts: new Map(read) };
  });
}

/** What in a file could act or fetch something, in words; undefined where there is nothing. */
function harmIn(names: readonly string[], parts: ReadonlyMap<string, string>): string | undefined {
  if (names.some((name) => /vbaProject|vbaData|activeX|\.bin$/i.test(name))) return '宏或控件';
  if (/macroEnabled/i.test(parts.get('[Content_Types].xml') ?? '')) return '宏';
  if (names.some((name) => /embeddings\//i.test(name))) return '嵌入的文件';
  if (!isPlainPackage(parts)) return '正文不在通常的位置';
  for (const [name, text] of parts) {
    const why = name.endsWith('.rels') ? harmInRelations(text) : harmInText(text);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** Every part of the text is one that is looked at: the main one has its usual name, all end in .xml. */
function isPlainPackage(parts: ReadonlyMap<string, string>): boolean {
  let isPlain = true;
  scan(parts.get('_rels/.rels') ?? '', (tag, attributes) => {
    if (tag !== 'Relationship') return;
    const isMain = attribute(attributes, 'Type')?.endsWith('/officeDocument') ?? false;
    const target = (attribute(attributes, 'Target') ?? '').replace(/^\//, '');
    if (isMain && target !== 'word/document.xml') isPlain = false;
  });
  scan(parts.get('[Content_Types].xml') ?? '', (tag, attributes) => {
    if (!/wordprocessingml/i.test(attribute(attributes, 'ContentType') ?? '')) return;
    const named = attribute(attributes, 'PartName') ?? `.${attribute(attributes, 'Extension')}`;
    if ((tag === 'Override' || tag === 'Default') && !/\.xml$/i.test(named)) isPlain = false;
  });
  return isPlain;
}

function harmInRelations(text: string): string | undefined {
  let why: string | undefined;
  scan(text, (tag, attributes) => {
    if (tag !== 'Relationship') return;
    const target = attribute(attributes, 'Target') ?? '';
    const isOutside =
      attribute(attributes, 'TargetMode') === 'External' ||
      /^[a-z][\w+.-]*:|^[\\/]{2}/i.test(target);
    if (isOutside) why = `指向外面的链接（${target.slice(0, 60)}）`;
    const type = attribute(attributes, 'Type')?.split('/').at(-1) ?? '';
    if (['aFChunk', 'subDocument', 'attachedTemplate', 'oleObject'].includes(type))
      why = '嵌入的文件';
  });
  return why;
}

/** Fields of Word may read other files or ask programs; those that only count pages may stay. */
function harmInText(text: string): string | undefined {
  const fields: string[] = [];
  let instruction = '';
  let isInstruction = false;
  scan(
    text,
    (tag, attributes) => {
      if (tag === 'instrText') isInstruction = true;
      if (tag === 'fldSimple') fields.push(attribute(attributes, 'instr') ?? '');
      // A field within a field begins before the outer one has ended.
      if (tag === 'fldChar') {
        if (instruction !== '') fields.push(instruction);
        instruction = '';
      }
    },
    (tag) => {
      if (tag === 'instrText') isInstruction = false;
    },
    (piece) => {
      if (isInstruction) instruction += piece;
    },
  );
  if (instruction !== '') fields.push(instruction);
  const other = fields
    .map((field) => field.trim().split(/\s/)[0]?.toUpperCase() ?? '')
    .find((word) => word !== '' && !harmlessFields.has(word));
  return other === undefined ? undefined : `域（${other.slice(0, 40)}）`;
}

function scan(
  text: string,
  open: (tag: string, attributes: string) => void,
  close: (tag: string) => void = () => {},
  said: (piece: string) => void = () => {},
): void {
  const scanner = new XmlScanner({ open, close, text: said });
  scanner.write(text);
  scanner.end();
}
