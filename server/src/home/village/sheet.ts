/** The page of a village on paper: A4, in the largest type in which it fits one page where it can. */

import type { VillagePageShown } from '@oneneedle/contract';
import { chineseDate, isoDate } from '@oneneedle/kernel';
import { layOut, linesOf, type Piece, type Type } from '../../assessment/index.ts';
import { escaped } from '../../platform/index.ts';
import { villageStyle } from './style.ts';

/**
 * Lines of one result that are told, fewer where the sheet would need a second page otherwise; the
 * sheet of the result itself has them all.
 */
const movedRows = [14, 11, 8, 5, 3] as const;
/** In em: the head and the foot that stand on every page. */
const fixedEm = { head: 2.4, foot: 3 };

/** The sheet as a page that needs nothing from outside and runs nothing; equal pages are equal bytes. */
export function villageSheet(page: VillagePageShown, town: string): File {
  const laid = movedRows.map((rows) => () => layOut(piecesOf(page, rows), fixedEm));
  const { type, pages } = onFewestPages(laid);
  const title = `${page.name} 村页`;
  const sections = pages.map((one, index) =>
    section(page, one, { town, number: index + 1, count: pages.length }),
  );
  const html = [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>\n${villageStyle(type)}</style>`,
    '</head>',
    '<body>',
    ...sections,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return new File([html], `${page.name}-村页.html`, { type: 'text/html; charset=utf-8' });
}

function piecesOf(page: VillagePageShown, rows: number): Piece[] {
  const results = page.results.flatMap((one) => result(one, rows));
  return [...who(page), ...waiting(page), ...results, ...rights(page)];
}

type Laid = ReturnType<typeof layOut>;

/** The first that fits one page; where none does, the first of those with the fewest. */
function onFewestPages(ways: readonly (() => Laid)[]): Laid {
  const [most, ...fewer] = ways;
  if (!most) throw new Error('there is no way to lay the page out');
  return fewer.reduce((best, way) => {
    if (best.pages.length === 1) return best;
    const next = way();
    return next.pages.length < best.pages.length ? next : best;
  }, most());
}

interface Numbered {
  readonly town: string;
  readonly number: number;
  readonly count: number;
}

function section(
  { name, today, households, hamlets }: VillagePageShown,
  pieces: readonly Piece[],
  { town, number, count }: Numbered,
): string {
  const size = [
    households === undefined ? '' : `${households} 户`,
    hamlets === 0 ? '' : `${hamlets} 个组`,
  ];
  return [
    '<section class="page">',
    `<header><h1>${escaped(name)}</h1><p>${escaped([town, ...size].filter(Boolean).join('　'))}</p><p>${chineseDate(isoDate(today))}打印</p></header>`,
    ...withTables(pieces.map(({ html }) => html)),
    `<footer><p>村里不用登录，不用填报。对哪一条有不同意见，告诉包村干部或考核办就行。</p><p>第 ${number} 页，共 ${count} 页</p></footer>`,
    '</section>',
  ].join('\n');
}

/** Rows that follow each other stand in one table. */
function withTables(parts: readonly string[]): string[] {
  return parts.flatMap((html, index) => {
    const isRow = (text: string | undefined) => text?.startsWith('<tr') ?? false;
    if (!isRow(html)) return [html];
    const before = isRow(parts[index - 1]) ? '' : '<table>';
    const after = isRow(parts[index + 1]) ? '' : '</table>';
    return [`${before}${html}${after}`];
  });
}

function who({ chain }: VillagePageShown): Piece[] {
  const held = chain.map(({ post, names }) => `${post} ${names.join('、')}`);
  const text = held.length > 0 ? held.join('；') : '负责人待镇里填写，请问考核办。';
  return [heading('谁负责'), paragraph(text)];
}

function waiting({ waiting: { all, overdue, rows } }: VillagePageShown): Piece[] {
  if (all === 0) return [heading('要办的事'), paragraph('现在没有要村里办的事。')];
  const title = `要办的事：${all} 件${overdue > 0 ? `，其中 ${overdue} 件过了期限` : ''}`;
  const left = all - rows.length;
  return [
    heading(title),
    ...rows.map(({ title: text, dueOn, ask }) =>
      row([
        { text, em: 'wide' },
        { text: dueOn === undefined ? '没有期限' : chineseDate(isoDate(dueOn)), em: 9 },
        { text: ask.join(' '), em: 9 },
      ]),
    ),
    ...(left > 0 ? [paragraph(`还有 ${left} 件，见村里的清单。`)] : []),
  ];
}

type Result = VillagePageShown['results'][number];

function result(one: Result, rows: number): Piece[] {
  const { schemeName, label, total, full, rank, ranked, edition, receiptCode, notes, moved } = one;
  const place = rank === undefined ? '' : `，第 ${rank} 名（共 ${ranked} 个）`;
  const left = moved.length - rows;
  const kept = `第 ${edition} 版${receiptCode === undefined ? '' : `，凭据码 ${receiptCode}`}`;
  return [
    heading(`${label}：${total} 分（满分 ${full}）${place}`),
    paragraph([`《${schemeName}》，${kept}。`, ...notes].join('')),
    ...moved.slice(0, rows).map(({ clause, sentence, value }) =>
      row(
        [
          { text: clause, em: 4 },
          { text: sentence, em: 'wide' },
          { text: value, em: 5 },
        ],
        true,
      ),
    ),
    ...(moved.length === 0 ? [paragraph('没有加分，也没有扣分。')] : []),
    ...(left > 0 ? [paragraph(`其余 ${left} 条见这一期的《一分一据》。`)] : []),
  ];
}

function rights({ results, objections }: VillagePageShown): Piece[] {
  const waiting = objections.map((one) => paragraph(waitingSentence(one)));
  const open = waiting.length === 0 ? [] : [heading('提了、还没有答复的异议'), ...waiting];
  if (results.length === 0) {
    return [heading('考核结果'), paragraph('还没有封存或公示的结果。'), ...open];
  }
  const once = (texts: readonly string[]) => [...new Set(texts)];
  const money = results.flatMap(({ schemeName, money: [first = '', ...steps] }) => [
    `${schemeName}：${first}`,
    ...steps,
  ]);
  return [
    heading('怎样提异议'),
    ...results.flatMap(untilSentence).map((text) => paragraph(text)),
    ...once(results.flatMap(({ objection }) => objection)).map((text) => paragraph(text)),
    ...open,
    heading('和哪些资金挂钩'),
    ...once(money).map((text) => paragraph(text)),
  ];
}

const stateWords = {
  received: '已收到',
  acknowledged: '已受理',
  assigned: '正在核实',
  decided: '已有决定，答复正在送',
} as const;

/** "异议2026-3，2026年第一季度东溪村：第 1.1 条，−2.50 分：正在核实，4月20日以前书面答复。" */
function waitingSentence(one: VillagePageShown['objections'][number]): string {
  const { no, title, state, answerBy, isOverdue } = one;
  const day = chineseDate(isoDate(answerBy));
  const due = isOverdue ? `应在${day}以前答复，已过期限，可以催考核办` : `${day}以前书面答复`;
  return `${no === undefined ? '' : `${no}，`}${title}：${stateWords[state]}，${due}。`;
}

/** "2026年第三季度：公示期到10月20日，还剩3个工作日。" */
function untilSentence({ label, objectUntil, workdaysLeft }: Result): string[] {
  if (objectUntil === undefined) return [];
  const day = chineseDate(isoDate(objectUntil));
  if (workdaysLeft === 0) return [`${label}：公示期${day}已满；过后发现的，仍可以向考核办反映。`];
  const left = workdaysLeft === undefined ? '' : `，还剩 ${workdaysLeft} 个工作日（含今天）`;
  return [`${label}：公示期到${day}${left}。`];
}

function heading(text: string): Piece {
  const height = ({ width }: Type) => 0.7 + 1.4 * linesOf(text, width / 1.1);
  return { html: `<h2>${escaped(text)}</h2>`, height, keepsNext: true };
}

function paragraph(text: string): Piece {
  return {
    html: `<p>${escaped(text)}</p>`,
    height: ({ width, line }) => line * linesOf(text, width) + 0.15,
  };
}

interface Cell {
  readonly text: string;
  /** Width in em; the wide one takes what the others leave. */
  readonly em: number | 'wide';
}

function row(cells: readonly Cell[], isNumberLast = false): Piece {
  const fixed = cells.reduce((sum, { em }) => sum + (em === 'wide' ? 0 : em), 0);
  const last = cells.length - 1;
  const tds = cells.map(({ text, em }, index) => {
    const kind = isNumberLast && index === last ? ' class="number"' : '';
    return `<td${kind}${em === 'wide' ? '' : ` style="width:${em}em"`}>${escaped(text)}</td>`;
  });
  return {
    html: `<tr>${tds.join('')}</tr>`,
    height: ({ width, line }) => {
      const lines = cells.map(({ text, em }) =>
        linesOf(text, (em === 'wide' ? width - fixed : em) - 0.8),
      );
      return line * Math.max(...lines) + 0.35;
    },
  };
}
