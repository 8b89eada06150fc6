/** Figures asked, village by village: what the town holds is locked, with its source and day. */

import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import type { Figure } from './replies.ts';

/** Where all that is known of a figure has one source, it stands in the head and not in each cell. */
export function FigureTable({ figures }: { figures: readonly Figure[] }) {
  const w = useWords(demandWords);
  if (figures.length === 0) return null;
  const units = [...new Map(figures.map(({ unit }) => [unit.code, unit])).values()];
  const columns = [...new Set(figures.map(({ name }) => name))].map((name) => {
    const own = figures.filter((figure) => figure.name === name);
    const locked = own.flatMap(({ known, isLocked }) => (known && isLocked ? [known] : []));
    const sources = new Set(locked.map(({ source, asOf }) => w.lockedFrom(source, asOf)));
    const [source = ''] = sources;
    return { name, own, source: sources.size === 1 ? source : '' };
  });
  return (
    <div className="demand-box">
      <table className="demand-table demand-figures">
        <caption className="reader-only">{w.figureTable}</caption>
        <thead>
          <tr>
            <th scope="col">{w.units}</th>
            {columns.map(({ name, source }) => (
              <th scope="col" key={name}>
                {name}
                {source !== '' && <span className="soft demand-source">{source}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ code, name: unit }) => (
            <tr key={code}>
              <th scope="row">{unit}</th>
              {columns.map(({ name, own, source }) => (
                <FigureCell
                  key={name}
                  figure={own.find((one) => one.unit.code === code)}
                  withSource={source === ''}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  figure: Figure | undefined;
  withSource: boolean;
}

function FigureCell({ figure, withSource }: CellProps) {
  const w = useWords(demandWords);
  const { known, isLocked } = figure ?? {};
  if (known && isLocked) {
    return (
      <td className="demand-locked">
        {w.locked(known.value, known.measure)} <span className="soft">{w.lockedWord}</span>
        {withSource && (
          <span className="soft demand-source">{w.lockedFrom(known.source, known.asOf)}</span>
        )}
      </td>
    );
  }
  return <td>{known ? w.oldFigure(known.value, known.measure, known.asOf) : w.toAsk}</td>;
}
