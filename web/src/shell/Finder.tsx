/** The search in the middle of the top line: type, choose with the arrows, Enter goes there. */

import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/catalogue.ts';
import { shellWords } from '../words/shell.ts';
import { isTyping } from './KeyboardHelp.tsx';
import { useTown } from './RoomLink.tsx';
import { railFor } from './rooms.ts';

/** One place that was found. */
export interface Hit {
  /** "3.2 农村人居环境整治" */
  title: string;
  /** What kind of thing it is, small beside it: "条款". */
  kind?: string;
  /** Where it opens: `/qinghe/scheme?open=3.2`. */
  address: string;
}

/** Something that can be searched: pages, units, clauses. At most ten hits are shown of each. */
export interface FinderSource {
  name: string;
  find(text: string): Promise<readonly Hit[]> | readonly Hit[];
}

const noSources: readonly FinderSource[] = [];
const noHits: readonly Hit[] = [];

interface FinderProps {
  sources?: readonly FinderSource[] | undefined;
  /** What the person may do here: pages of others are not offered. */
  roles?: readonly string[] | undefined;
}

/** A combobox over all sources; `/` jumps into it from anywhere. */
export function Finder({ sources = noSources, roles }: FinderProps) {
  const w = useWords(shellWords);
  const { history } = useRouter();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const hits = useHits(text, sources, roles);
  useSlashKey(input);
  const go = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    setText('');
    input.current?.blur();
    history.push(hit.address);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') go(hits[chosen]);
    else if (event.key === 'Escape') setText('');
  };
  const isOpen = text.trim() !== '';
  return (
    <search className="finder">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={w.find}
        placeholder={w.find}
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && hits[chosen] ? `${list}-${chosen}` : undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setText('')}
      />
      <div id={list} className="finder-hits" role="listbox" aria-label={w.find} hidden={!isOpen}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field (combobox)
          <div
            key={hit.address + hit.title}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => go(hit)}
          >
            <span>{hit.title}</span> {hit.kind && <span className="soft">{hit.kind}</span>}
          </div>
        ))}
      </div>
      <p className={isOpen && hits.length === 0 ? 'finder-none' : 'reader-only'} role="status">
        {isOpen && (hits.length === 0 ? w.findNothing(text.trim()) : w.findCount(hits.length))}
      </p>
    </search>
  );
}

function useHits(
  text: string,
  sources: readonly FinderSource[],
  roles: readonly string[] | undefined,
): readonly Hit[] {
  const pages = usePages(roles);
  const [hits, setHits] = useState(noHits);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') {
      setHits(noHits);
      return;
    }
    let isCurrent = true;
    const own = pages.filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()));
    setHits(own);
    const timer = window.setTimeout(async () => {
      // A source that cannot answer now must not hide what the others found.
      const found = await Promise.allSettled(sources.map(async ({ find }) => find(wanted)));
      if (!isCurrent) return;
      const more = found.flatMap((one) =>
        one.status === 'fulfilled' ? one.value.slice(0, 10) : [],
      );
      setHits([...own, ...more]);
    }, 150);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [text, pages, sources]);
  return hits;
}

function usePages(roles: readonly string[] | undefined): readonly Hit[] {
  const w = useWords(shellWords);
  const town = useTown();
  return useMemo(
    () =>
      railFor(roles).flatMap(({ entries }) =>
        entries.map(({ place, word }) => ({
          title: String(w[word]),
          address: `/${town}/${place}`,
        })),
      ),
    [w, town, roles],
  );
}

function useSlashKey(input: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [input]);
}
