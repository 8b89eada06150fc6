/**
 * Recusal: who looks into an objection had no hand in what it is about. That is whoever recorded,
 * changed, reviewed, counted or inspected it, published or sealed the result, whoever these stood in
 * for or who stands in for them, whoever decided the same before or a part of it, and whoever objects
 * or speaks for who does.
 */

import { isLeader } from '@oneneedle/contract';
import { sealsOf } from '../../ledger/index.ts';
import {
  grantsOfPersons,
  personAccounts,
  personsWithAccount,
  rolesHeld,
  standingIn,
  stoodInFor,
} from '../../org/index.ts';
import { type Ctx, chinaDay, type Queries } from '../../platform/index.ts';
import { publicationsOf } from '../editions/store.ts';
import { type Matter, matterOf, placesOf } from './matters.ts';
import { deciders } from './policy.ts';
import { objectionProblem } from './problems.ts';
import { correctionsOf, decidedObjections, type ObjectionRow } from './store.ts';
import { cadresOf, type ObjectionTown } from './town.ts';

/** Why somebody keeps out of it, by the code of the person. */
export type Recusals = ReadonlyMap<string, string>;

const handled = '登记、复核、检查或者计分时经过手';

interface Judged {
  readonly matter: Matter;
  readonly town: ObjectionTown;
}

/** Everybody who keeps out of an objection, whoever stands in for whom today included. */
export async function recusalsOf(
  db: Queries,
  row: ObjectionRow,
  { matter, town }: Judged,
): Promise<Recusals> {
  const because = (why: string, codes: readonly (string | null)[]) =>
    codes.flatMap((code) => (code === null ? [] : [[code, why] as const]));
  const found = new Map([
    ...because('本人提出、代为登记或者驻这个村', [
      row.person,
      row.written_by,
      ...cadresOf(town, row.unit_code),
    ]),
    ...because('公布或者封存过这个结果', await publishersOf(db, matter)),
    ...because('以前决定过同一件事或者其中的事实', await earlierDeciders(db, row, matter)),
    ...because(
      handled,
      matter.facts.flatMap(({ hands }) => [...hands]),
    ),
  ]);
  for (const [person, absent] of await standingIn(db, town.today)) {
    const behind = absent.find((code) => found.has(code));
    if (behind === undefined || found.has(person)) continue;
    found.set(person, `正在代理${town.named(behind).name}，而${town.named(behind).name}经过手`);
  }
  return found;
}

/** Who decided before on the same, on a part of it or on what it is a part of. */
async function earlierDeciders(
  db: Queries,
  row: ObjectionRow,
  matter: Matter,
): Promise<(string | null)[]> {
  if (matter.about === 'unclear' && matter.facts.length === 0) return [];
  const earlier = (await decidedObjections(db)).filter(({ id }) => id !== row.id);
  const corrections = await correctionsOf(
    db,
    earlier.map(({ id }) => id),
  );
  const facts = new Set(matter.facts.map(({ id }) => id));
  const touched = new Set(
    corrections.flatMap(({ objection_id: id, fact_id: fact }) =>
      fact !== null && facts.has(fact) ? [id] : [],
    ),
  );
  const codes: (string | null)[] = [];
  for (const one of earlier) {
    const isSame =
      touched.has(one.id) ||
      (one.fact_id !== null && facts.has(one.fact_id)) ||
      isSameMark(matter, one) ||
      (isNear(matter, one) && (await matterOf(db, one)).facts.some(({ id }) => facts.has(id)));
    if (isSame) codes.push(one.decider);
  }
  return codes;
}

/** The same result, or a mark within it, or the result that a mark stands in. */
function isSameMark({ key }: Matter, other: ObjectionRow): boolean {
  return (
    key.subject !== null &&
    key.subject === other.subject &&
    key.line === other.line &&
    key.period === other.period &&
    (key.clause === null || other.clause === null || key.clause === other.clause)
  );
}

/** A mark or a result that may rest on the same facts: of the same period, or of the same subject. */
function isNear(matter: Matter, { subject, line, period }: ObjectionRow): boolean {
  if (subject === null) return false;
  const isThere = placesOf(matter).some((one) => one.line === line && one.period === period);
  return isThere || matter.subjects.includes(subject);
}

