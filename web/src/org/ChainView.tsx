/** The chain of responsibility of a village as a thread, from the leader to the heads of hamlets. */

import type { ChainPage } from '@oneneedle/contract';
import type { ReactNode } from 'react';
import { useFormat } from '../format/index.ts';
import { Knot, Thread } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { householdsOf } from './org-rows.ts';

type Link = ChainPage['leaders'][number];

/** The same on the screen and on paper; a place that nobody holds says so. */
export function ChainView({ chain }: { chain: ChainPage }) {
  const w = useWords(orgWords);
  const { leaders, cadres, secretaries, hamlets } = chain;
  return (
    <div className="chain">
      <Thread label={w.chainOf(chain.name)}>
        <Knot title={<Holders words={w.chainLeader} links={leaders} />} />
        <Knot title={<Holders words={w.chainCadre} links={cadres} />} />
        <Knot title={<Holders words={w.chainSecretary} links={secretaries} />} />
        <Knot
          title={<strong>{w.chainHamlets}</strong>}
          figure={chain.households && w.householdsOf(chain.households)}
        >
          {hamlets.length === 0 ? w.hamletsNone : <Hamlets chain={chain} />}
        </Knot>
      </Thread>
    </div>
  );
}

function Holders({ words, links }: { words: string; links: readonly Link[] }) {
  const w = useWords(orgWords);
  return (
    <div className="chain-place">
      <strong>{words}</strong>
      {links.length === 0 ? (
        <Vacant />
      ) : (
        links.map((link) => (
          <span key={`${link.person} ${link.words}`}>
            {link.name}
            <span className="soft">
              {link.also === undefined ? '' : ` ${link.also}`} <Days link={link} w={w} />
            </span>
          </span>
        ))
      )}
    </div>
  );
}

function Days({ link, w }: { link: Link; w: { chainSince(day: string): string } }): ReactNode {
  const format = useFormat();
  const from = w.chainSince(link.from);
  return <span title={format.day(link.from)}>{from}</span>;
}

/** An empty place: in words, not by a colour alone. */
function Vacant() {
  const w = useWords(orgWords);
  return <span className="chain-vacant">○ {w.nobody}</span>;
}

function Hamlets({ chain }: { chain: ChainPage }) {
  const w = useWords(orgWords);
  const sum = householdsOf(chain.hamlets);
  const differs = sum !== undefined && chain.households !== undefined && sum !== chain.households;
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{w.hamlets}</th>
            <th scope="col" className="figure">
              {w.households}
            </th>
            <th scope="col">{w.head}</th>
            <th scope="col">{w.contact}</th>
          </tr>
        </thead>
        <tbody>
          {chain.hamlets.map(({ code, name, households, heads, contacts }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td className="figure">{households}</td>
              <td>
                {heads.length === 0 && <Vacant />}
                {heads.map((link) => (
                  <span key={`${link.person} ${link.words}`} className="chain-head">
                    {link.name} <span className="soft org-day">{w.chainSince(link.from)}</span>
                  </span>
                ))}
              </td>
              <td>{contacts.map((link) => link.name).join(w.comma)}</td>
            </tr>
          ))}
        </tbody>
        {sum !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{w.total}</th>
              <td className="figure">{sum}</td>
              <td colSpan={2} />
            </tr>
          </tfoot>
        )}
      </table>
      {differs && <p>▲ {w.householdsDiffer(sum, chain.households ?? '')}</p>}
      <p>{w.chainCount}</p>
    </>
  );
}
