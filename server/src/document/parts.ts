/** The parts of the file beside its text: defaults, line breaking, fonts, properties. */

import JSZip from 'jszip';
import { fixedZip } from '../platform/index.ts';
import { faces, fontTableXml } from './fonts.ts';
import { line, sizes, squeeze } from './layout.ts';
import { hairlineHeight } from './runs.ts';
import { sound } from './text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Parts that the library writes for every file and that our documents have no use for. */
const unused = [
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'word/theme/theme1.xml',
  'docProps/custom.xml',
];

/**
 * The file with our own defaults, without a time of making or a name of the maker: the same document
 * gives the same bytes.
 */
export async function finished(packed: Uint8Array, title: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(packed);
  zip.file('word/styles.xml', stylesXml());
  zip.file('word/settings.xml', settingsXml());
  zip.file('word/fontTable.xml', fontTableXml());
  zip.file('docProps/core.xml', coreXml(title));
  zip.file('docProps/app.xml', appXml());
  const text = (await zip.file('word/document.xml')?.async('string')) ?? '';
  zip.file('word/document.xml', withFlatSectionEnds(text));
  for (const name of unused) await withoutPart(zip, name);
  return fixedZip(await zip.generateAsync({ type: 'uint8array' }));
}

/**
 * The library ends a section with an empty paragraph of its own; of the body's height it would stand
 * alone on a blank page wherever the text ends at the foot of one.
 */
function withFlatSectionEnds(text: string): string {
  const flat = `<w:spacing w:before="0" w:after="0" w:line="${hairlineHeight}" w:lineRule="exact"/>`;
  return text.replaceAll('<w:p><w:pPr><w:sectPr', `<w:p><w:pPr>${flat}<w:sectPr`);
}

/** Takes a part out, with its relations and every mention of it. */
async function withoutPart(zip: JSZip, name: string): Promise<void> {
  const [folder = '', ...rest] = name.split('/');
  zip.remove(name);
  zip.remove(`${folder}/_rels/${rest.join('/')}.rels`);
  const target = rest.join('/').replaceAll('.', '\\.');
  const mentions: [string, RegExp][] = [
    ['[Content_Types].xml', new RegExp(`<Override [^>]*PartName="/${folder}/${target}"[^>]*/>`)],
    ['word/_rels/document.xml.rels', new RegExp(`<Relationship [^>]*Target="${target}"[^>]*/>`)],
    ['_rels/.rels', new RegExp(`<Relationship [^>]*Target="${folder}/${target}"[^>]*/>`)],
  ];
  for (const [part, mention] of mentions) {
    const text = await zip.file(part)?.async('string');
    if (text !== undefined) zip.file(part, text.replace(mention, ''));
  }
}

/**
 * Text that a clerk adds looks like the body: 三号仿宋, exact lines, 28 characters. No space is put
 * between Chinese and digits: it would make lines of 27 characters.
 */
function stylesXml(): string {
  const { 仿宋: body } = faces;
  const fonts = `<w:rFonts w:ascii="${body}" w:eastAsia="${body}" w:hAnsi="${body}" w:cs="${body}" w:hint="eastAsia"/>`;
  const run = `<w:rPr>${fonts}<w:spacing w:val="${squeeze}"/><w:sz w:val="${sizes.三号}"/><w:szCs w:val="${sizes.三号}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>`;
  const paragraph = `<w:pPr><w:kinsoku/><w:overflowPunct/><w:topLinePunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>`;
  return [
    `${declaration}<w:styles ${main}>`,
    `<w:docDefaults><w:rPrDefault>${run}</w:rPrDefault><w:pPrDefault>${paragraph}</w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>',
    `${paragraph}<w:rPr>${fonts}</w:rPr></w:style>`,
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>',
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>',
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '</w:styles>',
  ].join('');
}

/** Characters that end no line, and characters that begin none. */
const notAtEnd = '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';
const notAtStart =
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';

/** Odd and even pages differ; the rules of Chinese line breaking are written out. */
function settingsXml(): string {
  const compat = (name: string, value: number) =>
    `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;
  return [
    `${declaration}<w:settings ${main}><w:zoom w:percent="100"/>`,
    '<w:defaultTabStop w:val="632"/><w:evenAndOddHeaders/>',
    '<w:characterSpacingControl w:val="compressPunctuation"/>',
    `<w:noLineBreaksAfter w:lang="zh-CN" w:val="${notAtEnd}"/>`,
    `<w:noLineBreaksBefore w:lang="zh-CN" w:val="${notAtStart.replace('>', '&gt;')}"/>`,
    '<w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>',
    compat('compatibilityMode', 15),
    compat('overrideTableStyleFontSizeAndJustification', 1),
    compat('doNotFlipMirrorIndents', 1),
    compat('differentiateMultirowTableHeaders', 1),
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>',
  ].join('');
}

/** Title and language; nobody is named as its maker. */
export function coreXml(title: string): string {
  const text = sound(title).replaceAll('\n', '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    `${declaration}<cp:coreProperties`,
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${text.replaceAll('>', '&gt;')}</dc:title><dc:language>zh-CN</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}

function appXml(): string {
  return [
    `${declaration}<Properties`,
    ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">',
    '<Application>OneNeedle</Application></Properties>',
  ].join('');
}
