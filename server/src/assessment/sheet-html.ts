/** The printed sheet of one subject as a page that needs nothing from outside and runs nothing. */

import type { Sheet, SheetBlock, SheetIndicator, SheetPart } from './explain-sheet.ts';
import { escaped } from './html-text.ts';
import type { SheetCause } from './sheet-facts.ts';
import { type Layout, layOut, linesOf, type Piece, type Type } from './sheet-measure.ts';
import { sheetStyle } from './sheet-style.ts';

/** The page of a sheet: one A4 page where it fits, otherwise pages that say how many they are. */
export function sheetHtml(sheet: Sheet): string {
  const columnEm = columnFor(sheet);
  const fixed = { head: headEm, foot: footEm };
  const layouts = [sheet.blocks, sheet.briefBlocks].map((blocks) =>
    layOut(piecesOf(sheet, blocks, columnEm), fixed),
  );
  const [whole] = layouts;
  const { type, pages } = layouts.find((layout) => layout.pages.length === 1) ?? whole ?? noLayout;
  const title = `${sheet.name} ${sheet.period} 一分一据`;
  const sections = pages.map((pieces, index) =>
    pageHtml(sheet, pieces, { number: index + 1, count: pages.length }),
  );
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>\n${sheetStyle(type, columnEm)}</style>`,
    '</head>',
    '<body>',
    ...sections,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const headEm = 1.9;
const footEm = 2.7;
const noLayout: Layout = layOut([], { head: headEm, foot: footEm });

/** Width of a column of figures, by the longest figure of the sheet. */
function columnFor({ indicators, others, total, full }: Sheet): number {
  const figures = [
    total,
    full,
    ...others.map(({ value }) => value),
    ...indicators.flatMap((item) => [
      item.full,
      item.value,
      ...item.parts.map(({ value }) => value),
    ]),
  ];
  const longest = figures.reduce((most, figure) => Math.max(most, figure.length), 0);
  return Math.max(3.2, 0.56 * longest + 0.8);
}

function pageHtml(
  sheet: Sheet,
  pieces: readonly Piece[],
  { number, count }: { number: number; count: number },
): string {
  const parts = pieces.map(({ html }) => html);
  const rows = parts.filter((html) => html.startsWith('<tr'));
  const reviewed = sheet.reviewer === '' ? '' : `（均由 ${sheet.reviewer} 复核）`;
  const first = parts.findIndex((html) => html.startsWith('<tr'));
  const above = first < 0 ? parts.filter(isOutside) : parts.slice(0, first).filter(isOutside);
  const below = first < 0 ? [] : parts.slice(first).filter(isOutside);
  const pageText = `第 ${number} 页，共 ${count} 页`;
  return [
    `<section class="page" aria-label="${escaped(`${sheet.name}，${pageText}`)}">`,
    `<header><p>${escaped(sheet.scheme)}</p><p><b>一分一据</b>　${escaped(sheet.period)}${number > 1 ? `　${escaped(sheet.name)}（续）` : ''}</p></header>`,
    ...above,
    ...(rows.length === 0 ? [] : [tableHtml(rows, reviewed)]),
    ...below,
    `<footer><p>凭据码 <b>${escaped(sheet.code)}</b>　与当时印发的一致，才是原来的那一份。</p><p>${pageText}</p></footer>`,
    '</section>',
  ].join('\n');
}

function isOutside(html: string): boolean {
  return !html.startsWith('<tr');
}

function tableHtml(rows: readonly string[], reviewed: string): string {
  return [
    '<div class="thread">',
    '<table>',
    `<thead><tr><th scope="col">指标；扣加分的条款，怎么算的，凭什么${escaped(reviewed)}</th><th scope="col">满分</th><th scope="col">扣加</th><th scope="col">得分</th></tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n');
}

function piecesOf(sheet: Sheet, blocks: readonly SheetBlock[], columnEm: number): Piece[] {
  const hasTable = sheet.indicators.length > 0 || sheet.others.length > 0;
  return [
    totalPiece(sheet),
    ...(hasTable ? [tableHead] : []),
    ...sheet.indicators.flatMap((item) => indicatorPieces(item, columnEm)),
    ...sheet.others.map((part) => partPiece(part, columnEm)),
    ...(hasTable ? [sumPiece(sheet)] : []),
    ...(blocks.length === 0 ? [] : [blocksPiece(blocks)]),
  ];
}

/** Every page's table has its own head; here is only its room. */
const tableHead: Piece = { html: '', height: ({ line }) => 0.5 + line, keepsNext: true };

