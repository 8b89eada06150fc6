/** A list that begins short; the rest is one click away, and on paper all of it is there. */

import { type ReactNode, useState } from 'react';
import { Button } from '../shell/index.ts';
import { assessmentWords } from '../words/assessment.ts';
import { useWords } from '../words/catalogue.ts';

const short = 5;

interface MoreListProps {
  items: readonly { key: string; content: ReactNode }[];
}

export function MoreList({ items }: MoreListProps) {
  const w = useWords(assessmentWords);
  const [isWhole, setWhole] = useState(items.length <= short + 1);
  return (
    <>
      <ul className="more-list" data-short={!isWhole || undefined}>
        {items.map(({ key, content }) => (
          <li key={key}>{content}</li>
        ))}
      </ul>
      {!isWhole && (
        <Button className="no-print" onClick={() => setWhole(true)}>
          {w.moreOf(items.length - short)}
        </Button>
      )}
    </>
  );
}
