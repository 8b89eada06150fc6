/** The list on one sheet of A4: what, why, until when, whom to ask; room for a tick. */

import { useSession } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { deskWords } from '../words/desk.ts';
import { Due } from './DeskThread.tsx';
import type { DeskLine, DeskList } from './desk-order.ts';
import { linesOnPaper } from './paper-lines.ts';

export function DeskPaper({ title, list }: { title: string; list: DeskList }) {
  const w = useWords(deskWords);
  const format = useFormat();
  const town = useTown();
  const session = useSession();
  const townName = session.data?.towns.find(({ code }) => code === town)?.name ?? town;
  const lines = linesOnPaper(list.rows);
  const left = list.counts.all - lines.length;
  return (
    <section className="desk-paper" aria-hidden="true">
      <p>{w.paperHead(townName, title, format.day(list.today))}</p>
      <table>
        <thead>
          <tr>
            {[w.number, w.what, w.until, w.light, w.ask, w.tick].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <PaperLine key={line.id} line={line} at={at + 1} />
          ))}
        </tbody>
      </table>
      {left > 0 && <p>{w.notPrinted(left)}</p>}
    </section>
  );
}

function PaperLine({ line, at }: { line: DeskLine; at: number }) {
  const w = useWords(deskWords);
  const format = useFormat();
  const { title, why, detail, dueOn, days, contact } = line;
  const reason = why || detail;
  return (
    <tr>
      <td>{at}</td>
      <td>
        {title}
        {reason !== '' && <div className="desk-paper-why">{reason}</div>}
      </td>
      <td>{dueOn === undefined ? w.noDay : format.day(dueOn)}</td>
      <td>{days !== undefined && <Due {...line} />}</td>
      <td>{contact.join(' ')}</td>
      <td>□</td>
    </tr>
  );
}
