/** The page behind a plain link: plain HTML without script, pictures or anything from elsewhere. */

import { createHash } from 'node:crypto';
import { escaped, type Language } from '../platform/index.ts';
import { linkWords } from './link-words.ts';

const style = `
:root{color-scheme:light}
body{margin:0 auto;max-width:42em;padding:20px 16px;background:#fbf9f4;color:#1d1f21;
font:18px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
h1{font-size:24px;margin:0 0 8px}
p{margin:12px 0}
label{display:block}
input,textarea,button{font:inherit;min-height:48px;box-sizing:border-box;border:1px solid #5b6168;border-radius:2px}
input{width:9em;padding:4px 12px;letter-spacing:.2em;background:#fff}
textarea{width:100%;min-height:7em;padding:8px 12px;background:#fff}
button{padding:4px 24px;background:#1f5a7a;color:#fff;border-color:#1f5a7a}
:focus-visible{outline:3px solid #1f5a7a;outline-offset:2px}
table{width:100%;table-layout:fixed;border-collapse:collapse;background:#fff}
th+th,td+td{width:4.6em}
th,td{border:1px solid #5b6168;padding:6px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.error{background:#fff4d6;color:#8a6100;padding:8px 12px}
.kept{background:#e8f3ec;color:#1f5a3a;padding:8px 12px}
.soft{color:#5b6168}
h2{font-size:20px;margin:28px 0 0}
@media print{body{background:#fff;font-size:12pt;padding:0;max-width:none}form{display:none}}
`.trim();

/** Nothing but this one style sheet may be loaded or run; the form goes back to where it came from. */
export const linkHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'x-frame-options': 'DENY',
};

/** One matter as a village reads it. */
export interface PlainRow {
  readonly title: string;
  /** Day in words; absent where there is none. */
  readonly until?: string;
  /** The unit to ask; absent where it is the town itself, whose telephone stands below. */
  readonly ask?: string;
}

/** What became of a sentence that a village sent. */
export type SaidState = 'kept' | 'tooMany' | 'length';

/** What the list tells. */
export interface PlainList {
  readonly town: string;
  readonly village: string;
  readonly today: string;
  readonly rows: readonly PlainRow[];
  readonly all: number;
  readonly contact: string;
  readonly expires: string;
  /** Lets the page send a sentence; without it there is no form. */
  readonly ticket?: string;
  readonly state?: SaidState;
}

/** Asks for the number from the paper; `left` after a wrong one. */
export function pinPage(language: Language, left?: number): string {
  const w = linkWords(language);
  const wrong = left === undefined ? '' : `<p class="error" role="alert">${w.wrong(left)}</p>`;
  return page(
    language,
    w.title,
    `${wrong}<form method="post" autocomplete="off">
<p><label for="pin">${w.pinLabel}</label>
<input id="pin" name="pin" inputmode="numeric" maxlength="12" required autofocus></p>
<p><button type="submit">${w.open}</button></p>
</form><p class="soft">${w.privacy}</p>`,
  );
}

/** Says that a link is shut or is not there. */
export function shutPage(language: Language, why: 'locked' | 'gone'): string {
  const w = linkWords(language);
  return page(language, w.title, `<p class="error" role="alert">${w[why]}</p>`);
}

/** The list: titles, days, whom to ask. */
export function listPage(language: Language, list: PlainList): string {
  const w = linkWords(language);
  const rows = list.rows.map(
    ({ title, until = w.noDay, ask = w.askBelow }) =>
      `<tr><td>${escaped(title)}</td><td>${escaped(until)}</td><td>${escaped(ask)}</td></tr>`,
  );
  const table = `<table><thead><tr><th>${w.what}</th><th>${w.until}</th><th>${w.ask}</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
  const left = list.all - list.rows.length;
  return page(
    language,
    w.listTitle(list.town, list.village),
    `<p>${w.state(list.all, list.today)}</p>
${rows.length === 0 ? '' : table}
${left > 0 ? `<p>${w.more(left)}</p>` : ''}
<p>${escaped(w.contact(list.contact))}</p>
${list.ticket === undefined ? '' : objectionForm(language, list.ticket, list.state)}
<p class="soft">${w.expires(list.expires)} ${w.privacy}</p>`,
  );
}

/** One text box: what the village does not agree with. No name, no account, no file. */
function objectionForm(language: Language, ticket: string, state?: SaidState): string {
  const w = linkWords(language);
  const told =
    state === undefined
      ? ''
      : `<p class="${state === 'kept' ? 'kept' : 'error'}" role="status">${w.said[state]}</p>`;
  return `<h2>${w.objection}</h2>
${told}<form method="post" autocomplete="off">
<input type="hidden" name="ticket" value="${escaped(ticket)}">
<p><label for="said">${w.saidLabel}</label>
<textarea id="said" name="said" maxlength="2000" required></textarea></p>
<p><button type="submit">${w.send}</button></p>
</form><p class="soft">${w.saidNote}</p>`;
}

function page(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${body}
</body>
</html>
`;
}
