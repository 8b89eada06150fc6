/** Answers in words, and what is blank. */

import type { FieldVisit } from '@oneneedle/contract';
import type { LineAnswer } from '@oneneedle/kernel';
import type { Like } from '../src/words/catalogue.ts';
import type { fieldWords } from './words.ts';

export type Words = Like<(typeof fieldWords)['zh']>;
export type Line = FieldVisit['template']['lines'][number];

/** `2 处`, `达到`, `看了 5 户，1 户不合格`. */
export function answerText(line: Line, answer: LineAnswer | undefined, w: Words): string {
  if (!answer) return w.unanswered;
  switch (answer.asks) {
    case 'count':
      return w.count(answer.count);
    case 'yesNo':
      return answer.yes ? w.yes : w.no;
    case 'choice':
      return line.choices?.find(({ code }) => code === answer.choice)?.text ?? answer.choice;
    case 'sample':
      return w.sample(answer.looked, answer.failed);
    case 'mark':
      return w.mark(answer.mark);
    default:
      return w.notSeen(answer.note);
  }
}

/** Where one goes: `东溪村`, `东溪村水口组`, `东溪村便民服务中心`. */
export function subjectText({ subject, template, village }: FieldVisit, w: Words): string {
  if (template.subjects === 'centre') return w.centreOf(subject.name);
  const isClear = subject.name.startsWith(village.name);
  return isClear ? subject.name : `${village.name} ${subject.name}`;
}

/** The same answer said as something else, with what was noted and where. */
export function saidAs(
  answer: LineAnswer | undefined,
  said: DistributiveOmit<Seen, 'places' | 'note'>,
): LineAnswer {
  const places = answer && 'places' in answer ? answer.places : [];
  return { ...said, places, note: answer?.note ?? '' } as LineAnswer;
}

export type Seen = Exclude<LineAnswer, { asks: 'notSeen' }>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** `3月12日` / `12 Mar` */
export function dayText(day: string, language: string): string {
  const [, month = '', date = ''] = day.split('-').map((part) => part.replace(/^0/, ''));
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  return language === 'zh'
    ? `${month}月${date}日`
    : `${date} ${months[Number(month) - 1] ?? month}`;
}

/** `11月20日 10:11` by the clock of the device. */
export function momentText(instant: string, language: string): string {
  const at = new Date(instant);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${dayText(day, language)} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `1.2 GB` */
export function sizeText(bytes: number): string {
  const mb = bytes / 1_000_000;
  return mb >= 1000 ? `${(mb / 1000).toFixed(1)} GB` : `${Math.max(1, Math.round(mb))} MB`;
}
