/** What stands beside a scheme and lets a command see more of it: the catalogue and the roster. */

import { dirname, join } from 'node:path';
import {
  type FactKind,
  type Finding,
  type Roster,
  readScheme,
  type Scheme,
} from '@oneneedle/kernel';
import { readKinds, rosterOf } from '../assessment/index.ts';
import { groupedText, inFile, kindOf, Refusal, readText } from '../platform/index.ts';
import type { Desk } from './command.ts';
import type { Say } from './words/say.ts';

/** The catalogue and the roster, as far as they can be read. */
export interface Beside {
  readonly kinds?: readonly FactKind[];
  readonly roster?: Roster;
  readonly findings: readonly Finding[];
}

/** Reads what stands in the folder of a scheme file; mistakes there are findings, two rosters a refusal. */
export async function besideScheme(
  file: string,
  scheme: Scheme | undefined,
  { progress }: Desk,
): Promise<Beside> {
  const folder = dirname(file);
  const kinds = readKinds(join(folder, 'kinds.yaml'));
  const read = await rosterOf(folder, { scheme, progress });
  return {
    ...(kinds.value ? { kinds: kinds.value } : {}),
    ...(read?.findings.length === 0 ? { roster: read.roster } : {}),
    findings: [
      ...kinds.findings.map((finding) => inFile('kinds.yaml', finding)),
      ...(read?.findings ?? []),
    ],
  };
}

/** The file itself, or the scheme in a folder. */
export function schemeFile(path: string, say: Say): string {
  const kind = kindOf(path);
  if (kind === 'nothing') throw new Refusal(say('scheme.notFound', { path }));
  if (kind === 'file') return path;
  const inside = join(path, 'scheme.yaml');
  if (kindOf(inside) === 'file') return inside;
  throw new Refusal(say('scheme.notInFolder', { path }));
}

/** The scheme of a file; refuses one that cannot be read, with every finding. */
export function readableScheme(file: string, { say }: Desk): Scheme {
  const { value, findings } = readScheme(readText(file));
  if (value) return value;
  throw schemeRefusal(say('scheme.unreadable', { file }), findings);
}

/** A refusal with its reasons one by one, as a program wants them. */
class FindingsRefusal extends Refusal {
  readonly findings: readonly Finding[];

  constructor(sentence: string, findings: readonly Finding[]) {
    super(sentence);
    this.findings = findings;
  }
}

/** A scheme that cannot be used, with what is wrong with it. */
export function schemeRefusal(sentence: string, findings: readonly Finding[]): Refusal {
  return new FindingsRefusal(`${sentence}\n${groupedText(findings)}`, findings);
}
