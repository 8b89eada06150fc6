/** A folder with a scheme, a roster and facts, read into a book. */

import { join } from 'node:path';
import {
  type Book,
  calendarCN,
  type FactKind,
  factKind,
  type Positions,
  type ReadResult,
  type Roster,
  readCalendarYears,
  readFacts,
  readRoster,
  readScheme,
  readSeals,
  readShape,
  type Scheme,
  withYears,
} from '@oneneedle/kernel';
import {
  clausesOf,
  discretionOf,
  type FactsRead,
  factsFrom,
  type RemarkedFile,
} from '../ledger/index.ts';
import { rosterFrom } from '../org/index.ts';
import {
  type CellRemark,
  inFile,
  kindOf,
  megabytesOf,
  type Progress,
  readTables,
  readText,
  slowMegabytes,
} from '../platform/index.ts';
import { bytesOf, type FolderFiles, filesOf, rosterName, tellOpenFiles } from './folder-files.ts';
import {
  type FileFinding,
  type LeftOutRow,
  leftOutRows,
  refusalOf,
  remarkFindings,
  soundFindings,
} from './sound.ts';

export type { Progress };

export interface Folder {
  readonly path: string;
  readonly scheme: Scheme;
  readonly kinds: readonly FactKind[] | undefined;
  readonly book: Book;
  /** The exact bytes of the files that were read, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Where things stand in the files. */
  readonly origins: Origins;
  /** Rows of the facts that were not counted because something in them is wrong. */
  readonly leftOut: readonly LeftOutRow[];
  /** Rows of the facts without 序号: a period may be sealed only when there are none. */
  readonly unnumbered: number;
  /** Tables with problems, for whoever writes them back with remarks. */
  readonly remarked: readonly RemarkedFile[];
}

/** Where the scheme and the facts of a folder stand. */
export interface Origins {
  readonly roster: string;
  readonly facts: string;
  /** The scheme that was read: the lines of another one are not known. */
  readonly scheme: Scheme;
  readonly schemePositions: Positions;
  /** Lines in facts.yaml. */
  readonly factPositions: Positions | undefined;
  /** Sheet and row of each fact in a table, by its id. */
  readonly rows: FactsRead['places'] | undefined;
}

export interface FolderOptions {
  readonly progress?: Progress;
  /** Goes on without the rows of the facts in which something is wrong. */
  readonly goodRows?: boolean;
}

/**
 * Reads a folder, or refuses with everything that is wrong in its files: shapes, scheme, roster and
 * facts in one list. What an earlier file must tell first is checked when that file is right.
 */
export async function readFolder(path: string, options: FolderOptions = {}): Promise<Folder> {
  const { progress = () => {}, goodRows = false } = options;
  const files = filesOf(path);
  tellOpenFiles(path, files, progress);
  const scheme = readScheme(readText(join(path, files.scheme)));
  const kinds = readKinds(join(path, 'kinds.yaml'));
  const seals = readSeals(listText(join(path, 'seals.yaml')));
  const calendar = readCalendarYears(listText(join(path, 'calendar.yaml')));
  const roster = await rosterIn(path, files.roster, { scheme: scheme.value, progress });
  const isReady = kinds.findings.length === 0 && roster.findings.length === 0;
  const catalogue = kinds.value ?? scheme.value?.kinds;
  const facts = await factsIn(path, files, {
    kinds: catalogue,
    roster: isReady ? roster.roster : undefined,
    scheme: scheme.value,
    progress,
  });
  const factFindings = goodRows && facts.rows ? [] : facts.findings;
  const shapes: FileFinding[] = [
    ...scheme.findings.map((finding) => inFile(files.scheme, finding)),
    ...kinds.findings.map((finding) => inFile('kinds.yaml', finding)),
    ...roster.findings,
    ...factFindings,
    ...seals.findings.map((finding) => inFile('seals.yaml', finding)),
    ...calendar.findings.map((finding) => inFile('calendar.yaml', finding)),
  ];
  const remarked = [roster.remarked, facts.remarked].flatMap((file) => file ?? []);
  const partial = {
    path,
    kinds: catalogue,
    files: bytesOf(path, files),
    leftOut: facts.rows ? leftOutRows(files.facts, facts.rows) : [],
    unnumbered: facts.rows?.unnumbered ?? 0,
    remarked,
  };
  if (!scheme.value) {
    throw refusalOf(shapes, { path, remarked, waiting: isReady ? '' : files.facts });
  }
  const folder: Folder = {
    ...partial,
    scheme: scheme.value,
    book: {
      schemes: [scheme.value],
      roster: roster.roster,
      facts: facts.facts,
      calendar: withYears(calendarCN, calendar.years),
      seals: seals.seals,
      ...(catalogue ? { kinds: catalogue } : {}),
    },
    origins: {
      roster: files.roster,
      facts: files.facts,
      scheme: scheme.value,
      schemePositions: scheme.positions,
      factPositions: facts.positions,
      rows: facts.rows?.places,
    },
  };
  const sound = soundFindings(folder, {
    roster: roster.findings.length === 0,
    facts: isReady && factFindings.length === 0,
  });
  const all = [...shapes, ...sound.scheme, ...sound.facts];
  if (all.some(({ severity }) => severity === 'error')) {
    throw refusalOf(all, { path, remarked, waiting: isReady ? '' : files.facts });
  }
  return folder;
}

