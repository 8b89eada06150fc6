/** The poster for the board: A3, portrait, in letters that are read from two metres. */

import { chineseWeekday, type IsoDate } from '@oneneedle/kernel';
import qrcode from 'qrcode-generator';
import { escaped } from '../../assessment/index.ts';
import { officialDate } from '../../document/index.ts';
import type { PublishedChange, PublishedFile, PublishedRow } from './published-shapes.ts';

export interface Published {
  readonly file: PublishedFile;
  /** Of the published file. */
  readonly sha256: string;
  /** 核对码; absent where there is no public copy. */
  readonly root?: string | undefined;
}

/** The page as HTML; `address` is that of the internet page, where there is one. */
export function posterHtml(published: Published, address?: string): string {
  const { file } = published;
  const title = titleOf(file);
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body${file.head.replaces === null ? '' : ' class="corrects"'}>
<h1>${whole(...titleParts(file))}</h1>
<p class="edition">${whole(decidedText(file), `　第 ${file.head.edition} 版`)}</p>
${correctionOf(file)}
<main class="${file.rows.length > rowsOfOneColumn ? 'two' : ''}">
${circlesOf(file).map(tableOf).join('\n')}
${objectionOf(file)}
</main>
<div class="end">
${address === undefined ? '' : `<div class="qr">${qrOf(address)}<p>手机扫码看这份榜</p></div>`}
${signatureOf(file)}
</div>
<footer>${escaped(codesText(published))}</footer>
</body>
</html>
`;
}

/** 青禾镇2026年第三季度村级日常考核公示; a corrected edition is 更正公示. */
export function titleOf(file: Pick<PublishedFile, 'head'>): string {
  return titleParts(file).join('');
}

/** A title that is too long for a line is broken between these. */
function titleParts({ head }: Pick<PublishedFile, 'head'>): string[] {
  const kind = head.replaces === null ? '公示' : '更正公示';
  return [`${head.town}${head.label}`, `${plainName(head)}${kind}`];
}

/** Parts between which alone a line breaks, if they have the room. */
function whole(...parts: readonly string[]): string {
  return parts.map((part) => `<span class="whole">${escaped(part)}</span>`).join('');
}

/** 青禾镇党委会2026年4月9日研究决定（青党纪〔2026〕12号） */
export function decidedText({ head }: Pick<PublishedFile, 'head'>): string {
  const { body, on, no } = head.decision;
  return `${body}${dayText(on)}研究决定（${no}）`;
}

/** Which edition a corrected one takes the place of; '' for a first edition. */
export function correctsText({ head }: Pick<PublishedFile, 'head'>): string {
  if (head.replaces === null) return '';
  if (!head.corrects) return `代替第 ${head.replaces} 版。`;
  const { edition, decisionNo, postedOn } = head.corrects;
  return `更正并代替${dayText(postedOn)}张榜的第 ${edition} 版（${decisionNo}），以本版为准。`;
}

/** How a subject stood and stands, and what made the difference. */
export function changeTexts({ old, new: now, why }: PublishedChange): [string, string, string] {
  const told = (place: PublishedChange['old']) =>
    place === null
      ? '没有'
      : `${place.total} 分，${place.rank === null ? '不排名次' : `第 ${place.rank} 名`}`;
  const because = why.length === 0 ? '得分没有变，名次随着变' : why.join('；');
  return [told(old), told(now), because];
}

/** How soon whoever objects has it in writing: 收到以后5个工作日内 */
export function answerText({ answerWithin }: Pick<PublishedFile['head'], 'answerWithin'>): string {
  if (answerWithin === undefined) return '七个工作日内（办法另有规定的，按办法写）';
  const days =
    'workdays' in answerWithin ? `${answerWithin.workdays}个工作日` : `${answerWithin.days}天`;
  return `收到以后${days}内`;
}

/** 2026年11月2日（星期一） */
export function weekdayText(text: string): string {
  return `${dayText(text)}（${chineseWeekday(text as IsoDate)}）`;
}

/** The beginning and the end of a hash: enough to copy, and to tell another by. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 8)}…${hash.slice(-8)}`;
}

/** Receipt and codes in one line; the whole codes stand in the notice. */
function codesText({ file, sha256, root }: Published): string {
  const { head, log } = file;
  const code = `核对码 ${shortHash(root ?? sha256)}`;
  const ledger = `台账 ${log.size} 条，根 ${shortHash(log.root)}`;
  const whole = '全文在公示通知末尾。自己要核对的，向考核办要公开核对件，不联网就能重算这张榜。';
  return `凭据码 ${head.receiptCode}　${code}　${ledger}（${whole}）`;
}

