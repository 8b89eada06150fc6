/** One line of the check sheet: what should be, what was last time, the answer, where, and photos. */

import { isWrong, type LineAnswer, type SheetContent, type WrongPlace } from '@oneneedle/kernel';
import { usePreferences } from '../../src/shell/preferences.ts';
import { useWords } from '../../src/words/catalogue.ts';
import { answerText, dayText, type Line } from '../answers.ts';
import type { Draft } from '../draft.ts';
import type { Write } from '../use-sheet.ts';
import { fieldWords } from '../words.ts';
import { AnswerField } from './AnswerField.tsx';
import { Photos } from './Photos.tsx';
import { TextField } from './TextField.tsx';

interface LineProps {
  readonly draft: Draft;
  readonly line: Line;
  readonly write: Write;
  readonly isReadOnly: boolean;
}

export function LineCard({ draft, isReadOnly, line, write }: LineProps) {
  const w = useWords(fieldWords);
  const answer = draft.content.answers[line.code];
  const say = (said: (now: LineAnswer | undefined) => LineAnswer) =>
    void write((content) => answering(content, line.code, said(content.answers[line.code])));
  const isOff = answer?.asks === 'notSeen';
  return (
    <section className="line" aria-label={line.standard}>
      <h2>{line.group}</h2>
      <p className="standard">{line.standard}</p>
      {line.hint !== '' && <p className="soft">{line.hint}</p>}
      <LastTime draft={draft} line={line} />
      <AnswerField {...{ line, answer, isReadOnly }} onAnswer={say} />
      {answer && !isOff && isWrong(line, answer) && (
        <Places {...{ draft, line, answer, isReadOnly, write }} />
      )}
      {answer && !isOff && (
        <TextField
          label={w.note}
          value={answer.note}
          rows={2}
          isReadOnly={isReadOnly}
          onText={(note) =>
            void write((content) => amending(content, line.code, (one) => ({ ...one, note })))
          }
        />
      )}
      {isBare(draft, line, answer) && <p className="soft">{w.noPhotoYet}</p>}
      <Photos
        {...{ draft, write, isReadOnly }}
        of={{ of: 'line', line: line.code }}
        what={line.group}
      />
      {!isReadOnly && (
        <button
          type="button"
          className="quiet"
          onClick={() =>
            isOff
              ? void write((content) => leavingOut(content, line.code))
              : say((now) => ({ asks: 'notSeen', note: now?.note ?? '' }))
          }
        >
          {isOff ? w.canLook : w.cannotLook}
        </button>
      )}
    </section>
  );
}

/** Whether something is wrong that a photo is asked of, and there is none. */
function isBare({ content }: Draft, line: Line, answer: LineAnswer | undefined): boolean {
  if (!answer || line.photo !== 'asked' || !isWrong(line, answer)) return false;
  return content.photos.every((photo) => photo.line !== line.code);
}

function LastTime({ draft, line }: Pick<LineProps, 'draft' | 'line'>) {
  const w = useWords(fieldWords);
  const { language } = usePreferences();
  const { previous } = draft.visit;
  const answer = previous?.answers[line.code];
  return (
    <p className="last-time">
      {previous && answer
        ? w.lastTime(dayText(previous.on, language), answerText(line, answer, w))
        : w.noLastTime}
    </p>
  );
}

interface PlacesProps extends LineProps {
  readonly answer: LineAnswer;
}

/** Where it is wrong; each place may have its own photos. */
function Places({ answer, draft, isReadOnly, line, write }: PlacesProps) {
  const w = useWords(fieldWords);
  if (answer.asks === 'notSeen') return null;
  const most = answer.asks === 'count' ? answer.count : 200;
  const put = (change: (places: readonly WrongPlace[]) => readonly WrongPlace[]) =>
    void write((content) =>
      amending(content, line.code, (one) =>
        'places' in one ? { ...one, places: change(one.places) } : one,
      ),
    );
  const add = () => {
    const id = placeId();
    put((places) => (places.length < most ? [...places, { id, at: '' }] : places));
  };
  return (
    <div className="places">
      {answer.places.map(({ at, id }, index) => (
        <div key={id} className="place">
          <TextField
            label={`${w.where} ${index + 1}`}
            value={at}
            most={200}
            placeholder={w.wherePlaceholder}
            isReadOnly={isReadOnly}
            onText={(text) =>
              put((places) => places.map((one) => (one.id === id ? { ...one, at: text } : one)))
            }
          />
          <Photos
            {...{ draft, write, isReadOnly }}
            of={{ of: 'line', line: line.code, place: id }}
            what={`${line.group} ${index + 1}`}
          />
          {!isReadOnly && (
            <button
              type="button"
              className="quiet"
              aria-label={`${w.dropPlace} ${index + 1}`}
              onClick={() => void write((content) => withoutPlace(content, line.code, id))}
            >
              {w.dropPlace}
            </button>
          )}
        </div>
      ))}
      {!isReadOnly && answer.places.length < most && (
        <button type="button" onClick={add}>
          {w.addPlace}
        </button>
      )}
    </div>
  );
}

function answering(content: SheetContent, code: string, answer: LineAnswer): SheetContent {
  return { ...content, answers: { ...content.answers, [code]: answer } };
}

function amending(
  content: SheetContent,
  code: string,
  change: (answer: LineAnswer) => LineAnswer,
): SheetContent {
  const answer = content.answers[code];
  return answer ? answering(content, code, change(answer)) : content;
}

function leavingOut(content: SheetContent, code: string): SheetContent {
  const { [code]: _, ...answers } = content.answers;
  return { ...content, answers };
}

/** The photos of a place go with it to the line. */
function withoutPlace(content: SheetContent, code: string, id: string): SheetContent {
  const amended = amending(content, code, (one) =>
    'places' in one ? { ...one, places: one.places.filter((place) => place.id !== id) } : one,
  );
  const photos = amended.photos.map((photo) => {
    if (photo.line !== code || photo.place !== id) return photo;
    const { place: _, ...rest } = photo;
    return rest;
  });
  return { ...amended, photos };
}

function placeId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(5));
  return Array.from(bytes, (byte) => byte.toString(36))
    .join('')
    .slice(0, 10);
}