/** Who published or sealed a whole result, and in whose place: they stand for it as it is. */
async function publishersOf(db: Queries, { about, key }: Matter): Promise<string[]> {
  const { line, period } = key;
  if (about !== 'result' || line === null || period === null) return [];
  const published = await publicationsOf(db, { line, period });
  const sealed = (await sealsOf(db)).filter((one) => one.line === line && one.period === period);
  const deeds = [
    ...published.map(({ published_by: by, published_at: at }) => ({ by, at })),
    ...sealed.flatMap(({ sealedBy: by, sealedAt: at }) => (by === undefined ? [] : [{ by, at }])),
  ];
  // A publication tells the account; a seal the person, or the account of who stands in no roster.
  const pairs = await personAccounts(db);
  const doers = deeds.flatMap(({ by, at }) => {
    const pair = pairs.find(({ code, account }) => by === account || by === code);
    return pair ? [{ ...pair, on: chinaDay(at) }] : [];
  });
  const accounts = doers.map(({ account }) => account);
  const held = await rolesHeld(db, { accounts, role: 'assessment-office' });
  return doers.flatMap(({ code, account, on }) => [code, ...stoodInFor(held, { account, on })]);
}

/** Nobody takes back for a village what it says against a fact of their own. */
export function requireNoFactHand({ actor }: Ctx, { matter, town }: Judged): void {
  const own = actor.person ?? '';
  const absent = actor.grants.flatMap(({ inPlaceOf }) => inPlaceOf?.person ?? []);
  const hands = new Set(matter.facts.flatMap((fact) => [...fact.hands]));
  if (![own, ...absent].some((code) => hands.has(code))) return;
  const { name } = town.named(own);
  throw objectionProblem('had-hand', { name, why: handled });
}

/** Refuses the actor who keeps out of it, in whoever's place they act. */
export function requireNoHand({ actor }: Ctx, recusals: Recusals, town: ObjectionTown): void {
  const own = actor.person ?? '';
  const absent = actor.grants.flatMap(({ inPlaceOf }) => inPlaceOf?.person ?? []);
  const code = [own, ...absent].find((one) => recusals.has(one));
  if (code === undefined) return;
  const { name } = town.named(own);
  throw objectionProblem('had-hand', { name, why: recusals.get(code) ?? '' });
}

/** Somebody who may be asked, or may not and why. */
export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly roles: string[];
  readonly why?: string;
}

/** Persons with a post that looks into objections; those who keep out of it last. */
export async function candidatesFor(
  db: Queries,
  town: ObjectionTown,
  recusals: Recusals,
): Promise<Candidate[]> {
  const persons = await personsWithAccount(db);
  const grants = await grantsOfPersons(db, persons, town.today);
  const all = persons.flatMap((code): Candidate[] => {
    const roles = [...new Set((grants.get(code) ?? []).map(({ role }) => role))];
    const isDecider = deciders.some((role) => roles.includes(role));
    const isBarred = roles.includes('discipline') || roles.includes('village');
    if (!isDecider || isBarred) return [];
    const why = recusals.get(code);
    return [{ ...town.named(code), roles, ...(why === undefined ? {} : { why }) }];
  });
  const order = ({ why }: Candidate) => (why === undefined ? 0 : 1);
  return all.sort((a, b) => order(a) - order(b) || (a.code < b.code ? -1 : 1));
}

/**
 * What can be done where nobody of the town is left to look into it, a sentence each; none while
 * somebody is. @source 公示与异议：也可以向分管领导或者县级部门反映
 */
export function waysWithoutAnybody(
  { matter, town }: Judged,
  { candidates, unit }: { candidates: readonly Candidate[]; unit: string | null },
): string[] {
  if (candidates.some(({ why }) => why === undefined)) return [];
  const barred = new Set(candidates.map(({ code }) => code));
  const units = [...matter.facts.flatMap(({ office }) => office ?? []), ...(unit ? [unit] : [])];
  const leaders = town.roster.pairings.filter(
    ({ kind, unit: of, person, from, to }) =>
      isLeader(kind) &&
      units.includes(of) &&
      from <= town.today &&
      (to === undefined || to >= town.today) &&
      !barred.has(person),
  );
  const names = [...new Set(leaders.map(({ person }) => town.named(person).name))];
  return [
    '本镇能核实异议的人都要回避，不能交办给其中任何一位。可以走下面的路：',
    names.length > 0
      ? `请分管或者挂点领导${names.join('、')}核实：请管理员开通账号、给“领导”岗位，再在这里交办；`
      : '请没有经手的分管或者挂点领导核实：请管理员开通账号、给“领导”岗位，再在这里交办；',
    '或者报请县级主管考核工作的部门处理，并告诉提出的人。',
  ];
}
