/** What the parts of a scheme beside its tree are called. */

import { useWords } from '../../words/catalogue.ts';
import { schemeEditWords } from '../../words/scheme-edit.ts';
import type { SchemePart } from './scheme-parts.ts';

/** All of them in the language of this browser. */
export function usePartWords(): Readonly<Record<SchemePart, string>> {
  const w = useWords(schemeEditWords);
  return {
    head: w.head,
    grades: w.grades,
    vetoes: w.vetoes,
    prizes: w.prizes,
    pay: w.pay,
    procedure: w.procedure,
    conventions: w.conventions,
  };
}
