/** One person: what they hold and held, how to reach them, and the deeds of whoever keeps the roster. */

import type { PersonPage } from '@oneneedle/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Button, Drawer, Query, SaveLine, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { PairingHistory, PostHistory } from './History.tsx';
import { PairingForm, PostForm } from './PostForm.tsx';
import { ErasePersonForm, PersonForm } from './person-forms.tsx';
import { useRights } from './use-org.ts';

export function PersonDrawer({ code, onClose }: { code: string; onClose(): void }) {
  const w = useWords(orgWords);
  const town = useTown();
  const query = useQuery(api.org.person.queryOptions({ input: { town, code } }));
  return (
    <Drawer
      title={query.data?.name ?? code}
      onClose={onClose}
      wide
      actions={query.data && <PersonDeeds person={query.data} />}
    >
      <Query query={query} what={w.persons}>
        {(person) => (
          <>
            <PersonFacts person={person} />
            <PostHistory posts={person.posts} of="person" />
            <PairingHistory pairings={person.pairings} of="person" />
          </>
        )}
      </Query>
    </Drawer>
  );
}

function PersonFacts({ person }: { person: PersonPage }) {
  const w = useWords(orgWords);
  const format = useFormat();
  const { seesContact } = useRights();
  const { code, group, tags, erasedAt } = person;
  return (
    <dl className="org-facts">
      <dt>{w.code}</dt>
      <dd>{code}</dd>
      <dt>{w.class}</dt>
      <dd>{person.class}</dd>
      {group && (
        <>
          <dt>{w.group}</dt>
          <dd>{group}</dd>
        </>
      )}
      {tags.length > 0 && (
        <>
          <dt>{w.tags}</dt>
          <dd>{tags.join(w.comma)}</dd>
        </>
      )}
      {erasedAt !== undefined && (
        <>
          <dt>{w.standing}</dt>
          <dd>{w.erased(format.moment(erasedAt))}</dd>
        </>
      )}
      {seesContact && erasedAt === undefined && (
        <>
          <dt>{w.phone}</dt>
          <dd>
            <Phone person={person} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** Masked until somebody asks; who asked is written down, and the page says so before. */
function Phone({ person: { code, phoneMasked } }: { person: PersonPage }) {
  const w = useWords(orgWords);
  const town = useTown();
  const [whole, setWhole] = useState('');
  const save = useSave(client.org.phone, { onSaved: ({ phone }) => setWhole(phone ?? '') });
  if (phoneMasked === undefined) return <span className="soft">{w.phoneNone}</span>;
  if (whole !== '') return whole;
  return (
    <>
      {phoneMasked}{' '}
      <Button
        kind="link"
        disabled={save.isBusy}
        onClick={() => void save.run({ town, code })}
        title={w.phoneLogged}
      >
        {w.showPhone}
      </Button>{' '}
      <span className="soft">{w.phoneLogged}</span>
      {save.step !== 'idle' && save.step !== 'saved' && <SaveLine save={save} />}
    </>
  );
}

function PersonDeeds({ person }: { person: PersonPage }) {
  const f = useWords(orgFormWords);
  const { keeps } = useRights();
  const [deed, setDeed] = useState<'post' | 'pairing' | 'change' | 'erase'>();
  const close = () => setDeed(undefined);
  if (!keeps || person.erasedAt !== undefined) return null;
  return (
    <>
      <Button kind="main" onClick={() => setDeed('post')}>
        {f.addPost}
      </Button>
      <Button onClick={() => setDeed('pairing')}>{f.addPairing}</Button>
      <Button onClick={() => setDeed('change')}>{f.correct}</Button>
      <Button onClick={() => setDeed('erase')}>{f.erase}</Button>
      {deed === 'post' && <PostForm person={person.code} onClose={close} />}
      {deed === 'pairing' && <PairingForm person={person.code} onClose={close} />}
      {deed === 'change' && <PersonForm person={person} onClose={close} />}
      {deed === 'erase' && <ErasePersonForm person={person} onClose={close} />}
    </>
  );
}
