/** The lines of a sheet with what was recorded, where, and its photos. */

import { isWrong } from '@oneneedle/kernel';
import { useTown } from '../../shell/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { type Line, type Sheet, useSaid } from './sheet-words.ts';

export function SheetLines({ sheet }: { sheet: Sheet }) {
  const w = useWords(sheetWords);
  const { lines } = sheet.template;
  return (
    <table className="sheet-table sheet-lines">
      <thead>
        <tr>
          <th scope="col">{w.number}</th>
          <th scope="col">{w.line}</th>
          <th scope="col">{w.answer}</th>
          <th scope="col">{w.where}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <Row key={line.code} sheet={sheet} line={line} number={index + 1} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ sheet, line, number }: { sheet: Sheet; line: Line; number: number }) {
  const w = useWords(sheetWords);
  const said = useSaid();
  const answer = sheet.answers[line.code];
  const wrong = answer !== undefined && isWrong(line, answer);
  const places = answer && 'places' in answer ? answer.places : [];
  const photos = sheet.photos.filter((photo) => photo.of === 'line' && photo.line === line.code);
  const known = new Set(places.map(({ id }) => id));
  return (
    <tr className={wrong ? 'is-wrong' : undefined}>
      <td>{number}</td>
      <th scope="row">
        <b>{line.group}</b> {line.standard}
      </th>
      <td>
        {wrong && <span className="soft">{w.lineWrong} </span>}
        {said(line, answer)}
      </td>
      <td>
        {places.length > 0 && (
          <ol className="sheet-places">
            {places.map(({ at, id }) => (
              <li key={id}>
                {at === '' ? w.noPlace : at}
                <Shots photos={photos.filter(({ place }) => place === id)} what={at} />
              </li>
            ))}
          </ol>
        )}
        <Shots
          photos={photos.filter(({ place }) => place === undefined || !known.has(place))}
          what={line.group}
        />
      </td>
    </tr>
  );
}

/** Small pictures that open the file, where access is judged again. */
export function Shots({ photos, what }: { photos: Sheet['photos']; what: string }) {
  const w = useWords(sheetWords);
  const town = useTown();
  if (photos.length === 0) return null;
  return (
    <span className="sheet-shots">
      {photos.map(({ evidenceId, sha256 }, index) => {
        if (evidenceId === undefined) return <i key={sha256}>{w.waiting}</i>;
        const address = `/api/towns/${town}/evidence/${evidenceId}`;
        return (
          <a key={sha256} href={`${address}/file`} target="_blank" rel="noreferrer">
            <img src={`${address}/preview`} alt={`${what} ${w.photo(index + 1)}`} loading="lazy" />
          </a>
        );
      })}
    </span>
  );
}
