/** Making the plain link of a village. */

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { useUnits } from '../org/use-org.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { linkWords } from '../words/links.ts';
import type { MadeLink } from './LinkPaper.tsx';

export function MakeLink({ onMade }: { onMade(made: MadeLink): void }) {
  const w = useWords(linkWords);
  const town = useTown();
  const queries = useQueryClient();
  const units = useUnits().data?.rows ?? [];
  const [unit, setUnit] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useSave(client.lists.makeLink, {
    onSaved: (made) => {
      void queries.invalidateQueries({ queryKey: api.lists.key() });
      onMade(made);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unit !== '') void save.run({ town, unit });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="prose soft">{w.makeHint}</p>
      <Field label={w.village} required {...(isTried && unit === '' ? { error: w.missing } : {})}>
        {(parts) => (
          <select {...parts} value={unit} onChange={(event) => setUnit(event.target.value)}>
            <option value="">{w.choose}</option>
            {units
              .filter(({ type, state }) => type === 'village' && state === 'now')
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </Field>
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy}>
          {w.make}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}
