/** `oneneedle verify OUT`: a package worked out again from its own inputs, and compared. */

import { verificationText, verifyPackage } from '../assessment/index.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { fitted } from './print.ts';
import { isPublishedFile, verifyPublished } from './verify-published.ts';
import { inLanguage } from './words/rooms.ts';

export const verifyCommand: Command = {
  name: 'verify',
  group: 'points',
  target: 'target.package',
  summary: 'verify.summary',
  options: { receipt: 'verify.option.receipt' },
  examples: ['my-results', 'my-results --receipt 0000-0000-0000-0000-0000'],
  run: verify,
};

/** Compares every file and every number; any difference is a refusal. */
async function verify({ target, texts }: Given, desk: Desk): Promise<Told> {
  const { language, say, progress } = desk;
  const { receipt } = texts;
  if (isPublishedFile(target)) return verifyPublished(target, receipt, desk);
  const verification = await verifyPackage(target, {
    progress,
    ...(receipt === undefined ? {} : { receipt }),
  });
  const { agrees, differences, receipt: compared } = verification;
  const text = inLanguage(verificationText(verification), language);
  const [sentence = ''] = text.split('\n');
  const next = !agrees ? [say('verify.nextDiffers')] : compared ? [say('verify.nextAgrees')] : [];
  const told = [text, ...next, say('material')].filter((line) => line !== '').join('\n');
  const findings = differences.map(({ file, kind, sentence: what }) => ({
    code: `package-${kind}`,
    severity: 'error' as const,
    path: '',
    file,
    sentence: what,
  }));
  return {
    text: fitted(told, desk.columns),
    data: { ...verification },
    ...(agrees ? {} : { refused: { sentence, findings } }),
  };
}
