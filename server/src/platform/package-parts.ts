/** New parts in somebody's workbook, and how the old ones come to know them. */

import { relationsName } from './office.ts';
import { appended } from './xml-edit.ts';

/** The name space by which elements refer to relations. */
export const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook while it is being changed. */
export class PackageParts {
  readonly #parts: Map<string, Uint8Array | string>;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.#parts = new Map(parts);
  }

  get all(): ReadonlyMap<string, Uint8Array | string> {
    return this.#parts;
  }

  set(name: string, text: string): void {
    this.#parts.set(name, text);
  }

  /** The text of a part; undefined where there is none. */
  text(name: string): string | undefined {
    const part = this.#parts.get(name);
    return part === undefined || typeof part === 'string'
      ? part
      : Buffer.from(part).toString('utf8');
  }

  /** Adds a part under a free name made of `stem` and a number, says what it is, and who refers to it. */
  add(from: string, stem: string, ending: string, type: keyof typeof contentTypes): NewPart {
    let number = 1;
    while (this.#parts.has(`${stem}${number}.${ending}`)) number += 1;
    const name = `${stem}${number}.${ending}`;
    this.#parts.set(name, '');
    this.#declare(name, ending, type);
    return { name, id: this.#relate(from, name, type) };
  }

  #declare(name: string, ending: string, type: keyof typeof contentTypes): void {
    const types = this.text('[Content_Types].xml') ?? '';
    const isDefault = new RegExp(`Extension="${ending}"`, 'i').test(types);
    if (type === 'vmlDrawing' && isDefault) return;
    const declared = appended(types, (p) =>
      type === 'vmlDrawing'
        ? `<${p}Default Extension="${ending}" ContentType="${contentTypes[type]}"/>`
        : `<${p}Override PartName="/${name}" ContentType="${contentTypes[type]}"/>`,
    );
    this.#parts.set('[Content_Types].xml', declared);
  }

  #relate(from: string, name: string, type: string): string {
    const own = relationsName(from);
    const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    const relations = (this.text(own) ?? empty).replace(
      /<((?:\w+:)?Relationships)([^>]*)\/>/,
      '<$1$2></$1>',
    );
    let number = 1;
    while (relations.includes(`"rIdRemark${number}"`)) number += 1;
    const id = `rIdRemark${number}`;
    const target = relativeName(from, name);
    const related = appended(
      relations,
      (p) => `<${p}Relationship Id="${id}" Type="${relationSpace}/${type}" Target="${target}"/>`,
    );
    this.#parts.set(own, related);
    return id;
  }
}

/** A part that was added, and the id by which the other refers to it. */
export interface NewPart {
  readonly name: string;
  readonly id: string;
}

const contentTypes = {
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
};

/** `xl/comments1.xml` as `xl/worksheets/sheet1.xml` names it: `../comments1.xml`. */
function relativeName(from: string, name: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = name.split('/');
  let same = 0;
  while (same < folders.length && folders[same] === steps[same]) same += 1;
  return '../'.repeat(folders.length - same) + steps.slice(same).join('/');
}
