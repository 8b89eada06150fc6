/** What a fact or an entry says, name beside value, with its photos. */

import { privateTag } from '@oneneedle/contract/constants';
import type { ReactNode } from 'react';
import { useFormat } from '../format/index.ts';
import { RoomLink, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerWords } from '../words/ledger.ts';
import { subjectsText, valueText } from './record-text.ts';
import type { Entry, Fact } from './replies.ts';

export function RecordPairs({ record }: { record: Fact | Entry }) {
  const w = useWords(ledgerWords);
  const format = useFormat();
  const { on, to, period, matter, doc, chosen, note, tags, office, recordedBy, reviewedBy } =
    record;
  const when = on ? (to ? w.days(format.day(on), format.day(to)) : format.day(on)) : '';
  const pairs: readonly (readonly [string, ReactNode])[] = [
    [w.subject, subjectsText(record, w.comma)],
    [w.day, when],
    [w.period, period && format.period(period)],
    ...record.values.map(({ title, text }) => [title, valueText(text, format.day)] as const),
    [w.chosen, chosen && w.chosenPoints(chosen.points.replace('-', '−'), chosen.clause)],
    ['', chosen?.reason],
    [w.note, note],
    [
      w.matter,
      matter && (
        <RoomLink to="ledger" search={{ matter, reversed: 'all' }}>
          {matter}
        </RoomLink>
      ),
    ],
    [
      w.doc,
      doc &&
        [doc.no, doc.body, doc.date && format.day(doc.date), doc.level]
          .filter(Boolean)
          .join(w.comma),
    ],
    [w.privacy, tags.includes(privateTag) && w.isPrivate],
    [w.tags, tags.filter((tag) => tag !== privateTag).join(w.comma)],
    [w.office, office],
    [w.recordedBy, recordedBy?.name],
    [w.reviewedBy, reviewedBy?.name],
  ];
  return (
    <dl className="ledger-pairs">
      {pairs.map(([title, content]) =>
        content ? (
          <div key={`${title}${typeof content === 'string' ? content : ''}`}>
            <dt>{title}</dt>
            <dd>{content}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** Photos as small pictures that open large; papers in words. */
export function Proofs({ record }: { record: Fact | Entry }) {
  const w = useWords(ledgerWords);
  const town = useTown();
  const { evidence, files } = record;
  if (evidence.length + files.length === 0) return <p className="soft">{w.noEvidence}</p>;
  return (
    <>
      {evidence.length > 0 && <p>{evidence.join(w.semicolon)}</p>}
      <ul className="ledger-files">
        {files.map(({ id, name, kind, caption }) => {
          const address = `/api/towns/${town}/evidence/${id}`;
          return (
            <li key={id}>
              <a href={`${address}/file`} target="_blank" rel="noreferrer">
                {kind === 'picture' ? (
                  <img src={`${address}/preview`} alt={caption || name} loading="lazy" />
                ) : (
                  name
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
