/** The papers of a published edition, each made from the published file alone: the same bytes every time. */

import { type Ctx, fileOf, mediaTypes } from '../../platform/index.ts';
import { publicationProblem } from '../problems.ts';
import { publicText } from './file.ts';
import { isOnInternet } from './internet.ts';
import { noticeBytes } from './notice.ts';
import { posterHtml } from './poster.ts';
import { proofHtml } from './proof-page.ts';
import type { PublicationNeeds } from './publish.ts';
import type { PublishedFile } from './published-shapes.ts';
import { papersFor, type Replies } from './reading.ts';
import { publicationsOf, publishedFile } from './store.ts';

interface Asked {
  readonly line: string;
  readonly period: string;
  readonly edition: string;
  readonly paper: Replies['one']['papers'][number];
}

export async function readPaper(
  { origin }: PublicationNeeds,
  ctx: Ctx,
  { line, period, edition, paper }: Asked,
): Promise<File> {
  const named = { line, period, edition: Number(edition) };
  const rows = await publicationsOf(ctx.db, named);
  const row = rows.find((one) => one.edition === named.edition);
  if (!row) throw publicationProblem('not-published');
  const audience = row.audience === 'internal' ? 'internal' : 'public';
  if (!papersFor(ctx, audience).includes(paper)) throw publicationProblem('not-public');
  const text = await publishedFile(ctx.db, named);
  const file: PublishedFile = JSON.parse(text);
  const base = `${file.head.label}公示 第${edition}版`;
  const html = 'text/html; charset=utf-8';
  const published = { file, sha256: row.file_sha256, root: row.public_root ?? undefined };
  switch (paper) {
    case 'file':
      return fileOf(text, { name: `${base}.json`, type: 'application/json' });
    case 'public': {
      const page = proofHtml(publicText(file));
      return fileOf(page, { name: `${base} 公开核对件.html`, type: html });
    }
    case 'proof':
      return fileOf(proofHtml(text), { name: `${base} 核对.html`, type: html });
    case 'poster': {
      const path = `/public/towns/${ctx.tenant.code}/results/${line}/${period}`;
      const address = (await isOnInternet(ctx.db)) ? `${origin}${path}` : undefined;
      return fileOf(posterHtml(published, address), { name: `${base} 榜.html`, type: html });
    }
    case 'notice':
      return fileOf(await noticeBytes(published), { name: `${base}.docx`, type: mediaTypes.docx });
  }
}
