/** The roles of an account: ending one, and the form for another. */

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { dayBefore, useFormat } from '../format/index.ts';
import { DateField } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { accountWords } from '../words/accounts.ts';
import { useWords } from '../words/catalogue.ts';
import { substituteWords } from '../words/substitutes.ts';
import {
  GrantText,
  isOpen,
  isSubstitutable,
  type RoleGrant,
  type TownAccount,
} from './GrantText.tsx';
import { RoleForm } from './RoleForm.tsx';
import { SubstituteForm } from './SubstituteForm.tsx';

export function RoleList({ account }: { account: TownAccount }) {
  const w = useWords(accountWords);
  const { today } = useFormat();
  const [isAdding, setAdding] = useState(false);
  const { id, grants, isOwn, state } = account;
  return (
    <section className="settings-part">
      <h3>{w.roles}</h3>
      {grants.length === 0 && <p>{w.noRole}</p>}
      <ul className="grants">
        {grants.map((grant) => (
          <Grant
            key={grant.id}
            account={account}
            grant={grant}
            canEnd={!isOwn && isOpen(grant, today)}
          />
        ))}
      </ul>
      {isOwn && <p className="prose soft">{w.ownRoles}</p>}
      {!isOwn && state !== 'disabled' && !isAdding && (
        <Button onClick={() => setAdding(true)}>{w.giveRole}</Button>
      )}
      {isAdding && <RoleForm account={id} onDone={() => setAdding(false)} />}
    </section>
  );
}

interface GrantProps {
  account: TownAccount;
  grant: RoleGrant;
  canEnd: boolean;
}

function Grant({ account, grant, canEnd }: GrantProps) {
  const w = useWords(accountWords);
  const s = useWords(substituteWords);
  const { today } = useFormat();
  const [open, setOpen] = useState<'end' | 'substitute'>();
  const close = () => setOpen(undefined);
  const maySubstitute = isSubstitutable(grant) && isOpen(grant, today);
  return (
    <li>
      <div className="grant-line">
        <GrantText grant={grant} />
        {open === undefined && (
          <span className="grant-deeds">
            {maySubstitute && (
              <Button onClick={() => setOpen('substitute')}>{s.nameSubstitute}</Button>
            )}
            {canEnd && <Button onClick={() => setOpen('end')}>{w.endRole}</Button>}
          </span>
        )}
      </div>
      {open === 'end' && <EndForm account={account.id} grant={grant} onDone={close} />}
      {open === 'substitute' && <SubstituteForm {...{ account, grant }} onDone={close} />}
    </li>
  );
}

interface EndProps {
  account: string;
  grant: RoleGrant;
  onDone(): void;
}

/** At once, or after a day that is still to come. */
function EndForm({ account, grant, onDone }: EndProps) {
  const w = useWords(accountWords);
  const { today } = useFormat();
  const town = useTown();
  const queries = useQueryClient();
  const [lastDay, setLastDay] = useState('');
  const save = useSave(client.accounts.endRole, {
    onSaved: () => {
      onDone();
      void queries.invalidateQueries({ queryKey: api.accounts.key() });
    },
  });
  const end = (day: string) => void save.run({ town, account, grant: grant.id, lastDay: day });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lastDay !== '') end(lastDay);
  };
  return (
    <form onSubmit={submit} noValidate aria-label={w.endRoleTitle(w.role(grant.role))}>
      <div className="deeds">
        <Button disabled={save.isBusy} onClick={() => end(dayBefore(today))}>
          {w.endNow}
        </Button>
      </div>
      <DateField
        label={w.lastDay}
        hint={w.lastDayHint}
        value={lastDay}
        min={today}
        onChange={setLastDay}
      />
      <div className="deeds">
        <Button type="submit" disabled={save.isBusy || lastDay === ''}>
          {w.endRoleDeed}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}
