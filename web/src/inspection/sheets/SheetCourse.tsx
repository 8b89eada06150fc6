/** What was done with a sheet, each change with its old answers beside what they became. */

import type { SheetAnswers } from '@oneneedle/kernel';
import { useFormat } from '../../format/index.ts';
import { useWords } from '../../words/catalogue.ts';
import { sheetWords } from '../../words/sheets.ts';
import { Differences } from './Differences.tsx';
import type { Sheet } from './sheet-words.ts';

export function SheetCourse({ sheet }: { sheet: Sheet }) {
  const w = useWords(sheetWords);
  const format = useFormat();
  const sentFirst = sheet.course.findIndex(({ deed }) => deed === 'send');
  // Before it was sent a change is the choice between two writings.
  const isChoice = (index: number) => sentFirst < 0 || index < sentFirst;
  return (
    <section>
      <h3>{w.course}</h3>
      <ol className="sheet-course">
        {sheet.course.map(({ answersBefore, at, deed, note, onBehalfOf, person }, index) => (
          // A course only grows: what stands at a place stays there.
          <li key={`${deed} ${at} ${note ?? ''}`}>
            {[
              format.moment(at),
              deed === 'change' && isChoice(index) ? w.chosen : w.deeds(deed),
              person?.name,
              onBehalfOf?.name,
              note,
            ]
              .filter(Boolean)
              .join(' ')}
            {answersBefore && (
              <Differences
                lines={sheet.template.lines}
                left={[isChoice(index) ? w.unwanted : w.before, answersBefore]}
                right={[isChoice(index) ? w.wanted : w.after, answersAfter(sheet, index)]}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the answers were after a deed: what the next change found, or what stands there now. */
function answersAfter({ answers, course }: Sheet, index: number): SheetAnswers {
  const next = course.slice(index + 1).find(({ answersBefore }) => answersBefore !== undefined);
  return next?.answersBefore ?? answers;
}
