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
  type Receipt,
  receipt,
} from '@oneneedle/kernel';
import {
  type Folder,
  hasFacts,
  optionsFor,
  requireSound,
  type TimeArguments,
} from '../assessment/index.ts';
import { writeText } from '../platform/index.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { quotedPath } from './paths.ts';
import { readAndMark } from './reading.ts';
import { standingsText } from './standings.ts';
import { listsText, noticesText, payText, proposalsText, stabilityText } from './texts.ts';
import { asOfText, periodText, timeIn } from './time-text.ts';
import { inLanguage } from './words/rooms.ts';
import type { Say } from './words/say.ts';

export const assessCommand: Command = {
  name: 'assess',
  group: 'points',
  target: 'target.folder',
  summary: 'assess.summary',
  options: {
    period: 'option.period',
    'as-of': 'option.asOf',
    out: 'assess.option.out',
    'good-rows': 'option.goodRows',
  },
  examples: ['schemes/village-daily', 'schemes/village-daily --period 2026-Q1 --as-of 2026-03-20'],
  run: assessFolder,
};

/** Assesses a folder; refuses a scheme with errors and changes nothing then. */
async function assessFolder(given: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const { folder, copies } = await readAndMark(given, desk);
  const time = timeIn(given);
  const options = optionsFor(folder, time);
  const remarks = requireSound(folder);
  const result = assess(folder.book, options);
  const pay = payOf(folder.book, options, result);
  const intervals = isLarge(folder) ? undefined : leaveOneOut(folder.book, options, assess);
  const proof = receiptOf(folder, result);
  const file = join(given.texts.out ?? given.target, 'result.json');
  writeText(file, resultText(folder, result, { intervals, pay, proof }));
  const blocks = [
    headedTable(folder, time, result, desk),
    listsText(result, folder.scheme, desk),
    intervals ? stabilityText(intervals, result, folder.scheme, desk) : '',
    payText(pay, say),
    proposalsText(result, say),
    noticesText(result.notices, ownNotes(folder, options, desk), desk),
    [inLanguage(remarks, desk.language), ...copies].filter((line) => line !== '').join('\n'),
    [say('assess.written', { file }), nextStep(folder, time, result, say)].join('\n'),
    say('material'),
  ];
  return {
    text: blocks.filter((block) => block !== '').join('\n\n'),
    data: { ...summaryOf(result), receipt: proof, written: [file] },
  };
}

/** From so many facts on, what works the result out again and again is left out, and said so. */
const manyFacts = 20_000;

/** Tells whether a book is too large to be worked out dozens of times. */
export function isLarge({ book }: Folder): boolean {
  return book.facts.length > manyFacts;
}

/** "……办法（演示数据）": a demonstration says so wherever its name stands. */
export function schemeTitle({ scheme }: Folder, say: Say): string {
  return `${scheme.name}${scheme.demonstration ? say('assess.demonstration') : ''}`;
}

/** "……办法（演示数据） 2026年第四季度　计分日 2026-12-31（期末）". */
export function headText(folder: Folder, time: TimeArguments, result: Assessment, desk: Desk) {
  const { language, say } = desk;
  return say('assess.head', {
    scheme: schemeTitle(folder, say),
    period: periodText(result.period, language),
    day: asOfText(time, result, say),
  });
}

/** What a program wants of the list; the trees and everything else are in result.json. */
function summaryOf({ line, schemeName, period, asOf, subjects, notices }: Assessment) {
  return {
    line,
    schemeName,
    period,
    asOf,
    subjects: subjects.map(
      ({ code, name, group, rank, totalMilli, state, provisional, grade, notAssessed }) => ({
        code,
        name,
        group: group ?? null,
        rank: rank ?? null,
        totalMilli,
        grade: grade.effective ?? null,
        state: notAssessed === undefined ? state : 'notAssessed',
        provisional,
      }),
    ),
    notices,
  };
}

function headedTable(folder: Folder, time: TimeArguments, result: Assessment, desk: Desk): string {
  const isPersonal = folder.scheme.subject.kind === 'person';
  return [
    headText(folder, time, result, desk),
    standingsText(result, folder.scheme, desk),
    ...(isPersonal ? [desk.say('assess.personal')] : []),
  ].join('\n');
}

function ownNotes(folder: Folder, { period }: AssessOptions, { language, say }: Desk): string[] {
  const none = say('assess.noFacts', { period: periodText(period, language) });
  const large = say('assess.large', { count: manyFacts });
  return [...(hasFacts(folder.book, period) ? [] : [none]), ...(isLarge(folder) ? [large] : [])];
}

function nextStep({ path }: Folder, time: TimeArguments, result: Assessment, say: Say): string {
  const first = result.subjects.find(({ rank }) => rank === 1) ?? result.subjects[0];
  if (!first) return say('assess.noSubjects');
  const day = time.asOf === undefined ? '' : ` --as-of ${time.asOf}`;
  const who = `${quotedPath(path)} --subject ${quotedPath(first.code)}`;
  return say('assess.next', { command: `${who} --period ${result.period}${day}` });
}

function receiptOf({ scheme, book }: Folder, result: Assessment): Receipt {
  const { roster, calendar, facts } = book;
  return receipt({ scheme, roster, calendar, facts, result });
}

interface Beside {
  readonly intervals: LeaveOneOut | undefined;
  readonly pay: readonly PayResult[];
  readonly proof: Receipt;
}

/** The result as a file: subjects by code, exact integers, the receipt at the end. */
function resultText({ scheme }: Folder, result: Assessment, { intervals, pay, proof }: Beside) {
  const demonstration = scheme.demonstration ?? false;
  const whole = { demonstration, ...result, intervals: intervals ?? null, pay, receipt: proof };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
