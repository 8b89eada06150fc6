/** A template with data in place of its placeholders. */

import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import { type Edit, edited, partsOf, zipOf } from '../../platform/index.ts';
import { blocksXml } from '../docx.ts';
import type { Filling } from '../fields.ts';
import type { DocumentKind } from '../kinds.ts';
import type { Block } from '../model.ts';
import { coreXml } from '../parts.ts';
import { sound } from '../text.ts';
import { wordsOf } from './check.ts';
import { type Paragraph, type Places, placeholdersIn, placesIn, type Row } from './places.ts';

type Words = ReturnType<typeof wordsOf>;
type Line = Readonly<Record<string, string>>;

/**
 * Fills a template that passed its check. The same template and filling give the same bytes: no clock,
 * no name of whoever wrote the template.
 */
export async function filled(
  bytes: Uint8Array,
  { kind, filling, title }: { kind: DocumentKind; filling: Filling; title: string },
): Promise<Uint8Array> {
  const words = wordsOf(kind);
  const parts = await partsOf(bytes);
  for (const [name, part] of parts) {
    if (!/^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name)) continue;
    parts.set(name, prepared(Buffer.from(part).toString('utf8'), words, filling));
  }
  parts.set('docProps/core.xml', coreXml(title));
  const document = new Docxtemplater(new PizZip(await zipOf(parts)), {
    delimiters: { start: '【', end: '】' },
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    nullGetter: () => '',
    parser: (words) => ({
      get: (scope) => (Object.hasOwn(scope, words) ? scope[words] : undefined),
    }),
    modules: [blocksModule(words)],
  });
  document.render(await scopeOf(words, filling));
  const made = document.getZip().generate({ type: 'uint8array' }) as Uint8Array;
  return zipOf(await partsOf(made));
}

/** Words of several paragraphs are elements of Word, not text. */
function blocksModule({ blocks }: Words): DXT.Module {
  const pattern = new RegExp(`^\\s*(${[...blocks].join('|') || '(?!)'})\\s*$`);
  return {
    name: 'BlocksByTheirWords',
    optionsTransformer(options: DXT.Options, document: Docxtemplater) {
      for (const one of document.modules as DXT.Module[])
        if (one.name === 'RawXmlModule') one.prefix = pattern;
      return options;
    },
  };
}

/** What the library looks words up in. */
async function scopeOf({ blocks }: Words, filling: Filling): Promise<Record<string, unknown>> {
  const scope: Record<string, unknown> = {};
  for (const [words, value] of Object.entries(filling)) {
    if (typeof value === 'string') scope[words] = sound(value);
    else if (blocks.has(words))
      scope[words] = value.length === 0 ? '' : await blocksXml(value as Block[]);
    else
      scope[words] = (value as readonly Line[]).map((line) =>
        Object.fromEntries(Object.entries(line).map(([name, text]) => [name, sound(text)])),
      );
  }
  return scope;
}

/**
 * The XML with the marks by which rows repeat, and without what has nothing to say: a paragraph, a
 * row, a table all of whose placeholders are empty is not printed.
 */
function prepared(xml: string, words: Words, filling: Filling): string {
  const places = placesIn(xml);
  const empty = emptyPlaces(places, words, filling);
  const repeats = places.tables
    .flatMap(({ rows }) => rows)
    .flatMap((row) => marksOf(row, words))
    .filter(({ start }) => !empty.some((gone) => gone.start <= start && start < gone.end));
  return edited(xml, [...empty, ...repeats]);
}

/** Outermost stretches that are left out. */
function emptyPlaces({ paragraphs, tables }: Places, words: Words, filling: Filling): Edit[] {
  const isEmpty = (paragraph: Paragraph) => {
    const found = placeholdersIn(paragraph.text);
    const values = found.map((one) => filling[words.columns.get(one) ?? one]);
    return found.length > 0 && values.every((value) => value === undefined || value.length === 0);
  };
  const isBlank = ({ text }: Paragraph) => text.trim() === '';
  const isGone = ({ paragraphs: inside }: Row) =>
    inside.some(isEmpty) && inside.every((one) => isEmpty(one) || isBlank(one));
  const gone = [
    ...tables.filter(({ rows }) => rows.length > 0 && rows.every(isGone)),
    ...tables.flatMap(({ rows }) => rows.filter(isGone)),
    ...paragraphs.filter((one) => !one.row && !one.endsSection && isEmpty(one)),
  ].map(({ start, end }) => ({ start, end, text: '' }));
  return gone.filter(
    (one) =>
      !gone.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
}

/** Marks of the library around the text of a row that repeats. */
function marksOf({ paragraphs, texts }: Row, { columns }: Words): Edit[] {
  const found = paragraphs.flatMap(({ text }) => placeholdersIn(text));
  const group = found.flatMap((one) => columns.get(one) ?? [])[0];
  const said = texts.filter(({ start, end }) => end > start);
  const [first, last] = [said[0], said.at(-1)];
  if (group === undefined || !first || !last) return [];
  return [
    { start: first.start, end: first.start, text: `【#${group}】` },
    { start: last.end, end: last.end, text: `【/${group}】` },
  ];
}
