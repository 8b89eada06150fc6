/** The editions of a period, the latest first: who decided, what changed against the one before, and why. */

import { useFormat } from '../format/index.ts';
import { useWords } from '../words/catalogue.ts';
import { publicationWords } from '../words/publication.ts';
import type { Change, Edition, PublishedList } from './replies.ts';

export function Editions({ list }: { list: PublishedList }) {
  const w = useWords(publicationWords);
  return (
    <section>
      <h2>{w.editions}</h2>
      {list.editions.map((edition) => (
        <EditionPart key={edition.edition} edition={edition} />
      ))}
    </section>
  );
}

function EditionPart({ edition }: { edition: Edition }) {
  const w = useWords(publicationWords);
  const format = useFormat();
  const { decision, secrecy, signature, replaces, reason = '', changes, overrides } = edition;
  return (
    <article className="edition prose">
      <h3>
        {w.nth(edition.edition)}{' '}
        <span className="soft">
          {w.until(format.day(edition.postedOn), format.day(edition.objectUntil))}
          {replaces !== undefined && ` · ${w.replaces(replaces)}`}
        </span>
      </h3>
      {reason !== '' && <p>{w.why(reason)}</p>}
      {changes.length > 0 && (
        <>
          <ul>
            {changes.map((change) => (
              <ChangeItem key={change.subject} change={change} />
            ))}
          </ul>
          <p className="soft">{w.unchangedNames}</p>
        </>
      )}
      <p>
        {w.decided(decision.body, decision.no, format.day(decision.on))} ·{' '}
        {w.reviewed(secrecy.by, format.day(secrecy.on))}
        {signature && ` · ${w.signed(signature.by, format.day(signature.on))}`}
      </p>
      {overrides.map(({ sentence, reason: given }) => (
        <p key={sentence} className="soft">
          {w.overridden(sentence, given)}
        </p>
      ))}
      <details>
        <summary>{w.codes}</summary>
        <p className="code-line">{w.code(edition.receiptCode)}</p>
        {edition.publicRoot !== undefined && (
          <p className="code-line">{w.check(edition.publicRoot)}</p>
        )}
        <p className="code-line">{w.sha(edition.fileSha256)}</p>
        <p className="code-line">{w.root(edition.ledgerSize, edition.ledgerRoot)}</p>
      </details>
    </article>
  );
}

function ChangeItem({ change }: { change: Change }) {
  const w = useWords(publicationWords);
  const placeText = (place: Change['old']) =>
    place
      ? w.placeText(place.total, place.rank === undefined ? w.noRank : w.nthRank(place.rank))
      : w.absent;
  return (
    <li>
      {w.changed(change.name, placeText(change.old), placeText(change.new))}
      {change.why.map((sentence) => (
        <p key={sentence} className="soft">
          {sentence}
        </p>
      ))}
    </li>
  );
}