function correctionOf(file: PublishedFile): string {
  const { head, changes = [] } = file;
  if (head.replaces === null) return '';
  const rows = changes.map((change) => {
    const cells = [change.name, ...changeTexts(change)];
    return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
  });
  const table = `<table><thead><tr><th>单位</th><th>原来</th><th>更正后</th><th>改了哪里</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
  return `<section class="correction">
<p><b>${escaped(correctsText(file))}</b></p>
<p>更正说明：${escaped(head.reason)}</p>
${rows.length === 0 ? '' : table}
</section>`;
}

function objectionOf({ head }: PublishedFile): string {
  const { office, person, telephone, place } = head.objectTo;
  const whom = [office, person].filter(Boolean).join(' ');
  return `<section class="objection">
<h2>有异议的，这样提</h2>
<p>截止：<b>${weekdayText(head.objectUntil)}</b></p>
<p>找谁：<b>${escaped(whom)}</b></p>
<p>电话：<b>${escaped(telephone)}</b></p>
<p>地点：<b>${escaped(place)}</b></p>
<p class="how">${weekdayText(head.postedOn)}张榜，当天不算，遇休息日顺延。当面说、打电话、写信都可以，可以请包村干部代填，可以不署名。由没有经手的人核实，${answerText(head)}书面答复；不署名的也核实，但没法答复您。提异议不扣分。</p>
</section>`;
}

function signatureOf({ head }: PublishedFile): string {
  const { by, on } = head.signature ?? { by: head.decision.body, on: head.postedOn };
  return `<p class="signature"><span>${escaped(by)}</span><span>${dayText(on)}</span></p>`;
}

/** The list in circles: a group each where ranks are by group, in order of rank. */
export function circlesOf({
  head,
  rows,
}: PublishedFile): { name: string; rows: readonly PublishedRow[] }[] {
  const names = new Map(head.groups.map(({ code, name }) => [code, name]));
  const used = new Set(rows.map(({ group }) => group));
  const codes = head.isByGroup ? [...new Set([...names.keys(), ...used])] : [''];
  const shown = codes.filter((code) => !head.isByGroup || used.has(code));
  return shown.map((code) => ({
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

export function dayText(text: string): string {
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
  font: 24pt/1.45 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
h1 { margin: 0 0 4mm; font-size: 34pt; line-height: 1.3; text-align: center; text-wrap: balance; }
h2 { margin: 5mm 0 2mm; font-size: 28pt; line-height: 1.3; }
p { margin: 0 0 1mm; }
.whole { display: inline-block; }
.edition { text-align: center; margin-bottom: 4mm; font-size: 22pt; }
.correction { border: 1.5pt solid; padding: 2mm 3mm; margin-bottom: 3mm; font-size: 20pt; line-height: 1.35; }
.correction table { font-size: 17pt; margin-top: 1mm; }
.correction td { text-align: left; }
.correction td:first-child, .correction th { white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: 26pt; line-height: 1.3; font-variant-numeric: tabular-nums; }
th, td { border: 1pt solid; padding: .6mm 3mm; text-align: center; }
main td:last-child { text-align: right; padding-right: 6mm; }
.two { columns: 2; column-gap: 9mm; }
.two h2:first-child { margin-top: 0; }
.two section { break-inside: avoid-column; margin: 0 0 4mm; padding-right: .5mm; }
thead { display: table-header-group; }
tr, .objection, .end, footer { break-inside: avoid; }
.objection { margin-top: 5mm; border: 2pt solid; padding: 3mm 5mm; }
.two .objection { padding: 3mm; margin: 1mm .5mm 0 0; font-size: 22pt; }
.objection h2, .two .objection h2 { margin-top: 0; }
.how { font-size: 20pt; line-height: 1.4; margin-top: 2mm; }
.end { display: flex; gap: 8mm; align-items: flex-end; margin-top: 2mm; break-after: avoid; }
.signature { margin-left: auto; padding-right: 12mm; text-align: center; }
.signature span { display: block; }
footer { margin-top: 3mm; font: 10.5pt/1.4 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
.qr { text-align: center; font-size: 14pt; }
.qr svg { width: 36mm; height: 36mm; }
.corrects h1 { font-size: 30pt; margin-bottom: 2mm; }
.corrects .edition { font-size: 20pt; margin-bottom: 2mm; }
.corrects .how { font-size: 17pt; }
.corrects main table { font-size: 22pt; }
.corrects h2 { font-size: 24pt; margin-top: 3mm; }
.corrects .two .objection { font-size: 20pt; }
.corrects .qr svg { width: 28mm; height: 28mm; }
b { overflow-wrap: anywhere; }
`;
