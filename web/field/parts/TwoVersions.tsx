/** Two writings of one sheet, line beside line; one is chosen, the other stays in the course. */

import { canonicalJson } from '@oneneedle/kernel';
import { useState } from 'react';
import { useWords } from '../../src/words/catalogue.ts';
import { answerText } from '../answers.ts';
import { bringOne } from '../bring-all.ts';
import type { Draft } from '../draft.ts';
import { townOf } from '../network.ts';
import { Away, chooseWriting, Refused } from '../sending.ts';
import { keeper, uploads } from '../store.ts';
import type { Field } from '../use-field.ts';
import { fieldWords } from '../words.ts';

export function TwoVersions({ draft, field }: { readonly draft: Draft; readonly field: Field }) {
  const w = useWords(fieldWords);
  const [isAway, setAway] = useState(false);
  const { other } = draft;
  if (!other) return null;
  const { lines } = draft.visit.template;
  const differing = lines.filter(
    ({ code }) =>
      canonicalJson(draft.content.answers[code] ?? null) !==
      canonicalJson(other.kept.answers[code] ?? null),
  );
  const choose = async (wanted: 'this' | 'other') => {
    try {
      const town = townOf(draft.town, uploads);
      await chooseWriting(draft.id, wanted, { keeper, town, now: () => new Date().toISOString() });
      setAway(false);
      await bringOne(draft);
      await field.refresh();
    } catch (error) {
      if (!(error instanceof Away || error instanceof Refused)) throw error;
      setAway(true);
    }
  };
  return (
    <section className="notice">
      <h2>{w.twoTitle}</h2>
      <p>{other.isSent ? w.twoSent : w.twoHint}</p>
      {differing.length === 0 ? (
        <p>{w.sameLines}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{w.line}</th>
              <th scope="col">{w.here}</th>
              <th scope="col">{w.there}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((line) => (
              <tr key={line.code}>
                <th scope="row">{line.group}</th>
                <td>{answerText(line, draft.content.answers[line.code], w)}</td>
                <td>{answerText(line, other.kept.answers[line.code], w)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!other.isSent && (
        <div className="row">
          <button type="button" onClick={() => void choose('this')}>
            {w.useThis}
          </button>
          <button type="button" onClick={() => void choose('other')}>
            {w.useOther}
          </button>
        </div>
      )}
      {isAway && <p role="alert">{w.needsNetwork}</p>}
    </section>
  );
}
