/** `oneneedle assess DIR`: the ranked table on the screen, the whole result in result.json. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Assessment,
  type AssessOptions,
  assess,
  check,
  fenText,
  type IsoDate,
  lastDay,
  lastFactDay,
  type Notice,
  type PayResult,
  payOf,
  periodLabel,
  receipt,
  renderTable,
} from '@oneneedle/kernel';
import { countText, findingText } from './findings.ts';
import { chosenDay, chosenPeriod, type Folder, readFolder } from './folder.ts';
import type { ExitCode, Print } from './main.ts';
import { Refusal } from './refusal.ts';

export interface AssessArguments {
  readonly period?: string;
  readonly asOf?: string;
  readonly out?: string;
}

/** Assesses a folder; refuses a scheme with errors and changes nothing then. */
export function assessFolder(path: string, args: AssessArguments, print: Print): ExitCode {
  const folder = readFolder(path);
  const options = optionsFor(folder, args);
  const warnings = checked(folder);
  const result = assess(folder.book, options);
  const pay = payOf(folder.book, options, result);
  const file = join(args.out ?? path, 'result.json');
  mkdirSync(args.out ?? path, { recursive: true });
  writeFileSync(file, resultText(folder, result, pay));
  const label = folder.scheme.demonstration ? '（演示数据）' : '';
  print.out(`${folder.scheme.name}${label}`);
  print.out(
    `${periodLabel(result.period)}，计分日 ${result.asOf}${asOfNote(folder, args, result)}\n`,
  );
  print.out(renderTable(result, folder.scheme));
  for (const list of result.lists)
    print.out(`${list.name}：${list.subjects.join('、')}${list.note}`);
  if (pay.length > 0) print.out(`\n${payText(pay)}`);
  const notices = result.notices.filter((notice) => !quiet.has(notice.code));
  if (notices.length > 0) print.out(`\n${noticesText(notices)}`);
  if (warnings !== '') print.out(`\n${warnings}`);
  print.out(`\n结果已写入 ${file}`);
  print.out(`下一步：oneneedle explain ${path} --subject 编码，看一个对象的每一分怎么来的。`);
  return 0;
}

/** Shown in the result file, but not worth a line each on the screen. */
const quiet = new Set<Notice['code']>(['fact-reversed']);

/** The period and the day; without `--as-of` the end of the period or the last fact, if earlier. */
export function optionsFor(folder: Folder, args: AssessArguments): AssessOptions {
  const period = chosenPeriod(folder, args.period);
  const asked = chosenDay(args.asOf);
  const asOf = asked ?? defaultDay(folder, period);
  return { scheme: folder.scheme.line, period, ...(asOf ? { asOf } : {}) };
}

function defaultDay(folder: Folder, period: string): IsoDate | undefined {
  const last = lastFactDay(folder.book.facts.filter((fact) => fact.form !== 'result'));
  if (!last) return undefined;
  return last < lastDay(period) ? last : undefined;
}

function asOfNote(folder: Folder, args: AssessArguments, result: Assessment): string {
  if (args.asOf !== undefined) return '（指定）';
  const last = lastFactDay(folder.book.facts.filter((fact) => fact.form !== 'result'));
  return last === result.asOf ? '（最后一条事实的日期）' : '（期末）';
}

/** Errors refuse the run; the rest is counted, and listed by `scheme check`. */
function checked(folder: Folder): string {
  const findings = check(folder.scheme, folder.kinds ? { kinds: folder.kinds } : {});
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length > 0) {
    const lines = errors.map(findingText).join('\n');
    throw new Refusal(`办法有 ${errors.length} 处错误，没有计分：\n${lines}`);
  }
  return findings.length === 0
    ? ''
    : `办法检查：${countText(findings)}；用 oneneedle scheme check ${join(folder.path, 'scheme.yaml')} 查看。`;
}

function noticesText(notices: readonly Notice[]): string {
  const shown = notices.slice(0, 12).map((notice) => `· ${notice.sentence}`);
  const rest = notices.length - shown.length;
  return ['须留意：', ...shown, ...(rest > 0 ? [`……另有 ${rest} 条，见 result.json`] : [])].join(
    '\n',
  );
}

function payText(pay: readonly PayResult[]): string {
  const rows = pay.flatMap((item) =>
    item.payees.map(
      (payee) =>
        `  ${payee.name}　${fenText(payee.totalFen)} 元${payee.provisional ? '（暂）' : ''}`,
    ),
  );
  return ['考核工资（建议，须有权机关决定）：', ...rows].join('\n');
}

/** The result as a file: subjects by code, exact integers, the receipt at the end. */
function resultText(folder: Folder, result: Assessment, pay: readonly PayResult[]): string {
  const { roster, calendar, facts } = folder.book;
  const proof = receipt({ scheme: folder.scheme, roster, calendar, facts, result });
  const demonstration = folder.scheme.demonstration ?? false;
  return `${JSON.stringify({ demonstration, ...result, pay, receipt: proof }, null, 2)}\n`;
}
