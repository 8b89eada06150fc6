/** Below the one list of a leader: what five minutes are for. Nothing of a period before its seal. */

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/index.ts';
import { PeriodLink } from '../assessment/PeriodLink.tsx';
import { useFormat } from '../format/index.ts';
import { gapsOf, orgUnits } from '../org/org-rows.ts';
import { Query, RoomLink, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { leaderWords } from '../words/desk.ts';
import { orgWords } from '../words/org.ts';
import { lastSealed, movers, overdueOf, tooLongDays } from './leader.ts';

export function LeaderPart() {
  const w = useWords(leaderWords);
  return (
    <div className="desk desk-leader">
      <Part title={w.sealedTitle}>
        <LastSealed />
      </Part>
      <Part title={w.waitingTitle}>
        <Waiting />
      </Part>
      <Part title={w.gapsTitle}>
        <Vacancies />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function LastSealed() {
  const w = useWords(leaderWords);
  const format = useFormat();
  const town = useTown();
  const query = useQuery(api.assessment.periods.queryOptions({ input: { town } }));
  return (
    <Query query={query} what={w.periods}>
      {({ rows }) => {
        const lists = lastSealed(rows);
        if (lists.length === 0) return <p className="prose">{w.noSeal}</p>;
        return lists.map(({ line, period, edition = 1, sealedAt = '', schemeName }) => (
          <div key={line}>
            <p>
              <PeriodLink to="standings" line={line} period={period}>
                {w.standingsOf(format.period(period))}
              </PeriodLink>{' '}
              {w.sealedOn(edition, format.moment(sealedAt))}
            </p>
            <p className="soft">{schemeName}</p>
            <Movers line={line} period={period} />
          </div>
        ));
      }}
    </Query>
  );
}

function Movers({ line, period }: { line: string; period: string }) {
  const w = useWords(leaderWords);
  const town = useTown();
  const query = useQuery(api.assessment.standings.queryOptions({ input: { town, line, period } }));
  return (
    <Query query={query} what={w.periods}>
      {({ rows, groups }) => {
        const { up, down } = movers(rows);
        const names = new Map(groups.map(({ code, name }) => [code, name]));
        // A first list has none before it to be compared with.
        if (rows.every(({ ranksUp }) => ranksUp === undefined)) return null;
        if (up.length + down.length === 0) return <p>{w.nobodyMoved}</p>;
        return (
          <ul className="desk-rows">
            {[...up, ...down].map(({ code, name, group = '', ranksUp = 0, rank = 0 }) => (
              <li key={code}>
                <PeriodLink to="standings" search={{ subject: code }} line={line} period={period}>
                  {name}
                </PeriodLink>{' '}
                {(ranksUp > 0 ? w.up : w.down)(Math.abs(ranksUp), names.get(group) ?? group, rank)}
              </li>
            ))}
          </ul>
        );
      }}
    </Query>
  );
}

function Waiting() {
  const w = useWords(leaderWords);
  const format = useFormat();
  const town = useTown();
  const units = useQuery(api.org.units.queryOptions({ input: { town } })).data?.rows ?? [];
  const query = useQuery(api.ledger.waiting.queryOptions({ input: { town } }));
  return (
    <Query query={query} what={w.waiting}>
      {({ rows }) => {
        const { late, others } = overdueOf(rows);
        return (
          <>
            {late.length === 0 && <p>{w.noneLate(tooLongDays)}</p>}
            <ul className="desk-rows">
              {late.map(({ office, matters, since, days }) => {
                const unit = units.find(({ code, name }) => office === name || office === code);
                return (
                  <li key={office ?? ''}>
                    {unit ? (
                      <RoomLink to="org" search={{ open: `unit:${unit.code}` }}>
                        {unit.name}
                      </RoomLink>
                    ) : (
                      (office ?? w.noOffice)
                    )}{' '}
                    {w.waits(matters, format.day(since), days)}
                  </li>
                );
              })}
            </ul>
            {others > 0 && <p className="soft">{w.others(others, tooLongDays)}</p>}
          </>
        );
      }}
    </Query>
  );
}

function Vacancies() {
  const w = useWords(leaderWords);
  const o = useWords(orgWords);
  const town = useTown();
  const query = useQuery(api.org.units.queryOptions({ input: { town } }));
  return (
    <Query query={query} what={o.roster}>
      {({ rows }) => {
        const { leaders, cadres, secretaries, heads } = gapsOf(orgUnits(rows));
        const isWhole = leaders + cadres + secretaries + heads === 0;
        return (
          <p>
            {isWhole ? o.complete : o.gaps(leaders, cadres, secretaries, heads)}{' '}
            <RoomLink to="org">{w.toRoster}</RoomLink>
          </p>
        );
      }}
    </Query>
  );
}
