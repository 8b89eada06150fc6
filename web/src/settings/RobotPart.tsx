/** The robot of the town's chat group: off until a decision is named; for administrators. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, Query, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { reminderWords } from '../words/reminders.ts';

export function RobotPart() {
  const w = useWords(reminderWords);
  const town = useTown();
  const query = useQuery(api.lists.robot.queryOptions({ input: { town } }));
  return (
    <section className="settings-part">
      <h2>{w.robot}</h2>
      <p className="prose soft">{w.robotHint}</p>
      <Query query={query} what={w.robot}>
        {({ decision, hosts }) => (
          <>
            <p>{decision === undefined ? w.robotNone : w.robotOn(decision)}</p>
            {hosts.length === 0 && decision === undefined ? (
              <p className="prose">{w.robotClosed}</p>
            ) : (
              <RobotForm key={decision ?? ''} isOn={decision !== undefined} hosts={hosts} />
            )}
          </>
        )}
      </Query>
    </section>
  );
}

function RobotForm({ isOn, hosts }: { isOn: boolean; hosts: readonly string[] }) {
  const w = useWords(reminderWords);
  const town = useTown();
  const queries = useQueryClient();
  const [decision, setDecision] = useState('');
  const [url, setUrl] = useState('');
  const [isTried, setTried] = useState(false);
  const save = useSave(client.lists.setRobot, {
    onSaved: () => void queries.invalidateQueries({ queryKey: api.lists.key() }),
  });
  if (isOn) {
    return (
      <div className="deeds">
        <Button disabled={save.isBusy} onClick={() => void save.run({ town })}>
          {w.robotStop}
        </Button>
        <SaveLine save={save} />
      </div>
    );
  }
  const isUrl = /^https?:\/\/[^\s/]+/.test(url.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (decision.trim() === '' || !isUrl) return;
    void save.run({ town, decision: decision.trim(), url: url.trim() });
  };
  const missing = (isMissing: boolean) => (isTried && isMissing ? { error: w.missing } : {});
  return (
    <form onSubmit={submit} noValidate>
      <Field label={w.decision} required {...missing(decision.trim() === '')}>
        {(parts) => (
          <input
            {...parts}
            maxLength={200}
            value={decision}
            onChange={(event) => setDecision(event.target.value)}
          />
        )}
      </Field>
      <Field label={w.robotUrl} hint={w.robotUrlHint(hosts)} required {...missing(!isUrl)}>
        {(parts) => (
          <input
            {...parts}
            maxLength={500}
            autoComplete="off"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <div className="deeds">
        <Button type="submit" disabled={save.isBusy}>
          {w.robotStart}
        </Button>
        <SaveLine save={save} />
      </div>
    </form>
  );
}
