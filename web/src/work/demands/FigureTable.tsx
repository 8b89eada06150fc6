/** Figures asked, village by village: what the town holds is locked, with its source and day. */

import { useWords } from '../../words/catalogue.ts';
import { demandWords } from '../../words/demands.ts';
import type { Figure } from './replies.ts';

export function FigureTable({ figures }: { figures: readonly Figure[] }) {
  const w = useWords(demandWords);
  if (figures.length === 0) return null;
  const names = [...new Set(figures.map(({ name }) => name))];
  const units = [...new Map(figures.map(({ unit }) => [unit.code, unit])).values()];
  return (
    <div className="demand-box">
      <table className="demand-table demand-figures">
        <caption className="reader-only">{w.figureTable}</caption>
        <thead>
          <tr>
            <th scope="col">{w.units}</th>
            {names.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ code, name: unit }) => (
            <tr key={code}>
              <th scope="row">{unit}</th>
              {names.map((name) => (
                <FigureCell
                  key={name}
                  figure={figures.find((one) => one.name === name && one.unit.code === code)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureCell({ figure }: { figure: Figure | undefined }) {
  const w = useWords(demandWords);
  const { known, isLocked } = figure ?? {};
  if (known && isLocked) {
    return (
      <td className="demand-locked">
        {w.locked(known.value, known.measure)} <span className="soft">{w.lockedWord}</span>
        <span className="soft demand-source">{w.lockedFrom(known.source, known.asOf)}</span>
      </td>
    );
  }
  return <td>{known ? w.oldFigure(known.value, known.measure, known.asOf) : w.toAsk}</td>;
}
