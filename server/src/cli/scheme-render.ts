/** `oneneedle scheme render FILE`: the official text of a scheme as a Word file. */

import { basename, dirname, extname, join } from 'node:path';
import { check } from '@oneneedle/kernel';
import { schemeDocument } from '../scheme/index.ts';
import { besideScheme, readableScheme, schemeFile } from './beside.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { countsText } from './findings-text.ts';
import { quotedPath } from './paths.ts';
import { fitted } from './print.ts';
import { writeFiles, writtenText } from './writing.ts';

export const schemeRenderCommand: Command = {
  name: 'scheme render',
  group: 'schemes',
  target: 'target.scheme',
  summary: 'render.summary',
  options: { out: 'render.option.out', force: 'option.force' },
  places: { out: 'place.document' },
  examples: [
    'schemes/village-daily --out my-rules.docx',
    'schemes/village-cadres/scheme.yaml --out my-rules.docx',
  ],
  run: renderScheme,
};

/** Writes the text; a scheme with errors can be printed too, for whoever discusses it. */
async function renderScheme({ target, texts, flags }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const file = schemeFile(target, say);
  const scheme = readableScheme(file, desk);
  const beside = await besideScheme(file, scheme, desk);
  const kinds = beside.kinds ?? scheme.kinds;
  const bytes = await schemeDocument(scheme, kinds ? { kinds } : {});
  const out = documentPath(texts.out, file);
  const written = await writeFiles(new Map([[out, bytes]]), { force: flags.has('force') }, say);
  const findings = check(scheme, beside);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const lines = [
    ...written.map((one) => say('render.written', { written: writtenText(one, say) })),
    ...(errors.length === 0
      ? []
      : [
          say('render.errors', {
            counts: countsText(findings, desk.language),
            file: quotedPath(file),
          }),
        ]),
    say('render.next'),
  ];
  return {
    text: fitted(lines.join('\n'), desk.columns),
    data: { written: written.map(({ path }) => path), errors: errors.length },
  };
}

/** What `--out` says, with its ending; else beside the scheme, named like it. */
function documentPath(out: string | undefined, file: string): string {
  if (out === undefined) return join(dirname(file), `${basename(file, extname(file))}.docx`);
  return out.toLowerCase().endsWith('.docx') ? out : `${out}.docx`;
}
