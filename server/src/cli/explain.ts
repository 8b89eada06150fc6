/** `oneneedle explain DIR --subject CODE`: one subject's total, down to the facts and evidence. */

import {
  assess,
  counterfactuals,
  periodLabel,
  renderText,
  type SubjectResult,
} from '@oneneedle/kernel';
import { type AssessArguments, optionsFor } from './assess.ts';
import { readFolder } from './folder.ts';
import type { ExitCode, Print } from './main.ts';
import { Refusal } from './refusal.ts';

/** How many "若…则…" are worth a reader's time. */
const counterfactualsShown = 5;

/** Prints the tree of one subject; its code, its name or an alias may be given. */
export function explainSubject(
  path: string,
  args: AssessArguments & { subject: string },
  print: Print,
): ExitCode {
  const folder = readFolder(path);
  const options = optionsFor(folder, args);
  const result = assess(folder.book, options);
  const subject = subjectNamed(result.subjects, args.subject);
  const facts = new Map(folder.book.facts.map((fact) => [fact.id, fact]));
  const label = folder.scheme.demonstration ? '（演示数据）' : '';
  print.out(`${folder.scheme.name}${label}　${periodLabel(result.period)}　计分日 ${result.asOf}`);
  const rank = subject.rank === undefined ? '' : `　名次 ${subject.rank}`;
  const grade = subject.grade.effective === undefined ? '' : `　等次 ${subject.grade.effective}`;
  print.out(`${subject.code} ${subject.name}${rank}${grade}\n`);
  print.out(renderText(subject, { facts, decimals: Number(folder.scheme.decimals ?? '3') }));
  const chances = counterfactuals(folder.book, options, assess, subject.code);
  if (chances.length > 0) {
    print.out('\n若能避免：');
    for (const item of chances.slice(0, counterfactualsShown)) print.out(`· ${item.sentence}`);
  }
  for (const proposal of subject.proposals) {
    print.out(`\n建议：${proposal.name}（由${proposal.body}决定）　${proposal.reason}`);
  }
  return 0;
}

function subjectNamed(subjects: readonly SubjectResult[], asked: string): SubjectResult {
  const found = subjects.find((subject) => subject.code === asked || subject.name === asked);
  if (found) return found;
  const known = subjects.map((subject) => `${subject.code} ${subject.name}`).join('、');
  throw new Refusal(`本期没有考核对象“${asked}”。可选：${known}`);
}
