/** Whatever is open waits on the list of somebody who has an account and may act on it. */

import type { Queries } from '../../src/platform/index.ts';
import type { Ask } from './asking.ts';
import { people, type Somebody } from './town.ts';

/** The kind of line that a state waits by, and the deeds of which one leads on. */
const expected: Readonly<Record<string, readonly [kind: string, ...next: string[]]>> = {
  draft: ['item-arrange', 'register'],
  registered: ['item-arrange', 'propose'],
  proposed: ['item-arrange', 'assign'],
  assigned: ['item-take', 'acknowledge'],
  acknowledged: ['item-do', 'report'],
  inProgress: ['item-do', 'report'],
  urged: ['item-do', 'report'],
  onSite: ['item-do', 'report'],
  sentBack: ['item-do', 'report'],
  extensionRequested: ['item-extension', 'grantExtension'],
  reported: ['item-review', 'beginReview'],
  underReview: ['item-review', 'accept'],
  accepted: ['item-close', 'closeOut'],
};
const ended = ['closedOut', 'archived', 'withdrawn'];

/** What is open, and what waits because of items. */
export async function standingLines(db: Queries) {
  const items = await db.selectFrom('work_item').select(['id', 'form', 'state']).execute();
  const lines = await db
    .selectFrom('desk_line')
    .selectAll()
    .where('room', '=', 'work')
    .where('kind', 'like', 'item-%')
    .where('closed_at', 'is', null)
    .execute();
  const accounts = await db
    .selectFrom('person')
    .select(['code', 'account_id'])
    .where('account_id', 'is not', null)
    .execute();
  return { items, lines, accounts };
}

type Standing = Awaited<ReturnType<typeof standingLines>>;
type Line = Standing['lines'][number];

/** Sentences about what waits for nobody, or for nobody who may act; asks as those who read the line. */
export async function waitingFaults(ask: Ask, standing: Standing): Promise<string[]> {
  const { items, lines } = standing;
  const faults: string[] = [];
  for (const { id, form, state } of items) {
    const own = lines.filter(({ about }) => about === id);
    if (ended.includes(state)) {
      const any = lines.filter(({ about }) => about.startsWith(id));
      if (any.length > 0) faults.push(`ended, and still waits by ${any[0]?.kind}: ${id}`);
      continue;
    }
    const isTask = form === 'oneLine' && state === 'assigned';
    const [kind, ...next] = isTask ? ['item-do', 'finish'] : (expected[state] ?? ['']);
    const line = own.find((one) => one.kind === kind);
    if (!line) {
      const kinds = own.map((one) => one.kind).join(' ') || 'nothing';
      faults.push(`open (${state}), waits by ${kinds} and not by ${kind}: ${id}`);
      continue;
    }
    const other = own.find((one) => one !== line);
    if (other) faults.push(`open (${state}), waits by ${other.kind} as well: ${id}`);
    if (!(await actsOn(ask, { id, next, line, standing })))
      faults.push(`open (${state}), and nobody who reads its line may act: ${id}`);
  }
  return faults;
}

interface Acting {
  readonly id: string;
  readonly next: readonly string[];
  readonly line: Line;
  readonly standing: Standing;
}

/** Whether somebody who reads the line is offered a deed that leads on. */
async function actsOn(ask: Ask, { id, next, line, standing }: Acting): Promise<boolean> {
  for (const who of people.filter((one) => hears(one, line, standing))) {
    const { status, body } = await ask(who, 'GET', `/items/${id}`);
    if (status === 200 && (body.deeds as string[]).some((deed) => next.includes(deed))) return true;
  }
  return false;
}

/** Whether somebody has a line on their list, by their own roles. */
function hears(who: Somebody, line: Line, { accounts }: Standing): boolean {
  const account = accounts.find(({ code }) => code === who.person)?.account_id;
  if (line.account_id !== null) return line.account_id === account;
  const named = accounts.some(({ code }) => code === line.person_code);
  if (line.person_code !== null && named) return line.person_code === who.person;
  const roles = who.role === 'supervision' ? ['supervision', 'recorder'] : [who.role];
  return (
    roles.some((role) => line.roles.includes(role)) &&
    (line.line === null || who.office === undefined || line.line === who.office) &&
    (line.unit_code === null || who.villages.length === 0 || who.villages.includes(line.unit_code))
  );
}
