/** `oneneedle template SCHEME`: empty workbooks for roster and facts, made for one scheme. */

import { dirname, join } from 'node:path';
import { templateSheets } from '../ledger/index.ts';
import { rosterTemplateSheets } from '../org/index.ts';
import { workbookBytes } from '../platform/index.ts';
import { besideScheme, readableScheme, schemeFile } from './beside.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { fitted } from './print.ts';
import { writeFiles, writtenText } from './writing.ts';

export const templateCommand: Command = {
  name: 'template',
  group: 'tables',
  target: 'target.scheme',
  summary: 'template.summary',
  options: { out: 'template.option.out', force: 'option.force' },
  examples: [
    'schemes/village-daily --out my-town',
    'schemes/village-cadres/scheme.yaml --out my-town',
  ],
  run: writeTemplates,
};

/** Writes both workbooks; the roster beside the scheme fills the drop-downs of the facts. */
async function writeTemplates({ target, texts, flags }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const file = schemeFile(target, say);
  const scheme = readableScheme(file, desk);
  const { kinds, roster, findings } = await besideScheme(file, scheme, desk);
  const nobody = { units: [], persons: [], posts: [], pairings: [] };
  const facts = templateSheets(scheme, { kinds: kinds ?? scheme.kinds, roster: roster ?? nobody });
  const out = texts.out ?? dirname(file);
  const title = scheme.name;
  const files = new Map([
    [
      join(out, 'roster-template.xlsx'),
      await workbookBytes(rosterTemplateSheets(scheme), { title }),
    ],
    [join(out, 'facts-template.xlsx'), await workbookBytes(facts, { title })],
  ]);
  const written = await writeFiles(files, { force: flags.has('force') }, say);
  const [first, second] = written;
  const lines = [
    ...(first ? [say('template.roster', { written: writtenText(first, say) })] : []),
    ...(second ? [say('template.facts', { written: writtenText(second, say) })] : []),
    ...(roster ? [] : [say('template.noRoster')]),
    ...(findings.length === 0 ? [] : [say('template.findings', { count: findings.length })]),
    say('template.next'),
  ];
  return {
    text: fitted(lines.join('\n'), desk.columns),
    data: { written: written.map(({ path }) => path), hasRoster: roster !== undefined },
  };
}
