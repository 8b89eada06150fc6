/** Circulars: what one would say, issuing it once, reading it as it was issued. */

import {
  type MadeDocument,
  makeDocument,
  officialDate,
  officialDocx,
} from '../../document/index.ts';
import { type Ctx, chinaClock, chinaDay, fileOf, holds, mediaTypes } from '../../platform/index.ts';
import { campaignTown } from '../campaigns/reach.ts';
import { personOf } from '../items/book.ts';
import { type CircularFacts, circularFacts } from './facts.ts';
import { circularProblem } from './problems.ts';
import { allCirculars, findCircular, insertCircular, monthsOfItems } from './store.ts';
import { circularDocument, circularText, monthWords } from './words.ts';

/** Circulars that were issued; and months that are over and have none, for whoever may issue one. */
export async function listCirculars(ctx: Ctx, { limit }: { limit: number }) {
  const town = await campaignTown(ctx);
  const issued = await allCirculars(ctx.db);
  const months = await monthsOfItems(ctx.db, town.today);
  const thisMonth = town.today.slice(0, 7);
  const open = months.filter(
    (month) => month < thisMonth && !issued.some((row) => row.month === month),
  );
  return {
    rows: issued.slice(0, limit).map((row) => ({
      month: row.month,
      title: titleOf(row.month),
      issuedAt: row.issued_at,
      issuedBy: town.named(row.issued_by).name,
    })),
    open: mayIssue(ctx) ? open : [],
  };
}

function titleOf(month: string): string {
  return `关于${monthWords(month)}督查督办和减负情况的通报`;
}

function mayIssue({ actor }: Ctx): boolean {
  return holds(actor, ['supervision']);
}

interface Found {
  readonly facts: CircularFacts;
  readonly editionAt: string | null;
  readonly issued?: { readonly at: string; readonly by: string };
}

/** The circular as it was issued, or what it would say now for those who prepare it. */
async function found(ctx: Ctx, month: string): Promise<Found> {
  const row = await findCircular(ctx.db, month);
  if (row) {
    const { named } = await campaignTown(ctx);
    return {
      facts: row.facts as unknown as CircularFacts,
      editionAt: row.edition_at,
      issued: { at: row.issued_at, by: named(row.issued_by).name },
    };
  }
  if (!holds(ctx.actor, ['supervision', 'leader'])) {
    throw circularProblem('circular-unknown', { month: monthWords(month) });
  }
  return circularFacts(ctx, month);
}

/** One circular. */
export async function readCircular(ctx: Ctx, { month }: { month: string }) {
  const { facts, editionAt, issued } = await found(ctx, month);
  const { title, opening, sections, meter } = circularText(facts, editionAt);
  const isOver = month < chinaDay(ctx.now).slice(0, 7);
  const copy = ({ head, rows }: typeof meter) => ({
    head: [...head],
    rows: rows.map((row) => [...row]),
  });
  return {
    month,
    title: title.join(''),
    opening,
    sections: sections.map(({ title: heading, paragraphs, table }) => ({
      title: heading,
      paragraphs: [...paragraphs],
      ...(table ? { table: copy(table) } : {}),
    })),
    meter: copy(meter),
    ...(editionAt === null ? {} : { editionAt }),
    ...(issued ? { issued } : {}),
    mayIssue: issued === undefined && isOver && mayIssue(ctx),
  };
}

/** Issues the circular of a month that is over; once. */
export async function issueCircular(ctx: Ctx, { month }: { month: string }) {
  const person = personOf(ctx);
  const words = { month: monthWords(month) };
  if (month >= chinaDay(ctx.now).slice(0, 7)) throw circularProblem('month-running', words);
  const { facts, editionAt } = await circularFacts(ctx, month);
  const isFirst = await insertCircular(ctx.db, {
    tenant_id: ctx.tenant.id,
    month,
    facts: JSON.stringify(facts),
    edition_at: editionAt,
    issued_by_account: ctx.actor.accountId,
    issued_by: person,
    issued_at: ctx.now,
  });
  if (!isFirst) throw circularProblem('circular-issued', words);
  return readCircular(ctx, { month });
}

/** The circular as it was issued, numbered and kept; asked again, the one that there is. */
export async function numberCircular(
  ctx: Ctx,
  { month }: { month: string },
): Promise<MadeDocument> {
  const { facts, editionAt, issued } = await found(ctx, month);
  if (!issued) throw circularProblem('circular-unknown', { month: monthWords(month) });
  const data = circularDocument(circularText(facts, editionAt), {
    town: facts.town,
    issuedOn: chinaDay(issued.at),
  });
  const asOf =
    editionAt === null
      ? ''
      : `，办理情况截至${officialDate(chinaDay(editionAt))}${chinaClock(editionAt)}`;
  return makeDocument(ctx, 'circular', data, {
    about: `circular ${month}`,
    madeFrom: `${monthWords(month)}督查通报的数据${asOf}`,
    readers: ['supervision', 'leader', 'assessment-office', 'discipline'],
  });
}

/** The circular as a Word document. */
export async function circularFile(ctx: Ctx, { month }: { month: string }): Promise<File> {
  const { facts, editionAt, issued } = await found(ctx, month);
  const document = circularDocument(circularText(facts, editionAt), {
    town: facts.town,
    ...(issued ? { issuedOn: chinaDay(issued.at) } : {}),
  });
  const name = `${facts.town}${titleOf(month)}${issued ? '' : '（未印发）'}.docx`;
  return fileOf(await officialDocx(document), { name, type: mediaTypes.docx });
}
