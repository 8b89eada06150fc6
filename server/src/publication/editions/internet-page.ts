/**
 * The page for whoever is not signed in: the latest list of units that hangs already, off until a
 * decision says otherwise. It has no fact and no list of persons, and gives the public copy to take
 * home as a file: no script of it runs at this address. What is off is not there.
 */

import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { escaped } from '../../assessment/index.ts';
import { type AppDatabase, chinaDay, setTenant, type Tables } from '../../platform/index.ts';
import { publicText } from './file.ts';
import { isOnInternet } from './internet.ts';
import {
  answerText,
  changeTexts,
  circlesOf,
  correctsText,
  decidedText,
  type Published,
  titleOf,
  weekdayText,
} from './poster.ts';
import { proofHtml } from './proof-page.ts';
import type { PublishedFile } from './published-shapes.ts';
import { publicationsOf, publishedFile } from './store.ts';

interface Params {
  readonly town: string;
  readonly line: string;
  readonly period: string;
}
type PageRequest = FastifyRequest<{ Params: Params }>;

interface Door {
  readonly database: AppDatabase;
  readonly clock: () => Date;
}

/** Opens the page and its copy to take home; before the server listens. */
export function openResultsDoor(http: FastifyInstance, { database, clock }: Door): void {
  const address = '/public/towns/:town/results/:line/:period';
  const open = (params: Params) =>
    database.queries
      .transaction()
      .execute((db) => listOf(db, { ...params, today: chinaDay(clock().toISOString()) }));
  http.get(address, async (request: PageRequest, reply) => {
    const list = await open(request.params);
    if (!list) return nothing(reply);
    return reply.headers(headers).type('text/html; charset=utf-8').send(pageHtml(list));
  });
  http.get(`${address}/proof`, async (request: PageRequest, reply) => {
    const list = await open(request.params);
    if (!list) return nothing(reply);
    const { label, edition } = list.file.head;
    const name = encodeURIComponent(`${label}公示 第${edition}版 公开核对件.html`);
    return reply
      .headers(headers)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .type('text/html; charset=utf-8')
      .send(proofHtml(publicText(list.file)));
  });
}

function nothing(reply: FastifyReply) {
  return reply.headers(headers).status(404).type('text/plain; charset=utf-8').send('');
}

/** Undefined for whatever is not on the internet, whyever; an edition shows from the day that it is posted. */
async function listOf(
  db: Transaction<Tables>,
  { town, line, period, today }: Params & { readonly today: string },
): Promise<Published | undefined> {
  const tenant = await db
    .selectFrom('tenant')
    .select('id')
    .where('code', '=', town)
    .executeTakeFirst();
  if (!tenant) return undefined;
  await setTenant(db, tenant.id);
  if (!(await isOnInternet(db))) return undefined;
  const editions = await publicationsOf(db, { line, period });
  const latest = editions.find(({ posted_on }) => posted_on <= today);
  if (latest?.audience !== 'public') return undefined;
  const { edition, file_sha256: sha256, public_root: root } = latest;
  const file: PublishedFile = JSON.parse(await publishedFile(db, { line, period, edition }));
  return { file, sha256, ...(root === null ? {} : { root }) };
}

function pageHtml({ file, sha256, root }: Published): string {
  const { head, changes = [] } = file;
  const title = titleOf(file);
  const { office = '', person, telephone, place } = head.objectTo;
  const tables = circlesOf(file).map(
    ({ name, rows }) => `${name === '' ? '' : `<h2>${escaped(name)}</h2>`}
<table><thead><tr><th>名次</th><th>单位</th><th>得分</th></tr></thead><tbody>
${rows.map((row) => `<tr><td>${row.rank ?? escaped(row.note || '不排')}</td><td>${escaped(row.name)}</td><td>${escaped(row.total)}</td></tr>`).join('\n')}
</tbody></table>`,
  );
  const correction =
    head.replaces === null
      ? ''
      : `<p><b>${escaped(correctsText(file))}</b></p><p>更正说明：${escaped(head.reason)}</p>
<ul>${changes.map((one) => `<li>${escaped(`${one.name}：${changeTexts(one).slice(0, 2).join(' → ')}。${changeTexts(one)[2]}`)}</li>`).join('\n')}</ul>`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1>
<p>${escaped(decidedText(file))}，第 ${head.edition} 版。${weekdayText(head.postedOn)}张榜。</p>
${correction}
${tables.join('\n')}
<h2>有异议的，这样提</h2>
<p>到<b>${weekdayText(head.objectUntil)}</b>截止：找${escaped(`${office} ${person}`.trim())}，电话 ${escaped(telephone)}，${escaped(place)}。${answerText(head)}书面答复。提异议不扣分。</p>
<p class="signature">${escaped(head.signature?.by ?? head.decision.body)}</p>
<h2>自己核对</h2>
<p><a href="${encodeURIComponent(head.period)}/proof">公开核对件（下载，不联网就能重算这张榜）</a></p>
<p class="code">凭据码 ${escaped(head.receiptCode)}<br>核对码 ${root ?? sha256}</p>
</body></html>
`;
}

const style = `body{margin:1rem auto;max-width:42rem;padding:0 1rem;font:1.1rem/1.6 sans-serif;color:#111;background:#fff}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:center}
h1{font-size:1.5rem;line-height:1.35}h2{font-size:1.2rem;margin:1.2rem 0 .4rem}a{color:#1f5a7a}
.signature{text-align:right}.code{font-size:.85rem;overflow-wrap:anywhere}`;

const headers = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;
