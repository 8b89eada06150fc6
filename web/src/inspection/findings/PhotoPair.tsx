/** Photos of before and after, side by side; each opens the file, where access is judged again. */

import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { findingWords } from '../../words/findings.ts';
import './findings.css';

interface PhotoPairProps {
  before: readonly string[];
  after: readonly string[];
  /** What is called otherwise than before and after. */
  titles?: readonly [string, string];
}

export function PhotoPair({ before, after, titles }: PhotoPairProps) {
  const w = useWords(findingWords);
  const [first, then] = titles ?? [w.before, w.after];
  return (
    <div className="photo-pair">
      <Photos title={first} ids={before} />
      <Photos title={then} ids={after} />
    </div>
  );
}

/** Photos under one title. */
export function Photos({ title, ids }: { title: string; ids: readonly string[] }) {
  const w = useWords(findingWords);
  const town = useTown();
  return (
    <section className="photos">
      <h3>{title}</h3>
      {ids.length === 0 && <p>{w.noPhoto}</p>}
      {ids.map((id, index) => (
        <a
          key={id}
          href={`/api/towns/${town}/evidence/${id}/file`}
          target="_blank"
          rel="noreferrer"
        >
          <img
            src={`/api/towns/${town}/evidence/${id}/preview`}
            alt={`${title} ${w.photo(index + 1)}`}
            loading="lazy"
          />
        </a>
      ))}
    </section>
  );
}
