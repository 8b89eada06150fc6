/** Evidence as rows with a small picture each; on a phone each row is a card. */

import { useFormat } from '../format/index.ts';
import { Button, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { evidenceWords, sizeText } from '../words/evidence.ts';
import { Preview } from './Preview.tsx';
import type { EvidenceItem } from './use-uploads.ts';

interface EvidenceTableProps {
  rows: readonly EvidenceItem[];
  onOpen(id: string): void;
  openId?: string | undefined;
}

export function EvidenceTable({ rows, onOpen, openId }: EvidenceTableProps) {
  const w = useWords(evidenceWords);
  const town = useTown();
  return (
    <table className="evidence-table" aria-label={w.evidence}>
      <thead>
        <tr>
          {[w.preview, w.what, w.taken, w.brought, w.citedHead].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((item) => (
          <tr key={item.id} aria-current={item.id === openId || undefined}>
            <td>
              <Preview town={town} item={item} />
            </td>
            <td>
              <Button kind="link" onClick={() => onOpen(item.id)}>
                {item.caption || item.name}
              </Button>
              <p className="soft evidence-name">
                {item.caption !== '' && `${item.name} · `}
                {sizeText(item.bytes)}
                {item.redacted && ` · ${w.redacted}`}
              </p>
            </td>
            <td data-head={w.taken}>
              <Taken item={item} />
            </td>
            <td data-head={w.brought}>
              <Brought item={item} />
            </td>
            <td data-head={w.use}>{citedText(w, item.cited)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Taken({ item: { takenBy, takenOn } }: { item: EvidenceItem }) {
  const format = useFormat();
  return (
    <>
      {takenOn && <p>{format.day(takenOn)}</p>}
      {takenBy !== '' && <p className="soft">{takenBy}</p>}
    </>
  );
}

function Brought({ item: { addedAt, addedBy } }: { item: EvidenceItem }) {
  const format = useFormat();
  return (
    <>
      <p>{format.moment(addedAt)}</p>
      <p className="soft">{addedBy}</p>
    </>
  );
}

/** "2 处引用" by what keeps it, "1 条待记", or that nothing rests on it. */
function citedText(
  w: { facts(n: number): string; entries(n: number): string; isLoose: string },
  { facts, entries }: EvidenceItem['cited'],
): string {
  const said = [facts > 0 && w.facts(facts), entries > 0 && w.entries(entries)].filter(Boolean);
  return said.length === 0 ? w.isLoose : said.join(' · ');
}
