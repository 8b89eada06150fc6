/**
 * What a roster file would change. Pure: rows of the file are held against the roster; a blank cell
 * leaves what stands, nothing that the file does not name is touched, and a row that cannot be taken
 * is remarked.
 */

import type { ImportPreview } from '@oneneedle/contract';
import type { Pairing, Person, Post, Roster, Unit } from '@oneneedle/kernel';
import type { CellRemark } from '../platform/index.ts';
import { namesOf } from './names.ts';
import { type RosterContext, type RosterTable, rosterTables } from './roster-columns.ts';
import type { RosterPlace, RosterRead } from './roster-from.ts';
import { overlap, type RosterRecords } from './roster-records.ts';
import { erasedName } from './roster-store.ts';
import { sizeText } from './sizes.ts';

type Table = RosterTable['key'];
type Change = ImportPreview['changes'][number];

/** What will be written, the new items whole and the changed ones as they will stand. */
export interface ImportPlan {
  readonly remarks: readonly CellRemark[];
  readonly goodRows: number;
  readonly badRows: number;
  readonly changes: readonly Change[];
  readonly counts: ImportPreview['counts'];
  readonly added: {
    readonly units: readonly Unit[];
    readonly persons: readonly Person[];
    readonly posts: readonly Post[];
    readonly pairings: readonly Pairing[];
  };
  readonly changed: {
    readonly units: readonly Unit[];
    readonly persons: readonly Person[];
    readonly posts: readonly (Post & { readonly id: string })[];
    readonly pairings: readonly (Pairing & { readonly id: string })[];
  };
}

interface Draft {
  readonly context: RosterContext;
  readonly remarks: CellRemark[];
  readonly changes: Change[];
  readonly same: Record<Table, number>;
  bad: number;
}

/** Compares what was read with the roster. */
export function planOf(records: RosterRecords, read: RosterRead): ImportPlan {
  const draft: Draft = {
    context: { names: namesOf(withRead(records, read.roster)), groups: [] },
    remarks: [...read.remarks],
    changes: [],
    same: { units: 0, persons: 0, posts: 0, pairings: 0 },
    bad: 0,
  };
  const units = planUnits(draft, records, read);
  const persons = planPersons(draft, records, read);
  const there: There = {
    units: new Map([...records.units, ...byCode([...units.added, ...units.changed])]),
    persons: new Set([...records.persons.keys(), ...persons.added.map(({ code }) => code)]),
    erased: new Set(
      [...records.persons.values()].filter(({ erasedAt }) => erasedAt).map(({ code }) => code),
    ),
  };
  const posts = planSpans(draft, there, {
    table: 'posts',
    items: read.roster.posts,
    places: read.places.posts,
    existing: records.posts,
    wordOf: ({ role }) => role,
  });
  const pairings = planSpans(draft, there, {
    table: 'pairings',
    items: read.roster.pairings,
    places: read.places.pairings,
    existing: records.pairings,
    wordOf: ({ kind }) => kind,
  });
  const parts = { units, persons, posts, pairings };
  const sheets = [...new Set(draft.remarks.map(({ sheet }) => sheet))];
  const placeOf = ({ sheet, row }: CellRemark) => sheets.indexOf(sheet) * 1e7 + row;
  return {
    remarks: draft.remarks.toSorted((one, other) => placeOf(one) - placeOf(other)),
    goodRows: read.goodRows - draft.bad,
    badRows: read.badRows + draft.bad,
    changes: draft.changes,
    counts: rosterTables.map(({ key }) => ({
      table: key,
      added: parts[key].added.length,
      changed: parts[key].changed.length,
      same: draft.same[key],
    })),
    added: {
      units: units.added,
      persons: persons.added,
      posts: posts.added,
      pairings: pairings.added,
    },
    changed: {
      units: units.changed,
      persons: persons.changed,
      posts: posts.changed,
      pairings: pairings.changed,
    },
  };
}

function withRead(records: RosterRecords, read: Roster): Roster {
  const units = new Map<string, Unit>([...records.units, ...byCode(read.units)]);
  const persons = new Map<string, Person>([...records.persons, ...byCode(read.persons)]);
  return { units: [...units.values()], persons: [...persons.values()], posts: [], pairings: [] };
}

function byCode<T extends { code: string }>(items: readonly T[]): [string, T][] {
  return items.map((item) => [item.code, item]);
}

interface Parts<T, C = T> {
  readonly added: T[];
  readonly changed: C[];
}

