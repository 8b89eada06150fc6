/** A role with its scope and its days, in words. */

import type { client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { settingsWords } from '../words/settings.ts';

/** An account as the list of its town shows it. */
export type TownAccount = Awaited<ReturnType<typeof client.accounts.list>>['rows'][number];
/** A role of an account, with its scope and days. */
export type RoleGrant = TownAccount['grants'][number];

/** "复核员 · 全镇 · 替补 · 4月10日（周五）起" */
export function GrantText({ grant }: { grant: RoleGrant }) {
  const w = useWords(settingsWords);
  const format = useFormat();
  const s = useWords(safetyWords);
  const { role, unit, lines, substitute, inPlaceOf, from, to } = grant;
  const names = lines.map(({ name }) => name);
  const days =
    to === undefined ? w.since(format.day(from)) : w.span(format.day(from), format.day(to));
  return (
    <span>
      <strong>{w.role(role)}</strong>{' '}
      <span className="soft">
        {[
          w.scope(unit?.name ?? w.wholeTown, names),
          ...(substitute ? [w.substituteMark] : []),
          ...(inPlaceOf ? [s.inPlaceOf(inPlaceOf.name)] : []),
          days,
        ].join(' · ')}
      </span>
    </span>
  );
}

/** Roles of which two people hold one each, and one of them may be away; a substitute has none. */
export function isSubstitutable({ role, inPlaceOf }: RoleGrant): boolean {
  return (role === 'recorder' || role === 'reviewer') && inPlaceOf === undefined;
}

/** Whether a role is in force on a day or will be. */
export function isOpen({ to }: RoleGrant, today: string): boolean {
  return to === undefined || to >= today;
}
