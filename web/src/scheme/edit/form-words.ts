/** The words of a form in the language of this browser. */

import { useMemo } from 'react';
import { type Language, usePreferences } from '../../shell/preferences.ts';
import { fieldHints, fieldWords } from '../../words/scheme-fields.ts';
import { optionWords } from '../../words/scheme-options.ts';
import { ruleWords } from '../../words/scheme-rules.ts';

/** What fields, choices and rules are called. */
export interface FormWords {
  field(place: string): string;
  hint(place: string): string | undefined;
  option(place: string, option: string): string;
  ruleWhat(kind: string): string;
}

/** Both at once, so that a page asks for the language once. */
export function useFormWords(): FormWords {
  const { language } = usePreferences();
  return useMemo(() => formWordsIn(language), [language]);
}

/** For sentences that are Chinese whatever the page is. */
export function formWordsIn(language: Language): FormWords {
  const side = language === 'zh' ? 0 : 1;
  return {
    field: (place) => fieldWord(place)?.[side] ?? place,
    hint: (place) => fieldHints[place]?.[side],
    option: (place, option) => optionWord(place, option)?.[side] ?? option,
    ruleWhat: (kind) => ruleWords[kind]?.what[side] ?? '',
  };
}

/** The word of a field: by its place, else by its key; undefined where nobody thought of it. */
export function fieldWord(place: string) {
  return fieldWords[place] ?? fieldWords[place.split('.').at(-1) ?? ''];
}

/** The word of a choice: at its place, else in general. */
export function optionWord(place: string, option: string) {
  return optionWords[`${place}=${option}`] ?? optionWords[option];
}
