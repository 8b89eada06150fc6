/** Two versions clause by clause: what was added, taken away and changed, in sentences and side by side. */

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/index.ts';
import { signedPointsText } from '../format/index.ts';
import { Field } from '../forms/index.ts';
import { Empty, Query, useAddress, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeWords } from '../words/scheme.ts';
import { schemeEditWords } from '../words/scheme-edit.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import type { Change, Comparison, Version, VersionRead } from './replies.ts';
import { TrialPart, useTrial } from './TrialPart.tsx';
import { type Moved, movedByClause } from './trial.ts';

export function CompareTab({ read }: { read: VersionRead }) {
  const w = useWords(schemeTextWords);
  const town = useTown();
  const { search, change } = useAddress();
  const list = useQuery(api.scheme.list.queryOptions({ input: { town } }));
  const others = othersOf(list.data?.rows ?? [], read.version);
  const other = search.with ?? read.previous ?? others[0]?.id;
  if (list.isSuccess && other === undefined) return <Empty what={w.noOther} />;
  return (
    <div className="scheme-compare">
      <Field label={w.compareWith}>
        {(parts) => (
          <select
            {...parts}
            value={other ?? ''}
            onChange={({ target }) => change({ with: target.value })}
          >
            {others.map(({ id, name, version = '' }) => (
              <option key={id} value={id}>
                {name} {version}
              </option>
            ))}
          </select>
        )}
      </Field>
      {other !== undefined && (
        <Compared
          version={read.version}
          other={other}
          otherVersion={others.find(({ id }) => id === other)?.version}
        />
      )}
    </div>
  );
}

/** The same line first; another line may be the model that a town took over. */
function othersOf(rows: readonly Version[], { id, line }: Version): Version[] {
  const others = rows.filter((row) => row.id !== id);
  return others.sort((a, b) => Number(b.line === line) - Number(a.line === line));
}

interface ComparedProps {
  version: Version;
  other: string;
  otherVersion: string | undefined;
}

function Compared({ version, other, otherVersion }: ComparedProps) {
  const words = useWords(schemeWords);
  const town = useTown();
  const { id } = version;
  const trial = useTrial(version);
  const moved = useMemo(() => trial.data && movedByClause(trial.data), [trial.data]);
  const query = useQuery(api.scheme.compare.queryOptions({ input: { town, id, with: other } }));
  return (
    <Query query={query} what={words.tabCompare}>
      {(comparison) => (
        <>
          <TrialPart {...{ version, trial }} other={otherVersion} />
          <Differences {...{ comparison, moved }} />
        </>
      )}
    </Query>
  );
}

const parts = ['scheme', 'indicator', 'clause', 'convention'] as const;

/** Whose points each clause moves; absent where nothing was tried. */
type ByClause = ReadonlyMap<string, readonly Moved[]> | undefined;

function Differences({ comparison, moved }: { comparison: Comparison; moved: ByClause }) {
  const w = useWords(schemeTextWords);
  const { older, newer, counts, changes } = comparison;
  const titles = {
    scheme: w.partScheme,
    indicator: w.partIndicator,
    clause: w.partClause,
    convention: w.partConvention,
  };
  if (changes.length === 0) return <p>{w.compareNothing}</p>;
  return (
    <>
      <p>{w.compareCounts(counts.added, counts.removed, counts.changed, counts.same)}</p>
      <p className="soft">
        {w.older(older.title)} · {w.newer(newer.title)}
      </p>
      {parts.map((part) => {
        const own = changes.filter(({ what }) => what === part);
        if (own.length === 0) return null;
        return (
          <section key={part}>
            <h2>
              {titles[part]} <span className="soft">{own.length}</span>
            </h2>
            <ol>
              {own.map((change) => (
                <li key={`${change.kind} ${change.code}`}>
                  <ChangeRow {...{ change, moved }} />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

function ChangeRow({ change, moved }: { change: Change; moved: ByClause }) {
  const w = useWords(schemeTextWords);
  const { kind, formerCode, sentences, before, after } = change;
  const word = { added: w.added, removed: w.removed, changed: w.changed }[kind];
  const isShown = before?.text !== after?.text || before?.rule !== after?.rule;
  // A sentence of the text that was replaced is said by its two sides already.
  const isSaid = change.what === 'scheme' && isShown;
  return (
    <article className={`scheme-change change-${kind}`}>
      <h3>
        <span className="change-kind">{word}</span> {titleOf(change)}
        {formerCode && <span className="soft"> {w.renumbered(formerCode)}</span>}
      </h3>
      {!isSaid && (
        <ul lang="zh-CN">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {isShown && <Sides change={change} />}
      {moved && change.what === 'clause' && <Movement moved={moved.get(change.code) ?? []} />}
    </article>
  );
}

/** As many as are read at a glance; the whole list stands in the sandbox. */
const mostMoved = 8;

/** Who gains and who loses by a clause, in the trial. */
function Movement({ moved }: { moved: readonly Moved[] }) {
  const w = useWords(schemeEditWords);
  if (moved.length === 0) return <p className="soft change-moved">{w.trialUnmoved}</p>;
  return (
    <p className="change-moved">
      {w.trialClause}{' '}
      {moved.slice(0, mostMoved).map((one) => (
        <span key={one.name} className="moved-one">
          {one.name} <strong>{signedPointsText(one.milli)}</strong>
        </span>
      ))}
      {moved.length > mostMoved && w.trialMore(moved.length)}
    </p>
  );
}

/** The number and name of what changed, or the part of the text; a whole needs none. */
function titleOf({ what, code, name = '', before, after }: Change): string {
  if (what === 'clause' || what === 'indicator') return `${code} ${name}`;
  return before || after ? name : '';
}

/** The older text on the left with what went, the newer on the right with what came. */
function Sides({ change: { before, after, words = [] } }: { change: Change }) {
  const marked = (side: 'removed' | 'added', text: string) =>
    words.length === 0
      ? text
      : words
          .map((word, place) => ({ ...word, place }))
          .filter(({ mark }) => mark === 'same' || mark === side)
          .map(({ mark, text: piece, place }) => {
            if (mark === 'same') return piece;
            return side === 'added' ? (
              <ins key={place}>{piece}</ins>
            ) : (
              <del key={place}>{piece}</del>
            );
          });
  return (
    <div className="change-sides" lang="zh-CN">
      {before && (
        <div className="change-side">
          <p>{marked('removed', before.text)}</p>
          <p className="soft">{before.rule}</p>
        </div>
      )}
      {after && (
        <div className="change-side">
          <p>{marked('added', after.text)}</p>
          <p className="soft">{after.rule}</p>
        </div>
      )}
    </div>
  );
}
