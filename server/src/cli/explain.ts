/** `oneneedle explain DIR --subject CODE`: one subject's total, down to the facts and evidence. */

import {
  type Assessment,
  type AssessOptions,
  assess,
  type ChangedLine,
  counterfactuals,
  difference,
  fenText,
  type Line,
  milliText,
  type PayResult,
  type Proposal,
  payOf,
  periodLabel,
  renderText,
  type SubjectResult,
  signedMilliText,
} from '@oneneedle/kernel';
import {
  asOfText,
  type Folder,
  optionsFor,
  previousOptions,
  readFolder,
  requireSound,
  type TimeArguments,
} from '../assessment/index.ts';
import { isLarge, schemeTitle } from './assess.ts';
import { type ExitCode, fitted, type Print } from './print.ts';
import { subjectNamed } from './subject.ts';

export interface ExplainArguments extends TimeArguments {
  /** The code of a subject, or its name or former name. */
  readonly subject: string;
}

/** How many "若…则…" are worth a reader's time. */
const shownCounterfactuals = 5;

/** Prints the tree of one subject, what changed, what would have helped, and what may follow. */
export async function explainSubject(
  path: string,
  args: ExplainArguments,
  print: Print,
): Promise<ExitCode> {
  const folder = await readFolder(path, print.err);
  const options = optionsFor(folder, args);
  requireSound(folder);
  const result = assess(folder.book, options);
  const subject = subjectNamed(args.subject, folder, result);
  const facts = new Map(folder.book.facts.map((fact) => [fact.id, fact]));
  const decimals = decimalsOf(folder);
  const blocks = [
    headText(folder, args, result, subject),
    renderText(subject, { facts, decimals, proof: 'below' }),
    changesText(folder, result, subject),
    chancesText(folder, options, subject),
    proposalsText(subject.proposals),
    payLinesText(payOf(folder.book, options, result), subject.code),
  ];
  const text = blocks.filter((block) => block !== '').join('\n\n');
  print.out(fitted(text, print.columns));
  return 0;
}

function decimalsOf({ scheme }: Folder): number {
  return Number(scheme.decimals ?? '3');
}

function headText(
  folder: Folder,
  args: ExplainArguments,
  result: Assessment,
  { code, name, group, rank, grade }: SubjectResult,
): string {
  const groupName = folder.scheme.groups?.find((item) => item.code === group)?.name ?? group;
  const who = [
    code === name ? name : `${name}（${code}）`,
    groupName ?? '',
    rank === undefined ? '' : `第 ${rank} 名`,
    grade.effective === undefined ? '' : `等次 ${grade.effective}`,
  ];
  const title = `${schemeTitle(folder)} ${periodLabel(result.period)}`;
  return [`${title}　${asOfText(args, result)}`, who.filter((part) => part !== '').join('　')].join(
    '\n',
  );
}

/** What changed against the period before; '' where there is none to compare with. */
function changesText(folder: Folder, result: Assessment, subject: SubjectResult): string {
  const options = previousOptions(folder, result.period);
  if (!options) return '';
  const before = assess(folder.book, options);
  const old = before.subjects.find(({ code }) => code === subject.code);
  const found = difference(before, result, subject.code);
  const title = `与上一期（${periodLabel(options.period)}）相比`;
  if (!old || !found) return `${title}：上一期不是考核对象，无从比较。`;
  const places = decimalsOf(folder);
  const [was, now] = [old, subject].map(({ totalMilli }) => minus(milliText(totalMilli, places)));
  const change = minus(signedMilliText(found.changeMilli, places));
  const lines = changedLines(found.lines, [old.tree, subject.tree]);
  return [
    `${title}：${was} → ${now}（${change}）${lines.length === 0 ? '，各条都没有变化' : ''}`,
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

function chancesText(folder: Folder, options: AssessOptions, { code }: SubjectResult): string {
  if (isLarge(folder)) return '事实太多，没有逐条推算“若能避免”。';
  const chances = counterfactuals(folder.book, options, assess, code);
  if (chances.length === 0) return '';
  const rest = chances.length - shownCounterfactuals;
  return [
    '若能避免（各条单独推算，不能相加）',
    ...chances.slice(0, shownCounterfactuals).map(({ sentence }) => `· ${sentence}`),
    ...(rest > 0 ? [`……另有 ${rest} 条，扣分都更少`] : []),
  ].join('\n');
}

function proposalsText(proposals: readonly Proposal[]): string {
  if (proposals.length === 0) return '';
  const items = proposals.map(({ name, reason, body, basis, procedure, papers }) =>
    [
      `· ${name}，由${body}决定`,
      `  理由：${reason}`,
      `  依据：${basis}`,
      ...(procedure.length === 0 ? [] : [`  程序：${procedure.join(' → ')}`]),
      ...(papers.length === 0 ? [] : [`  材料：${papers.join('、')}`]),
    ].join('\n'),
  );
  return ['结果运用建议（只是建议，程序不执行）', ...items].join('\n');
}

/** The pay of a person, or of all who are paid for a unit. */
function payLinesText(pay: readonly PayResult[], code: string): string {
  const payees = pay.flatMap((item) =>
    item.payees.filter((payee) => payee.code === code || item.subject === code),
  );
  const lines = payees.flatMap((payee) =>
    payee.lines.map(({ name, documentNo, sentence }) => {
      const who = payee.code === code ? '' : `${payee.name} `;
      return `· ${who}${name}${documentNo ? `（${documentNo}）` : ''}：${sentence}`;
    }),
  );
  if (lines.length === 0) return '';
  const totals = payees.map(
    ({ code: own, name, totalFen, provisional }) =>
      `${own === code ? '' : name}合计 ${fenText(totalFen)} 元${provisional ? '（暂）' : ''}`,
  );
  return ['考核工资（建议，由有权机关决定后发放）', ...lines, totals.join('；')].join('\n');
}

function minus(text: string): string {
  return text.replace(/^-/, '−');
}
