/** How check sheets and their lines are said. */

import { useMemo } from 'react';
import { useWords } from '../../words/catalogue.ts';
import { templateWords } from '../../words/templates.ts';
import type { TemplatePageData } from '../replies.ts';

/** One line of a check sheet, as its readers get it. */
export type Line = TemplatePageData['template']['lines'][number];

/** Workdays in which what is wrong is put right; none: on the spot. */
const workdays = { onTheSpot: 0, three: 3, seven: 7, fifteen: 15 } as const;

/** How a line is asked, by when it is put right, in plain words. */
export function useLineWords() {
  const w = useWords(templateWords);
  return useMemo(
    () => ({
      asked: ({ asks, choices = [] }: Line): string =>
        asks === 'choice'
          ? w.choice(choices.map(({ text }) => text).join(w.choiceSeparator))
          : { count: w.count, yesNo: w.yesNo, sample: w.sample, mark: w.mark }[asks],
      due: ({ severity }: Line): string =>
        severity === 'onTheSpot' ? w.onTheSpot : w.workdays(workdays[severity]),
    }),
    [w],
  );
}

/** What makes points of a line: full mark and clauses, or that nothing does. */
export function usePointsWords(clauses: TemplatePageData['clauses']) {
  const w = useWords(templateWords);
  return useMemo(
    () =>
      ({ code, kind }: Line): { full: string; method: string } => {
        const heard = clauses.filter(({ line }) => line === code);
        if (heard.length === 0) {
          return { full: '', method: kind === undefined ? w.noKind : w.unheard };
        }
        const full = [
          ...new Set(heard.map((one) => (one.full === undefined ? w.shared : w.points(one.full)))),
        ];
        return {
          full: full.join(w.comma),
          method: heard.map(({ clause, text }) => `${clause} ${text}`).join('\n'),
        };
      },
    [w, clauses],
  );
}
