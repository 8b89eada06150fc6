/** `oneneedle seal DIR --period P`: the published numbers of a period, kept for good. */

import { isIsoDate } from '@oneneedle/kernel';
import { optionsFor, sealPeriod } from '../assessment/index.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { quotedPath } from './paths.ts';
import { fitted } from './print.ts';
import { readOnly } from './reading.ts';
import { periodText, timeIn } from './time-text.ts';
import { uninterrupted, writtenText } from './writing.ts';

export const sealCommand: Command = {
  name: 'seal',
  group: 'points',
  target: 'target.folder',
  summary: 'seal.summary',
  options: {
    period: 'seal.option.period',
    decision: 'seal.option.decision',
    force: 'option.force',
  },
  required: { period: 'seal.noPeriod' },
  examples: ['my-town --period 2026-Q1', 'my-town --period 2026-Q1 --decision 青党发〔2026〕18号'],
  run: sealFolder,
};

/** Seals a period, or says everything that speaks against it and changes nothing. */
async function sealFolder(given: Given, desk: Desk): Promise<Told> {
  const { language, say, today } = desk;
  const folder = await readOnly(given, desk);
  const { scheme, period } = optionsFor(folder, timeIn(given));
  const { decision } = given.texts;
  const sealing = {
    ...(decision === undefined ? {} : { decisionNo: decision }),
    ...(today !== undefined && isIsoDate(today) ? { today } : {}),
    force: given.flags.has('force'),
  };
  const { seal, written } = await uninterrupted(() =>
    sealPeriod(folder, { scheme, period }, sealing),
  );
  const values = { period: periodText(period, language), edition: seal.edition };
  const count = Object.keys(seal.printed).length;
  const results = { path: written.results, replaced: written.replaced };
  const lines = [
    say('seal.done', { ...values, count }),
    say('seal.written', { path: written.seals }),
    say('seal.results', { written: writtenText(results, say) }),
    '',
    say('seal.undo', { path: written.seals }),
    say('seal.next', {
      command: `npx oneneedle assess ${quotedPath(folder.path)} --period ${period}`,
    }),
  ];
  const { edition, atSeq } = seal;
  return {
    text: fitted(lines.join('\n'), desk.columns),
    data: {
      period,
      edition,
      atSeq,
      decision: decision ?? null,
      subjectCount: count,
      written: [written.seals, written.results],
    },
  };
}