function totalPiece(sheet: Sheet): Piece {
  const { name, who, total, full, facts, warnings, seal, isSealed } = sheet;
  const stamp = `<p class="stamp${isSealed ? ' sealed' : ''}">${escaped(seal)}</p>`;
  return {
    html: [
      ...warnings.map((warning) => `<p class="warning">${escaped(warning)}</p>`),
      '<div class="total">',
      '<div class="eye" aria-hidden="true"></div>',
      `<div class="name"><h1>${escaped(name)}</h1>${who === '' ? '' : `<p>${escaped(who)}</p>`}</div>`,
      total === ''
        ? '<div class="score"><p>未参加考核</p></div>'
        : `<div class="score"><p><b>${escaped(total)}</b> 分</p><p>满分 ${escaped(full)}</p></div>`,
      `<ul class="standing">${facts.map((fact) => `<li>${escaped(fact)}</li>`).join('')}</ul>`,
      stamp,
      '</div>',
    ].join('\n'),
    height: ({ width, line }) =>
      1.5 +
      Math.max(3.6, line * facts.length, line + 2.1 * linesOf(name, width / 4.6)) +
      warnings.reduce((sum, warning) => sum + 0.4 + line * linesOf(warning, width - 2), 0),
    keepsNext: true,
  };
}

function indicatorPieces(indicator: SheetIndicator, columnEm: number): Piece[] {
  const { code, name, owner, full, start, value, parts, quiet } = indicator;
  const notes = [owner, start, quiet].filter((note) => note !== '').join('　');
  const head: Piece = {
    html: `<tr class="indicator"><th scope="row">${escaped(`${code} ${name}`)}${notes === '' ? '' : ` <small>${escaped(notes)}</small>`}</th>${number('满分', full)}<td class="none"></td>${number('得分', value)}</tr>`,
    height: ({ width, line }) =>
      0.35 + line * linesOf(`${code} ${name} ${notes}`, width - 3 * columnEm - 2),
    keepsNext: parts.length > 0,
  };
  return [head, ...parts.map((part) => partPiece(part, columnEm))];
}

function number(label: string, value: string): string {
  return `<td class="number" data-label="${label}">${escaped(value)}</td>`;
}

/** The clause with its points, and below it, over the whole width, why. */
function partPiece({ code, text, value, state, causes }: SheetPart, columnEm: number): Piece {
  const said = `${code} ${text}`.trim();
  const word = state === '' ? '' : `　${state}`;
  const numbered = code === '' ? '' : `<b>${escaped(code)}</b> `;
  const marked = state === '' ? '' : `<strong>${escaped(word)}</strong>`;
  const why = `<tr class="why"><td colspan="4"><ul>${causes.map(causeHtml).join('')}</ul></td></tr>`;
  return {
    html: [
      `<tr class="part"><td colspan="2">${numbered}${escaped(text)}${marked}</td>${number('扣加', value)}<td class="none"></td></tr>`,
      ...(causes.length === 0 ? [] : [why]),
    ].join('\n'),
    height: ({ width, line }) =>
      0.25 +
      line * linesOf(said + word, width - 2 * columnEm - 3.6) +
      line * causes.reduce((sum, cause) => sum + causeLines(cause, width - 2.6), 0),
  };
}

function causeHtml({ value, how, evidence }: SheetCause): string {
  const head = [value, how].filter((part) => part !== '').join('　');
  const facts = evidence.map(({ text, ids }) => {
    const named = ids.map((id) => `<span class="id">${escaped(id)}</span>`).join('、');
    return `<span class="fact">${escaped(text)} ${named}</span>`;
  });
  return `<li>${[...(head === '' ? [] : [escaped(head)]), ...facts].join('　')}</li>`;
}

function causeLines({ value, how, evidence }: SheetCause, width: number): number {
  const facts = evidence.map(({ text, ids }) => `${text} ${ids.join('、')}`);
  const parts = [value, how, ...facts].filter((part) => part !== '');
  return linesOf(parts.join('　'), width);
}

function sumPiece({ total, full }: Sheet): Piece {
  return {
    html: `<tr class="sum"><th scope="row">考核得分（以上得分和总分各行相加）</th>${number('满分', full)}<td class="none"></td>${number('得分', total)}</tr>`,
    height: ({ line }) => 0.6 + line,
  };
}

/** Blocks stand in two columns on paper, balanced, none divided. */
function blocksPiece(blocks: readonly SheetBlock[]): Piece {
  const blockEm = ({ title, lines }: SheetBlock, { width, line }: Type) => {
    const half = width / 2 - 1;
    const texts = [linesOf(title, half), ...lines.map((text) => linesOf(text, half - 0.8))];
    return 0.5 + line * texts.reduce((sum, count) => sum + count, 0);
  };
  const sections = blocks.map(({ title, lines }) => {
    const told = lines.map((text) => `<p>${escaped(text)}</p>`).join('');
    return `<section><h2>${escaped(title)}</h2>${told}</section>`;
  });
  return {
    html: ['<div class="blocks">', ...sections, '</div>'].join('\n'),
    height: (type) => 0.6 + balanced(blocks.map((block) => blockEm(block, type))),
  };
}

/** Height of two columns: the best place at which the first one ends. */
function balanced(heights: readonly number[]): number {
  const sum = (items: readonly number[]) => items.reduce((total, height) => total + height, 0);
  const cuts = heights.map((_, index) =>
    Math.max(sum(heights.slice(0, index + 1)), sum(heights.slice(index + 1))),
  );
  return Math.min(...cuts);
}
