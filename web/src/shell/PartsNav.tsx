/** The parts of a room, each with an address of its own: the tabs under the title of its pages. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTown } from './RoomLink.tsx';
import { useOwnRoles } from './use-own-roles.ts';
import './parts-nav.css';

/** A part of a room, by the word that names it. */
export interface Part<Word extends string = string> {
  /** Behind the room's own address; empty for the part that opens first. */
  readonly path: string;
  readonly word: Word;
  /** Who has something to read there; everybody of the room where it is absent. */
  readonly roles?: readonly string[];
}

interface PartsNavProps<Word extends string> {
  /** Address of the room behind the town: `results`. */
  room: string;
  parts: readonly Part<Word>[];
  here: Word;
  words: Readonly<Record<Word, string>>;
  /** What a screen reader says before the links. */
  label: string;
  /** What stands behind the last part. */
  children?: ReactNode;
}

/** Links to the parts that the account may open. */
export function PartsNav<Word extends string>(props: PartsNavProps<Word>) {
  const { room, parts, here, words, label, children } = props;
  const town = useTown();
  const own = useOwnRoles();
  const shown = parts.filter(
    ({ roles }) => roles === undefined || roles.some((role) => own?.includes(role)),
  );
  return (
    <nav className="parts-nav no-print" aria-label={label}>
      {shown.map(({ path, word }) => (
        <Link
          key={path}
          to={`/${town}/${room}${path}`}
          search={{} as never}
          className={word === here ? 'is-here' : ''}
          activeProps={{}}
        >
          <span aria-current={word === here ? 'page' : undefined}>{words[word]}</span>
        </Link>
      ))}
      {children}
    </nav>
  );
}
