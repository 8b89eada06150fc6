/** My calendar feed: made, shown once, replaced, ended. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { PasswordField } from '../auth/PasswordField.tsx';
import { useFormat } from '../format/index.ts';
import { Button, copyText, Modal, Query, SaveLine, useConfirm, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { reminderWords } from '../words/reminders.ts';

export function CalendarFeed() {
  const w = useWords(reminderWords);
  const format = useFormat();
  const town = useTown();
  const query = useQuery(api.lists.feed.queryOptions({ input: { town } }));
  return (
    <Query query={query} what={w.calendar}>
      {({ madeAt, until, lastReadAt }) => {
        const read = lastReadAt === undefined ? w.neverRead : w.readAt(format.moment(lastReadAt));
        return (
          <>
            <p>
              {madeAt === undefined || until === undefined
                ? w.calendarNone
                : w.calendarOn(format.moment(madeAt), format.day(until), read)}
            </p>
            <FeedDeeds isOn={madeAt !== undefined} />
          </>
        );
      }}
    </Query>
  );
}

function FeedDeeds({ isOn }: { isOn: boolean }) {
  const w = useWords(reminderWords);
  const town = useTown();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const [path, setPath] = useState<string>();
  const [password, setPassword] = useState('');
  const refresh = () => void queries.invalidateQueries({ queryKey: api.lists.key() });
  const make = useSave(client.lists.makeFeed, {
    onSaved: (made) => {
      setPath(made.path);
      setPassword('');
      refresh();
    },
  });
  const end = useSave(client.lists.endFeed, { onSaved: refresh });
  const makeNew = async (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return;
    const question = { title: w.newCalendar, body: w.newBody, action: w.newCalendar };
    if (!isOn || (await confirm(question))) void make.run({ town, currentPassword: password });
  };
  const endIt = async () => {
    const question = { title: w.endCalendar, body: w.endBody, action: w.endCalendar };
    if (await confirm(question)) void end.run({ town });
  };
  return (
    <form
      className="deeds"
      onSubmit={(event) => void makeNew(event)}
      noValidate
      aria-label={w.calendar}
    >
      <PasswordField
        label={w.currentPassword}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" disabled={make.isBusy || password === ''}>
        {isOn ? w.newCalendar : w.makeCalendar}
      </Button>
      {isOn && (
        <Button disabled={end.isBusy} onClick={() => void endIt()}>
          {w.endCalendar}
        </Button>
      )}
      <SaveLine save={make} />
      <SaveLine save={end} />
      {path !== undefined && <FeedAddress path={path} onClose={() => setPath(undefined)} />}
    </form>
  );
}

/** `path` is '' where it was shown already. */
function FeedAddress({ path, onClose }: { path: string; onClose(): void }) {
  const w = useWords(reminderWords);
  const [isCopied, setCopied] = useState(false);
  const address = `${window.location.origin}${path}`;
  return (
    <Modal title={w.address} onClose={onClose}>
      <div className="slip">
        <p className="prose">{path === '' ? w.addressLost : w.addressBody}</p>
        {path !== '' && <p className="one-time token-text">{address}</p>}
        <div className="modal-actions">
          {path !== '' && (
            <Button kind="main" onClick={() => void copyText(address).then(() => setCopied(true))}>
              {w.copy}
            </Button>
          )}
          <Button onClick={onClose}>{w.close}</Button>
          <span role="status" className="soft">
            {isCopied && w.copied}
          </span>
        </div>
      </div>
    </Modal>
  );
}
