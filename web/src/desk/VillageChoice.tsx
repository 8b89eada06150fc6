/** My own list or that of a village: a resident cadre has a tab a village, who supervises a choice. */

import { useUnits } from '../org/use-org.ts';
import { RoomLink, useAddress, useOwnRoles } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { deskWords } from '../words/desk.ts';

interface Village {
  readonly code: string;
  readonly name: string;
}

/** Who reads the list of every village. */
const readAny = ['administrator', 'assessment-office', 'leader', 'supervision', 'discipline'];

export function VillageChoice({ villages }: { villages: readonly Village[] }) {
  const w = useWords(deskWords);
  const { village = '' } = useAddress().search;
  const roles = useOwnRoles();
  const readsAny = roles?.some((role) => readAny.includes(role)) ?? false;
  const tabs = [{ code: '', name: w.mine }, ...villages];
  if (tabs.length === 1 && !readsAny) return null;
  return (
    <div className="desk-of">
      <nav className="desk-tabs" aria-label={w.whoseList}>
        {tabs.map(({ code, name }) => (
          <RoomLink
            key={code}
            to="desk"
            search={code === '' ? {} : { village: code }}
            className={code === village ? 'desk-tab desk-tab-open' : 'desk-tab'}
          >
            {name}
          </RoomLink>
        ))}
      </nav>
      {readsAny && <AnyVillage chosen={village} />}
    </div>
  );
}

function AnyVillage({ chosen }: { chosen: string }) {
  const w = useWords(deskWords);
  const { change } = useAddress();
  const units = useUnits().data?.rows ?? [];
  const villages = units.filter(({ type, state }) => type === 'village' && state === 'now');
  return (
    <label className="desk-any">
      <span>{w.anyVillage}</span>
      <select
        value={chosen}
        onChange={(event) =>
          change({ village: event.target.value || undefined, take: undefined }, 'push')
        }
      >
        <option value="">{w.choose}</option>
        {villages.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
