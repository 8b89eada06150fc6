/** `oneneedle explain DIR --subject CODE`: one subject's total, down to the facts and evidence. */

import {
  type Assessment,
  type AssessOptions,
  assess,
  type ChangedLine,
  type Counterfactual,
  counterfactuals,
  type Difference,
  difference,
  fenText,
  type Line,
  milliText,
  type PayeeResult,
  type PayResult,
  type Proposal,
  payOf,
  renderText,
  type SubjectResult,
  signedMilliText,
} from '@oneneedle/kernel';
import {
  type Folder,
  optionsFor,
  previousOptions,
  requireSound,
  workOut,
} from '../assessment/index.ts';
import { headText, isLarge } from './assess.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { saveSheet } from './explain-save.ts';
import { fitted } from './print.ts';
import { readOnly } from './reading.ts';
import { subjectNamed } from './subject.ts';
import { periodText, timeIn } from './time-text.ts';
import type { Say } from './words/say.ts';
import { type Written, writtenText } from './writing.ts';

export const explainCommand: Command = {
  name: 'explain',
  group: 'points',
  target: 'target.folder',
  summary: 'explain.summary',
  options: {
    subject: 'explain.option.subject',
    period: 'option.period',
    'as-of': 'option.asOf',
    out: 'explain.option.out',
    force: 'option.force',
  },
  places: { out: 'place.sheet' },
  required: { subject: 'explain.noSubject' },
  examples: [
    'schemes/village-daily --subject 东溪村',
    'schemes/village-daily --subject 东溪村 --period 2026-Q1 --out my-sheet.html',
  ],
  run: explainSubject,
};

/** How many "若…则…" are worth a reader's time. */
const shownCounterfactuals = 5;

/** The tree of one subject, what changed, what would have helped, and what may follow. */
async function explainSubject(given: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const folder = await readOnly(given, desk);
  const time = timeIn(given);
  const options = optionsFor(folder, time);
  requireSound(folder);
  const { out } = given.texts;
  const worked = out === undefined ? undefined : workOut(folder, options);
  const result = worked?.result ?? assess(folder.book, options);
  const subject = subjectNamed(given.texts.subject ?? '', folder, result, desk);
  const facts = new Map(folder.book.facts.map((fact) => [fact.id, fact]));
  const changes = changesOf(folder, result, subject);
  const chances = isLarge(folder)
    ? undefined
    : counterfactuals(folder.book, options, assess, subject.code);
  const pay = payOf(folder.book, options, result);
  const blocks = [
    [headText(folder, time, result, desk), whoText(folder, subject, say)].join('\n'),
    renderText(subject, { facts, decimals: decimalsOf(folder), proof: 'below' }),
    changesText(changes, folder, subject, desk),
    chancesText(chances, say),
    proposalsText(subject.proposals, say),
    payLinesText(pay, subject.code, say),
  ];
  const saved =
    worked && out !== undefined
      ? await saveSheet(
          { folder, worked, options, subject },
          { out, force: given.flags.has('force') },
          desk,
        )
      : undefined;
  if (saved) blocks.push(sheetText(saved, folder, say));
  blocks.push(say('material'));
  const text = blocks.filter((block) => block !== '').join('\n\n');
  const { period, asOf } = result;
  return {
    text: fitted(text, desk.columns),
    data: {
      period,
      asOf,
      subject,
      change: changes?.found ?? null,
      chances: chances ?? null,
      pay: payeesIn(pay, subject.code),
      ...(saved ? { written: [saved.path] } : {}),
    },
  };
}

function sheetText(saved: Written, { scheme }: Folder, say: Say): string {
  const isPersonal = scheme.subject.kind === 'person';
  return [
    say('explain.sheet', { written: writtenText(saved, say) }),
    say(isPersonal ? 'explain.nextPerson' : 'explain.next'),
  ].join('\n');
}

function decimalsOf({ scheme }: Folder): number {
  return Number(scheme.decimals ?? '3');
}

function whoText({ scheme }: Folder, subject: SubjectResult, say: Say): string {
  const { code, name, group, rank, grade } = subject;
  const groupName = scheme.groups?.find((item) => item.code === group)?.name ?? group;
  const who = [
    code === name ? name : say('explain.coded', { name, code }),
    groupName ?? '',
    rank === undefined ? '' : say('explain.rank', { rank }),
    grade.effective === undefined ? '' : say('explain.grade', { grade: grade.effective }),
  ];
  return who.filter((part) => part !== '').join('　');
}

interface Changes {
  readonly before: AssessOptions;
  readonly old: SubjectResult | undefined;
  readonly found: Difference | undefined;
}

