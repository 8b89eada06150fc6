/** The folder of the demonstration township, file by file. */

import { readFileSync } from 'node:fs';
import { accountsText } from './accounts.ts';
import { goalsText } from './goals.ts';
import { withPay } from './pay.ts';
import { evidenceText } from './pictures.ts';
import { rosterText } from './roster.ts';
import { yearOf } from './year.ts';

const schemes = new URL('../../../schemes/', import.meta.url);

/** The generated files by path in the repository; the README beside them is written by hand. */
export async function demoFiles(): Promise<ReadonlyMap<string, string>> {
  const example = (name: string) => readFileSync(new URL(`village-daily/${name}`, schemes), 'utf8');
  const sources = {
    scheme: withPay(example('scheme.yaml')),
    kinds: example('kinds.yaml'),
    roster: rosterText(),
  };
  const { facts, seals, evidence } = await yearOf(sources);
  const texts = { ...sources, facts, seals };
  return new Map([
    ...Object.entries(texts).map(([name, text]) => [pathOf(`${name}.yaml`), text] as const),
    [pathOf('evidence.yaml'), evidenceText(evidence)],
    [pathOf('accounts.yaml'), accountsText()],
    [pathOf('goals.yaml'), goalsText(sources.roster)],
  ]);
}

function pathOf(name: string): string {
  return `schemes/qinghe-town/${name}`;
}
