/** Making the plain link of a village. */

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, type Problem, useSave } from '../api/index.ts';
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
  const [isLet, setLet] = useState(false);
  const save = useSave(client.lists.makeLink, {
    onSaved: (made) => {
      void queries.invalidateQueries({ queryKey: api.lists.key() });
      onMade(made);
    },
  });
  const telling = tellingOf(save.problem);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (unit === '') return;
    await save.run({ town, unit, ...(isLet ? { confirmed: telling } : {}) });
    // Refused once more: other titles came, and nobody saw them yet.
    setLet(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p className="prose soft">{w.makeHint}</p>
      <Field label={w.village} required {...(isTried && unit === '' ? { error: w.missing } : {})}>
        {(parts) => (
          <select
            {...parts}
            value={unit}
            onChange={(event) => {
              setUnit(event.target.value);
              setLet(false);
              save.reset();
            }}
          >
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
      {/* Over the box, which it tells to tick. */}
      {telling.length > 0 && <SaveLine save={save} />}
      {telling.length > 0 && (
        <label>
          <input
            type="checkbox"
            checked={isLet}
            onChange={({ target }) => setLet(target.checked)}
          />
          {w.letLeave}
        </label>
      )}
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy || (telling.length > 0 && !isLet)}>
          {w.make}
        </Button>
        {telling.length === 0 && <SaveLine save={save} />}
      </div>
    </form>
  );
}

/** The lines whose titles the server will not let leave before somebody says so. */
function tellingOf(problem: Problem | undefined): string[] {
  if (problem?.code !== 'desk.link-titles') return [];
  const { titles } = problem.data as { titles: { id: string }[] };
  return titles.map(({ id }) => id);
}
