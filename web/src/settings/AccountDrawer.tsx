/** One account: whose it is, its roles, and what can be done with it. */

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice } from '../forms/index.ts';
import { Button, Drawer, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { accountWords } from '../words/accounts.ts';
import { useWords } from '../words/catalogue.ts';
import { safetyWords } from '../words/safety.ts';
import { DisableForm } from './DisableForm.tsx';
import { EndSecondStep } from './EndSecondStep.tsx';
import type { TownAccount } from './GrantText.tsx';
import { useCandidates } from './NewAccountForm.tsx';
import { RoleList } from './RoleList.tsx';
import type { SlipContent } from './Slip.tsx';

interface AccountDrawerProps {
  account: TownAccount;
  onClose(): void;
  onSlip(slip: SlipContent): void;
}

export function AccountDrawer({ account, onClose, onSlip }: AccountDrawerProps) {
  const w = useWords(accountWords);
  const format = useFormat();
  const s = useWords(safetyWords);
  const { userName, person, state, lockedUntil, lastSignInAt, isKeptHere, hasSecondStep } = account;
  return (
    <Drawer title={person?.name ?? userName} onClose={onClose}>
      <dl className="pairs">
        <dt>{w.userName}</dt>
        <dd>{userName}</dd>
        <dt>{w.status}</dt>
        <dd>
          {w.state(state)} {lockedUntil && w.lockedUntil(format.moment(lockedUntil))}
        </dd>
        <dt>{w.lastSignIn}</dt>
        <dd>{lastSignInAt === undefined ? w.never : format.moment(lastSignInAt)}</dd>
        <dt>{w.keptBy}</dt>
        <dd>{isKeptHere ? w.keptHere : w.keptElsewhere}</dd>
        <dt>{s.secondStep}</dt>
        <dd>{hasSecondStep ? s.hasSecondStep : s.noSecondStep}</dd>
      </dl>
      <RoleList account={account} />
      <PersonOfAccount account={account} />
      <AccountDeeds account={account} onSlip={onSlip} />
    </Drawer>
  );
}

/** The person in the roster; one's own is tied once. */
function PersonOfAccount({ account }: { account: TownAccount }) {
  const w = useWords(accountWords);
  const town = useTown();
  const queries = useQueryClient();
  const { options } = useCandidates();
  const [chosen, setChosen] = useState('');
  const save = useSave(client.accounts.link, {
    onSaved: () => {
      setChosen('');
      void queries.invalidateQueries({ queryKey: api.accounts.key() });
    },
  });
  return (
    <section className="settings-part">
      <h3>{w.link}</h3>
      <p>{account.person?.name ?? w.nobody}</p>
      {!(account.isOwn && account.person) && (
        <>
          <Choice
            label={w.linkDeed}
            hint={w.linkHint}
            options={options}
            value={chosen}
            onChange={setChosen}
          />
          <div className="deeds">
            <Button
              disabled={save.isBusy || chosen === ''}
              onClick={() => void save.run({ town, account: account.id, person: chosen })}
            >
              {w.linkDeed}
            </Button>
            <SaveLine save={save} />
          </div>
        </>
      )}
    </section>
  );
}

/** What only the town that keeps the account may do, and nobody to oneself. */
function AccountDeeds({ account, onSlip }: Pick<AccountDrawerProps, 'account' | 'onSlip'>) {
  const w = useWords(accountWords);
  const town = useTown();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const onSaved = () => void queries.invalidateQueries({ queryKey: api.accounts.key() });
  const { id, userName, person, state } = account;
  const name = person?.name ?? userName;
  const reset = useSave(client.accounts.resetPassword, {
    onSaved: ({ firstPassword }) => {
      onSaved();
      onSlip({ person: person?.name, userName, firstPassword });
    },
  });
  const unlock = useSave(client.accounts.unlock, { onSaved });
  const enable = useSave(client.accounts.enable, { onSaved });
  if (account.isOwn) return null;
  if (!account.isKeptHere) return <p className="settings-part prose">{w.keptElsewhereBody}</p>;
  const input = { town, account: id };
  const askReset = async () => {
    const question = { title: w.reset, body: w.resetBody(name), action: w.reset };
    if (await confirm(question)) void reset.run(input);
  };
  return (
    <section className="settings-part">
      <h3>{w.passwordAndEnd}</h3>
      <div className="deeds">
        {state === 'locked' && (
          <Button disabled={unlock.isBusy} onClick={() => void unlock.run(input)}>
            {w.unlock}
          </Button>
        )}
        {state === 'disabled' ? (
          <Button disabled={enable.isBusy} onClick={() => void enable.run(input)}>
            {w.enable}
          </Button>
        ) : (
          <Button disabled={reset.isBusy} onClick={() => void askReset()}>
            {w.reset}
          </Button>
        )}
      </div>
      {[reset, unlock, enable]
        .filter(({ step }) => step !== 'idle')
        .map((save) => (
          <p key={save.step} role="status" className="soft">
            {save.sentence}
          </p>
        ))}
      {account.hasSecondStep && <EndSecondStep account={id} name={name} onSaved={onSaved} />}
      {state !== 'disabled' && <DisableForm account={id} name={name} onSaved={onSaved} />}
    </section>
  );
}
