/** What the list of items is narrowed to; all of it stands in the address. */

import { Field } from '../../forms/index.ts';
import { useAddress, useOwnRoles } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemWords } from '../../words/items.ts';
import type { ItemOptions } from './replies.ts';

type Search = Readonly<Record<string, string>>;

/** What the address narrows to, as it is asked of the server. */
export function askedOf({ scope, late, slip, leader }: Search) {
  const unit = scope?.startsWith('unit:') ? scope.slice('unit:'.length) : undefined;
  return {
    ...(scope === 'mine' ? { mine: true } : {}),
    ...(unit ? { unit } : {}),
    ...(late === undefined ? {} : { late: true }),
    ...(slip === undefined ? {} : { slip: true }),
    ...(leader ? { leader } : {}),
  };
}

/** The choices are those of the town, not of the rows: not every row need be listed. */
export function ItemFilters({ options }: { options: ItemOptions }) {
  const w = useWords(itemWords);
  const { search, change } = useAddress();
  const units = [...options.offices, ...options.villages];
  const { leaders, person } = options;
  const maySlip = useOwnRoles()?.includes('supervision');
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
            {person !== undefined && <option value="mine">{w.mine}</option>}
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
      {maySlip && <Check name="slip" label={w.calledFor} />}
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
