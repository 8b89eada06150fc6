/** The official text alone, as it will be printed; from a clause to its source and to a comment. */

import { useAddress } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import { OfficialText } from './OfficialText.tsx';
import type { VersionRead } from './replies.ts';

/** The text over the whole width of the page. */
export function OfficialTab({ read }: { read: VersionRead }) {
  const w = useWords(schemeTextWords);
  const { change } = useAddress();
  const { official } = read.checked;
  if (!official) return <p className="prose">{w.unreadable}</p>;
  const mayComment = read.deeds.includes('comment');
  return (
    <OfficialText
      official={official}
      onPick={(line) => change({ tab: 'source', line: String(line) }, 'push')}
      {...(mayComment
        ? { onComment: (code: string) => change({ tab: 'comments', clause: code }, 'push') }
        : {})}
    />
  );
}
