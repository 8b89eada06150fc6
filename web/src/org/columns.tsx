/** The columns of the tables of the roster. */

import type { PersonRow } from '@oneneedle/contract';
import { useMemo } from 'react';
import type { Column } from '../table/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { heldText, type OrgUnit, sizeNames, type View } from './org-rows.ts';
import { useTypeName } from './type-names.ts';
import { useGroupName } from './use-org.ts';

type Words = ReturnType<typeof useOrgWords>;

function useOrgWords() {
  return useWords(orgWords);
}

/** What a table of units shows: who answers first, then the head counts. */
export function useUnitColumns(view: View, rows: readonly OrgUnit[]): Column<OrgUnit>[] {
  const w = useOrgWords();
  const typeName = useTypeName();
  const groupName = useGroupName();
  const sizes = sizeNames(rows).join('\n');
  const withGroup = rows.some(({ group }) => group !== undefined);
  return useMemo(() => {
    const names: Column<OrgUnit> = {
      id: 'name',
      title: w.name,
      width: 10,
      text: ({ name }) => name,
    };
    return [
      names,
      ...(view === 'others' ? [textOf('type', w.type, ({ type }: OrgUnit) => typeName(type))] : []),
      ...(view === 'hamlets' || view === 'branches' || view === 'others'
        ? [
            {
              ...textOf('parent', w.parent, ({ parentName = '' }: OrgUnit) => parentName),
              filter: true,
            },
          ]
        : []),
      ...(withGroup
        ? [
            {
              ...textOf('group', w.group, ({ group = '' }: OrgUnit) => groupName(group), 6),
              filter: true,
            },
          ]
        : []),
      ...peopleOf(view, w),
      ...sizes
        .split('\n')
        .filter((size) => size !== '')
        .map(
          (size): Column<OrgUnit> => ({
            id: `size-${size}`,
            title: size,
            kind: 'number',
            text: (row) => row.sizes[size] ?? '',
            total: 'sum',
          }),
        ),
      ...(view === 'villages'
        ? [
            {
              ...textOf('hamlets', w.hamletCount, ({ hamlets }: OrgUnit) => String(hamlets)),
              kind: 'number' as const,
              width: 5,
              total: 'sum' as const,
            },
          ]
        : []),
      textOf('standing', w.standing, (row) => standingText(row, w), 12),
      { ...textOf('aliases', w.aliases, ({ aliases }) => aliases.join(w.comma)), optional: true },
      { ...textOf('code', w.code, ({ code }) => code), optional: true },
      { ...textOf('tags', w.tags, ({ tags }) => tags.join(w.comma)), optional: true },
    ];
  }, [w, view, sizes, withGroup, typeName, groupName]);
}

function peopleOf(view: View, w: Words): Column<OrgUnit>[] {
  const joined = (names: readonly string[]) => names.join(w.comma);
  if (view === 'villages') {
    return [
      textOf('leader', w.leader, ({ leaders }) => joined(leaders), 6),
      textOf('cadre', w.cadre, ({ cadres }) => joined(cadres), 6),
      textOf('secretary', w.secretary, ({ secretaries }) => joined(secretaries), 6),
    ];
  }
  const contacts = ({ pairings }: OrgUnit) => joined(pairings.map(({ name }) => name));
  return [
    textOf('head', w.head, ({ heads }) => joined(heads), 6),
    ...(view === 'branches' ? [] : [textOf('contact', w.contact, contacts, 8)]),
  ];
}

/** "在册", or since when and until when. */
export function standingText({ state, from, to, successorName }: OrgUnit, w: Words): string {
  if (state === 'coming' && from !== undefined) return `${w.coming} ${w.from(from)}`;
  const until = to === undefined ? '' : ` ${w.until(to)}`;
  const next = successorName === undefined ? '' : ` ${w.successor(successorName)}`;
  return `${state === 'now' ? w.now : w.ended}${until}${next}`;
}

/** What the table of persons shows; the phone only for whom it is meant, and never whole. */
export function usePersonColumns(seesContact: boolean): Column<PersonRow>[] {
  const w = useOrgWords();
  return useMemo(
    () => [
      textOf('name', w.personName, ({ name }) => name, 6),
      { ...textOf('class', w.class, (row: PersonRow) => row.class, 8), filter: true },
      textOf('posts', w.holders, ({ posts }) => heldText(posts, w.comma), 18),
      textOf(
        'pairings',
        w.pairings,
        ({ pairings }) => pairings.map(({ unitName, kind }) => `${unitName} ${kind}`).join(w.comma),
        16,
      ),
      ...(seesContact
        ? [textOf('phone', w.phone, ({ phoneMasked = '' }: PersonRow) => phoneMasked, 7)]
        : []),
      textOf('code', w.code, ({ code }) => code, 5),
      { ...textOf('tags', w.tags, ({ tags }: PersonRow) => tags.join(w.comma)), optional: true },
    ],
    [w, seesContact],
  );
}

function textOf<Row>(
  id: string,
  title: string,
  text: (row: Row) => string,
  width?: number,
): Column<Row> {
  return { id, title, text, ...(width === undefined ? {} : { width }) };
}
