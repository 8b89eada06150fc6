/** The facts of a folder as people are told them, made once. */

import { type Fact, type PersonNames, toldFact } from '@oneneedle/kernel';
import type { Folder } from './folder.ts';

/** Names for opaque codes of persons, few signs for hashes of files. */
export function toldFacts(folder: Folder): readonly Fact[] {
  const made = known.get(folder) ?? folder.book.facts.map(toldBy(folder));
  known.set(folder, made);
  return made;
}

/** Names of the persons of a folder's roster by their code. */
export function personNames({ book }: Pick<Folder, 'book'>): PersonNames {
  return new Map(book.roster.persons.map(({ code, name }) => [code, name]));
}

function toldBy(folder: Folder): (fact: Fact) => Fact {
  const persons = personNames(folder);
  return (fact) => toldFact(fact, persons);
}

const known = new WeakMap<Folder, readonly Fact[]>();
