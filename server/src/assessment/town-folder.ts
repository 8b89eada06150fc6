/**
 * A town's books in the shape in which a clerk's folder is read, so that the web and the command
 * line work out, print and verify the same thing.
 */

import {
  calendarCN,
  type Fact,
  type FactKind,
  type Roster,
  readScheme,
  type Seal,
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
}

/** The folder that a clerk would have with the same scheme, roster, facts and seals. */
export function townFolder({ source, kinds, roster, facts, seals }: TownInput): Folder {
  const { value: scheme } = readScheme(source);
  if (!scheme) throw new Error('an approved scheme cannot be read any more');
  const files = () => filesOf({ source, kinds, roster, facts, seals });
  let made: ReadonlyMap<string, Uint8Array> | undefined;
  return {
    path: '',
    scheme,
    kinds,
    book: { schemes: [scheme], roster, facts, calendar: calendarCN, seals, kinds },
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
  const { source, kinds, roster, facts, seals } = input;
  const utf8 = new TextEncoder();
  const texts: Record<string, string> = {
    'facts.yaml': factsYaml(facts),
    'kinds.yaml': JSON.stringify(kinds, null, 1), // JSON is YAML
    'roster.yaml': rosterYaml(roster),
    'scheme.yaml': source,
    ...(seals.length === 0 ? {} : { 'seals.yaml': sealsYaml(seals) }),
  };
  return new Map(Object.entries(texts).map(([name, text]) => [name, utf8.encode(text)]));
}
