/**
 * Holds the hand-marked list against the documents, which are not part of this repository:
 * `node kernel/test/decompose/compare.ts 001=speech-1.txt 002=speech-2.txt 003=speech-3.txt`
 * It prints figures and sentence numbers, never a sentence. Ends with 1 where a mark does not fit.
 */

import { readFileSync } from 'node:fs';
import { proposalsOf, sentencesOf } from '../../src/index.ts';
import { isMarkedText, type Mark, type Marked, misfits, readMarks } from './marks.ts';
import { agree, type Comparison, compared, type Draft, type Proposer } from './matching.ts';

/** The one place to name the program that is measured; what it puts aside is no draft. */
function proposer(): Proposer | undefined {
  return (sentences) =>
    proposalsOf(sentences)
      .filter(({ kind }) => kind === 'task')
      .map(({ sentence, object, actor, quantity, date }) => ({
        sentence,
        object: [...object],
        actor: placed(actor),
        quantity: placed(quantity),
        date: placed(date),
      }));
}

function placed(place: readonly [number, number] | undefined): [number, number] | null {
  return place === undefined ? null : [...place];
}

const given = process.argv.slice(2).map((argument) => argument.split('='));
if (given.length === 0) throw new Error('Say which document is where: 001=path 002=path 003=path');
for (const [document = '', path = ''] of given) {
  const lines = report(readMarks(document), readFileSync(path));
  console.log([`${document}:`, ...lines].join('\n  '));
}

function report(marked: Marked, bytes: Uint8Array): string[] {
  if (!isMarkedText(bytes, marked)) return failed(['not the text that was marked']);
  const sentences = sentencesOf(new TextDecoder().decode(bytes));
  const wrong = misfits(marked, sentences);
  if (wrong.length > 0) return failed(wrong);
  const propose = proposer();
  const { marks } = marked;
  return [
    `sentences ${sentences.length}, of them headings ${countOf(sentences, (s) => s.isHeading)}`,
    `marks ${marks.length}: concrete ${concrete(marks).length}, vague ${marks.length - concrete(marks).length}`,
    ...carried(concrete(marks)),
    ...(propose ? outcome(compared(marks, propose(sentences))) : ['no proposer yet']),
  ];
}

function failed(lines: string[]): string[] {
  process.exitCode = 1;
  return lines;
}

/** What the sentences of concrete tasks carry by themselves: what no person need add. */
function carried(marks: readonly Mark[]): string[] {
  const sentences = new Set(marks.map(({ sentence }) => sentence)).size;
  const dated = marks.filter(({ quantity, date }) => quantity !== null || date !== null);
  const whole = dated.filter(({ actor }) => actor !== null);
  return [
    `concrete in ${sentences} sentences; with actor ${countOf(marks, ({ actor }) => actor !== null)}, ` +
      `quantity ${countOf(marks, ({ quantity }) => quantity !== null)}, ` +
      `date ${countOf(marks, ({ date }) => date !== null)}, ` +
      `quantity or date ${dated.length}, actor and one of them ${whole.length}`,
  ];
}

function outcome({ found, missed, vague, wrong }: Comparison): string[] {
  const same = (part: 'actor' | 'quantity' | 'date') =>
    countOf(found, ({ mark, draft }) => agree(mark[part], draft[part]));
  return [
    `found ${found.length}, missed ${missed.length}, wrong ${wrong.length}, put aside by hand ${vague.length}`,
    `of the found: actor as marked ${same('actor')}, quantity ${same('quantity')}, date ${same('date')}`,
    `missed: ${missed.map(({ sentence, ordinal }) => `${sentence}.${ordinal}`).join(' ')}`,
    `wrong: ${places(wrong)}`,
    `put aside by hand: ${places(vague)}`,
  ];
}

function places(drafts: readonly Draft[]): string {
  return drafts.map(({ sentence, object }) => `${sentence}[${object.join(',')})`).join(' ');
}

function concrete(marks: readonly Mark[]): Mark[] {
  return marks.filter(({ demand }) => demand === 'concrete');
}

function countOf<T>(rows: readonly T[], test: (row: T) => boolean): number {
  return rows.filter(test).length;
}
