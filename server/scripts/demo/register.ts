/** The lists of a roster while they are written: everybody gets the next code. */

type Row = Readonly<Record<string, unknown>>;

/** A row with the remark above it, where a new part of the list begins. */
export interface Listed {
  readonly remark?: string;
  readonly row: Row;
}

export interface Person {
  readonly code: string;
  readonly name: string;
  readonly class: string;
}

/** First and last day; a day that is absent is open. */
export interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A roster under way. */
export interface Register {
  readonly persons: readonly Person[];
  readonly posts: readonly Listed[];
  readonly pairings: readonly Listed[];
  enter(name: string, group: string): Person;
  hold(person: Person, post: Days & { unit: string; role: string; remark?: string }): void;
  pair(person: Person, pairing: Days & { kind: string; unit: string }): void;
}

/** An empty register; a name that somebody bears already is a mistake of the program. */
export function newRegister(): Register {
  const persons: Person[] = [];
  const posts: Listed[] = [];
  const pairings: Listed[] = [];
  return {
    persons,
    posts,
    pairings,
    enter(name, group) {
      if (persons.some((person) => person.name === name)) throw new Error(`two are called ${name}`);
      const code = `P-${String(persons.length + 1).padStart(4, '0')}`;
      const person = { code, name, class: group };
      persons.push(person);
      return person;
    },
    hold({ code }, { unit, role, from, to, remark }) {
      const row = { person: code, unit, role, from, to };
      posts.push(remark === undefined ? { row } : { remark, row });
    },
    pair({ code }, { kind, unit, from, to }) {
      pairings.push({ row: { kind, person: code, unit, from, to } });
    },
  };
}
