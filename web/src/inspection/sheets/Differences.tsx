/** Two writings of one sheet side by side: the lines in which they differ. */

import { canonicalJson, type SheetAnswers } from '@oneneedle/kernel';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { type Line, useSaid } from './sheet-words.ts';

interface DifferencesProps {
  lines: readonly Line[];
  /** The heads and the answers below them. */
  left: readonly [string, SheetAnswers];
  right: readonly [string, SheetAnswers];
}

export function Differences({ lines, left, right }: DifferencesProps) {
  const w = useWords(sheetWords);
  const said = useSaid();
  const [[leftHead, one], [rightHead, other]] = [left, right];
  const differing = lines.filter(
    ({ code }) => canonicalJson(one[code] ?? null) !== canonicalJson(other[code] ?? null),
  );
  if (differing.length === 0) return <p className="soft">{w.sameAnswers}</p>;
  const text = (line: Line, answers: SheetAnswers) => {
    const answer = answers[line.code];
    const places = answer && 'places' in answer ? answer.places.map(({ at }) => at) : [];
    return [said(line, answer), ...places.filter((at) => at !== '')].join('；');
  };
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th scope="col">{w.line}</th>
          <th scope="col">{leftHead}</th>
          <th scope="col">{rightHead}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map((line) => (
          <tr key={line.code}>
            <th scope="row">{line.group}</th>
            <td>{text(line, one)}</td>
            <td>{text(line, other)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
