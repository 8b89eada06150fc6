/** The answer to one line, by how it is asked: large enough for a thumb. */

import type { LineAnswer } from '@oneneedle/kernel';
import type { ReactNode } from 'react';
import { useWords } from '../../src/words/catalogue.ts';
import { type Line, saidAs } from '../answers.ts';
import { fieldWords } from '../words.ts';
import { TextField } from './TextField.tsx';

interface AnswerProps {
  readonly line: Line;
  readonly answer: LineAnswer | undefined;
  /** What is said builds on what is kept by then: a thumb is faster than a phone draws. */
  readonly onAnswer: (say: (answer: LineAnswer | undefined) => LineAnswer) => void;
  readonly isReadOnly: boolean;
}

export function AnswerField(props: AnswerProps) {
  const w = useWords(fieldWords);
  const { answer, isReadOnly, line, onAnswer } = props;
  if (answer?.asks === 'notSeen') {
    const say = (note: string) => onAnswer(() => ({ asks: 'notSeen', note }));
    return (
      <TextField
        label={w.whyNot}
        value={answer.note}
        onText={say}
        rows={2}
        isReadOnly={isReadOnly}
      />
    );
  }
  switch (line.asks) {
    case 'count':
      return <CountField {...props} />;
    case 'yesNo':
      return <YesNoField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'sample':
      return <SampleField {...props} />;
    default:
      return (
        <TextField
          label={w.markOf}
          inputMode="decimal"
          most={6}
          value={answer?.asks === 'mark' ? answer.mark : ''}
          isReadOnly={isReadOnly}
          onText={(mark) => {
            if (/^\d{1,3}(?:\.\d{1,2})?$/.test(mark))
              onAnswer((now) => saidAs(now, { asks: 'mark', mark }));
          }}
        />
      );
  }
}

function CountField({ answer, isReadOnly, line, onAnswer }: AnswerProps) {
  const w = useWords(fieldWords);
  const count = answer?.asks === 'count' ? answer.count : undefined;
  const places = answer?.asks === 'count' ? answer.places.length : 0;
  const step = (by: number) =>
    onAnswer((now) => counted(now, (now?.asks === 'count' ? now.count : 0) + by));
  return (
    <fieldset className="stepper">
      <legend>{w.howManyWrong}</legend>
      <button
        type="button"
        aria-label={`${w.fewer}：${line.group}`}
        disabled={isReadOnly || count === undefined || count <= places}
        onClick={() => step(-1)}
      >
        −
      </button>
      <output>{count ?? '—'}</output>
      <button
        type="button"
        aria-label={`${w.more}：${line.group}`}
        disabled={isReadOnly}
        onClick={() => step(1)}
      >
        +
      </button>
      <Choice
        isChosen={count === 0}
        isReadOnly={isReadOnly || places > 0}
        onChoose={() => onAnswer((now) => counted(now, 0))}
      >
        {w.count(0)}
      </Choice>
    </fieldset>
  );
}

/** Never fewer than the places that are named. */
function counted(now: LineAnswer | undefined, wanted: number): LineAnswer {
  const places = now?.asks === 'count' ? now.places.length : 0;
  return saidAs(now, { asks: 'count', count: Math.min(9999, Math.max(places, wanted)) });
}

function YesNoField({ answer, isReadOnly, onAnswer }: AnswerProps) {
  const w = useWords(fieldWords);
  const yes = answer?.asks === 'yesNo' ? answer.yes : undefined;
  const say = (is: boolean) =>
    onAnswer((now) => {
      const said = saidAs(now, { asks: 'yesNo', yes: is });
      return is && 'places' in said ? { ...said, places: [] } : said;
    });
  return (
    <div className="choices">
      <Choice isChosen={yes === true} isReadOnly={isReadOnly} onChoose={() => say(true)}>
        {w.yes}
      </Choice>
      <Choice isChosen={yes === false} isReadOnly={isReadOnly} onChoose={() => say(false)}>
        {w.no}
      </Choice>
    </div>
  );
}

function ChoiceField({ answer, isReadOnly, line, onAnswer }: AnswerProps) {
  const chosen = answer?.asks === 'choice' ? answer.choice : undefined;
  return (
    <div className="choices column">
      {line.choices?.map(({ code, text }) => (
        <Choice
          key={code}
          isChosen={code === chosen}
          isReadOnly={isReadOnly}
          onChoose={() => onAnswer((now) => saidAs(now, { asks: 'choice', choice: code }))}
        >
          {text}
        </Choice>
      ))}
    </div>
  );
}

function SampleField({ answer, isReadOnly, onAnswer }: AnswerProps) {
  const w = useWords(fieldWords);
  const looked = answer?.asks === 'sample' ? answer.looked : undefined;
  const failed = answer?.asks === 'sample' ? answer.failed : undefined;
  const say = (of: (now: { looked?: number; failed?: number }) => [number, number]) =>
    onAnswer((now) => {
      const [l, f] = of(now?.asks === 'sample' ? now : {});
      return saidAs(now, { asks: 'sample', looked: Math.max(l, f), failed: f });
    });
  const whole = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined);
  return (
    <div className="pair">
      <TextField
        label={w.looked}
        inputMode="numeric"
        most={4}
        value={looked === undefined ? '' : String(looked)}
        isReadOnly={isReadOnly}
        onText={(text) => {
          const n = whole(text);
          if (n !== undefined) say((now) => [n, Math.min(n, now.failed ?? 0)]);
        }}
      />
      <TextField
        label={w.failed}
        inputMode="numeric"
        most={4}
        value={failed === undefined ? '' : String(failed)}
        isReadOnly={isReadOnly}
        onText={(text) => {
          const n = whole(text);
          if (n !== undefined) say((now) => [now.looked ?? n, n]);
        }}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly isReadOnly: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** A button that stays pressed. */
export function Choice({ children, isChosen, isReadOnly, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={isChosen ? 'choice chosen' : 'choice'}
      disabled={isReadOnly}
      onClick={onChoose}
    >
      {isChosen ? '✓ ' : ''}
      {children}
    </button>
  );
}
