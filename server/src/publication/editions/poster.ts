/** The poster for the board: A3, portrait, in letters that are read from two metres. */

import type { IsoDate } from '@oneneedle/kernel';
import qrcode from 'qrcode-generator';
import { escaped } from '../../assessment/index.ts';
import { officialDate } from '../../document/index.ts';
import type { PublishedFile, PublishedRow } from './check-file.ts';

export interface Published {
  readonly file: PublishedFile;
  /** Of the published file. */
  readonly sha256: string;
}

/** The page as HTML; `address` is that of the internet page, where there is one. */
export function posterHtml({ file, sha256 }: Published, address?: string): string {
  const { head } = file;
  const title = `${head.town}${head.label}${plainName(head)}公示`;
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
<h1>${escaped(title)}</h1>
<p class="edition">第 ${head.edition} 版${head.replaces === null ? '' : `，代替第 ${head.replaces} 版`}　${escaped(head.decision.body)} ${escaped(head.decision.no)}</p>
${head.reason === '' ? '' : `<p class="reason">更正说明：${escaped(head.reason)}</p>`}
<main class="${file.rows.length > rowsOfOneColumn ? 'two' : ''}">
${circlesOf(file).map(tableOf).join('\n')}
<section class="objection">
<h2>有异议的，这样提</h2>
<p>公示期：${day(head.postedOn)}张榜，<b>${day(head.objectUntil)}</b>截止（张榜当天不算，遇休息日顺延）。</p>
<p>找谁：${escaped(head.objectTo.person)}，电话 <b>${escaped(head.objectTo.telephone)}</b>，地点 ${escaped(head.objectTo.place)}。</p>
<p>当面说、打电话、写信都可以，可以请包村干部代填，可以不署名。收到以后由没有经手的人核实，七个工作日内书面答复（办法另有规定的，按办法写）；不署名的也核实，但没法答复您。提异议不扣分。</p>
</section>
</main>
<footer>
<div>
<p>凭据码 ${escaped(head.receiptCode)}</p>
<p>公示文件 SHA-256 ${groupsOf(sha256)}</p>
<p>台账 ${file.log.size} 条，根 ${groupsOf(file.log.root)}</p>
<p>要核对的，请带凭据码到考核办，当面在电脑上核对给您看。</p>
</div>
${address === undefined ? '' : `<div class="qr">${qrOf(address)}<p>手机扫码看这份榜</p></div>`}
</footer>
</body>
</html>
`;
}

/** The list in circles: a group each where ranks are by group, in order of rank. */
export function circlesOf({
  head,
  rows,
}: PublishedFile): { name: string; rows: readonly PublishedRow[] }[] {
  const names = new Map(head.groups.map(({ code, name }) => [code, name]));
  const codes = head.isByGroup ? [...new Set(rows.map(({ group }) => group))] : [''];
  return codes.map((code) => ({
    name: names.get(code) ?? '',
    rows: rows
      .filter(({ group }) => !head.isByGroup || group === code)
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)),
  }));
}

/** 《青禾镇村级日常考核办法》 as it reads behind the town's name and before 公示: 村级日常考核. */
export function plainName({ schemeName, town }: PublishedFile['head']): string {
  const name = schemeName.replace(/^《?/, '').replace(town, '');
  return name.replace(/》$/, '').replace(/(?:实施)?(?:办法|细则|方案)$/, '');
}

/** Sixteen groups of four are copied without losing the place. */
export function groupsOf(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, '$1 ');
}

/** More rows stand in two columns, so that a list of twenty stays on one sheet. */
const rowsOfOneColumn = 14;

function tableOf({ name, rows }: { name: string; rows: readonly PublishedRow[] }): string {
  return `<section>${name === '' ? '' : `<h2>${escaped(name)}</h2>`}
<table><thead><tr><th>名次</th><th>单位</th><th>得分</th></tr></thead><tbody>
${rows
  .map(
    ({ rank, name: subject, total, note }) =>
      `<tr><td>${rank ?? escaped(note || '不排')}</td><td>${escaped(subject)}</td><td>${escaped(total)}</td></tr>`,
  )
  .join('\n')}
</tbody></table></section>`;
}

function day(text: string): string {
  return officialDate(text as IsoDate);
}

function qrOf(address: string): string {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  return code.createSvgTag({ cellSize: 6, margin: 12, scalable: true });
}

const style = `
@page { size: A3 portrait; margin: 12mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 269mm; color: #000; background: #fff;
  font: 24pt/1.5 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
h1 { margin: 0 0 6mm; font-size: 34pt; line-height: 1.3; text-align: center; text-wrap: balance; }
h2 { margin: 8mm 0 3mm; font-size: 28pt; }
p { margin: 0 0 2mm; }
.edition { text-align: center; margin-bottom: 6mm; }
.reason { border: 1.5pt solid; padding: 3mm 4mm; }
table { width: 100%; border-collapse: collapse; font-size: 26pt; line-height: 1.3; font-variant-numeric: tabular-nums; }
th, td { border: 1pt solid; padding: .8mm 3mm; text-align: center; }
td:last-child { text-align: right; padding-right: 6mm; }
.two { columns: 2; column-gap: 10mm; }
.two h2:first-child { margin-top: 0; }
.two section { break-inside: avoid-column; margin: 0 0 5mm; }
thead { display: table-header-group; }
tr, .objection, footer { break-inside: avoid; }
.objection { margin-top: 8mm; border: 2pt solid; padding: 4mm 6mm; }
.objection h2 { margin-top: 0; }
footer { margin-top: 6mm; display: flex; gap: 8mm; align-items: flex-end;
  font-size: 14pt; line-height: 1.4; overflow-wrap: anywhere; }
footer > div:first-child { flex: 1; }
.qr { text-align: center; }
.qr svg { width: 42mm; height: 42mm; }
b { white-space: nowrap; }
`;
