/** How the page of a village looks on paper and on a screen. */

import type { Type } from '../../assessment/index.ts';

/** The style in its type on paper; a narrow screen has larger letters. */
export function villageStyle({ size, line }: Type): string {
  return `:root { --paper: #FBF9F4; --sheet: #FFFFFF; --ink: #1D1F21; --faint: #5B6168; --line: #B9B4A8; }
@page { size: A4 portrait; margin: 10mm 14mm 9mm; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); }
body { margin: 0; font-family: "Songti SC", SimSun, "宋体", "Noto Serif CJK SC", "Source Han Serif SC", serif; font-size: ${size}pt; line-height: ${line}; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
p, h1, h2 { margin: 0; font-size: inherit; }
.page { width: 182mm; margin: 8mm auto; padding: 8mm; background: var(--sheet); border: 1px solid var(--line); box-sizing: content-box; }
header, footer { display: flex; justify-content: space-between; align-items: baseline; gap: 1em; }
header { padding-bottom: 0.3em; border-bottom: 2px solid var(--ink); }
header h1 { font-size: 1.5em; line-height: 1.2; }
footer { margin-top: 0.6em; padding-top: 0.4em; border-top: 1px solid var(--ink); color: var(--faint); }
footer p:last-child, header p:last-child { white-space: nowrap; }
h2 { margin-top: 0.6em; font-size: 1.1em; line-height: 1.3; font-weight: 700; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
td { padding: 0.15em 0.8em 0.15em 0; vertical-align: top; border-top: 1px solid var(--line); }
td:last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; }
@media print {
  html { background: none; }
  .page { width: auto; margin: 0; padding: 0; border: 0; break-after: page; }
  .page:last-child { break-after: auto; }
}
@media screen and (max-width: 760px) {
  body { font-size: 18px; line-height: 1.6; }
  .page { width: auto; margin: 0; padding: 16px; border: 0; }
  header, footer { display: block; }
  table, tbody { display: block; }
  tr { display: block; border-top: 1px solid var(--line); padding: 0.2em 0; }
  td { display: inline-block; border: 0; padding: 0 0.6em 0 0; width: auto !important; }
}`;
}
