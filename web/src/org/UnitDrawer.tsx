/** One unit: who answers, who held what when, and the deeds of whoever keeps the roster. */

import type { UnitPage } from '@oneneedle/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Drawer, Query, RoomLink, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { ChainLink } from './ChainLink.tsx';
import { ChainView } from './ChainView.tsx';
import { groupedBy } from './group.ts';
import { PairingHistory, PostHistory } from './History.tsx';
import { useTypeName } from './type-names.ts';
import { UnitDeeds } from './UnitDeeds.tsx';
import { useGroupName } from './use-org.ts';

type Words = ReturnType<typeof useWords<(typeof orgWords)['zh']>>;

interface UnitDrawerProps {
  code: string;
  /** The day that the page shows; '' for today. */
  on: string;
  onClose(): void;
}

export function UnitDrawer({ code, on, onClose }: UnitDrawerProps) {
  const w = useWords(orgWords);
  const town = useTown();
  const query = useQuery(api.org.unit.queryOptions({ input: { town, code } }));
  return (
    <Drawer
      title={query.data?.name ?? code}
      onClose={onClose}
      wide
      actions={query.data && <UnitDeeds unit={query.data} onGone={onClose} />}
    >
      <Query query={query} what={w.roster}>
        {(unit) => (
          <>
            <UnitFacts unit={unit} />
            <Chain unit={unit} on={on} />
            <PostHistory posts={unit.posts} of="unit" />
            <PairingHistory pairings={unit.pairings} of="unit" />
            <Below unit={unit} />
          </>
        )}
      </Query>
    </Drawer>
  );
}

function UnitFacts({ unit }: { unit: UnitPage }) {
  const w = useWords(orgWords);
  const typeName = useTypeName();
  const groupName = useGroupName();
  const format = useFormat();
  const { code, type, parent, parentName, group, aliases, tags, from, to } = unit;
  const facts: [string, ReactNode][] = [
    [w.type, typeName(type)],
    [w.code, code],
    [w.parent, parent && <UnitLink code={parent} name={parentName ?? parent} />],
    [w.group, group === undefined ? undefined : groupName(group)],
    [w.aliases, aliases.join(w.comma)],
    [
      w.formerNames,
      unit.formerNames.map(({ name, to: last }) => `${name} ${w.until(last)}`).join(w.comma),
    ],
    [w.tags, tags.join(w.comma)],
    [w.days, daysText({ from, to }, w)],
    [w.standing, unit.successor && w.successor(unit.successorName ?? unit.successor)],
    [
      w.tookOver,
      unit.tookOver
        .map(({ name, to: last }) => `${name}${last ? ` ${w.until(last)}` : ''}`)
        .join(w.comma),
    ],
    [
      w.sizes,
      unit.sizes.map(({ name, values }) => (
        <div key={name}>
          {name}{' '}
          {values
            .map(({ from: day, value }) =>
              day === undefined || day === '0001-01-01'
                ? value
                : w.sizeFrom(format.day(day), value),
            )
            .join(w.comma)}
        </div>
      )),
    ],
  ];
  return (
    <dl className="org-facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== '' && !isEmptyList(value))
        .map(([title, value]) => (
          <Fact key={title} title={title} value={value} />
        ))}
    </dl>
  );
}

function isEmptyList(value: ReactNode): boolean {
  return Array.isArray(value) && value.length === 0;
}

function Fact({ title, value }: { title: string; value: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </>
  );
}

function daysText(
  { from, to }: { from: string | undefined; to: string | undefined },
  w: Words,
): string {
  if (from !== undefined && to !== undefined) return w.span(from, to);
  if (to !== undefined) return w.until(to);
  return from === undefined ? '' : w.from(from);
}

/** Villages, their hamlets and branches show the chain of the village; other units have none. */
function Chain({ unit: { code, type }, on }: { unit: UnitPage; on: string }) {
  const w = useWords(orgWords);
  const town = useTown();
  const isInVillage = type === 'village' || type === 'hamlet' || type === 'branch';
  const query = useQuery({
    ...api.org.chain.queryOptions({ input: { town, unit: code, ...(on ? { on } : {}) } }),
    enabled: isInVillage,
  });
  if (!isInVillage) return null;
  return (
    <section className="org-section">
      <Query query={query} what={w.chain}>
        {(chain) => (
          <>
            <div className="org-section-head">
              <h3>{chain.unit === code ? w.chain : w.chainOf(chain.name)}</h3>
              <ChainLink unit={chain.unit} on={on}>
                {w.printChain}
              </ChainLink>
            </div>
            <ChainView chain={chain} />
          </>
        )}
      </Query>
    </section>
  );
}

function Below({ unit }: { unit: UnitPage }) {
  const w = useWords(orgWords);
  const typeName = useTypeName();
  if (unit.below.length === 0) return null;
  const byType = groupedBy(unit.below, ({ type }) => type);
  return (
    <section className="org-section">
      <h3>{w.below}</h3>
      <dl className="org-facts">
        {[...byType].map(([type, own]) => (
          <Fact
            key={type}
            title={typeName(type)}
            value={own.map(({ code, name, to }, index) => (
              <span key={code}>
                {index > 0 && w.comma}
                <UnitLink code={code} name={name} />
                {to && <span className="soft"> {w.until(to)}</span>}
              </span>
            ))}
          />
        ))}
      </dl>
    </section>
  );
}

/** A unit by name, that opens its drawer. */
export function UnitLink({ code, name }: { code: string; name: string }) {
  return (
    <RoomLink to="org" search={{ open: `unit:${code}` }}>
      {name}
    </RoomLink>
  );
}
