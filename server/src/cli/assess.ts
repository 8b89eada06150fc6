/** `oneneedle assess DIR`: the ranked table on the screen, and the result as a file or as a package. */

import { type Assessment, type AssessOptions, isIsoDate } from '@oneneedle/kernel';
import {
  type Folder,
  hasFacts,
  manyFacts,
  type NoticeDetails,
  optionsFor,
  requireSound,
  type TimeArguments,
  workOut,
} from '../assessment/index.ts';
import { Refusal } from '../platform/index.ts';
import { requireRoom, savePackage, saveResult } from './assess-save.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { pasteable, readAndMark } from './reading.ts';
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
    issuer: 'assess.option.issuer',
    number: 'assess.option.number',
    date: 'assess.option.date',
    'good-rows': 'option.goodRows',
  },
  examples: ['schemes/village-daily', 'schemes/village-daily --period 2026-Q1 --out my-results'],
  run: assessFolder,
};

/** Assesses a folder; refuses what is wrong in it and changes nothing then. */
async function assessFolder(given: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const { out } = given.texts;
  if (out !== undefined) requireRoom(out);
  const notice = noticeIn(given, say);
  const { folder, copies } = await readAndMark(given, desk);
  const time = timeIn(given);
  const options = optionsFor(folder, time);
  const remarks = requireSound(folder);
  if (isLarge(folder))
    desk.progress(say('progress.computing', { count: folder.book.facts.length }));
  const worked = workOut(folder, options);
  const { result, intervals, pay } = worked;
  const saved =
    out === undefined
      ? await saveResult({ folder, worked, time }, say)
      : await savePackage({ folder, worked, options: { ...options, notice }, out }, desk);
  const blocks = [
    headedTable(folder, time, result, desk),
    listsText(result, folder.scheme, desk),
    intervals ? stabilityText(intervals, result, folder.scheme, desk) : '',
    payText(pay, say),
    proposalsText(result, say),
    noticesText(result.notices, ownNotes(folder, options, desk), desk),
    [inLanguage(pasteable(remarks, folder.path), desk.language), ...copies]
      .filter((line) => line !== '')
      .join('\n'),
    ...saved.blocks,
    say('material'),
  ];
  return {
    text: blocks.filter((block) => block !== '').join('\n\n'),
    data: { ...summaryOf(result), leftOut: folder.leftOut, ...saved.data },
  };
}

/** What only the office knows of the circular: who issues it, under which number, on which day. */
function noticeIn({ texts: { out, issuer, number, date } }: Given, say: Say): NoticeDetails {
  const isAsked = issuer !== undefined || number !== undefined || date !== undefined;
  if (isAsked && out === undefined) throw new Refusal(say('assess.noOut'), 2);
  if (date !== undefined && !isIsoDate(date)) throw new Refusal(say('assess.badDate', { date }), 2);
  return {
    ...(issuer === undefined ? {} : { issuer }),
    ...(number === undefined ? {} : { documentNo: number }),
    ...(date === undefined ? {} : { on: date }),
  };
}

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
