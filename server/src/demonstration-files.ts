/** The files of the demonstration townships, read. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Fact,
  type FactKind,
  factKind,
  type Roster,
  readFacts,
  readRoster,
  readScheme,
  readSeals,
  readShape,
  type Scheme,
  type Seal,
} from '@oneneedle/kernel';
import { z } from 'zod';
import { type DemoAccount, readAccounts } from '../scripts/demo/accounts.ts';
import { type DemoEvidence, readEvidence } from '../scripts/demo/pictures.ts';
import { type BenchDocument, readBench } from './demonstration-bench.ts';
import { type DemandFile, readDemandFile } from './demonstration-demands.ts';
import { goalsIn } from './demonstration-goals.ts';
import { type InspectionFile, readInspectionFile } from './demonstration-inspection-file.ts';
import { type DemoItem, readItemFile } from './demonstration-items.ts';
import { type DemoRetrospective, readRetrospectiveFile } from './demonstration-retrospectives.ts';
import { type GoalsPut, readCampaigns, type TownCampaign } from './work/index.ts';

export interface Town {
  readonly code: string;
  readonly name: string;
  readonly folder: string;
  /** Folders of further lines, each with the day from which it is in force. */
  readonly lines?: readonly { readonly folder: string; readonly from: string }[];
}

const towns: readonly Town[] = [
  {
    code: 'qinghe',
    name: '青禾镇',
    folder: 'qinghe-town',
    lines: [{ folder: 'environment-check', from: '2026-10-01' }],
  },
  { code: 'luoxi', name: '落溪镇', folder: 'luoxi-town' },
];

/** The townships as their files tell them. */
export type Demonstration = readonly { readonly town: Town; readonly read: TownFiles }[];

/** Reads the files of the townships, a file at a time: others go on meanwhile. */
export async function readDemonstration(): Promise<Demonstration> {
  const demonstration: { town: Town; read: TownFiles }[] = [];
  for (const town of towns) demonstration.push({ town, read: await readTown(town) });
  return demonstration;
}

/** All that a township brings. */
export interface TownFiles {
  readonly source: string;
  readonly scheme: Scheme;
  /** The texts of its further lines. */
  readonly lines: readonly string[];
  readonly kinds: readonly FactKind[];
  readonly roster: Roster;
  readonly facts: readonly Fact[];
  readonly seals: readonly Seal[];
  readonly accounts: readonly DemoAccount[];
  readonly evidence: readonly DemoEvidence[];
  readonly waiting: z.infer<typeof waitingShape>[];
  readonly goals: GoalsPut | undefined;
  readonly demands: DemandFile;
  readonly bench: readonly BenchDocument[];
  readonly campaigns: readonly TownCampaign[];
  readonly retrospectives: readonly DemoRetrospective[];
  readonly items: readonly DemoItem[];
  readonly inspection: InspectionFile | undefined;
}

async function readTown({ folder, lines = [] }: Town): Promise<TownFiles> {
  const text = (name: string, none = '[]') => textOf(folder, name, none);
  const source = await text('scheme.yaml');
  const { value: scheme } = readScheme(source);
  if (!scheme) throw new Error(`the scheme of ${folder} cannot be read`);
  const further = await Promise.all(lines.map(readLine));
  const kinds = [await text('kinds.yaml'), ...further.map((line) => line.kinds)].flatMap(
    (source) => readShape(source, factKind.array()).value ?? [],
  );
  return {
    source,
    scheme,
    lines: further.map((line) => line.source),
    kinds: kinds.filter(({ kind }, at) => at === kinds.findIndex((one) => one.kind === kind)),
    roster: readRoster(await text('roster.yaml')).roster,
    facts: readFacts(await text('facts.yaml')).facts,
    seals: readSeals(await text('seals.yaml')).seals,
    accounts: readAccounts(await text('accounts.yaml')),
    evidence: readEvidence(await text('evidence.yaml')),
    waiting: readShape(await text('waiting.yaml'), waitingShape.array()).value ?? [],
    bench: readBench(await text('bench.yaml')),
    demands: readDemandFile(await text('demands.yaml')),
    goals: goalsIn(await text('goals.yaml', '')),
    items: readItemFile(await text('items.yaml')),
    campaigns: readCampaigns(await text('campaigns.yaml')),
    retrospectives: readRetrospectiveFile(await text('retrospectives.yaml')),
    inspection: readInspectionFile(await text('inspection.yaml', '')),
  };
}

async function textOf(folder: string, name: string, none: string): Promise<string> {
  try {
    return await readFile(join(import.meta.dirname, '../../schemes', folder, name), 'utf8');
  } catch {
    return none;
  }
}

/** A further line: its kinds come to the catalogue, and it is in force from its day. */
async function readLine({ folder, from }: NonNullable<Town['lines']>[number]) {
  const source = await textOf(folder, 'scheme.yaml', '');
  return {
    source: source.replace(/(effective: \{ from: )[\d-]+/, `$1${from}`),
    kinds: await textOf(folder, 'kinds.yaml', '[]'),
  };
}

/** An entry of `waiting.yaml`. */
const waitingShape = z.strictObject({
  user: z.string(),
  clause: z.string(),
  kind: z.string(),
  about: z.string(),
  on: z.string(),
  values: z.record(z.string(), z.string()),
  evidence: z.array(z.string()),
  note: z.string(),
});
