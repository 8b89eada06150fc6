/** `oneneedle scheme check FILE`: every finding at once, and the 口径 page. */

import { dirname, join } from 'node:path';
import {
  aligned,
  type Convention,
  check,
  conventions,
  displayWidth,
  type FactKind,
  type Finding,
  located,
  numberWords,
  percentWords,
  type Roster,
  readRoster,
  readScheme,
  type Scheme,
  traceShare,
} from '@oneneedle/kernel';
import { readKinds } from '../assessment/index.ts';
import { inFile, kindOf, Refusal, readText } from '../platform/index.ts';
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
function checkScheme({ target, flags }: Given, desk: Desk): Told {
  const { say } = desk;
  const file = schemeFile(target, say);
  const read = readScheme(readText(file));
  const beside = besides(dirname(file), read.value, say);
  const own = read.value
    ? located(check(read.value, beside.context), read.positions)
    : read.findings;
  const findings = [...own, ...beside.findings];
  const failed = findings.some((finding) => finding.severity === 'error');
  const counts = countsText(findings, desk.language);
  const sentence = `${say(failed ? 'check.failed' : 'check.passed', { counts })}${beside.unseen}`;
  const trace = read.value ? traceText(read.value, say) : '';
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

/** The file itself, or the scheme in a folder. */
export function schemeFile(path: string, say: Say): string {
  const kind = kindOf(path);
  if (kind === 'nothing') throw new Refusal(say('check.notFound', { path }));
  if (kind === 'file') return path;
  const inside = join(path, 'scheme.yaml');
  if (kindOf(inside) === 'file') return inside;
  throw new Refusal(say('check.noScheme', { path }));
}

interface Beside {
  readonly context: { readonly kinds?: readonly FactKind[]; readonly roster?: Roster };
  readonly findings: readonly Finding[];
  /** What could not be looked at, in brackets. */
  readonly unseen: string;
}

function besides(folder: string, scheme: Scheme | undefined, say: Say): Beside {
  const kinds = readKinds(join(folder, 'kinds.yaml'));
  const path = join(folder, 'roster.yaml');
  const roster = kindOf(path) === 'file' ? readRoster(readText(path)) : undefined;
  const isRosterRead = roster !== undefined && roster.findings.length === 0;
  const unseen = [
    ...(kinds.value || scheme?.kinds ? [] : [say('check.kinds')]),
    ...(isRosterRead ? [] : [say('check.roster')]),
  ];
  return {
    context: {
      ...(kinds.value ? { kinds: kinds.value } : {}),
      ...(isRosterRead ? { roster: roster.roster } : {}),
    },
    findings: [
      ...kinds.findings.map((finding) => inFile('kinds.yaml', finding)),
      ...(roster?.findings ?? []).map((finding) => inFile('roster.yaml', finding)),
    ],
    unseen: unseen.length === 0 ? '' : say('check.unseen', { files: unseen.join(say('join.and')) }),
  };
}

/** How much of the points rests on paper alone. */
function traceText(scheme: Scheme, say: Say): string {
  const { share, points, of, clauses } = traceShare(scheme);
  if (clauses.length === 0) return say('check.traceNone');
  return say('check.trace', {
    count: clauses.length,
    points: numberWords(points),
    of: numberWords(of),
    share: percentWords(share),
  });
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
