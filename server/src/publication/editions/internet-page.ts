/**
 * The page for whoever is not signed in: the latest published list of units, off until a decision
 * says otherwise. It has no tree, no fact and no list of persons; what is off is not there.
 */

import { createHash } from 'node:crypto';
import type { IsoDate } from '@oneneedle/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import { escaped } from '../../assessment/index.ts';
import { officialDate } from '../../document/index.ts';
import { type AppDatabase, setTenant, type Tables } from '../../platform/index.ts';
import type { PublishedFile } from './check-file.ts';
import { isOnInternet } from './internet.ts';
import { circlesOf, groupsOf, plainName } from './poster.ts';
import { latestPublication, publishedFile } from './store.ts';

type PageRequest = FastifyRequest<{ Params: { town: string; line: string; period: string } }>;

/** Opens the page; before the server listens. */
export function openResultsDoor(
  http: FastifyInstance,
  { database }: { readonly database: AppDatabase },
): void {
  http.get('/public/towns/:town/results/:line/:period', async (request: PageRequest, reply) => {
    const html = await database.queries.transaction().execute((db) => pageOf(db, request.params));
    reply.headers(headers);
    if (html === undefined) return reply.status(404).type('text/plain; charset=utf-8').send('');
    return reply.type('text/html; charset=utf-8').send(html);
  });
}

/** Undefined for whatever is not on the internet, whyever. */
async function pageOf(
  db: Transaction<Tables>,
  { town, line, period }: PageRequest['params'],
): Promise<string | undefined> {
  const tenant = await db
    .selectFrom('tenant')
    .select('id')
    .where('code', '=', town)
    .executeTakeFirst();
  if (!tenant) return undefined;
  await setTenant(db, tenant.id);
  if (!(await isOnInternet(db))) return undefined;
  const latest = await latestPublication(db, { line, period });
  if (latest?.audience !== 'public') return undefined;
  const { edition } = latest;
  const file: PublishedFile = JSON.parse(await publishedFile(db, { line, period, edition }));
  return pageHtml(file, latest.file_sha256);
}

function pageHtml(file: PublishedFile, sha256: string): string {
  const { head } = file;
  const title = `${head.town}${head.label}${plainName(head)}公示`;
  const day = (text: string) => officialDate(text as IsoDate);
  const tables = circlesOf(file).map(
    ({ name, rows }) => `${name === '' ? '' : `<h2>${escaped(name)}</h2>`}
<table><thead><tr><th>名次</th><th>单位</th><th>得分</th></tr></thead><tbody>
${rows.map((row) => `<tr><td>${row.rank ?? escaped(row.note || '不排')}</td><td>${escaped(row.name)}</td><td>${escaped(row.total)}</td></tr>`).join('\n')}
</tbody></table>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1>
<p>第 ${head.edition} 版，${escaped(head.decision.body)} ${escaped(head.decision.no)}。</p>
${head.reason === '' ? '' : `<p>更正说明：${escaped(head.reason)}</p>`}
<p>${day(head.postedOn)}张榜，提异议到${day(head.objectUntil)}截止：${escaped(head.objectTo.person)}，电话 ${escaped(head.objectTo.telephone)}，${escaped(head.objectTo.place)}。</p>
${tables.join('\n')}
<p class="code">凭据码 ${escaped(head.receiptCode)}<br>公示文件 SHA-256 ${groupsOf(sha256)}</p>
</body></html>
`;
}

const style = `body{margin:1rem auto;max-width:42rem;padding:0 1rem;font:1.1rem/1.6 sans-serif;color:#111;background:#fff}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3rem .6rem;text-align:center}
.code{font-size:.85rem;overflow-wrap:anywhere}`;

const headers = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
} as const;
