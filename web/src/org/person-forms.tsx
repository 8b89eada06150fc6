/** Deeds on a person: add, correct, erase. */

import type { PersonPage } from '@oneneedle/contract';
import { commonClasses } from '@oneneedle/contract/constants';
import { useState } from 'react';
import { client } from '../api/index.ts';
import { useDrawer, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { DeedForm } from './DeedForm.tsx';
import { listFrom, TextField } from './fields.tsx';
import { usePersons } from './use-org.ts';

interface Typed {
  name: string;
  class: string;
  phone: string;
  tags: string;
}

function usePersonFields(first: Typed) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  const [typed, setTyped] = useState(first);
  const { data } = usePersons();
  const classes = [...new Set([...commonClasses, ...(data?.rows ?? []).map((row) => row.class)])];
  const set = (key: keyof Typed) => (value: string) => setTyped({ ...typed, [key]: value });
  const isPhone = typed.phone.trim() === '' || /^\+?[\d\- ]{5,20}$/.test(typed.phone.trim());
  const isComplete = typed.name.trim() !== '' && typed.class.trim() !== '' && isPhone;
  const fields = (phoneHint: string) => (
    <>
      <TextField label={w.personName} value={typed.name} onChange={set('name')} required />
      <TextField
        label={w.class}
        value={typed.class}
        onChange={set('class')}
        offers={classes}
        hint={f.classHint}
        required
      />
      <TextField
        label={w.phone}
        type="tel"
        value={typed.phone}
        onChange={set('phone')}
        hint={isPhone ? phoneHint : f.phoneWrong}
      />
      <TextField label={w.tags} value={typed.tags} onChange={set('tags')} hint={f.listHint} />
    </>
  );
  return { typed, isComplete, fields };
}

/** Adds a person; the code is given and the drawer of the new person opens. */
export function AddPersonForm({ onClose }: { onClose(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const drawer = useDrawer();
  const { typed, isComplete, fields } = usePersonFields({
    name: '',
    class: '',
    phone: '',
    tags: '',
  });
  const { name, phone, tags } = typed;
  return (
    <DeedForm
      title={f.addPersonTitle}
      action={f.add}
      call={client.org.addPerson}
      input={
        isComplete
          ? {
              town,
              name,
              class: typed.class,
              tags: listFrom(tags),
              ...(phone.trim() === '' ? {} : { phone }),
            }
          : undefined
      }
      says={f.addPersonSays}
      onClose={onClose}
      onDone={({ code }) => drawer.open(`person:${code}`)}
    >
      {fields(f.phoneHint)}
    </DeedForm>
  );
}

/** Corrects a person; an empty phone field leaves the number that is there, which is not shown. */
export function PersonForm({ person, onClose }: { person: PersonPage; onClose(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const { typed, isComplete, fields } = usePersonFields({
    name: person.name,
    class: person.class,
    phone: '',
    tags: person.tags.join('；'),
  });
  const [isCleared, setIsCleared] = useState(false);
  const { name, phone, tags } = typed;
  return (
    <DeedForm
      title={f.changeTitle(person.name)}
      action={f.save}
      call={client.org.changePerson}
      input={
        isComplete
          ? {
              town,
              code: person.code,
              name,
              class: typed.class,
              tags: listFrom(tags),
              ...(isCleared ? { phone: null } : phone.trim() === '' ? {} : { phone }),
            }
          : undefined
      }
      onClose={onClose}
    >
      {fields(person.phoneMasked === undefined ? f.phoneHint : f.phoneKept(person.phoneMasked))}
      {person.phoneMasked !== undefined && (
        <label className="org-inline">
          <input
            type="checkbox"
            checked={isCleared}
            onChange={({ target }) => setIsCleared(target.checked)}
          />
          {f.phoneClear}
        </label>
      )}
    </DeedForm>
  );
}

/** Erases name and phone; the reason is kept, the name is not. */
export function ErasePersonForm({ person, onClose }: { person: PersonPage; onClose(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const isSure = typed.trim() === person.name && reason.trim() !== '';
  return (
    <DeedForm
      title={f.eraseTitle(person.name)}
      action={f.erase}
      call={client.org.erasePerson}
      input={isSure ? { town, code: person.code, reason } : undefined}
      says={f.eraseSays(person.code)}
      onClose={onClose}
    >
      <TextField
        label={f.reason}
        value={reason}
        onChange={setReason}
        hint={f.eraseReason}
        required
      />
      <TextField label={f.eraseTyped(person.name)} value={typed} onChange={setTyped} required />
    </DeedForm>
  );
}
