/** The slip on one A4 sheet, as the office prints and seals it. */

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, client } from '../../api/index.ts';
import { useFormat } from '../../format/index.ts';
import { MakeDocument } from '../../papers/MakeDocument.tsx';
import { Button, Query, useOwnRoles, useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { itemBookWords } from '../../words/item-book.ts';
import { itemWords } from '../../words/items.ts';
import { WorkFrame } from '../WorkFrame.tsx';
import type { ItemPageReply } from './replies.ts';
import './items.css';

export function SlipPage() {
  const b = useWords(itemBookWords);
  const w = useWords(itemWords);
  const town = useTown();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const isIssuer = useOwnRoles()?.some((role) => role === 'supervision' || role === 'leader');
  const query = useQuery(api.items.item.queryOptions({ input: { town, id } }));
  return (
    <WorkFrame
      here="items"
      title={b.slipTitle}
      actions={
        <>
          <Link to={`/${town}/work/items/${id}`}>{b.back}</Link>
          <Button onClick={() => window.print()}>{b.print}</Button>
          {isIssuer && <MakeDocument call={client.items.makeDocument} input={{ town, id }} />}
        </>
      }
    >
      <Query query={query} what={w.item}>
        {(page) => <Sheet page={page} />}
      </Query>
    </WorkFrame>
  );
}

function Sheet({ page }: { page: ItemPageReply }) {
  const b = useWords(itemBookWords);
  const w = useWords(itemWords);
  const format = useFormat();
  const { item, source, contact, course } = page;
  const assigned = course.findLast(({ deed }) => deed === 'assign');
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(w.comma);
  const colour = item.colour ? `（${w[item.colour]}）` : '';
  const basis = [source.document, source.no, source.on && format.day(source.on), source.sentence];
  const lead = [item.lead?.name, item.accountable && `（${item.accountable.name}）`];
  const rows: readonly [string, string][] = [
    [b.slipItem, item.title],
    [b.slipDocument, basis.filter(Boolean).join('　')],
    [b.slipLeader, item.leader?.name ?? ''],
    [b.slipRequirement, page.requirement],
    [b.slipLead, lead.filter(Boolean).join('')],
    [b.slipSupport, names(item.support)],
    [b.slipUnits, names(item.units)],
    [b.slipOn, assigned ? format.moment(assigned.at) : ''],
    [b.slipDue, item.dueOn ? format.day(item.dueOn) : ''],
    [b.slipFeedback, w[page.feedback]],
    [b.slipContact, [contact.unit, contact.name].filter(Boolean).join(' ')],
    [b.slipResult, course.findLast(({ deed }) => deed === 'report')?.note ?? '\n\n\n'],
  ];
  return (
    <section className="item-slip">
      <h2>
        {b.slipTitle}
        {colour}
      </h2>
      <p>{[`${b.slipNo}：${item.no ?? ''}`, item.upperNo].filter(Boolean).join('　　')}</p>
      <table>
        <tbody>
          {rows.map(([head, text]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              <td className="item-said">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="item-seal">{b.slipSeal}</p>
      {page.isWithheld && <p>{w.withheld}</p>}
    </section>
  );
}
