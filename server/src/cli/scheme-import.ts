/** `oneneedle scheme import FILE.docx|.xlsx`: a draft of scheme.yaml and kinds.yaml, and what is left to decide. */

import { basename, dirname, extname, join } from 'node:path';
import { kindOf, Refusal } from '../platform/index.ts';
import { importScheme, type SchemeDraft } from '../scheme/index.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { quotedPath } from './paths.ts';
import { fitted } from './print.ts';
import type { Say } from './words/say.ts';
import { type Written, writeFiles, writtenText } from './writing.ts';

export const schemeImportCommand: Command = {
  name: 'scheme import',
  group: 'schemes',
  target: 'target.paper',
  summary: 'import.summary',
  options: { out: 'import.option.out', force: 'option.force' },
  examples: ['考核细则.docx', '考核细则.docx --out my-town'],
  run: importPaper,
};

/** Drafts a scheme from a paper; everything that was not understood is listed, nothing is guessed. */
async function importPaper({ target, texts, flags }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  if (kindOf(target) === 'nothing') throw new Refusal(say('import.notFound', { path: target }));
  desk.progress(say('progress.reading', { path: target }));
  const draft = await importScheme(target);
  const out = texts.out ?? join(dirname(target), basename(target, extname(target)));
  const files = new Map([
    [join(out, 'scheme.yaml'), Buffer.from(draft.scheme)],
    [join(out, 'kinds.yaml'), Buffer.from(draft.kinds)],
  ]);
  const written = await writeFiles(files, { force: flags.has('force') }, say);
  const { remarks, open, counts } = draft;
  return {
    text: fitted(blocksOf(draft, out, written, say).join('\n\n'), desk.columns),
    data: { counts, open, remarks, written: written.map(({ path }) => path) },
  };
}

function blocksOf(
  draft: SchemeDraft,
  out: string,
  written: readonly Written[],
  say: Say,
): string[] {
  const { open, remarks, counts } = draft;
  const lines = remarks.map(({ place, sentence, words }) => {
    const told = place === '' ? sentence : say('import.remark', { place, sentence });
    return `· ${told}${words === undefined ? '' : say('import.words', { words: shortened(words) })}`;
  });
  return [
    [say('import.counts', counts), ...written.map((one) => writtenText(one, say))].join('\n'),
    ...(open.length === 0
      ? []
      : [[say('import.open'), ...open.map((one) => `· ${one}`)].join('\n')]),
    ...(lines.length === 0 ? [] : [[say('import.remarks'), ...lines].join('\n')]),
    ...(say('material') === '' ? [] : [say('material')]),
    say('import.next', { command: `npx oneneedle scheme check ${quotedPath(out)}` }),
  ];
}

const longest = 40;

/** Enough of the words to find them in the paper. */
function shortened(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
