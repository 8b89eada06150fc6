/** Where my one e-mail a workday goes, or that I want none. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Field } from '../forms/index.ts';
import { Button, Query, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { reminderWords } from '../words/reminders.ts';

export function DailyMail() {
  const w = useWords(reminderWords);
  const format = useFormat();
  const town = useTown();
  const query = useQuery(api.lists.digest.queryOptions({ input: { town } }));
  return (
    <Query query={query} what={w.mail}>
      {({ email, isPossible, lastSentAt }) => (
        <>
          <p>
            {email === undefined ? w.mailNone : w.mailOn(email)}{' '}
            {lastSentAt !== undefined && w.lastSent(format.moment(lastSentAt))}
          </p>
          {isPossible || email !== undefined ? (
            <MailForm key={email ?? ''} before={email ?? ''} />
          ) : (
            <p className="prose">{w.mailOff}</p>
          )}
        </>
      )}
    </Query>
  );
}

function MailForm({ before }: { before: string }) {
  const w = useWords(reminderWords);
  const town = useTown();
  const queries = useQueryClient();
  const [email, setEmail] = useState(before);
  const [isTried, setTried] = useState(false);
  const save = useSave(client.lists.chooseDigest, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.lists.key() }),
  });
  // Roughly, to be told at once; the server looks closely.
  const isRight = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isRight) void save.run({ town, email: email.trim() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={w.email} {...(isTried && !isRight ? { error: w.emailWrong } : {})}>
        {(parts) => (
          <input
            {...parts}
            type="email"
            autoComplete="email"
            maxLength={200}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <div className="deeds">
        <Button type="submit" disabled={save.isBusy}>
          {w.save}
        </Button>
        {before !== '' && (
          <Button disabled={save.isBusy} onClick={() => void save.run({ town })}>
            {w.stop}
          </Button>
        )}
        <SaveLine save={save} />
      </div>
    </form>
  );
}
