/** An administrator names who does the work of a recorder or reviewer from a day to a day. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client, useSave } from '../api/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { substituteWords } from '../words/substitutes.ts';
import type { RoleGrant, TownAccount } from './GrantText.tsx';
import { StandInForm } from './StandInForm.tsx';

interface SubstituteFormProps {
  account: TownAccount;
  grant: RoleGrant;
  onDone(): void;
}

export function SubstituteForm({ account, grant, onDone }: SubstituteFormProps) {
  const w = useWords(substituteWords);
  const town = useTown();
  const queries = useQueryClient();
  const others = useQuery(api.accounts.list.queryOptions({ input: { town } })).data?.rows ?? [];
  const save = useSave(client.accounts.nameSubstitute, {
    onSaved: () => {
      onDone();
      void queries.invalidateQueries({ queryKey: api.accounts.key() });
    },
  });
  const people = others
    .filter(({ id, isOwn, state }) => id !== account.id && !isOwn && state !== 'disabled')
    .map(({ id, person, userName }) => ({
      value: id,
      label: person === undefined ? userName : `${person.name} · ${userName}`,
      also: userName,
    }));
  return (
    <StandInForm
      label={w.substituteFor(account.person?.name ?? account.userName)}
      people={people}
      latest={grant.to}
      save={save}
      onNamed={(standIn) =>
        void save.run({ town, account: account.id, grant: grant.id, ...standIn })
      }
    />
  );
}
