/** The board of one place (项目、序号、标准、分值、计分办法、检查记录、得分): what was found beside what it scored. */

import type { LineClause, ReviewedRound } from '../../inspection/index.ts';
import { unplacedBy } from './order.ts';
import type { ClausePoints, ReviewPoints, SubjectPoints } from './points.ts';

interface Scored {
  readonly clauses: readonly LineClause[];
  readonly found: ReviewPoints;
}

/** The boards of the places that somebody was at, in the order of the roster. */
export function boardsOf(reviewed: ReviewedRound, scored: Scored | undefined) {
  const { lines, visits } = reviewed;
  return visits
    .filter(({ sheets }) => sheets.length > 0)
    .map((visit) => {
      const { subject, inspectors, on, sheets } = visit;
      const points = scored?.found.subjects.find(({ code }) => code === subject.code);
      const isWhole = unplacedBy(visit, points) === undefined;
      return {
        subject,
        inspectors: [...inspectors],
        ...(on === undefined ? {} : { on }),
        sheets: sheets.map(({ person, answers }) => ({ person, answers })),
        lines: lines.map((line, index) => ({
          line,
          ways: waysOf(line.code, index, { reviewed, clauses: scored?.clauses ?? [], points }),
        })),
        ...(points && isWhole ? { total: points.total, full: points.full } : {}),
      };
    });
}

interface Around {
  readonly reviewed: ReviewedRound;
  readonly clauses: readonly LineClause[];
  readonly points: SubjectPoints | undefined;
}

/** The clauses that make points of a line; one that stands at an earlier line already gives no number twice. */
function waysOf(line: string, index: number, { reviewed, clauses, points }: Around) {
  return clauses
    .filter((one) => one.line === line)
    .map(({ clause, text, full }) => {
      const first = reviewed.lines.findIndex(({ code }) =>
        clauses.some((one) => one.line === code && one.clause === clause),
      );
      const made = points?.clauses.find(({ code }) => code === clause);
      return {
        clause,
        text,
        ...(made?.full ? { full: made.full.text } : full === undefined ? {} : { full }),
        ...(first < index ? { asLine: first + 1 } : made ? numberOf(made) : {}),
        factIds: made && first >= index && made.change.milli < 0 ? [...made.factIds] : [],
      };
    });
}

function numberOf({ change, got, state }: ClausePoints) {
  const hasNumber = state === 'scored' || state === 'zeroed';
  return hasNumber ? { got: got ?? change } : { state };
}
