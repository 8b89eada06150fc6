/** What a fact is. Only `result`, `checked` and `missing` change how cells are evaluated. */
export const factForms = [
  'event',
  'measure',
  'status',
  'judgement',
  'decision',
  'tally',
  'result',
  'checked',
  'missing',
] as const;

export type FactForm = (typeof factForms)[number];