function planUnits(draft: Draft, records: RosterRecords, { roster, places }: RosterRead) {
  const parts: Parts<Unit> = { added: [], changed: [] };
  const codes = new Set([...records.units.keys(), ...roster.units.map(({ code }) => code)]);
  for (const [index, unit] of roster.units.entries()) {
    const place = places.units[index];
    if (!place) continue;
    if (unit.parent !== undefined && !codes.has(unit.parent)) {
      remark(draft, place, `上级“${unit.parent}”不在名册里；请先加上级单位，或改正这一格。`);
      continue;
    }
    const old = records.units.get(unit.code);
    const undated = undatedSize(old, unit);
    if (undated !== undefined) {
      remark(draft, place, undated);
      continue;
    }
    const next = old ? withSizes(old, unit, place) : unit;
    if (next.to !== undefined && next.from !== undefined && next.to < next.from) {
      remark(draft, place, `止日 ${next.to} 早于起日 ${next.from}；请核对。`);
      continue;
    }
    const fields = [
      ...fieldsOf(draft, 'units', { old, next }),
      ...Object.keys(unit.sizes).flatMap((size) => {
        const [before, after] = [sizeWords(old, size), sizeWords(next, size)];
        return before === after ? [] : [{ title: size, before, after }];
      }),
    ];
    note(draft, parts, { table: 'units', label: next.name, old, next, fields });
  }
  return parts;
}

/** A single number over dated ones would wipe out what earlier periods are reckoned with. */
function undatedSize(old: Unit | undefined, { sizes }: Unit): string | undefined {
  const found = Object.entries(sizes).find(([size, value]) => {
    const there = old?.sizes[size];
    return Array.isArray(there) && value !== there.at(-1)?.value && typeof value === 'string';
  });
  if (!found) return undefined;
  const [size, value] = found;
  const dated = sizeWords(old, size);
  return `“${size}”在名册里是按日期登记的（${dated}），只写 ${sizeText(value, undefined)} 不知道从哪天起；请写成 ${dated}；某年某月某日起 ${sizeText(value, undefined)}。`;
}

/** The head counts of the row beside the others; the newest of dated ones alone says nothing new. */
function withSizes(old: Unit, unit: Unit, place: RosterPlace): Unit {
  const said = Object.entries(unit.sizes).filter(
    ([size, value]) => typeof value !== 'string' || !Array.isArray(old.sizes[size]),
  );
  return { ...merged(old, unit, place), sizes: { ...old.sizes, ...Object.fromEntries(said) } };
}

function sizeWords(unit: Unit | undefined, size: string): string {
  const value = unit?.sizes[size];
  return value === undefined ? '' : sizeText(value, unit?.from);
}

function planPersons(draft: Draft, records: RosterRecords, { roster, places }: RosterRead) {
  const parts: Parts<Person> = { added: [], changed: [] };
  for (const [index, person] of roster.persons.entries()) {
    const place = places.persons[index];
    if (!place) continue;
    const old = records.persons.get(person.code);
    if (old?.erasedAt !== undefined && person.name === erasedName) {
      draft.same.persons += 1;
      continue;
    }
    if (old?.erasedAt !== undefined) {
      remark(draft, place, `${person.code} 的个人信息已按规定删除，不能再填；请删去这一行。`);
      continue;
    }
    const next = old ? merged(old, person, place) : person;
    const fields = fieldsOf(draft, 'persons', { old, next });
    note(draft, parts, { table: 'persons', label: next.name, old, next, fields });
  }
  return parts;
}

interface There {
  readonly units: ReadonlyMap<string, Unit>;
  readonly persons: ReadonlySet<string>;
  readonly erased: ReadonlySet<string>;
}

interface Spans<T> {
  readonly table: 'posts' | 'pairings';
  readonly items: readonly T[];
  readonly places: readonly RosterPlace[];
  readonly existing: readonly (T & { readonly id: string })[];
  /** The post or the kind of pairing: what one person may hold once in a unit at a time. */
  readonly wordOf: (item: T) => string;
}

