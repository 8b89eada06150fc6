/** Items behind a count, each a way to its course. */

import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/index.ts';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { circularWords } from '../../words/circulars.ts';
import type { Order } from './HandlingPage.tsx';

export function ItemTable({ items }: { items: Order['items'] }) {
  const w = useWords(circularWords);
  const format = useFormat();
  const town = useTown();
  return (
    <div className="circular-box">
      <table className="circular-table">
        <thead>
          <tr>
            {[w.no, w.title, w.dueOn, w.doneOn].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, no, title, dueOn, doneOn }) => (
            <tr key={id}>
              <td>{no}</td>
              <td>
                <Link to="/$town/work" params={{ town }} search={{ open: id } as never}>
                  {title}
                </Link>
              </td>
              <td>{format.shortDay(dueOn)}</td>
              <td>{doneOn ? format.shortDay(doneOn) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
