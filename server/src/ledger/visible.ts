/** One fact for one asker: there or not there, and whose it is. */

import type { Ctx } from '../platform/index.ts';
import { isInSight, type Sight, sightOf } from './access.ts';
import { officesFor, type RecordingBook } from './book.ts';
import { tellsGround } from './private-grounds.ts';
import { ledgerProblem } from './problems.ts';
import { namingOf } from './shown.ts';
import { type FactRow, factRowsOf } from './store.ts';
import { factIn } from './stored.ts';

/** A fact within the asker's sight; what is outside is not there for them. */
export async function visibleFact(ctx: Ctx, id: string, book: RecordingBook): Promise<FactRow> {
  const [row] = await factRowsOf(ctx.db, [id]);
  const { isPerson } = namingOf(book.roster);
  const seen = row && seesFact(sightOf(ctx.actor, book.roster), row, isPerson);
  if (!row || !seen) throw ledgerProblem('fact-unknown', { id });
  return row;
}

/** Whether a fact is within sight, and tells this account a ground that is private. */
export function seesFact(sight: Sight, row: FactRow, isPerson: (code: string) => boolean): boolean {
  const { body, office } = row;
  const inSight = isInSight(sight, { about: body.about, office }, isPerson);
  return inSight && tellsGround(factIn(row), sight);
}

/** The offices that may take a fact back: the one that recorded it, or those that hear its kind. */
export function officesOfFact({ office, body }: FactRow, book: RecordingBook): string[] {
  if (office !== null) return [office];
  const kind = book.catalogue.entryOf(body.kind);
  return kind ? officesFor(book, kind, body.on) : [];
}