/** A span is the same one where person, unit, word and first day are; only its end may be other. */
function planSpans<T extends Post | Pairing>(draft: Draft, there: There, spans: Spans<T>) {
  const { table, items, places, existing, wordOf } = spans;
  const parts: Parts<T, T & { readonly id: string }> = { added: [], changed: [] };
  const keyOf = (item: T) => [item.person, item.unit, wordOf(item)].join('\n');
  const taken = new Map<string, T[]>();
  for (const item of existing) {
    taken.set(keyOf(item), [...(taken.get(keyOf(item)) ?? []), item]);
  }
  const rows = items.flatMap((item, index) => {
    const place = places[index];
    const old = existing.find((one) => one.from === item.from && keyOf(one) === keyOf(item));
    return place ? [{ item, place, old }] : [];
  });
  // Ends first: the row of a new term may stand above the row that ends the old one.
  const isOld = ({ old }: { old: unknown }) => old !== undefined;
  for (const { item, place, old } of [
    ...rows.filter(isOld),
    ...rows.filter((row) => !isOld(row)),
  ]) {
    const beside = taken.get(keyOf(item)) ?? [];
    const next = old ? { ...merged(old, item, place), id: old.id } : item;
    const { names } = draft.context;
    const label = `${names.nameOf(item.person, 'person')} ${names.nameOf(item.unit, 'unit')}${wordOf(item)}`;
    const fields = fieldsOf(draft, table, { old, next });
    const others = beside.filter((one) => one !== old);
    const sentence =
      fields.length === 0
        ? undefined
        : (refusalOf(draft, there, next) ?? overlapOf(draft, next, others));
    if (sentence !== undefined) {
      remark(draft, place, sentence);
      continue;
    }
    taken.set(keyOf(item), [...others, next]);
    note(draft, parts, { table, label, old, next, fields });
  }
  return parts;
}

function refusalOf(draft: Draft, there: There, { person, unit, from, to }: Post | Pairing) {
  const { names } = draft.context;
  const at = there.units.get(unit);
  const missing = !there.persons.has(person) ? person : !at ? unit : undefined;
  if (missing !== undefined) {
    return `“${names.nameOf(missing)}”那一行有问题，这一行要等它改好；请一起改正再导入。`;
  }
  if (there.erased.has(person))
    return `${person} 的个人信息已按规定删除，不能再任职；请删去这一行。`;
  if (to !== undefined && to < from) return `止日 ${to} 早于起日 ${from}；请核对。`;
  const isThere =
    (at?.to === undefined || at.to >= from) && (at?.from ?? from) <= (to ?? '9999-12-31');
  if (isThere) return undefined;
  return `“${at?.name}”在 ${from} 还没有设立或已经撤销；请核对日期或单位。`;
}

function overlapOf(draft: Draft, item: Post | Pairing, others: readonly (Post | Pairing)[]) {
  const other = others.find((one) => overlap(one, item));
  if (!other) return undefined;
  const name = draft.context.names.nameOf(item.person, 'person');
  return `${name}在这个单位已有同样的一段（${other.from} 至 ${other.to ?? '今'}），日期重叠；是同一段的请把起日写成 ${other.from}，否则先止前一段。`;
}

/** What the row says goes before what stood; a blank cell leaves it. */
function merged<T extends object>(old: T, next: object, { keys }: RosterPlace): T {
  const said = Object.entries(next).filter(([key]) => keys.has(key));
  return { ...old, ...Object.fromEntries(said) };
}

function fieldsOf(
  { context }: Draft,
  table: Table,
  { old, next }: { old: object | undefined; next: object },
): Change['fields'] {
  const columns = rosterTables.find(({ key }) => key === table)?.columns ?? [];
  return columns.flatMap(({ key, title, write }) => {
    const words = (item: object | undefined) => {
      const value = (item as Record<string, unknown> | undefined)?.[key];
      const isBlank = value === undefined || (Array.isArray(value) && value.length === 0);
      return isBlank ? '' : write(value, context);
    };
    const [before, after] = [words(old), words(next)];
    return before === after ? [] : [{ title, before, after }];
  });
}

interface Note<T, C> {
  readonly table: Table;
  readonly label: string;
  readonly old: object | undefined;
  readonly next: T | C;
  readonly fields: Change['fields'];
}

function note<T, C>(
  draft: Draft,
  parts: Parts<T, C>,
  { table, label, old, next, fields }: Note<T, C>,
) {
  if (fields.length === 0) {
    draft.same[table] += 1;
    return;
  }
  if (old) parts.changed.push(next as C);
  else parts.added.push(next as T);
  draft.changes.push({ table, label, isNew: old === undefined, fields });
}

function remark(draft: Draft, { sheet, row }: RosterPlace, sentence: string): void {
  draft.remarks.push({ sheet, row, sentence });
  draft.bad += 1;
}
