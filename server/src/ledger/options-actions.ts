/** What a page of recording needs to know of the town before anything is typed. */

import {
  type FactKind,
  firstDay,
  type IsoDate,
  periodLabel,
  periodOf,
  periodsOf,
  type Scheme,
} from '@oneneedle/kernel';
import { type Ctx, chinaDay } from '../platform/index.ts';
import { officesOf, sightOf } from './access.ts';
import { officesFor, type RecordingBook, recordingBook, schemesOn } from './book.ts';
import { type Bounds, boundsOf, clausePlaces, listensTo, needsDocument } from './clause-places.ts';
import { cellField } from './context.ts';
import { mayNote } from './note-actions.ts';
import { verifiers } from './policy.ts';
import { titleOf } from './titles.ts';

/** Offices, schemes with their periods, kinds of fact, subjects. */
export async function recordingOptions(ctx: Ctx) {
  const book = await recordingBook(ctx.db);
  const today = chinaDay(ctx.now);
  const sight = sightOf(ctx.actor, book.roster);
  const { units, persons } = book.roster;
  const seesPersons = sight.personOffices === 'all' || sight.personOffices.length > 0;
  return {
    today,
    records: officesOf(ctx.actor, 'recorder'),
    reviews: officesOf(ctx.actor, 'reviewer'),
    mayNote: mayNote(ctx.actor),
    mayVerify: ctx.actor.grants.some(({ role }) => verifiers.includes(role)),
    lines: linesOf(book, today),
    kinds: book.catalogue.kinds
      .filter(({ form }) => form !== 'result' && form !== 'checked')
      .filter(({ kind }) => kind !== 'reversal')
      .map((kind) => kindShown(kind, book, today)),
    special: specialClauses(book, today),
    subjects: [
      ...units
        .filter(({ code }) => sight.units === 'all' || sight.units.has(code))
        .map(({ code, name, type, group }) => ({
          code,
          name,
          type,
          isPerson: false,
          ...(group === undefined ? {} : { group }),
        })),
      ...(seesPersons ? persons : []).map(({ code, name, class: sort, group }) => ({
        code,
        name,
        type: sort,
        isPerson: true,
        ...(group === undefined ? {} : { group }),
      })),
    ],
    offices: allOffices(book),
  };
}

/** A kind with the titles that its columns have. */
export function kindShown(kind: FactKind, book: RecordingBook, day: string) {
  return {
    kind: kind.kind,
    name: kind.name,
    form: kind.form,
    ...(kind.about === undefined ? {} : { about: kind.about }),
    parts: [...(kind.parts ?? [])],
    fields: Object.entries(kind.fields ?? {}).map(([name, { options, required }]) => {
      const { type = 'text', unit } = cellField(name, kind);
      return {
        name,
        title: titleOf({ field: name }, kind),
        type,
        ...(unit === undefined ? {} : { unit }),
        ...(options === undefined ? {} : { options: [...options] }),
        required: required ?? false,
      };
    }),
    offices: officesFor(book, kind, day),
  };
}

/** What a form must ask for beside the fields of the kind. */
function specialClauses(book: RecordingBook, today: string) {
  const places = schemesOn(book, today).flatMap((scheme) => clausePlaces(scheme));
  return places.flatMap((place) => {
    const bounds = boundsOf(place);
    if (!bounds && !needsDocument(place)) return [];
    const { scheme, clause } = place;
    return [
      {
        line: scheme.line,
        code: clause.code,
        text: clause.text,
        kinds: listensTo(place).map((code) => book.catalogue.entryOf(code)?.kind ?? code),
        needsDocument: needsDocument(place),
        ...(bounds ? { discretion: discretionShown(bounds) } : {}),
      },
    ];
  });
}

/** Bounds as the contract says them. */
export function discretionShown({ bands, body }: Bounds) {
  return {
    bands: bands.map(({ from, to }) => ({ from, to })),
    ...(body === undefined ? {} : { body }),
  };
}

function allOffices({ kinds, schemes }: RecordingBook): string[] {
  const owners = schemes.flatMap((scheme) => clausePlaces(scheme).map(({ owner }) => owner));
  const named = [...owners, ...kinds.map(({ owner }) => owner)];
  return [...new Set(named.filter((owner) => owner !== undefined))];
}

function linesOf(book: RecordingBook, today: IsoDate) {
  return [...new Set(book.schemes.map(({ line }) => line))].map((line) => {
    const versions = book.schemes.filter((scheme) => scheme.line === line);
    const latest = versions.at(-1) as Scheme;
    const sealed = book.sealed.flatMap((seal) => (seal.line === line ? [seal.period] : []));
    const all = new Set(versions.flatMap(periodsOf));
    const periods = [...all].filter((period) => firstDay(period) <= today).sort();
    const current = periodOf(today, latest.period);
    return {
      line,
      name: latest.name,
      subject: latest.subject.kind,
      periods: periods.map((period) => ({
        period,
        label: periodLabel(period),
        isSealed: sealed.includes(period),
      })),
      ...(periods.includes(current) ? { current } : {}),
    };
  });
}
