/** `oneneedle scheme import FILE.docx|.xlsx`: a draft of scheme.yaml and kinds.yaml, and what is left to decide. */

import { basename, dirname, extname, join } from 'node:path';
import { kindOf, megabytesOf, Refusal, slowMegabytes } from '../platform/index.ts';
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

/**
 * Drafts a scheme from a paper. What was not understood is pending in the draft; every place that a
 * person must compare with the paper is listed in a third file, the first of them on the screen.
 */
async function importPaper({ target, texts, flags }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  if (kindOf(target) === 'nothing') throw new Refusal(say('import.notFound', { path: target }));
  if (megabytesOf(target) > slowMegabytes) desk.progress(say('progress.reading', { path: target }));
  const draft = await importScheme(target);
  const out = texts.out ?? join(dirname(target), basename(target, extname(target)));
  const files = new Map([
    [join(out, 'scheme.yaml'), Buffer.from(draft.scheme)],
    [join(out, 'kinds.yaml'), Buffer.from(draft.kinds)],
    [join(out, 'remarks.txt'), Buffer.from(remarksFile(draft, say))],
  ]);
  const written = await writeFiles(files, { force: flags.has('force') }, say);
  const { remarks, open, counts } = draft;
  return {
    text: fitted(blocksOf(draft, out, written, say).join('\n\n'), desk.columns),
    data: { counts, open, remarks, written: written.map(({ path }) => path) },
  };
}

const shownRemarks = 12;

function blocksOf(
  draft: SchemeDraft,
  out: string,
  written: readonly Written[],
  say: Say,
): string[] {
  const { open, remarks, counts } = draft;
  const shown = remarks.slice(0, shownRemarks).map((remark) => remarkText(remark, say));
  const rest = remarks.length - shown.length;
  const blocks = [
    [say('import.counts', counts), ...written.map((one) => writtenText(one, say))],
    open.length === 0 ? [] : [say('import.open'), ...open.map((one) => `· ${one}`)],
    remarks.length === 0 ? [] : [say('import.remarks'), ...shown],
    [say('import.next', { command: `npx oneneedle scheme check ${quotedPath(out)}` })],
    say('material') === '' ? [] : [say('material')],
  ];
  if (rest > 0) blocks[2]?.push(say('import.moreRemarks', { count: rest }));
  return blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
}

/** All places to compare with the paper, for whoever goes through them with the paper beside. */
function remarksFile({ open, remarks }: SchemeDraft, say: Say): string {
  const lines = [
    say('import.open'),
    ...open.map((one) => `· ${one}`),
    '',
    say('import.remarks'),
    ...remarks.map((remark) => remarkText(remark, say)),
  ];
  return `${lines.join('\n')}\n`;
}

function remarkText({ place, sentence, words }: SchemeDraft['remarks'][number], say: Say): string {
  const told = place === '' ? sentence : say('import.remark', { place, sentence });
  return `· ${told}${words === undefined ? '' : say('import.words', { words: shortened(words) })}`;
}

const longest = 40;

/** Enough of the words to find them in the paper. */
function shortened(words: string): string {
  const plain = words.replace(/\s+/gu, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
