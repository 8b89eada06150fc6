/** `oneneedle seal DIR --period P`: the published numbers of a period, kept for good. */

import { join } from 'node:path';
import { isIsoDate } from '@oneneedle/kernel';
import { optionsFor, type Sealing, sealingOf, sealPeriod } from '../assessment/index.ts';
import { Refusal } from '../platform/index.ts';
import { FindingsRefusal } from './beside.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { quotedPath } from './paths.ts';
import { fitted } from './print.ts';
import { readOnly } from './reading.ts';
import { periodText, timeIn } from './time-text.ts';
import { uninterrupted, writeFiles, writtenText } from './writing.ts';

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
  };
  const planned = sealingOf(folder, { scheme, period }, sealing);
  const { seal, results } = planned;
  const file = join(folder.path, results.name);
  const seals = join(folder.path, 'seals.yaml');
  const [written] = await uninterrupted(async () => {
    if (planned.obstacles.length > 0)
      return refused(planned, () => sealPeriod(folder, { scheme, period }, sealing));
    const permission = { force: given.flags.has('force'), isOurs: isEarlier(results.text) };
    const files = new Map([[file, Buffer.from(results.text)]]);
    const made = await writeFiles(files, permission, say);
    await sealPeriod(folder, { scheme, period }, sealing);
    return made;
  });
  const values = { period: periodText(period, language), edition: seal.edition };
  const count = Object.keys(seal.printed).length;
  const lines = [
    say('seal.done', { ...values, count }),
    say('seal.written', { path: seals }),
    ...(written ? [say('seal.results', { written: writtenText(written, say) })] : []),
    '',
    say('seal.undo', { path: seals }),
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
      written: [seals, file],
    },
  };
}

/** The refusal of the room, with its reasons one by one for a program. */
async function refused({ obstacles }: Sealing, work: () => Promise<unknown>): Promise<never> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const findings = obstacles.map(({ code, sentence }) => {
      return { code, severity: 'error' as const, path: '', sentence };
    });
    throw new FindingsRefusal(error.message, findings);
  }
  throw new Error('a period with obstacles was sealed');
}

/** An earlier edition of the same results has the same title but for its number. */
function isEarlier(text: string): (bytes: Uint8Array) => boolean {
  const titleOf = (whole: string) => (whole.split('\n')[0] ?? '').replace(/第 \d+ 版/, '');
  return (bytes) => titleOf(Buffer.from(bytes).toString('utf8')) === titleOf(text);
}
