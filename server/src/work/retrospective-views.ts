/** A retrospective as it is shown, and who reads and writes it. */

import type { FoundClause } from '../scheme/index.ts';
import type { CampaignTown } from './campaign-reach.ts';
import type { ItemRow } from './item-store.ts';
import { numberOf } from './item-views.ts';
import type { RetrospectiveRow } from './retrospective-store.ts';

/** What a page of retrospectives is shown by. */
export interface Showing {
  readonly town: CampaignTown;
  /** Assessment offices read all of them. */
  readonly isReader: boolean;
  readonly items: ReadonlyMap<string, ItemRow>;
  readonly clauses: readonly Pick<FoundClause, 'line' | 'code' | 'path' | 'text'>[];
}

/** Whether somebody reads it: the town's readers, its owner, its unit, who wrote it down. */
export function readsRetrospective(
  row: RetrospectiveRow,
  { town: { reach }, isReader }: Pick<Showing, 'town' | 'isReader'>,
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
  const name = (code: string | null) => town.named(code ?? '').name;
  const isWriter = town.reach.person !== undefined && writesRetrospective(row, town.reach);
  const next = { found: 'cause', caused: 'change', due: 'conclude' } as const;
  const deed = state in next ? next[state as keyof typeof next] : undefined;
  return {
    id: row.id,
    problem: row.problem,
    foundOn: row.found_on,
    source: row.source,
    ...(row.unit === null ? {} : { unit: town.named(row.unit) }),
    owner: town.named(row.owner_person),
    state,
    ...(row.cause === null || row.cause_at === null
      ? {}
      : { cause: { text: row.cause, by: name(row.cause_by), at: row.cause_at } }),
    ...(row.changed_at === null
      ? {}
      : {
          change: {
            note: row.change_note ?? '',
            by: name(row.changed_by),
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
            by: name(row.concluded_by),
            at: row.concluded_at,
          },
        }),
    deeds: isWriter && deed !== undefined ? [deed] : [],
  };
}

function itemShown({ item_id: id }: RetrospectiveRow, { items }: Showing) {
  const item = id === null ? undefined : items.get(id);
  if (!item) return {};
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
