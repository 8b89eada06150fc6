/** Finding a clause by number, words or initials; choosing one fills in the kind of fact, no more. */

import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { api } from '../api/index.ts';
import { Field } from '../forms/index.ts';
import { Button, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { ledgerFormWords } from '../words/ledger-forms.ts';
import type { ClauseFound } from './replies.ts';

/** Milliseconds without a key before the server is asked. */
const typingPause = 200;

interface ClauseSearchProps {
  /** The clause that is chosen; undefined for none. */
  chosen: { line: string; code: string } | undefined;
  onChoose(clause: ClauseFound): void;
  onDrop(): void;
}

export function ClauseSearch({ chosen, onChoose, onDrop }: ClauseSearchProps) {
  const f = useWords(ledgerFormWords);
  const town = useTown();
  const code = chosen?.code ?? '';
  const query = useQuery({
    ...api.scheme.clauses.queryOptions({ input: { town, text: code, limit: 50 } }),
    enabled: chosen !== undefined,
  });
  const found = query.data?.rows.find((one) => one.code === code && one.line === chosen?.line);
  if (!chosen) return <Search onChoose={onChoose} />;
  return (
    <div className="ledger-clause">
      <p className="soft">{f.clauseChosen}</p>
      <p>
        {chosen.code} {found?.text}
      </p>
      {found && (
        <p className="soft">
          {[...found.path, found.rule, found.owner].filter(Boolean).join(f.semicolon)}
        </p>
      )}
      <Button onClick={onDrop}>{f.clauseDrop}</Button>
    </div>
  );
}

function Search({ onChoose }: Pick<ClauseSearchProps, 'onChoose'>) {
  const f = useWords(ledgerFormWords);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const { rows, isOpen } = useClausesLike(typed);
  const choose = (clause: ClauseFound | undefined) => {
    if (clause) onChoose(clause);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      setAt((at + step + rows.length) % rows.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(rows[at]);
    } else if (event.key === 'Escape') setTyped('');
  };
  return (
    <div>
      <Field label={f.clause} hint={f.clauseHint}>
        {(parts) => (
          <input
            {...parts}
            type="search"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && rows[at] ? `${list}-${at}` : undefined}
            autoComplete="off"
            maxLength={100}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div id={list} className="ledger-hits" role="listbox" aria-label={f.clause} hidden={!isOpen}>
        {rows.map((clause, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field (combobox)
          <div
            key={`${clause.line} ${clause.code}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => choose(clause)}
          >
            {clause.code} {clause.text}{' '}
            <span className="soft">
              {[clause.owner, clause.scheme].filter(Boolean).join(f.comma)}
            </span>
          </div>
        ))}
      </div>
      <p className={isOpen && rows.length === 0 ? 'soft' : 'reader-only'} role="status">
        {isOpen && (rows.length === 0 ? f.clauseNone : f.clauseCount(rows.length))}
      </p>
    </div>
  );
}

/** Clauses that hear some kind of fact, asked for when the typing pauses. */
function useClausesLike(typed: string): { rows: readonly ClauseFound[]; isOpen: boolean } {
  const town = useTown();
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setWanted(typed.trim()), typingPause);
    return () => window.clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery({
    ...api.scheme.clauses.queryOptions({ input: { town, text: wanted, limit: 30 } }),
    enabled: wanted !== '',
  });
  const isOpen = wanted !== '' && data !== undefined;
  return { rows: isOpen ? data.rows.filter(({ kinds }) => kinds.length > 0) : [], isOpen };
}
