/** What forms no task: listed with its sentence and reason, no backlog, to be taken up at any time. */

import { Button } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { draftWords } from '../../words/drafts.ts';
import type { Bench } from './use-bench.ts';

export function AsideList({ bench }: { bench: Bench }) {
  const w = useWords(draftWords);
  const { drafts, sentences, mayWork } = bench.data;
  const aside = drafts.filter(({ state }) => state === 'aside');
  if (aside.length === 0) return null;
  return (
    <details className="bench-asides">
      <summary>{w.asideList(aside.length)}</summary>
      <p className="soft">{w.asideWhy}</p>
      <ul>
        {aside.map(({ id, version, sentence, from, to, reason }) => (
          <li key={id}>
            {w.sentence(sentence)}：{sentences[sentence - 1]?.text.slice(from, to)}
            <br />
            <span className="soft">{reason}</span>{' '}
            {mayWork && (
              <Button
                kind="link"
                disabled={bench.save.isBusy}
                onClick={() => bench.act({ deed: 'reopen', draft: id, version })}
              >
                {w.reopen}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
