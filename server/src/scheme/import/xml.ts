/**
 * The XML inside Office files as a tree. Document types and entities of their own are refused, so
 * nothing can expand; how much may be unpacked at all is decided before, where the file is opened.
 */

/** An element; `name` keeps its usual prefix, as in `w:p`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** The text is no XML that an Office program would write; the message is for programmers. */
export class XmlProblem extends Error {}

/** Deeper than any document; what is read is walked by recursion. */
const deepest = 400;

const markup =
  /<(?:!--[\s\S]*?--|!\[CDATA\[([\s\S]*?)\]\]|\?[\s\S]*?\?|(\/)?([^\s/>!?]+)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/)?)>/y;

/** The root element of an XML text; throws `XmlProblem` where it cannot be read. */
export function parseXml(source: string): XmlElement {
  const root = { name: '', attributes: {}, children: [] as XmlNode[] };
  const open = [root];
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const text = source.slice(at, next === -1 ? undefined : next);
    const parent = open.at(-1) ?? root;
    if (text !== '') parent.children.push(decoded(text));
    if (next === -1) break;
    markup.lastIndex = next;
    const found = markup.exec(source);
    if (!found) throw new XmlProblem('a tag that cannot be read');
    at = markup.lastIndex;
    const [, cdata, closing, name, attributes, empty] = found;
    if (cdata !== undefined) parent.children.push(cdata);
    if (name === undefined) continue;
    if (closing) {
      if (parent.name !== name || parent === root) throw new XmlProblem(`</${name}> without start`);
      open.pop();
      continue;
    }
    const element = { name, attributes: attributesOf(attributes ?? ''), children: [] };
    parent.children.push(element);
    if (!empty) open.push(element);
    if (open.length > deepest) throw new XmlProblem('too deep');
  }
  const element = root.children.find(isElement);
  if (open.length > 1 || !element) throw new XmlProblem('cut off');
  return element;
}

/** Whether a node is an element, not text. */
export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

/** The elements among the children, or those of one name. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = element?.children.filter(isElement) ?? [];
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The element that a path of names leads to, the first one each time; undefined if there is none. */
export function descend(
  element: XmlElement | undefined,
  ...names: string[]
): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((found, name) => childrenOf(found, name)[0], element);
}

/** The `w:val` of the element that a path leads to. */
export function valueAt(element: XmlElement | undefined, ...names: string[]): string | undefined {
  return descend(element, ...names)?.attributes['w:val'];
}

/** Whether a switch of Word is on: present without a value, or with one that is not off. */
export function isSwitchedOn(element: XmlElement | undefined): boolean {
  if (!element) return false;
  return !['0', 'false', 'off', 'none'].includes(element.attributes['w:val'] ?? '1');
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]),
  );
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return lines.replace(/&([^;&\s]*);?/g, (_, name: string) => {
    const known = entities[name];
    if (known !== undefined) return known;
    const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const code = digits ? Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] ? 16 : 10) : 0;
    if (code < 1 || code > 0x10ffff) throw new XmlProblem('an unknown entity');
    return String.fromCodePoint(code);
  });
}
