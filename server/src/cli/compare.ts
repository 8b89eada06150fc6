/** `oneneedle compare DIR --with SCHEME`: another scheme on the same facts; nothing is written. */

import { readScheme } from '@oneneedle/kernel';
import { compareSchemes, type OtherScheme, optionsFor } from '../assessment/index.ts';
import { inFile, readText } from '../platform/index.ts';
import { schemeFile, schemeRefusal } from './beside.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { comparisonText } from './compare-text.ts';
import { fitted } from './print.ts';
import { readOnly } from './reading.ts';
import { timeIn } from './time-text.ts';
import type { Say } from './words/say.ts';

export const compareCommand: Command = {
  name: 'compare',
  group: 'points',
  target: 'target.folder',
  summary: 'compare.summary',
  options: { with: 'compare.option.with', period: 'option.period', 'as-of': 'option.asOf' },
  required: { with: 'compare.noScheme' },
  examples: [
    'schemes/village-daily --with my-town/scheme.yaml',
    'schemes/village-daily --with my-town/scheme.yaml --period 2026-Q1',
  ],
  run: compareFolder,
};

/** Works out both schemes and tells who rises, who falls, and by which clause. */
async function compareFolder(given: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const other = otherScheme(given.texts.with ?? '', say);
  const folder = await readOnly(given, desk);
  const comparison = compareSchemes(folder, other, optionsFor(folder, timeIn(given)));
  const isPersonal = folder.scheme.subject.kind === 'person';
  const blocks = [
    comparisonText(comparison, other.scheme, desk),
    isPersonal ? say('assess.personal') : '',
    say('compare.next'),
    say('material'),
  ];
  return {
    text: fitted(blocks.filter((block) => block !== '').join('\n\n'), desk.columns),
    data: { ...comparison },
  };
}

function otherScheme(path: string, say: Say): OtherScheme {
  const file = schemeFile(path, say);
  const { value, findings, positions } = readScheme(readText(file));
  if (value) return { scheme: value, file, positions };
  const placed = findings.map((finding) => inFile(file, finding));
  throw schemeRefusal(say('scheme.unreadable', { file }), placed);
}
