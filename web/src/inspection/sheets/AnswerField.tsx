/** The field for one answer: a number, keys for yes and no or for choices, or why nobody could look. */

import type { LineAnswer } from '@oneneedle/kernel';
import { type KeyboardEvent, useId, useState } from 'react';
import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import type { Line } from './sheet-words.ts';
import { stepOn, stepTo } from './steps.ts';
import { chosenBy, isNotSeenKey, markOf, saidAs, saysNotSeen, wholeOf } from './typed-answers.ts';

export interface AnswerProps {
  line: Line;
  /** "3 垃圾分类", which names its fields. */
  name: string;
  answer: LineAnswer | undefined;
  onAnswer(answer: LineAnswer | undefined): void;
}

export function AnswerField(props: AnswerProps) {
  const w = useWords(sheetWords);
  const { answer, line, name, onAnswer } = props;
  if (answer?.asks === 'notSeen') {
    return (
      <span className="typing-answer">
        <input
          data-step
          type="text"
          aria-label={`${name} ${w.whyNot}`}
          placeholder={w.whyNot}
          maxLength={1000}
          value={answer.note}
          onChange={({ target }) => onAnswer({ asks: 'notSeen', note: target.value })}
        />
        <Button kind="link" onClick={() => onAnswer(undefined)}>
          {w.can}
        </Button>
      </span>
    );
  }
  return (
    <span className="typing-answer">
      <Asked {...props} />
      {/* By hand; on the keys it is the minus. */}
      <Button
        kind="link"
        tabIndex={-1}
        onClick={(event) => {
          stepTo(event.currentTarget.form, line.code, notSeen(onAnswer));
        }}
      >
        {w.cannot}
      </Button>
    </span>
  );
}

function notSeen(onAnswer: AnswerProps['onAnswer']): () => void {
  return () => onAnswer({ asks: 'notSeen', note: '' });
}

function Asked(props: AnswerProps) {
  const w = useWords(sheetWords);
  const { answer, line, onAnswer } = props;
  switch (line.asks) {
    case 'count':
      return (
        <NumberField
          {...props}
          what={w.countOf}
          value={answer?.asks === 'count' ? answer.count : undefined}
          onNumber={(count) =>
            onAnswer(count === undefined ? undefined : saidAs(answer, { asks: 'count', count }))
          }
        />
      );
    case 'sample':
      return <SampleField {...props} />;
    case 'mark':
      return <MarkField {...props} />;
    case 'yesNo':
      return (
        <Keys
          {...props}
          options={[w.yes, w.no]}
          chosen={answer?.asks === 'yesNo' ? (answer.yes ? 0 : 1) : undefined}
          onChoose={(at) => onAnswer(saidAs(answer, { asks: 'yesNo', yes: at === 0 }))}
        />
      );
    default:
      return <ChoiceField {...props} />;
  }
}

interface NumberProps extends AnswerProps {
  what: string;
  value: number | undefined;
  onNumber(value: number | undefined): void;
}

function NumberField({ line, name, onAnswer, onNumber, value, what }: NumberProps) {
  return (
    <input
      data-step
      type="text"
      className="typing-number"
      inputMode="numeric"
      autoComplete="off"
      aria-label={`${name} ${what}`}
      value={value ?? ''}
      onChange={({ target }) => {
        const { form, value: text } = target;
        if (saysNotSeen(text)) {
          stepTo(form, line.code, notSeen(onAnswer));
        } else if (text.trim() === '') onNumber(undefined);
        else if (wholeOf(text) !== undefined) onNumber(wholeOf(text));
      }}
    />
  );
}

function SampleField(props: AnswerProps) {
  const w = useWords(sheetWords);
  const { answer, onAnswer } = props;
  const seen = answer?.asks === 'sample' ? answer : undefined;
  return (
    <>
      {w.looked}
      <NumberField
        {...props}
        what={w.looked}
        value={seen?.looked}
        onNumber={(looked) =>
          onAnswer(
            looked === undefined
              ? undefined
              : saidAs(answer, { asks: 'sample', looked, failed: seen?.failed ?? 0 }),
          )
        }
      />
      {w.failed}
      <NumberField
        {...props}
        what={w.failed}
        value={seen?.failed}
        onNumber={(failed = 0) =>
          onAnswer(saidAs(answer, { asks: 'sample', looked: seen?.looked ?? failed, failed }))
        }
      />
    </>
  );
}

/** Half of a mark is no answer yet, but stays as it is typed. */
function MarkField({ answer, line, name, onAnswer }: AnswerProps) {
  const w = useWords(sheetWords);
  const [text, setText] = useState(answer?.asks === 'mark' ? answer.mark : '');
  return (
    <input
      data-step
      type="text"
      className="typing-number"
      inputMode="decimal"
      autoComplete="off"
      aria-label={`${name} ${w.markOf}`}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        const mark = markOf(target.value);
        if (saysNotSeen(target.value)) {
          stepTo(target.form, line.code, notSeen(onAnswer));
        } else onAnswer(mark === undefined ? undefined : saidAs(answer, { asks: 'mark', mark }));
      }}
    />
  );
}

function ChoiceField(props: AnswerProps) {
  const { answer, line, onAnswer } = props;
  const choices = line.choices ?? [];
  const at = choices.findIndex(({ code }) => answer?.asks === 'choice' && code === answer.choice);
  return (
    <Keys
      {...props}
      options={choices.map(({ text }) => text)}
      chosen={at < 0 ? undefined : at}
      onChoose={(index) => {
        const choice = choices[index]?.code;
        if (choice !== undefined) onAnswer(saidAs(answer, { asks: 'choice', choice }));
      }}
    />
  );
}

interface KeysProps extends AnswerProps {
  options: readonly string[];
  chosen: number | undefined;
  onChoose(index: number): void;
}

/** A key chooses and goes on; arrows choose and stay, as everywhere. */
function Keys({ chosen, line, name, onAnswer, onChoose, options }: KeysProps) {
  const id = useId();
  const isYesNo = line.asks === 'yesNo';
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { currentTarget } = event;
    const at = chosenBy(event.code, options.length, isYesNo);
    if (at !== undefined) {
      event.preventDefault();
      stepOn(currentTarget, () => onChoose(at));
    } else if (isNotSeenKey(event.code)) {
      event.preventDefault();
      stepTo(currentTarget.closest('form'), line.code, notSeen(onAnswer));
    }
  };
  return (
    <span
      data-step
      role="radiogroup"
      aria-label={name}
      className="typing-keys"
      onKeyDown={onKeyDown}
    >
      {options.map((text, index) => (
        <label key={text}>
          <input
            type="radio"
            name={id}
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />
          {text} <kbd>{isYesNo ? 'YN'[index] : index + 1}</kbd>
        </label>
      ))}
    </span>
  );
}
