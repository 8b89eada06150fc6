/** By what paper inspectors may use the page of the field; without one it is off. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, Page, Query, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { filingWords } from '../words/filing.ts';
import { SettingsNav } from './SettingsNav.tsx';

export function FieldPage() {
  const w = useWords(filingWords);
  const town = useTown();
  const query = useQuery(api.sheets.filing.queryOptions({ input: { town } }));
  const filing = query.data?.filing;
  const state = filing ? w.on(filing.no, filing.on, filing.by.name) : w.off;
  return (
    <Page title={w.field} state={query.data ? state : ''}>
      <SettingsNav />
      <section className="settings-part">
        <p className="prose soft">{w.why}</p>
        <Query query={query} what={w.reading}>
          {({ filing: now }) => (now ? <Shut /> : <Open />)}
        </Query>
      </section>
    </Page>
  );
}

function Shut() {
  const w = useWords(filingWords);
  const town = useTown();
  const queries = useQueryClient();
  const save = useSave(client.sheets.close, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.sheets.key() }),
  });
  return (
    <>
      <p className="prose">{w.disableHint}</p>
      <div className="deeds">
        <Button disabled={save.isBusy} onClick={() => void save.run({ town })}>
          {w.disable}
        </Button>
        <SaveLine save={save} />
      </div>
    </>
  );
}

function Open() {
  const w = useWords(filingWords);
  const town = useTown();
  const queries = useQueryClient();
  const [no, setNo] = useState('');
  const [on, setOn] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useSave(client.sheets.file, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.sheets.key() }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (no.trim() === '' || on === '') return;
    void save.run({ town, no: no.trim(), on });
  };
  const missing = (isMissing: boolean) => (isTried && isMissing ? { error: w.missing } : {});
  return (
    <form onSubmit={submit} noValidate>
      <Field label={w.no} required {...missing(no.trim() === '')}>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={no}
            onChange={({ target }) => setNo(target.value)}
          />
        )}
      </Field>
      <Field label={w.day} required {...missing(on === '')}>
        {(parts) => (
          <input {...parts} type="date" value={on} onChange={({ target }) => setOn(target.value)} />
        )}
      </Field>
      <div className="deeds">
        <Button type="submit" disabled={save.isBusy}>
          {w.enable}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}
