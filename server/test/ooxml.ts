/** Reads the parts of a .docx into trees, strictly: what is not well formed is thrown. */

import JSZip from 'jszip';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The parts of a file by path: XML as trees. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Element>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Element>();
  for (const [name, file] of Object.entries(zip.files)) {
    if (!file.dir) parts.set(name, parsed(await file.async('string')));
  }
  return parts;
}

/** The elements of a name anywhere below one, in the order of the file. */
export function all(root: Element | undefined, name: string): Element[] {
  if (!root) return [];
  return root.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

/** The children of a name. */
export function own(element: Element | undefined, name: string): Element[] {
  return (element?.children ?? []).filter((child) => child.name === name);
}

/** An attribute of the first element of a name below. */
export function value(
  root: Element | undefined,
  name: string,
  attribute = 'w:val',
): string | undefined {
  return all(root, name)[0]?.attributes[attribute];
}

/** The text of the runs below an element; a line break is a line end, a tab a tab. */
export function textIn(root: Element | undefined): string {
  if (!root) return '';
  return root.children
    .map((child) => {
      if (child.name === 'w:t') return child.text;
      if (child.name === 'w:br') return '\n';
      if (child.name === 'w:tab' && root.name === 'w:r') return '\t';
      return textIn(child);
    })
    .join('');
}

const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Parses one part; throws where tags do not match or a character is not allowed in XML. */
export function parsed(xml: string): Element {
  if (!xml.isWellFormed() || illegal.test(xml))
    throw new Error('a character that XML does not allow');
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [top];
  const pieces = xml.replace(/^<\?xml[^>]*\?>\s*/, '').split(/(<[^>]*>)/);
  for (const piece of pieces) {
    const here = open.at(-1) ?? top;
    if (!piece.startsWith('<')) {
      if (piece.includes('>')) throw new Error(`a bare > in ${piece}`);
      here.text += unescaped(piece);
    } else if (piece.startsWith('</')) {
      if (open.pop()?.name !== piece.slice(2, -1).trim()) throw new Error(`unexpected ${piece}`);
    } else {
      const match = /^<([^\s/>]+)((?:\s+[^\s=]+="[^"<]*")*)\s*(\/?)>$/.exec(piece);
      if (!match) throw new Error(`not a tag: ${piece}`);
      const [, name = '', attributes = '', isEmpty] = match;
      const element: Element = {
        name,
        attributes: attributesIn(attributes),
        children: [],
        text: '',
      };
      here.children.push(element);
      if (isEmpty === '') open.push(element);
    }
  }
  if (open.length !== 1 || top.children.length !== 1) throw new Error('not one closed element');
  return top.children[0] ?? top;
}

function attributesIn(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([^\s=]+)="([^"]*)"/g)];
  const names = pairs.map(([, name]) => name);
  if (new Set(names).size < names.length) throw new Error(`an attribute twice: ${text}`);
  return Object.fromEntries(pairs.map(([, name = '', found = '']) => [name, unescaped(found)]));
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&([^;\s]*)(;?)/g, (_, name: string, end: string) => {
    const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const found = code
      ? String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10))
      : entities[name];
    if (found === undefined || end === '') throw new Error(`a bare & in ${text}`);
    return found;
  });
}
