/** How the state of a result and an answer of a sheet are called. */

import { useCallback } from 'react';
import { useWords } from '../../words/catalogue.ts';
import { resultWords } from '../../words/results.ts';
import type { ResultRow, ResultSheet } from '../replies.ts';

/** 待村里确认, 已确认 … */
export function useResultState(): (state: ResultRow['state']) => string {
  const w = useWords(resultWords);
  return useCallback(
    (state) => {
      const words = {
        draft: w.draft,
        sent: w.sent,
        toConfirm: w.toConfirm,
        confirmed: w.confirmed,
        objected: w.objected,
        settled: w.handled,
        counted: w.counted,
      };
      return words[state];
    },
    [w],
  );
}

type Line = ResultSheet['template']['lines'][number];
type Answer = ResultSheet['answers'][string];

/** Whether an answer says that something is to be put right. */
export function isWrongAnswer({ choices }: Line, answer: Answer): boolean {
  if (answer.asks === 'count') return answer.count > 0;
  if (answer.asks === 'yesNo') return !answer.yes;
  if (answer.asks === 'choice') return answer.choice !== choices?.[0]?.code;
  return answer.asks === 'sample' && answer.failed > 0;
}

/** What an answer becomes that did not hold. */
export function soundAnswer({ choices }: Line, answer: Answer): Answer {
  const none = { places: [], note: '' };
  if (answer.asks === 'count') return { asks: 'count', count: 0, ...none };
  if (answer.asks === 'yesNo') return { asks: 'yesNo', yes: true, ...none };
  if (answer.asks === 'sample') return { ...answer, failed: 0, ...none };
  const [best] = choices ?? [];
  return answer.asks === 'choice' && best ? { asks: 'choice', choice: best.code, ...none } : answer;
}

/** An answer in words: 2 处；地点：村口小桥. */
export function useAnswerText(): (line: Line, answer: Answer) => string {
  const w = useWords(resultWords);
  return useCallback(
    (line, answer) => {
      if (answer.asks === 'notSeen') return `${w.notSeen} ${answer.note}`;
      const at = answer.places.map((place) => place.at).filter((place) => place !== '');
      const said = [
        saidBy(w, line, answer),
        ...(at.length > 0 ? [w.places(at.join('、'))] : []),
        ...(answer.note === '' ? [] : [answer.note]),
      ];
      return said.join(' ');
    },
    [w],
  );
}

function saidBy(
  w: ReturnType<typeof useWords<(typeof resultWords)['zh']>>,
  line: Line,
  answer: Answer,
): string {
  if (answer.asks === 'mark') return w.mark(answer.mark);
  if (!isWrongAnswer(line, answer)) return w.noWrong;
  if (answer.asks === 'count') return w.count(answer.count);
  if (answer.asks === 'sample') return w.sample(answer.failed, answer.looked);
  if (answer.asks !== 'choice') return w.no;
  return line.choices?.find(({ code }) => code === answer.choice)?.text ?? answer.choice;
}
