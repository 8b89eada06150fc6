/** How a printed sheet looks: paper, ink, one red seal, and the thread with its knots. */

import type { Type } from './sheet-measure.ts';

/** The style of a sheet in its type on paper; screens have their own. `columnEm` is the width of a figure's column. */
export function sheetStyle({ size, line }: Type, columnEm: number): string {
  return `${plain}
body { margin: 0; font-family: "Songti SC", SimSun, "宋体", "Noto Serif CJK SC", "Source Han Serif SC", serif; font-size: ${size}pt; line-height: ${line}; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
thead th:not(:first-child) { width: ${columnEm.toFixed(2)}em; text-align: right; }
${media}
`;
}

const plain = `:root { --paper: #FBF9F4; --sheet: #FFFFFF; --ink: #1D1F21; --faint: #5B6168; --line: #E3DFD5; --stone: #1F5A7A; --seal: #B3261E; }
@page { size: A4 portrait; margin: 10mm 14mm 9mm; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
p, h1, h2, ul { margin: 0; padding: 0; font-size: inherit; }
ul { list-style: none; }
.page { width: 182mm; margin: 8mm auto; padding: 8mm; background: var(--sheet); border: 1px solid var(--line); box-sizing: content-box; }
header, footer { display: flex; justify-content: space-between; gap: 1em; }
header { padding-bottom: 0.3em; border-bottom: 1px solid var(--ink); }
footer { margin-top: 0.6em; padding-top: 0.4em; border-top: 1px solid var(--ink); color: var(--faint); }
footer b { color: var(--ink); font-family: Consolas, Menlo, "DejaVu Sans Mono", monospace; letter-spacing: 0.04em; }
footer p:last-child, header p:last-child { white-space: nowrap; }
.total { position: relative; display: flex; align-items: center; gap: 0.4em 2em; margin-top: 0.6em; padding: 0.3em 0 0.5em 1.6em; }
.total h1 { font-size: 1.7em; line-height: 1.2; font-weight: 700; }
.name { flex: 1 1 6em; }
.name p, .score p + p { color: var(--faint); }
.score { text-align: right; white-space: nowrap; }
.score b { font-size: 2em; line-height: 1.1; }
.standing { border-left: 1px solid var(--line); padding-left: 1.2em; }
.stamp { flex: none; padding: 0.2em 0.6em; border: 1px dashed var(--faint); color: var(--faint); max-width: 9em; text-align: center; }
.stamp.sealed { border: 2px solid var(--seal); color: var(--seal); font-weight: 700; }
.warning { margin: 0.4em 0 0 1.6em; font-weight: 700; }
.eye { position: absolute; left: 0; bottom: 0; width: 0.62em; height: 1.7em; border: 1px solid var(--ink); border-radius: 50%; }
.total::after { content: ""; position: absolute; left: calc(0.31em - 0.5px); bottom: -0.05em; height: 0.1em; border-left: 1px solid var(--ink); }
.thread { margin-left: calc(0.31em - 0.5px); padding-left: 1.25em; border-left: 1px solid var(--ink); }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 0; vertical-align: top; text-align: left; font-weight: 400; }
thead th { padding: 0.15em 0 0.25em; color: var(--faint); border-bottom: 1px solid var(--line); }
.number { text-align: right; white-space: nowrap; }
.indicator > * { padding-top: 0.25em; border-top: 1px solid var(--line); }
.indicator th { position: relative; font-weight: 700; }
.indicator .number, .sum .number { font-weight: 700; }
.indicator .number:nth-child(2) { color: var(--faint); font-weight: 400; }
.indicator small { margin-left: 0.6em; color: var(--faint); font-size: inherit; font-weight: 400; }
.indicator th::before, .sum th::before { content: ""; position: absolute; left: calc(-1.25em - 3.5px); top: 0.7em; width: 0; height: 0; border: 3px solid var(--ink); border-radius: 50%; }
.part td { padding-top: 0.15em; }
.part td:first-child { position: relative; padding-left: 1em; padding-right: 1em; }
.part td:first-child::before { content: ""; position: absolute; left: -1.25em; top: 0.85em; width: 2em; border-top: 1px solid var(--ink); }
.why td { padding: 0 0 0.1em 1em; }
.why li { padding-left: 1em; text-indent: -1em; color: var(--faint); }
.why .fact { color: var(--stone); }
.why .id { white-space: nowrap; }
.sum > * { padding: 0.35em 0 0.2em; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--ink); font-weight: 700; }
.sum th { position: relative; }
.blocks { columns: 2; column-gap: 2em; margin-top: 0.6em; }
.blocks section { break-inside: avoid; padding-bottom: 0.5em; }
.blocks h2 { font-weight: 700; }
.blocks p { padding-left: 0.8em; text-indent: -0.8em; }
.blocks p::before { content: "· "; }`;

/** On paper a page is a page; on a telephone a table is a list. */
const media = `@media print {
  html { background: none; }
  .page { width: auto; margin: 0; padding: 0; border: 0; break-after: page; }
  .page:last-child { break-after: auto; }
}
@media screen and (max-width: 760px) {
  body { font-size: 18px; line-height: 1.6; }
  .page { width: auto; margin: 0; padding: 16px; border: 0; }
  header, footer { display: block; }
  .total { flex-wrap: wrap; }
  .score { text-align: left; }
  .standing { flex-basis: 100%; padding-left: 0; border-left: 0; }
  table, tbody { display: block; }
  thead { display: none; }
  tr { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 0 1em; padding-bottom: 0.3em; border-top: 1px solid var(--line); }
  tr.part, tr.why { border-top: 0; }
  .indicator > *, .sum > * { border: 0; }
  tr > th, tr > td:first-child { flex-basis: 100%; }
  .part td:first-child { padding-right: 0; }
  .number::before { content: attr(data-label) " "; color: var(--faint); font-weight: 400; }
  .none { display: none; }
  .blocks { columns: 1; }
}`;
