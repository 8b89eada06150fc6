/** The text by numbered sentences; what is drafted is marked in it and opens its draft. */

import { useEffect, useMemo, useRef } from 'react';
import { useNarrow } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { draftWords } from '../../words/drafts.ts';
import { partsOf } from './parts.ts';
import type { Draft, Sentence } from './replies.ts';
import type { Bench } from './use-bench.ts';

/** Words of one sentence that somebody selected. */
export interface Chosen {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface SentenceListProps {
  bench: Bench;
  onChoose(chosen: Chosen | undefined): void;
}

export function SentenceList({ bench, onChoose }: SentenceListProps) {
  const w = useWords(draftWords);
  const { data, sentence } = bench;
  const drafts = useMemo(() => {
    const bySentence = new Map<number, Draft[]>();
    for (const draft of data.drafts) {
      if (draft.state === 'split') continue;
      bySentence.set(draft.sentence, [...(bySentence.get(draft.sentence) ?? []), draft]);
    }
    return bySentence;
  }, [data.drafts]);
  const choose = () => onChoose(chosenIn(window.getSelection()));
  return (
    <ol className="bench-text" aria-label={w.sentences} onMouseUp={choose} onKeyUp={choose}>
      {data.sentences.map((one) => (
        <Line
          key={one.number}
          sentence={one}
          drafts={drafts.get(one.number) ?? none}
          isHere={one.number === sentence?.number}
          bench={bench}
        />
      ))}
    </ol>
  );
}

const none: readonly Draft[] = [];

/** How a draft looks in the text; what became an item has a tick. */
function lookOf({ state }: Draft): string {
  if (state === 'claimed' || state === 'merged') return 'is-item';
  return state === 'aside' ? 'is-aside' : '';
}

interface LineProps {
  sentence: Sentence;
  drafts: readonly Draft[];
  isHere: boolean;
  bench: Bench;
}

function Line({ sentence, drafts, isHere, bench }: LineProps) {
  const w = useWords(draftWords);
  const { number, text, isHeading } = sentence;
  const line = useRef<HTMLLIElement>(null);
  const isNarrow = useNarrow();
  useEffect(() => {
    // Above one another, the draft is what one looks at.
    if (isHere && !isNarrow) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere, isNarrow]);
  return (
    <li
      ref={line}
      className={`bench-line${isHeading ? ' is-heading' : ''}${isHere ? ' is-here' : ''}`}
    >
      <button
        type="button"
        className="bench-number"
        aria-label={w.pick(number)}
        onClick={() => bench.pickSentence(number)}
      >
        {number}
      </button>
      <span data-sentence={number}>
        {partsOf(text, drafts).map(({ from, words, draft }) =>
          draft ? (
            <a
              key={from}
              href={`?draft=${draft.id}`}
              className={`bench-draft ${lookOf(draft)}`}
              aria-current={draft.id === bench.draft?.id ? 'true' : undefined}
              title={w[draft.state]}
              onClick={(event) => {
                event.preventDefault();
                bench.pick(draft.id);
              }}
            >
              {words}
            </a>
          ) : (
            <span key={from}>{words}</span>
          ),
        )}
      </span>
    </li>
  );
}

/** What is selected, where it lies within one sentence. */
function chosenIn(selection: Selection | null): Chosen | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const holder = sentenceOf(range.startContainer);
  if (!holder || holder !== sentenceOf(range.endContainer)) return undefined;
  const before = document.createRange();
  before.setStart(holder, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = range.toString();
  const from = before.toString().length;
  if (text.trim() === '') return undefined;
  return { sentence: Number(holder.dataset.sentence), from, to: from + text.length, text };
}

function sentenceOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-sentence]') ?? null;
}
