/** Acting on behalf of a village: who may, on which day. */

import { type Ctx, chinaDay } from '../platform/index.ts';
import { orgProblem } from './problems.ts';

type Acting = Pick<Ctx, 'db' | 'now' | 'actor'>;

/** The kind of pairing by which a cadre may write down what a village says. */
const residentCadre = '包村干部';

/**
 * Refuses an actor who is not the resident cadre (包村干部) of the unit on the day of the request.
 * A deed that may be done for a unit names it in `onBehalfOf`; the audit keeps it.
 */
export async function requireProxy(ctx: Acting, unit: string): Promise<void> {
  const named = await ctx.db
    .selectFrom('unit')
    .select('name')
    .where('code', '=', unit)
    .executeTakeFirst();
  if (!named) throw orgProblem('unit-unknown', { code: unit });
  const today = chinaDay(ctx.now);
  const paired = await ctx.db
    .selectFrom('pairing')
    .select('id')
    .where('kind', '=', residentCadre)
    .where('unit_code', '=', unit)
    .where('person_code', '=', ctx.actor.person ?? '')
    .where('from_on', '<=', today)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', today)]))
    .executeTakeFirst();
  if (!paired) throw orgProblem('not-proxy', { unit: named.name });
}
