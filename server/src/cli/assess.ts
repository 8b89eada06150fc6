/** `oneneedle assess DIR`: the ranked table on the screen, the whole result in result.json. */

import { join } from 'node:path';
import {
  type Assessment,
  type AssessOptions,
  assess,
  type LeaveOneOut,
  leaveOneOut,
  type PayResult,
  payOf,
  periodLabel,
  receipt,
  renderTable,
} from '@oneneedle/kernel';
import {
  asOfText,
  type Folder,
  hasFacts,
  optionsFor,
  readFolder,
  requireSound,
  type TimeArguments,
} from '../assessment/index.ts';
import { writeText } from '../platform/index.ts';
import type { ExitCode, Print } from './print.ts';
import { listsText, noticesText, payText, proposalsText, stabilityText } from './texts.ts';

export interface AssessArguments extends TimeArguments {
  /** The folder of the result file; default the folder that is assessed. */
  readonly out?: string;
}

/** Assesses a folder; refuses a scheme with errors and changes nothing then. */
export async function assessFolder(
  path: string,
  args: AssessArguments,
  print: Print,
): Promise<ExitCode> {
  const folder = await readFolder(path, print.err);
  const options = optionsFor(folder, args);
  const remarks = requireSound(folder);
  const result = assess(folder.book, options);
  const pay = payOf(folder.book, options, result);
  const intervals = isLarge(folder) ? undefined : leaveOneOut(folder.book, options, assess);
  const file = join(args.out ?? path, 'result.json');
  writeText(file, resultText(folder, result, { intervals, pay }));
  const blocks = [
    headedTable(folder, args, result),
    listsText(result, folder.scheme),
    intervals ? stabilityText(intervals, result, folder.scheme) : '',
    payText(pay),
    proposalsText(result),
    noticesText(result.notices, ownNotes(folder, options)),
    remarks,
    [`结果已写入 ${file}`, nextStep(folder, args, result)].join('\n'),
  ];
  print.out(blocks.filter((block) => block !== '').join('\n\n'));
  return 0;
}

/** From so many facts on, what works the result out again and again is left out, and said so. */
const manyFacts = 20_000;

/** Tells whether a book is too large to be worked out dozens of times. */
export function isLarge({ book }: Folder): boolean {
  return book.facts.length > manyFacts;
}

/** "……办法（演示数据）": a demonstration says so wherever its name stands. */
export function schemeTitle({ scheme }: Folder): string {
  return `${scheme.name}${scheme.demonstration ? '（演示数据）' : ''}`;
}

function headedTable(folder: Folder, args: AssessArguments, result: Assessment): string {
  const schemeName = schemeTitle(folder);
  const [title, ...rest] = renderTable({ ...result, schemeName }, folder.scheme).split('\n');
  const isPersonal = folder.scheme.subject.kind === 'person';
  const internal = isPersonal ? ['个人得分、名次和等次是内部信息，不公布。'] : [];
  return [`${title}　${asOfText(args, result)}`, ...rest, ...internal].join('\n');
}

function ownNotes(folder: Folder, { period }: AssessOptions): string[] {
  const none = `${periodLabel(period)}没有记过一条事实，得分只是满分和默认值；请核对 --period 和 facts.yaml。`;
  const large = `事实超过 ${manyFacts} 条，没有计算名次稳定性。`;
  return [...(hasFacts(folder.book, period) ? [] : [none]), ...(isLarge(folder) ? [large] : [])];
}

function nextStep({ path }: Folder, args: AssessArguments, result: Assessment): string {
  const first = result.subjects.find(({ rank }) => rank === 1) ?? result.subjects[0];
  if (!first) return '下一步：本期没有考核对象，请核对 roster.yaml 和 scheme.yaml 的 subject。';
  const day = args.asOf === undefined ? '' : ` --as-of ${args.asOf}`;
  return `下一步：npx oneneedle explain ${path} --subject ${first.code} --period ${result.period}${day}，看一个对象的每一分怎么来的。`;
}

/** The result as a file: subjects by code, exact integers, the receipt at the end. */
function resultText(
  { scheme, book }: Folder,
  result: Assessment,
  { intervals, pay }: { intervals: LeaveOneOut | undefined; pay: readonly PayResult[] },
): string {
  const { roster, calendar, facts } = book;
  const proof = receipt({ scheme, roster, calendar, facts, result });
  const demonstration = scheme.demonstration ?? false;
  const whole = { demonstration, ...result, intervals: intervals ?? null, pay, receipt: proof };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
