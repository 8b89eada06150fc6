/** Allowing plain links: the decision that allows them, and whom a village calls. */

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { linkWords } from '../words/links.ts';

interface LinkSettingProps {
  decision: string;
  contact: string;
  onSaved(): void;
}

export function LinkSetting({ onSaved, ...before }: LinkSettingProps) {
  const w = useWords(linkWords);
  const town = useTown();
  const queries = useQueryClient();
  const [decision, setDecision] = useState(before.decision);
  const [contact, setContact] = useState(before.contact);
  const [isTried, setTried] = useState(false);
  const save = useSave(client.lists.setLinks, {
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: api.lists.key() });
      onSaved();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const isReady = decision.trim() !== '' && contact.trim() !== '';
    if (isReady) void save.run({ town, decision: decision.trim(), contact: contact.trim() });
  };
  const missing = (text: string) => (isTried && text.trim() === '' ? { error: w.missing } : {});
  return (
    <form onSubmit={submit} noValidate>
      <Field label={w.decision} hint={w.decisionHint} required {...missing(decision)}>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={decision}
            onChange={(event) => setDecision(event.target.value)}
          />
        )}
      </Field>
      <Field label={w.contact} hint={w.contactHint} required {...missing(contact)}>
        {(parts) => (
          <input
            {...parts}
            maxLength={100}
            value={contact}
            onChange={(event) => setContact(event.target.value)}
          />
        )}
      </Field>
      <div className="deeds">
        <Button kind="main" type="submit" disabled={save.isBusy}>
          {w.save}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}
