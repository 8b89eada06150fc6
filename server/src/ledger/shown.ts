/** Entries and facts as people read them: names instead of codes, values under their titles. */

import type { Fact, FactForm, Roster } from '@oneneedle/kernel';
import { isHash } from '@oneneedle/kernel';
import type { EvidenceRef } from '../evidence/index.ts';
import type { Catalogue } from './catalogue.ts';
import { cellField } from './context.ts';
import type { EntryBody } from './entry-words.ts';
import { titleOf } from './titles.ts';
import { valueText } from './values.ts';

/** Names of units and persons by code; what is in no roster is called by its code. */
export interface Naming {
  person(code: string): { code: string; name: string };
  subject(who: { subject: string; as: string }): { code: string; name: string; as: string };
  isPerson(code: string): boolean;
}

/** Names of a roster. */
export function namingOf({ units, persons }: Roster): Naming {
  const people = new Map(persons.map(({ code, name }) => [code, name]));
  const names = new Map([...units.map(({ code, name }) => [code, name] as const), ...people]);
  return {
    person: (code) => ({ code, name: people.get(code) ?? code }),
    subject: ({ subject, as }) => ({ code: subject, name: names.get(subject) ?? subject, as }),
    isPerson: (code) => people.has(code),
  };
}

/** What showing needs. */
export interface Showing {
  readonly catalogue: Catalogue;
  readonly naming: Naming;
}

type Content = Omit<Fact, 'id' | 'seq' | 'evidence'> | Omit<EntryBody, 'files' | 'evidence'>;

/** The common part of an entry and a fact, as the contract says it. */
export function recordShown(
  content: Content,
  {
    evidence,
    files,
    office,
  }: {
    evidence: readonly string[];
    files: readonly EvidenceRef[];
    office: string | null;
  },
  { catalogue, naming }: Showing,
) {
  const kind = catalogue.entryOf(content.kind);
  const { on, to, period, matter, doc, chosen, note, reverses } = content;
  return {
    kind: content.kind,
    kindName: kind?.name ?? content.kind,
    form: content.form as FactForm,
    subjects: content.about.map(naming.subject),
    ...(on === undefined ? {} : { on }),
    ...(to === undefined ? {} : { to }),
    ...(period === undefined ? {} : { period }),
    values: fieldsShown(content, catalogue),
    ...(matter === undefined ? {} : { matter }),
    tags: [...content.tags],
    ...(doc === undefined ? {} : { doc: { ...doc } }),
    ...(chosen === undefined
      ? {}
      : {
          chosen: {
            line: chosen.scheme,
            clause: chosen.clause,
            points: chosen.points,
            reason: chosen.reason,
          },
        }),
    evidence: evidence.filter((text) => !isHash(text)),
    files: files.map(({ id, name, kind: sort, caption, storedSha256 }) => ({
      id,
      name,
      kind: sort,
      caption,
      storedSha256,
    })),
    ...(office === null ? {} : { office }),
    ...(note === undefined ? {} : { note }),
    ...(reverses === undefined ? {} : { reverses }),
  };
}

/** The values of a fact in the order of its kind, as cells hold them. */
export function fieldsShown(
  { kind: code, values }: Pick<Fact, 'kind' | 'values'>,
  catalogue: Catalogue,
) {
  const kind = catalogue.entryOf(code);
  const order = Object.keys(kind?.fields ?? {});
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(values)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([name, value]) => ({
      name,
      title: titleOf({ field: name }, kind),
      text: valueText(value, cellField(name, kind)),
    }));
}

/** 东溪村 垃圾积存 处数（处）3: one line for a list of what waits. */
export function lineFor(
  content: Pick<Fact, 'kind' | 'values' | 'about'>,
  showing: Showing,
): string {
  const { catalogue, naming } = showing;
  const names = content.about.map((who) => naming.subject(who).name);
  const shownNames =
    names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 个` : names.join('、');
  const values = fieldsShown(content, catalogue).map(({ title, text }) => `${title} ${text}`);
  const kind = catalogue.entryOf(content.kind)?.name ?? content.kind;
  return [shownNames, kind, values.slice(0, 3).join('，')].filter((part) => part !== '').join(' ');
}
