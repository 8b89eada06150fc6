/** Gives a person a post or ties them to a unit; who was there before ends the day before. */

import { commonKinds, commonRoles } from '@oneneedle/contract/constants';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../api/index.ts';
import { dayBefore, useFormat } from '../format/index.ts';
import { DateField } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { DeedForm } from './DeedForm.tsx';
import { PersonChoice, TextField, UnitChoice } from './fields.tsx';
import { useUnits } from './use-org.ts';

interface SpanFormProps {
  /** One of the two is given by where the form was opened. */
  person?: string;
  unit?: string;
  onClose(): void;
}

/** A new post: a mid-year change, a by-election, a secondment. */
export function PostForm(given: SpanFormProps) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const span = useSpan(given);
  const [role, setRole] = useState('');
  const [secondedTo, setSecondedTo] = useState('');
  const { person, unit, from, to } = span;
  const offers = useOffers(unit, commonRoles, (row) => row.posts.map((post) => post.role));
  const before = useHolders(unit, { word: role, from, person });
  const isComplete = person !== '' && unit !== '' && role.trim() !== '' && from !== '';
  return (
    <DeedForm
      title={f.addPostTitle}
      action={f.addPost}
      call={client.org.addPost}
      input={
        isComplete
          ? {
              town,
              person,
              unit,
              role,
              from,
              replaces: before.chosen,
              ...(to === '' ? {} : { to }),
              ...(secondedTo === '' ? {} : { secondedTo }),
            }
          : undefined
      }
      onClose={given.onClose}
    >
      {span.choices}
      <TextField label={f.role} value={role} onChange={setRole} offers={offers} required />
      {span.days}
      {before.fields}
      <UnitChoice
        label={f.secondedTo}
        value={secondedTo}
        onChange={setSecondedTo}
        hint={f.secondedHint}
      />
    </DeedForm>
  );
}

/** A new pairing: 挂点领导, 包村干部, who answers for a hamlet. */
export function PairingForm(given: SpanFormProps) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const span = useSpan(given);
  const [kind, setKind] = useState('');
  const { person, unit, from, to } = span;
  const offers = useOffers(unit, commonKinds, (row) => row.pairings.map((one) => one.kind));
  const before = usePairedBefore(unit, { word: kind, from, person });
  const isComplete = person !== '' && unit !== '' && kind.trim() !== '' && from !== '';
  return (
    <DeedForm
      title={f.addPairingTitle}
      action={f.addPairing}
      call={client.org.addPairing}
      input={
        isComplete
          ? {
              town,
              person,
              unit,
              kind,
              from,
              replaces: before.chosen,
              ...(to === '' ? {} : { to }),
            }
          : undefined
      }
      onClose={given.onClose}
    >
      {span.choices}
      <TextField
        label={f.kind}
        value={kind}
        onChange={setKind}
        offers={offers}
        hint={f.kindHint}
        required
      />
      {span.days}
      {before.fields}
    </DeedForm>
  );
}

function useSpan(given: SpanFormProps) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  const { today } = useFormat();
  const [person, setPerson] = useState(given.person ?? '');
  const [unit, setUnit] = useState(given.unit ?? '');
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState('');
  const choices = (
    <>
      {given.person === undefined && (
        <PersonChoice label={w.personName} value={person} onChange={setPerson} required />
      )}
      {given.unit === undefined && (
        <UnitChoice label={f.unit} value={unit} onChange={setUnit} required />
      )}
    </>
  );
  const days = (
    <div className="org-form-row">
      <DateField label={f.firstDay} value={from} onChange={setFrom} required />
      <DateField label={f.lastDay} value={to} onChange={setTo} hint={f.lastDayHint} min={from} />
    </div>
  );
  return { person, unit, from, to, choices, days };
}

type UnitRows = NonNullable<ReturnType<typeof useUnits>['data']>['rows'];

/** Words that fit the type of the unit, and those that the town already uses there. */
function useOffers(
  unit: string,
  common: Readonly<Record<string, readonly string[]>>,
  usedIn: (row: UnitRows[number]) => string[],
): string[] {
  const { data } = useUnits();
  const type = data?.rows.find(({ code }) => code === unit)?.type;
  const own = (data?.rows ?? []).filter((row) => row.type === type).flatMap(usedIn);
  return [...new Set([...(common[type ?? ''] ?? []), ...own])];
}

interface Wanted {
  /** The post or the kind of pairing. */
  word: string;
  from: string;
  person: string;
}

interface Held {
  id: string;
  person: string;
  name: string;
  word: string;
  to?: string | undefined;
}

function useHolders(unit: string, wanted: Wanted) {
  const page = useUnitPage(unit);
  const posts = page?.posts.map((post): Held => ({ ...post, word: post.role })) ?? [];
  return useReplaced(posts, wanted);
}

function usePairedBefore(unit: string, wanted: Wanted) {
  const page = useUnitPage(unit);
  const pairings = page?.pairings.map((one): Held => ({ ...one, word: one.kind })) ?? [];
  return useReplaced(pairings, wanted);
}

function useUnitPage(code: string) {
  const town = useTown();
  const query = useQuery({
    ...api.org.unit.queryOptions({ input: { town, code } }),
    enabled: code !== '',
  });
  return query.data;
}

/** Who holds the same in the unit now: a box for each, ticked, says that it ends the day before. */
function useReplaced(held: readonly Held[], { word, from, person }: Wanted) {
  const f = useWords(orgFormWords);
  const { day } = useFormat();
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const same = held.filter(
    (one) => one.word === word.trim() && one.to === undefined && one.person !== person,
  );
  const chosen = same.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const turn = (id: string, ends: boolean) => {
    const next = new Set(kept);
    if (ends) next.delete(id);
    else next.add(id);
    setKept(next);
  };
  const fields =
    from === ''
      ? null
      : same.map(({ id, name }) => (
          <label key={id} className="org-inline">
            <input
              type="checkbox"
              checked={!kept.has(id)}
              onChange={({ target }) => turn(id, target.checked)}
            />
            {f.replaces(name, word.trim(), day(dayBefore(from)))}
          </label>
        ));
  return { chosen, fields };
}
