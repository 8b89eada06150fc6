/** What a clause gives as it stands, on made facts: the same evaluation that will count in earnest. */

import { exampleIn, type FactKind } from '@oneneedle/kernel';
import { useDeferredValue, useMemo } from 'react';
import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';

interface ExamplesProps {
  readonly source: string;
  readonly path: string;
  readonly kinds: readonly FactKind[];
}

export function Examples({ source, path, kinds }: ExamplesProps) {
  const w = useWords(schemeEditWords);
  const text = useDeferredValue(source);
  const { examples, none } = useMemo(() => exampleIn(text, path, { kinds }), [text, path, kinds]);
  return (
    <section className="rule-examples" aria-label={w.examples}>
      <h3>{w.examples}</h3>
      <div role="status" lang="zh-CN">
        {none !== undefined && <p className="soft">{none}</p>}
        <ul>
          {examples.map(({ sentence, reason }) => (
            <li key={sentence}>
              <strong>{sentence}</strong> <span className="soft">{reason}</span>
            </li>
          ))}
        </ul>
      </div>
      {examples.length > 0 && <p className="soft">{w.examplesWhy}</p>}
    </section>
  );
}
