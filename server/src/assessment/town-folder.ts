/**
 * A town's books in the shape in which a clerk's folder is read, so that the web and the command
 * line work out, print and verify the same thing.
 */

import {
  type Calendar,
  type CalendarYear,
  calendarCN,
  type Fact,
  type FactKind,
  type Roster,
  readScheme,
  type Scheme,
  type Seal,
  withYears,
} from '@oneneedle/kernel';
import { factsYaml, rosterYaml } from '../ledger/index.ts';
import type { Folder } from './folder.ts';
import { sealsYaml } from './seal.ts';

/** Everything that an assessment of one line reads, as plain data that another thread can take. */
export interface TownInput {
  /** Equal keys are equal inputs. */
  readonly key: string;
  /** The exact text of the scheme. */
  readonly source: string;
  readonly kinds: readonly FactKind[];
  readonly roster: Roster;
  readonly facts: readonly Fact[];
  readonly seals: readonly Seal[];
  /** Years of the calendar that the town entered itself. */
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** The folder that a clerk would have with the same scheme, roster, facts and seals. */
export function townFolder(input: TownInput): Folder {
  const { source } = input;
  const { value: scheme } = readScheme(source);
  if (!scheme) throw new Error('an approved scheme cannot be read any more');
  sources.set(scheme, source);
  return folderWith(scheme, input);
}

/** The folder as it was when an edition was sealed, that seal included: what is printed of it. */
export function sealedFolder(folder: Folder, seal: Seal): Folder {
  const { scheme, book, kinds = [] } = folder;
  const source = sources.get(scheme) ?? '';
  const isLater = (other: Seal) =>
    other.atSeq > seal.atSeq ||
    (other.line === seal.line && other.period === seal.period && other.edition > seal.edition);
  const known = book.seals.includes(seal) ? book.seals : [...book.seals, seal];
  return folderWith(scheme, {
    source,
    kinds,
    roster: book.roster,
    facts: book.facts.filter(({ seq }) => seq <= seal.atSeq),
    seals: known.filter((other) => !isLater(other)),
    years: ownYears(book.calendar),
  });
}

/** The exact text of each scheme that was read here. */
const sources = new WeakMap<Scheme, string>();

function folderWith(
  scheme: Scheme,
  { source, kinds, roster, facts, seals, years }: Omit<TownInput, 'key'>,
): Folder {
  const files = () => filesOf({ source, kinds, roster, facts, seals, years });
  let made: ReadonlyMap<string, Uint8Array> | undefined;
  return {
    path: '',
    scheme,
    kinds,
    book: {
      schemes: [scheme],
      roster,
      facts,
      calendar: withYears(calendarCN, years),
      seals,
      kinds,
    },
    // Written only for a package: ten thousand facts as text take a second.
    get files() {
      made ??= files();
      return made;
    },
    origins: {
      roster: 'roster.yaml',
      facts: 'facts.yaml',
      scheme,
      schemePositions: () => undefined,
      factPositions: undefined,
      rows: undefined,
    },
    leftOut: [],
    unnumbered: 0,
    remarked: [],
  };
}

function filesOf(input: Omit<TownInput, 'key'>): ReadonlyMap<string, Uint8Array> {
  const { source, kinds, roster, facts, seals, years } = input;
  const utf8 = new TextEncoder();
  const texts: Record<string, string> = {
    ...(Object.keys(years).length === 0 ? {} : { 'calendar.yaml': yearsYaml(years) }),
    'facts.yaml': factsYaml(facts),
    'kinds.yaml': JSON.stringify(kinds, null, 1), // JSON is YAML
    'roster.yaml': rosterYaml(roster),
    'scheme.yaml': source,
    ...(seals.length === 0 ? {} : { 'seals.yaml': sealsYaml(seals) }),
  };
  return new Map(Object.entries(texts).map(([name, text]) => [name, utf8.encode(text)]));
}

/** JSON is YAML. */
function yearsYaml(years: TownInput['years']): string {
  const rows = Object.entries(years).map(([year, rest]) => ({ year, ...rest }));
  return JSON.stringify(rows, null, 1);
}

/** What of a calendar did not come with the program. */
function ownYears({ years }: Calendar): TownInput['years'] {
  return Object.fromEntries(Object.entries(years).filter(([year]) => !(year in calendarCN.years)));
}
