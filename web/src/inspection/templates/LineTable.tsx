/** The lines of a check sheet by group, with what makes points of each. */

import { useWords } from '../../words/catalogue.ts';
import { templateWords } from '../../words/templates.ts';
import type { TemplatePageData } from '../replies.ts';
import { type Line, useLineWords, usePointsWords } from './template-words.ts';

interface LineTableProps {
  lines: readonly Line[];
  clauses: TemplatePageData['clauses'];
}

export function LineTable({ lines, clauses }: LineTableProps) {
  const w = useWords(templateWords);
  const say = useLineWords();
  const points = usePointsWords(clauses);
  const heads = [w.number, w.standard, w.asked, w.full, w.method, w.due, w.photo];
  return (
    <table className="check-lines">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groupsOf(lines).map(([group, members]) => (
        <tbody key={members[0]?.line.code}>
          <tr className="check-group">
            <th colSpan={heads.length} scope="colgroup">
              {group}
            </th>
          </tr>
          {members.map(({ line, number }) => {
            const { full, method } = points(line);
            const cells = [
              [w.asked, say.asked(line)],
              [w.full, full],
              [w.method, method],
              [w.due, say.due(line)],
              [w.photo, line.photo === 'asked' ? w.photoAsked : w.photoNone],
            ] as const;
            return (
              <tr key={line.code}>
                <td>{number}</td>
                <th scope="row">
                  {line.standard}
                  {line.hint !== '' && <small className="soft">{line.hint}</small>}
                </th>
                {cells.map(([head, text]) => (
                  <td key={head} data-head={head} className={text === '' ? 'is-empty' : undefined}>
                    {text}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

interface Numbered {
  readonly line: Line;
  readonly number: number;
}

/** Lines that stand together under one 项目, numbered as on the sheet. */
export function groupsOf(lines: readonly Line[]): [string, Numbered[]][] {
  const groups: [string, Numbered[]][] = [];
  for (const [index, line] of lines.entries()) {
    const last = groups.at(-1);
    const numbered = { line, number: index + 1 };
    if (last?.[0] === line.group) last[1].push(numbered);
    else groups.push([line.group, [numbered]]);
  }
  return groups;
}
