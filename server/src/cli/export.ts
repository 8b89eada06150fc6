/** `oneneedle export DIR --to xlsx|csv|yaml`: roster and facts in another kind of file, every row numbered. */

import { join, resolve } from 'node:path';
import { type Folder, leftOutText } from '../assessment/index.ts';
import { factSheets, factsYaml, factTable, rosterYaml } from '../ledger/index.ts';
import { rosterSheets, rosterTable } from '../org/index.ts';
import { csvText, Refusal, workbookBytes } from '../platform/index.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { fitted } from './print.ts';
import { readAndMark } from './reading.ts';
import { inLanguage } from './words/rooms.ts';
import type { Say } from './words/say.ts';
import { writeFiles, writtenText } from './writing.ts';

export const exportCommand: Command = {
  name: 'export',
  group: 'tables',
  target: 'target.folder',
  summary: 'export.summary',
  options: {
    to: 'export.option.to',
    out: 'export.option.out',
    'good-rows': 'option.goodRows',
    force: 'option.force',
  },
  required: { to: 'export.noFormat' },
  examples: ['schemes/village-daily --to xlsx', 'schemes/village-daily --to csv --out my-tables'],
  run: exportFolder,
};

/** From so many rows on, writing takes longer than a moment. */
const manyFacts = 3_000;

type Format = 'xlsx' | 'csv' | 'yaml';

/** Writes both files; the columns are those that are read, so that nothing changes on the way. */
async function exportFolder(given: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const format = formatIn(given.texts.to ?? '', say);
  const out = given.texts.out ?? join(given.target, 'export');
  const { folder, copies } = await readAndMark(given, desk);
  const { facts, roster } = folder.book;
  requireOneOfEach(folder, format, out, say);
  if (facts.length > manyFacts) desk.progress(say('progress.writing', { count: facts.length }));
  const files = new Map(
    Object.entries(await bytesIn(format, folder)).map(([name, bytes]) => [
      join(out, `${name}.${format}`),
      bytes,
    ]),
  );
  const written = await writeFiles(files, { force: given.flags.has('force') }, say);
  const leftOut = leftOutText(folder);
  const lines = [
    ...written.map((one) => writtenText(one, say)),
    say('export.counts', {
      units: roster.units.length,
      persons: roster.persons.length,
      facts: facts.length,
    }),
    ...(folder.unnumbered > 0 ? [say('export.numbered', { count: folder.unnumbered })] : []),
    ...(leftOut === '' ? [] : [inLanguage(leftOut, desk.language)]),
    ...copies,
    say('export.next', { names: namesIn(folder).join(say('join.and')), folder: given.target }),
  ];
  return {
    text: fitted(lines.join('\n'), desk.columns),
    data: {
      written: written.map(({ path }) => path),
      facts: facts.length,
      numbered: folder.unnumbered,
      leftOut: folder.leftOut,
    },
  };
}

function formatIn(asked: string, say: Say): Format {
  const format = asked.toLowerCase().replace(/^\./, '');
  if (format === 'xlsx' || format === 'csv' || format === 'yaml') return format;
  throw new Refusal(say('export.unknownFormat', { asked }), 2);
}

function namesIn({ origins }: Folder): string[] {
  return [origins.roster, origins.facts];
}

/** A folder with two rosters or two ledgers could not be read any more. */
function requireOneOfEach(folder: Folder, format: Format, out: string, say: Say): void {
  if (resolve(out) !== resolve(folder.path)) return;
  const others = namesIn(folder).filter((name) => !name.endsWith(`.${format}`));
  if (others.length === 0) return;
  throw new Refusal(say('export.twoOfOne', { names: others.join(say('join.and')), format }));
}

async function bytesIn(format: Format, { book, kinds, scheme }: Folder) {
  const { roster, facts } = book;
  const context = { kinds, roster };
  const options = scheme.groups ? { groups: scheme.groups } : {};
  switch (format) {
    case 'xlsx':
      return {
        roster: await workbookBytes(rosterSheets(roster, options), { title: scheme.name }),
        facts: await workbookBytes(factSheets(facts, context), { title: scheme.name }),
      };
    case 'csv':
      return {
        roster: Buffer.from(csvText(rosterTable(roster, options))),
        facts: Buffer.from(csvText(factTable(facts, context))),
      };
    case 'yaml':
      return { roster: Buffer.from(rosterYaml(roster)), facts: Buffer.from(factsYaml(facts)) };
  }
}
