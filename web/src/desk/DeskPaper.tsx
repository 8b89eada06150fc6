/** The list on one sheet of A4: what, why, until when, whom to ask; room for a tick. */

import { useSession } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { deskWords } from '../words/desk.ts';
import { Due } from './DeskThread.tsx';
import type { DeskLine, DeskList } from './desk-order.ts';
import { linesOnPaper } from './paper-lines.ts';

interface DeskPaperProps {
  title: string;
  list: DeskList;
  /** The paper goes to a village: what is withheld is not on it. */
  isVillage: boolean;
}

export function DeskPaper({ title, list, isVillage }: DeskPaperProps) {
  const w = useWords(deskWords);
  const format = useFormat();
  const town = useTown();
  const session = useSession();
  const townName = session.data?.towns.find(({ code }) => code === town)?.name ?? town;
  const open = list.rows.filter(({ isWithheld }) => !(isVillage && isWithheld));
  const lines = linesOnPaper(open.map(onPaper));
  const offPaper = list.rows.length - open.length;
  const left = list.counts.all - offPaper - lines.length;
  const withheld = list.withheld + offPaper;
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
      {withheld > 0 && <p>{w.withheldOnPaper(withheld)}</p>}
    </section>
  );
}

/** A paper lies about: of what is withheld it says no more than what is to be done. */
function onPaper(line: DeskLine): DeskLine {
  return line.isWithheld ? { ...line, why: '', detail: '' } : line;
}

function PaperLine({ line, at }: { line: DeskLine; at: number }) {
  const w = useWords(deskWords);
  const format = useFormat();
  const { title, why, detail, dueOn, movedTo, days, contact } = line;
  const reason = why || detail;
  return (
    <tr>
      <td>{at}</td>
      <td>
        {title}
        {reason !== '' && <div className="desk-paper-why">{reason}</div>}
      </td>
      <td>{dueOn === undefined ? w.noDay : format.day(movedTo ?? dueOn)}</td>
      <td>{days !== undefined && <Due {...line} />}</td>
      <td>{contact.join(' ')}</td>
      <td>□</td>
    </tr>
  );
}
