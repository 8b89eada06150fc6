/** Objections on the one list: whoever has the next step, and the leader in charge of what is overdue. */

import { isLeader } from '@oneneedle/contract';
import { chineseDate, isoDate } from '@oneneedle/kernel';
import {
  closeLines,
  type DeskPlace,
  keepLines,
  type NewDeskLine,
  openLine,
} from '../../desk/index.ts';
import { rosterOf } from '../../org/index.ts';
import { chinaDay, type Queries, setTenant } from '../../platform/index.ts';
import { type Matter, matterOf } from './matters.ts';
import { findObjections, type ObjectionRow } from './store.ts';
import { numberOf } from './town.ts';

const room = 'publication';

/** What the next step is called. */
const steps: Readonly<Record<string, string>> = {
  received: '受理异议',
  acknowledged: '交办异议',
  assigned: '核实异议，写明理由作出决定',
  decided: '送达异议答复',
};

/** The line of whoever has the next step; none once it is answered or withdrawn. */
export async function refreshLine(
  place: DeskPlace,
  row: ObjectionRow,
  matter: Matter,
): Promise<void> {
  const step = steps[row.state];
  if (step === undefined) {
    await closeLines(place, { room, kind: 'objection', about: row.id });
    return closeLines(place, { room, kind: 'objection-overdue', about: row.id });
  }
  await openLine(place, {
    ...lineOf(row),
    room,
    kind: 'objection',
    title: `${step}${nameOf(row)}：${matter.title}`.slice(0, 200),
    why: '收到之后按工作日计算期限；核实的人没有经手过这件事。',
    ...(row.state === 'assigned' && row.decider !== null
      ? { roles: [], personCode: row.decider }
      : { roles: ['assessment-office'] }),
  });
}

/** Tells the leaders in charge, in every town, what is overdue; done twice on a day it changes nothing. */
export async function passObjectionsEverywhere(
  { queries }: { queries: Queries },
  now: string,
): Promise<void> {
  const towns = await queries.selectFrom('tenant').select('id').orderBy('id').execute();
  for (const { id } of towns) {
    await queries.transaction().execute(async (db) => {
      await setTenant(db, id);
      await passObjections({ db, tenant: { id }, now });
    });
  }
}

/** What is overdue today goes to the leader in charge of the office whose fact it is, or of the village. */
export async function passObjections(place: DeskPlace): Promise<void> {
  const today = chinaDay(place.now);
  const open = await findObjections(place.db, { states: Object.keys(steps) });
  const overdue = open.filter(({ answer_by: by }) => by < today);
  const lines: Omit<NewDeskLine, 'room' | 'kind'>[] = [];
  for (const row of overdue) {
    const leader = await leaderOf(place.db, row, today);
    lines.push({
      ...lineOf(row),
      title: `异议${nameOf(row)}超期未答复，应在${chineseDate(isoDate(row.answer_by))}前答复`,
      why: '请过问：还差哪一步、由谁办。',
      roles: ['leader'],
      ...(leader === undefined ? {} : { personCode: leader }),
    });
  }
  await keepLines(place, { room, kind: 'objection-overdue' }, lines);
}

async function leaderOf(
  db: Queries,
  row: ObjectionRow,
  today: string,
): Promise<string | undefined> {
  const { pairings } = await rosterOf(db);
  const { facts } = await matterOf(db, row);
  const units = [...facts.flatMap(({ office }) => office ?? []), row.unit_code ?? ''];
  const inCharge = pairings.filter(
    ({ kind, from, to }) => isLeader(kind) && from <= today && (to === undefined || to >= today),
  );
  for (const unit of units) {
    const found = inCharge.find((one) => one.unit === unit);
    if (found) return found.person;
  }
  return undefined;
}

function lineOf({ id, answer_by: dueOn, unit_code: unit }: ObjectionRow) {
  return {
    about: id,
    dueOn,
    address: `/results/objections/${id}`,
    // Who said what about whom stays within the program.
    isWithheld: true,
    ...(unit === null ? {} : { contact: { unit } }),
  };
}

function nameOf(row: ObjectionRow): string {
  return (numberOf(row) ?? '').replace(/^异议/, '');
}
