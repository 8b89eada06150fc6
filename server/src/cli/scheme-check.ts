/** `oneneedle scheme check FILE`: every finding at once, and the 口径 page. */

import {
  aligned,
  type Convention,
  check,
  conventions,
  displayWidth,
  located,
  numberWords,
  percentWords,
  readScheme,
  type Scheme,
  traceShare,
} from '@oneneedle/kernel';
import { readText } from '../platform/index.ts';
import { type Beside, besideScheme, schemeFile } from './beside.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { countsText, findingsText } from './findings-text.ts';
import { fitted } from './print.ts';
import type { Say } from './words/say.ts';

export const schemeCheckCommand: Command = {
  name: 'scheme check',
  group: 'schemes',
  target: 'target.scheme',
  summary: 'check.summary',
  options: { conventions: 'check.option.conventions' },
  examples: [
    'schemes/village-daily/scheme.yaml',
    'schemes/village-daily/scheme.yaml --conventions',
  ],
  run: checkScheme,
};

/**
 * All findings; refused if there is an error, which would make a number wrong. The catalogue and
 * the roster that stand beside the scheme let the check see more.
 */
async function checkScheme({ target, flags }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const file = schemeFile(target, say);
  const read = readScheme(readText(file));
  const beside = await besideScheme(file, read.value, desk);
  const own = read.value ? located(check(read.value, beside), read.positions) : read.findings;
  const findings = [...own, ...beside.findings];
  const failed = findings.some((finding) => finding.severity === 'error');
  const counts = countsText(findings, desk.language);
  const sentence = `${say(failed ? 'check.failed' : 'check.passed', { counts })}${unseenText(beside, read.value, say)}`;
  const trace = read.value ? traceText(read.value, desk) : '';
  const blocks = [findingsText(findings, desk), trace, sentence];
  const text = fitted(blocks.filter((block) => block !== '').join('\n\n'), desk.columns);
  const listed = read.value && flags.has('conventions') ? conventions(read.value) : [];
  const page = read.value ? conventionsText(listed, desk) : say('check.conventions.unread');
  return {
    text: flags.has('conventions') ? `${text}\n\n${page}` : text,
    data: { file, findings, ...(flags.has('conventions') ? { conventions: listed } : {}) },
    ...(failed ? { refused: { sentence, findings } } : {}),
  };
}

/** What could not be looked at, in brackets; '' where everything was there. */
function unseenText({ kinds, roster }: Beside, scheme: Scheme | undefined, say: Say): string {
  const unseen = [
    ...(kinds || scheme?.kinds ? [] : [say('check.kinds')]),
    ...(roster ? [] : [say('check.roster')]),
  ];
  return unseen.length === 0 ? '' : say('check.unseen', { files: unseen.join(say('join.and')) });
}

/** How much of the points rests on paper alone, and of how many clauses nobody can say. */
function traceText(scheme: Scheme, { say, language }: Desk): string {
  const { share, points, of, clauses, unknown } = traceShare(scheme);
  const known =
    clauses.length === 0
      ? say('check.traceNone')
      : say('check.trace', {
          count: clauses.length,
          points: numberWords(points),
          of: numberWords(of),
          share: percentWords(share),
        });
  if (unknown === 0) return known;
  return language === 'zh'
    ? `${known}${unknown} 条没有写明佐证方式（proof），没有算进去。`
    : `${known} ${unknown} clauses do not state a way of proof and are not counted.`;
}

function conventionsText(items: readonly Convention[], { say, columns }: Desk): string {
  if (items.length === 0) return say('check.conventions.none');
  const rows = items.map(({ no, question, answer, stated, path }) => ({
    no: `${no}`,
    question,
    answer,
    from: stated
      ? say('check.conventions.stated')
      : path === ''
        ? say('check.conventions.fixed')
        : say('check.conventions.default', { path }),
  }));
  const heads = [
    say('check.conventions.no'),
    say('check.conventions.question'),
    say('check.conventions.answer'),
    say('check.conventions.from'),
  ];
  const cells = rows.map(({ no, question, answer, from }) => [no, question, answer, from]);
  const table = aligned([heads, ...cells]);
  const fits = columns === undefined || table.every((line) => displayWidth(line) <= columns);
  const lines = rows.map((row) => say('check.conventions.line', row));
  return [
    say('check.conventions.head'),
    ...(fits ? table : lines.map((line) => fitted(line, columns))),
    say('check.conventions.foot'),
  ].join('\n');
}
