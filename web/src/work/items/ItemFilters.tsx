/** What the list of items is narrowed to; all of it stands in the address. */

import { Field } from '../../forms/index.ts';
import { useAddress } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import type { Item, ItemOptions } from './replies.ts';

type Search = Readonly<Record<string, string>>;

/** Whether an item is within what the address narrows to. */
export function isKept(item: Item, { scope, late, leader }: Search, person?: string): boolean {
  if (scope === 'mine' && item.accountable?.code !== person) return false;
  if (scope?.startsWith('unit:')) {
    const unit = scope.slice('unit:'.length);
    const units = [item.lead, ...item.support, ...item.units];
    if (!units.some((one) => one?.code === unit)) return false;
  }
  if (late !== undefined && item.light.state !== 'overdue') return false;
  return leader === undefined || item.leader?.code === leader;
}

interface ItemFiltersProps {
  rows: readonly Item[];
  options: ItemOptions | undefined;
}

export function ItemFilters({ rows, options }: ItemFiltersProps) {
  const w = useWords(itemWords);
  const { search, change } = useAddress();
  const units = unique(rows.flatMap(({ lead, support }) => [...(lead ? [lead] : []), ...support]));
  const leaders = unique(rows.flatMap(({ leader }) => leader ?? []));
  return (
    <>
      <Field label={w.scope}>
        {(parts) => (
          <select
            {...parts}
            value={search.scope ?? ''}
            onChange={({ target }) => change({ scope: target.value })}
          >
            <option value="">{w.everyone}</option>
            {options?.person !== undefined && <option value="mine">{w.mine}</option>}
            {units.map(({ code, name }) => (
              <option key={code} value={`unit:${code}`}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {leaders.length > 0 && (
        <Field label={w.leader}>
          {(parts) => (
            <select
              {...parts}
              value={search.leader ?? ''}
              onChange={({ target }) => change({ leader: target.value })}
            >
              <option value="">{w.anyLeader}</option>
              {leaders.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Check name="late" label={w.late} />
      <Check name="ended" label={w.withEnded} />
    </>
  );
}

function Check({ name, label }: { name: string; label: string }) {
  const { search, change } = useAddress();
  return (
    <label className="item-check">
      <input
        type="checkbox"
        checked={search[name] !== undefined}
        onChange={({ target }) => change({ [name]: target.checked ? 'yes' : undefined })}
      />
      {label}
    </label>
  );
}

function unique<T extends { code: string }>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [one.code, one])).values()];
}