/** The catalogue of fact kinds, where the file exists. */
export function readKinds(path: string): ReadResult<FactKind[]> {
  if (kindOf(path) === 'nothing') return { findings: [], positions: () => undefined };
  return readShape(readText(path), factKind.array());
}

/** A roster as far as it can be read, with what is wrong in its file. */
export interface RosterIn {
  readonly roster: Roster;
  readonly findings: readonly FileFinding[];
  readonly remarked?: RemarkedFile;
}

interface RosterNeeds {
  /** Whose groups the roster may name; undefined where the scheme cannot be read. */
  readonly scheme: Scheme | undefined;
  readonly progress: Progress;
}

/** The roster of a folder that may have none; refuses a folder with two, as `readFolder` does. */
export async function rosterOf(path: string, needs: RosterNeeds): Promise<RosterIn | undefined> {
  const name = rosterName(path);
  return name === undefined ? undefined : rosterIn(path, name, needs);
}

async function rosterIn(
  path: string,
  name: string,
  { scheme, progress }: RosterNeeds,
): Promise<RosterIn> {
  const file = join(path, name);
  if (name.endsWith('.yaml')) {
    const { roster, findings } = readRoster(readText(file));
    return { roster, findings: findings.map((finding) => inFile(name, finding)) };
  }
  const read = rosterFrom(await readTables(file, progress), { groups: scheme?.groups });
  return {
    roster: read.roster,
    findings: remarkFindings(name, read.remarks),
    ...remarkedFile(file, read.remarks, read.headRows),
  };
}

interface FactsIn {
  readonly facts: Book['facts'];
  readonly findings: readonly FileFinding[];
  readonly positions?: Positions;
  /** What was read from a table; absent for YAML, and where the roster must be put right first. */
  readonly rows?: FactsRead;
  readonly remarked?: RemarkedFile;
}

interface FactsNeeds {
  readonly kinds: readonly FactKind[] | undefined;
  /** Undefined where roster or catalogue are wrong: then no name of a table means anything. */
  readonly roster: Roster | undefined;
  readonly scheme: Scheme | undefined;
  readonly progress: Progress;
}

async function factsIn(
  path: string,
  { facts: name }: FolderFiles,
  needs: FactsNeeds,
): Promise<FactsIn> {
  const { kinds, roster, scheme, progress } = needs;
  const file = join(path, name);
  if (name.endsWith('.yaml')) {
    const size = megabytesOf(file);
    if (size > slowMegabytes) {
      progress(`${name} 有 ${size.toFixed(1)} MB，读取和计算要几十秒，请稍候。`);
    }
    const { facts, findings, positions } = readFacts(listText(file));
    return { facts, positions, findings: findings.map((finding) => inFile(name, finding)) };
  }
  const table = await readTables(file, progress);
  if (!roster) return { facts: [], findings: [] };
  const clauses = scheme ? clausesOf(scheme).map(({ code }) => code) : [];
  const discretion = scheme ? { discretion: discretionOf(scheme) } : {};
  const rows = factsFrom(table, { kinds, roster, clauses, ...discretion });
  return {
    facts: rows.facts,
    rows,
    findings: remarkFindings(name, rows.remarks),
    ...remarkedFile(file, rows.remarks, rows.headRows),
  };
}

function remarkedFile(
  path: string,
  remarks: readonly CellRemark[],
  headRows: Readonly<Record<string, number>>,
): { readonly remarked?: RemarkedFile } {
  return remarks.length === 0 ? {} : { remarked: { path, remarks, headRows } };
}

/** A list that may be empty or absent: nothing but remarks is a list without rows. */
function listText(path: string): string {
  if (kindOf(path) === 'nothing') return '[]';
  const text = readText(path);
  return text.split('\n').every((line) => /^\s*(?:#.*|---)?\s*$/.test(line)) ? '[]' : text;
}
