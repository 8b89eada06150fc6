/**
 * What the lines of a sheet become: the one place that decides which answer is a fact.
 *
 * What was counted or asked yes or no is a fact only where something was wrong: no rubbish is no
 * fact. A sample, a choice and a mark are facts also when all is well: they are what tells a village
 * that was looked at from one where nobody was, whose measures are missing and whose total is open.
 */

import type { CountedLine, EntryWords, TemplateLine } from '@oneneedle/contract';
import {
  type FactKind,
  type IsoDate,
  isWrong,
  type LineAnswer,
  repeatFieldsOf,
} from '@oneneedle/kernel';
import { answersOf, photosOf, type SheetRow, type VisitRow } from '../sheets/store.ts';
import { linesOf, type TemplateRow } from '../templates/store.ts';

/** A sheet that holds, with what it was written by. */
export interface SheetToCount {
  readonly sheet: SheetRow;
  readonly visit: VisitRow;
  readonly template: TemplateRow;
  /** What its place is called. */
  readonly place: string;
  /** The day that its facts bear. */
  readonly on: IsoDate;
  /** How many places of a line were found wrong before, by its code. */
  readonly repeats: ReadonlyMap<string, number>;
}

/** A line of it: what it becomes, and the words of its entry where it becomes a fact. */
export interface LineToCount {
  readonly line: TemplateLine;
  /** From 1. */
  readonly number: number;
  readonly answer: LineAnswer;
  readonly outcome: CountedLine['outcome'];
  /** Code of who marked it. */
  readonly judge?: string;
  /** Its photos, by the evidence that they became. */
  readonly photos: readonly string[];
  readonly words?: EntryWords;
}

/** The lines of a sheet in their order. `kindOf` knows former codes too. */
export function linesToCount(
  counted: SheetToCount,
  kindOf: (code: string) => FactKind | undefined,
): LineToCount[] {
  const answers = answersOf(counted.sheet);
  return linesOf(counted.template).flatMap((line, index) => {
    const answer = answers[line.code];
    if (answer === undefined) return [];
    const kind = line.kind === undefined ? undefined : kindOf(line.kind);
    const outcome = outcomeOf({ line, answer, kind, isEach: counted.template.sheets === 'each' });
    const told = { line, number: index + 1, answer, outcome, photos: photosOfLine(counted, line) };
    if (outcome !== 'fact' || answer.asks === 'notSeen') return [told];
    const judge = counted.template.sheets === 'each' ? counted.sheet.person : undefined;
    const words = wordsOf(counted, told, { kind, judge });
    return [{ ...told, words, ...(judge === undefined ? {} : { judge }) }];
  });
}

/** What is common to all facts of a round, and the beginning of the matter of each. */
export function roundMatter({ template, period }: Pick<VisitRow, 'template' | 'period'>): string {
  return `${template} ${period} `;
}

/** What is common to all facts of a visit. Each line is a matter of its own: rubbish is no lamp. */
export function visitMatter(visit: Pick<VisitRow, 'template' | 'period' | 'subject'>): string {
  return `${roundMatter(visit)}${visit.subject} `;
}

interface Asked {
  readonly line: TemplateLine;
  readonly answer: LineAnswer;
  readonly kind: FactKind | undefined;
  readonly isEach: boolean;
}

function outcomeOf({ line, answer, kind, isEach }: Asked): CountedLine['outcome'] {
  if (line.kind === undefined) return 'withoutKind';
  if (answer.asks === 'notSeen') return 'notSeen';
  // Five who counted the same three places would make fifteen of them; a mark has its judge.
  if (isEach && answer.asks !== 'mark') return 'notCombined';
  const tellsOfWrong = answer.asks === 'count' || answer.asks === 'yesNo';
  return tellsOfWrong && !isMeasured(kind) && !isWrong(line, answer) ? 'sound' : 'fact';
}

/** A measure that is missing is not nought: where there is nothing, it must say so. */
function isMeasured(kind: FactKind | undefined): boolean {
  return kind !== undefined && ['measure', 'status', 'tally'].includes(kind.form);
}

interface Heard {
  readonly kind: FactKind | undefined;
  readonly judge: string | undefined;
}

function wordsOf(
  { visit, template, place, on, repeats }: SheetToCount,
  { line, number, answer, photos }: Omit<LineToCount, 'words'>,
  { kind, judge }: Heard,
): EntryWords {
  const paper = `${template.name} ${visit.period} ${place} 现场表第${number}行`;
  return {
    kind: kind?.kind ?? line.kind ?? '',
    about: [{ subject: visit.subject, as: '' }],
    on,
    values: {
      ...(line.field === undefined ? {} : { [line.field]: resultOf(line, answer) }),
      ...(line.sampledField !== undefined && answer.asks === 'sample'
        ? { [line.sampledField]: String(answer.looked) }
        : {}),
      ...repeatFieldsOf(kind, repeats.get(line.code) ?? 0),
      ...(judge === undefined ? {} : { judge }),
      ...(judge !== undefined && kind?.fields?.round ? { round: visit.period } : {}),
    },
    matter: `${visitMatter(visit)}${number}`,
    tags: [],
    evidence: [paper],
    files: [...photos],
    ...noteOf(answer),
  };
}

/** What goes into the field of the line, as somebody would type it. */
function resultOf({ choices }: TemplateLine, answer: LineAnswer): string {
  switch (answer.asks) {
    case 'count':
      return String(answer.count);
    case 'yesNo':
      return answer.yes ? '是' : '否';
    case 'choice':
      return choices?.find(({ code }) => code === answer.choice)?.text ?? answer.choice;
    case 'sample':
      return String(answer.failed);
    default:
      return answer.asks === 'mark' ? answer.mark : '';
  }
}

/** Where it was and what was written beside it: 村口桥边、塘边；雨后积水. */
function noteOf(answer: LineAnswer): { note?: string } {
  const note = [placesOf(answer).join('、'), answer.note.trim()].filter(Boolean).join('；');
  return note === '' ? {} : { note: note.slice(0, noteMost) };
}

/** As long as the ledger takes a note. */
const noteMost = 2000;

/** The places that an answer names. */
export function placesOf(answer: LineAnswer): string[] {
  if (answer.asks === 'notSeen') return [];
  return answer.places.map(({ at }) => at.trim()).filter((at) => at !== '');
}

function photosOfLine({ sheet }: SheetToCount, { code }: TemplateLine): string[] {
  return photosOf(sheet).flatMap(({ line, evidenceId }) =>
    line === code && evidenceId !== undefined ? [evidenceId] : [],
  );
}
