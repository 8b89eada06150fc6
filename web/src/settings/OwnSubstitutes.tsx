/** Who stands in for me in one role: naming somebody, and ending it. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { settingsWords } from '../words/settings.ts';
import { substituteWords } from '../words/substitutes.ts';
import type { OwnAccount } from './OwnRoles.tsx';
import { StandInForm } from './StandInForm.tsx';

interface OwnSubstitutesProps {
  grant: OwnAccount['grants'][number];
  substitutes: OwnAccount['substitutes'];
}

export function OwnSubstitutes({ grant, substitutes }: OwnSubstitutesProps) {
  const w = useWords(substituteWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="own-substitutes">
      {substitutes.length > 0 && (
        <ul className="grants">
          {substitutes.map((one) => (
            <Named key={one.id} substitute={one} />
          ))}
        </ul>
      )}
      {!isOpen && <Button onClick={() => setOpen(true)}>{w.nameSubstitute}</Button>}
      {isOpen && <NameForm grant={grant} onDone={() => setOpen(false)} />}
    </div>
  );
}

function Named({ substitute }: { substitute: OwnAccount['substitutes'][number] }) {
  const w = useWords(substituteWords);
  const format = useFormat();
  const town = useTown();
  const confirm = useConfirm();
  const reload = useReload();
  const save = useSave(client.accounts.endOwnSubstitute, { onSaved: reload });
  const { id, name, from, to } = substitute;
  const end = async () => {
    const question = { title: w.endTitle(name), body: w.endBody, action: w.endStandIn };
    if (await confirm(question)) void save.run({ town, grant: id });
  };
  return (
    <li>
      <div className="grant-line">
        <span>{w.standsIn(name, format.day(from), format.day(to))}</span>
        <span className="grant-deeds">
          <Button disabled={save.isBusy} onClick={() => void end()}>
            {w.endStandIn}
          </Button>
        </span>
      </div>
      {save.step !== 'saved' && <SaveLine save={save} />}
    </li>
  );
}

interface NameFormProps {
  grant: OwnAccount['grants'][number];
  onDone(): void;
}

function NameForm({ grant, onDone }: NameFormProps) {
  const w = useWords(substituteWords);
  const s = useWords(settingsWords);
  const town = useTown();
  const reload = useReload();
  const query = useQuery(api.accounts.substituteCandidates.queryOptions({ input: { town } }));
  const save = useSave(client.accounts.nameOwnSubstitute, {
    onSaved: () => {
      onDone();
      reload();
    },
  });
  const people = (query.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <p className="prose soft">{w.ownRule}</p>
      <StandInForm
        label={w.ownFor(s.role(grant.role))}
        people={people}
        latest={grant.to}
        save={save}
        onNamed={(standIn) => void save.run({ town, grant: grant.id, ...standIn })}
      />
    </>
  );
}

function useReload(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: api.accounts.key() });
}
