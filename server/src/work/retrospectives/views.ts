/** A retrospective as it is shown, and who reads and writes it. */

import { type Actor, type Grant, standsInFor } from '../../platform/index.ts';
import type { FoundClause } from '../../scheme/index.ts';
import type { CampaignTown } from '../campaigns/reach.ts';
import { reads } from '../items/reach.ts';
import type { ItemRow } from '../items/store.ts';
import { numberOf } from '../items/views.ts';
import type { RetrospectiveRow } from './store.ts';

/** Who reads retrospectives. */
export interface Reader {
  readonly town: CampaignTown;
  readonly actor: Actor;
  /** Assessment offices read all of them. */
  readonly isReader: boolean;
}

/** What a page of retrospectives is shown by. */
export interface Showing extends Reader {
  readonly items: ReadonlyMap<string, ItemRow>;
  readonly clauses: readonly Pick<FoundClause, 'line' | 'code' | 'path' | 'text'>[];
}

/** Whether somebody reads it: the town's readers, its owner, its unit, who wrote it down. */
export function readsRetrospective(
  row: RetrospectiveRow,
  { town: { reach }, isReader }: Reader,
): boolean {
  if (reach.all || isReader || writesRetrospective(row, reach)) return true;
  return row.unit !== null && reach.villages.has(row.unit);
}

/** Whether somebody goes on with it. */
export function writesRetrospective(row: RetrospectiveRow, reach: CampaignTown['reach']): boolean {
  return (
    reach.isSupervision ||
    row.created_by_account === reach.accountId ||
    row.owner_person === reach.person ||
    (row.unit !== null && (reach.offices.has(row.unit) || reach.cadreOf.has(row.unit)))
  );
}

/** Whether somebody says how it came out; a leader may, since whoever changed it does not say it kept. */
export function concludesRetrospective(
  row: RetrospectiveRow,
  reach: CampaignTown['reach'],
): boolean {
  return reach.isLeader || writesRetrospective(row, reach);
}

/** Which roles carry somebody who goes on with it; its owner and its author need none. */
export function carriesStep(
  row: RetrospectiveRow,
  { reach }: CampaignTown,
): (grant: Grant) => boolean {
  const isByName = row.created_by_account === reach.accountId || row.owner_person === reach.person;
  const { unit: of } = row;
  return ({ role, lines, unit }) => {
    if (isByName) return false;
    if (role === 'supervision') return true;
    if (of === null) return false;
    const isPaired = unit === undefined && reach.cadreOf.has(of);
    if (role === 'resident-cadre') return unit === of || isPaired;
    const isOffice = role === 'recorder' || role === 'reviewer';
    return isOffice && (lines.length === 0 || lines.includes(of));
  };
}

/** Whether the asker, or anybody in whose place they stand here, said what is changed. */
export function isOwnChange(row: RetrospectiveRow, { town, actor }: Reader): boolean {
  const absent = standsInFor(actor, carriesStep(row, town));
  const changers = [row.changed_by, ...row.changed_in_place_of];
  return [actor.person, ...absent.map(({ person }) => person)].some(
    (person) => person !== undefined && changers.includes(person),
  );
}

type State = 'found' | 'caused' | 'changed' | 'due' | 'kept' | 'notKept';

function stateOf(row: RetrospectiveRow, today: string): State {
  if (row.result !== null) return row.result === 'kept' ? 'kept' : 'notKept';
  if (row.look_on !== null) return row.look_on <= today ? 'due' : 'changed';
  return row.cause === null ? 'found' : 'caused';
}

/** The row of a retrospective. */
export function retrospectiveShown(row: RetrospectiveRow, showing: Showing) {
  const { town } = showing;
  const state = stateOf(row, town.today);
  // A village reads what was found and changed, not who of the offices said it.
  const { isVillageOnly } = town.reach;
  const by = (code: string | null) => (isVillageOnly ? {} : { by: town.named(code ?? '').name });
  const goesOn = state === 'due' ? concludesRetrospective : writesRetrospective;
  const isWriter = town.reach.person !== undefined && goesOn(row, town.reach);
  const next = { found: 'cause', caused: 'change', due: 'conclude' } as const;
  const deed = state in next ? next[state as keyof typeof next] : undefined;
  return {
    id: row.id,
    problem: row.problem,
    foundOn: row.found_on,
    source: row.source,
    ...(row.unit === null ? {} : { unit: town.named(row.unit) }),
    ...(isVillageOnly ? {} : { owner: town.named(row.owner_person) }),
    state,
    ...(row.cause === null || row.cause_at === null
      ? {}
      : { cause: { text: row.cause, ...by(row.cause_by), at: row.cause_at } }),
    ...(row.changed_at === null
      ? {}
      : {
          change: {
            note: row.change_note ?? '',
            ...by(row.changed_by),
            at: row.changed_at,
            ...itemShown(row, showing),
            ...clauseShown(row, showing),
          },
        }),
    ...(row.look_on === null
      ? {}
      : {
          look: {
            figure: row.figure ?? '',
            before: row.figure_before ?? '',
            wanted: row.figure_wanted ?? '',
            on: row.look_on,
          },
        }),
    ...(row.concluded_at === null
      ? {}
      : {
          conclusion: {
            figure: row.figure_found ?? '',
            text: row.conclusion ?? '',
            ...by(row.concluded_by),
            at: row.concluded_at,
          },
        }),
    deeds: isWriter && deed !== undefined ? [deed] : [],
    isOwnChange: isOwnChange(row, showing),
  };
}

function itemShown({ item_id: id }: RetrospectiveRow, { items, town }: Showing) {
  const item = id === null ? undefined : items.get(id);
  if (!item || !reads(town.reach, item)) return {};
  const no = numberOf(item);
  const { title, state } = item;
  return {
    item: { id: item.id, ...(no === undefined ? {} : { no }), state: state as 'draft', title },
  };
}

function clauseShown(
  { clause_line: line, clause_code: code }: RetrospectiveRow,
  { clauses }: Showing,
) {
  if (line === null || code === null) return {};
  const found = clauses.find((one) => one.line === line && one.code === code);
  return { clause: { line, code, title: found ? titleOf(found) : code } };
}

/** A clause in one line: its indicator and the beginning of its text. */
export function titleOf({ path, text }: Pick<FoundClause, 'path' | 'text'>): string {
  const first = path.at(-1) ?? '';
  return `${first}${first && text ? '：' : ''}${text.slice(0, 40)}`;
}
