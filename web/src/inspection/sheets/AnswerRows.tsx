/** The lines of a check sheet as a form: answer, then where it is wrong, a note, photos. Enter goes on. */

import { isWrong, type LineAnswer } from '@oneneedle/kernel';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { AnswerField } from './AnswerField.tsx';
import type { Line } from './sheet-words.ts';
import { stepOn } from './steps.ts';
import {
  answering,
  newPlaceId,
  placesMost,
  placing,
  type Typed,
  withoutEmptyPlaces,
} from './typed-answers.ts';

interface RowsProps<Content extends Typed> {
  lines: readonly Line[];
  content: Content;
  write(change: (content: Content) => Content): void;
  /** Lines whose answer cannot be. */
  faults: ReadonlySet<string>;
  /** Photos of a line, or of one place of it. */
  photos?(line: Line, place?: string): ReactNode;
}

export function AnswerRows<Content extends Typed>({ lines, ...rest }: RowsProps<Content>) {
  return (
    <ol className="typing-rows" onKeyDown={onEnter}>
      {lines.map((line, index) => (
        <AnswerRow key={line.code} line={line} number={index + 1} {...rest} />
      ))}
    </ol>
  );
}

/** Enter goes on and sends nothing; where it ends a word of an input method, it ends that alone. */
export function onEnter(event: KeyboardEvent): void {
  const { key, nativeEvent, target } = event;
  if (key !== 'Enter' || nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return;
  if (target.type === 'file') return;
  event.preventDefault();
  stepOn(target);
}

type RowProps<Content extends Typed> = Omit<RowsProps<Content>, 'lines'> & {
  line: Line;
  number: number;
};

function AnswerRow<Content extends Typed>(props: RowProps<Content>) {
  const w = useWords(sheetWords);
  const { content, faults, line, number, photos, write } = props;
  const answer = content.answers[line.code];
  const name = w.lineAt(number, line.group);
  const say = (said: LineAnswer | undefined) => write((one) => answering(one, line.code, said));
  const wrong = answer !== undefined && isWrong(line, answer);
  const isFaulty = faults.has(line.code);
  return (
    <li data-line={line.code} className={wrong ? 'is-wrong' : undefined}>
      <p>
        {number} <b>{line.group}</b> {line.standard}
      </p>
      <AnswerField line={line} name={name} answer={answer} onAnswer={say} />
      {isFaulty && (
        <p role="alert" className="field-error">
          {w.fault}
        </p>
      )}
      {wrong && <PlaceFields {...props} name={name} />}
      {wrong && answer.asks !== 'notSeen' && (
        <input
          type="text"
          className="typing-note"
          aria-label={`${name} ${w.note}`}
          placeholder={w.note}
          maxLength={1000}
          value={answer.note}
          onChange={({ target }) => say({ ...answer, note: target.value })}
        />
      )}
      {(wrong || content.photos.some((photo) => photo.line === line.code)) && photos?.(line)}
    </li>
  );
}

/** One field for each place, and one for the next. */
function PlaceFields<Content extends Typed>({
  content,
  line,
  name,
  photos,
  write,
}: RowProps<Content> & { name: string }) {
  const w = useWords(sheetWords);
  const [nextId, setNextId] = useState(newPlaceId);
  const answer = content.answers[line.code];
  const places = answer && 'places' in answer ? answer.places : [];
  const hasNext = places.length < placesMost(line, answer);
  const shown = hasNext ? [...places, { id: nextId, at: '' }] : places;
  return (
    <span className="typing-places">
      {shown.map(({ at, id }, index) => (
        <span key={id}>
          <input
            data-step
            type="text"
            aria-label={`${name} ${w.placeAt(index + 1)}`}
            placeholder={w.placeAt(index + 1)}
            maxLength={200}
            value={at}
            onChange={({ target }) => {
              write((one) => placing(one, line.code, { id, at: target.value }));
              if (id === nextId) setNextId(newPlaceId());
            }}
            onBlur={() => {
              if (at === '') write((one) => withoutEmptyPlaces(one, line.code));
            }}
          />
          {id !== nextId && photos?.(line, id)}
        </span>
      ))}
    </span>
  );
}
