/** What keys and texts mean as answers. Pure: nothing here knows a page. */

import { isWrong, type LineAnswer, type SheetContent, type WrongPlace } from '@oneneedle/kernel';
import type { Line } from './sheet-words.ts';

type Seen = Exclude<LineAnswer, { asks: 'notSeen' }>;

/** What of a sheet is typed here; `places` and photos go with it. */
export type Typed = Pick<SheetContent, 'answers' | 'photos'>;

/** What a clerk types where nobody could look. */
export function saysNotSeen(text: string): boolean {
  return /^[-－—x×]$/i.test(text.trim());
}

/** A whole number as it was typed, also in full-width digits; undefined where it is none. */
export function wholeOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
}

/** A mark with at most two places, as it is kept; undefined where it is none. */
export function markOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? plain : undefined;
}

/** Which of so many answers a key chooses, by the key and not by the letter of an input method. */
export function chosenBy(code: string, count: number, isYesNo: boolean): number | undefined {
  if (isYesNo && code === 'KeyY') return 0;
  if (isYesNo && code === 'KeyN') return 1;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  const at = digit === undefined ? undefined : Number(digit) - 1;
  return at !== undefined && at < count ? at : undefined;
}

/** Whether a key says that nobody could look. */
export function isNotSeenKey(code: string): boolean {
  return code === 'Minus' || code === 'NumpadSubtract' || code === 'KeyX';
}

/** The same answer said as something else, with what was noted and where. */
export function saidAs(
  answer: LineAnswer | undefined,
  said: Seen extends infer One
    ? One extends unknown
      ? Omit<One, 'places' | 'note'>
      : never
    : never,
): LineAnswer {
  const places = answer && 'places' in answer ? answer.places : [];
  return { ...said, places, note: answer?.note ?? '' } as LineAnswer;
}

/** Answers with one of them written anew, or taken away. */
export function answering<Content extends Typed>(
  content: Content,
  code: string,
  answer: LineAnswer | undefined,
): Content {
  if (answer !== undefined) {
    return { ...content, answers: { ...content.answers, [code]: answer } };
  }
  const { [code]: _, ...answers } = content.answers;
  return { ...content, answers };
}

/** How many places an answer may name: none where nothing is wrong. */
export function placesMost(line: Line, answer: LineAnswer | undefined): number {
  if (!answer || answer.asks === 'notSeen' || !isWrong(line, answer)) return 0;
  return answer.asks === 'count' ? answer.count : 200;
}

/** A place written, begun or, left empty and without a photo, taken away. */
export function placing<Content extends Typed>(
  content: Content,
  code: string,
  { at, id }: WrongPlace,
): Content {
  const answer = content.answers[code];
  if (!answer || answer.asks === 'notSeen') return content;
  const isKnown = answer.places.some((place) => place.id === id);
  const places = isKnown
    ? answer.places.map((place) => (place.id === id ? { id, at } : place))
    : [...answer.places, { id, at }];
  return answering(content, code, { ...answer, places });
}

/** Without the places that say nothing and have no photo. */
export function withoutEmptyPlaces<Content extends Typed>(content: Content, code: string): Content {
  const answer = content.answers[code];
  if (!answer || answer.asks === 'notSeen') return content;
  const shown = new Set(content.photos.map(({ place }) => place));
  const places = answer.places.filter(({ at, id }) => at.trim() !== '' || shown.has(id));
  return places.length === answer.places.length
    ? content
    : answering(content, code, { ...answer, places });
}

/** An id for a place, as the phone makes them. */
export function newPlaceId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return Array.from(bytes, (byte) => byte.toString(36))
    .join('')
    .slice(0, 10);
}