/** What changed against the period before; undefined where there is none to compare with. */
function changesOf(
  folder: Folder,
  result: Assessment,
  { code }: SubjectResult,
): Changes | undefined {
  const options = previousOptions(folder, result.period);
  if (!options) return undefined;
  const before = assess(folder.book, options);
  const old = before.subjects.find((subject) => subject.code === code);
  return { before: options, old, found: old && difference(before, result, code) };
}

function changesText(
  changes: Changes | undefined,
  folder: Folder,
  subject: SubjectResult,
  { language, say }: Desk,
): string {
  if (!changes) return '';
  const { before, old, found } = changes;
  const title = say('explain.compared', { period: periodText(before.period, language) });
  if (!old || !found) return say('explain.notBefore', { title });
  const places = decimalsOf(folder);
  const [was = '', now = ''] = [old, subject].map(({ totalMilli }) =>
    minus(milliText(totalMilli, places)),
  );
  const change = minus(signedMilliText(found.changeMilli, places));
  const lines = changedLines(found.lines, [old.tree, subject.tree]);
  const rest = lines.length === 0 ? say('explain.noChange') : '';
  return [
    `${say('explain.change', { title, was, now, change })}${rest}`,
    ...lines.map((line) => `· ${line.sentence}`),
  ].join('\n');
}

/**
 * Lines whose points or state changed. A node stands here only for what its own caps, floors or
 * weights did; what its clauses and children changed is told by theirs.
 */
function changedLines(lines: readonly ChangedLine[], trees: readonly Line[]): ChangedLine[] {
  const byKey = new Map(lines.map((line) => [`${line.kind}|${line.code}`, line]));
  const below = new Map<string, Set<string>>();
  const walk = (line: Line) => {
    const own = below.get(`${line.kind}|${line.code}`) ?? new Set();
    for (const child of line.children) {
      if (child.kind === 'node' || child.kind === 'clause') own.add(`${child.kind}|${child.code}`);
      walk(child);
    }
    below.set(`${line.kind}|${line.code}`, own);
  };
  for (const tree of trees) walk(tree);
  return lines.filter((line) => {
    if (line.changeMilli === 0 && line.before?.state === line.after?.state) return false;
    if (line.kind !== 'node') return true;
    const told = [...(below.get(`node|${line.code}`) ?? [])].reduce(
      (sum, key) => sum + (byKey.get(key)?.changeMilli ?? 0),
      0,
    );
    return told !== line.changeMilli;
  });
}

function chancesText(chances: readonly Counterfactual[] | undefined, say: Say): string {
  if (chances === undefined) return say('explain.tooMany');
  if (chances.length === 0) return '';
  const count = chances.length - shownCounterfactuals;
  return [
    say('explain.chances'),
    ...chances.slice(0, shownCounterfactuals).map(({ sentence }) => `· ${sentence}`),
    ...(count > 0 ? [say('explain.moreChances', { count })] : []),
  ].join('\n');
}

function proposalsText(proposals: readonly Proposal[], say: Say): string {
  if (proposals.length === 0) return '';
  const items = proposals.map(({ name, reason, body, basis, procedure, papers }) =>
    [
      say('explain.decidedBy', { name, body }),
      say('explain.reason', { reason }),
      say('explain.basis', { basis }),
      ...(procedure.length === 0
        ? []
        : [say('explain.procedure', { steps: procedure.join(' → ') })]),
      ...(papers.length === 0
        ? []
        : [say('explain.papers', { papers: papers.join(say('join.and')) })]),
    ].join('\n'),
  );
  return [say('explain.proposals'), ...items].join('\n');
}

/** The person, or all who are paid for a unit. */
function payeesIn(pay: readonly PayResult[], code: string): PayeeResult[] {
  return pay.flatMap((item) =>
    item.payees.filter((payee) => payee.code === code || item.subject === code),
  );
}

function payLinesText(pay: readonly PayResult[], code: string, say: Say): string {
  const payees = payeesIn(pay, code);
  const lines = payees.flatMap((payee) =>
    payee.lines.map(({ name, documentNo, sentence }) => {
      const who = payee.code === code ? '' : `${payee.name} `;
      const item = documentNo ? say('explain.coded', { name, code: documentNo }) : name;
      return say('explain.payLine', { item: `${who}${item}`, sentence });
    }),
  );
  if (lines.length === 0) return '';
  const totals = payees.map(({ code: own, name, totalFen, provisional }) => {
    const yuan = fenText(totalFen);
    const sum =
      own === code ? say('explain.payTotal', { yuan }) : say('explain.payTotalOf', { name, yuan });
    return `${sum}${provisional ? say('explain.payProvisional') : ''}`;
  });
  return [say('explain.pay'), ...lines, totals.join(say('join.semicolon'))].join('\n');
}

function minus(text: string): string {
  return text.replace(/^-/, '−');
}
