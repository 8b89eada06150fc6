/** The form of every part of the language, and its keys in words. */

import { type FormShape, formFields, schemeForms } from '@oneneedle/kernel';
import { wordsIn } from '../../words/catalogue.ts';
import { schemeEditWords, schemeSayingWords } from '../../words/scheme-edit.ts';
import { formWordsIn } from './form-words.ts';
import { wordsByKey } from './in-words.ts';

/** Read off the shapes once, when the form is loaded. */
export const forms: Readonly<Record<string, FormShape>> = schemeForms();

/** What a key of the language is called in the Chinese sentences of the check. */
export const keyWords: ReadonlyMap<string, string> = new Map([
  ...wordsByKey(formFields(forms), formWordsIn('zh')),
  ['true', wordsIn(schemeEditWords, 'zh').yes],
  ['false', wordsIn(schemeEditWords, 'zh').no],
]);

/** How they are put together: the sentences of the check are Chinese, whatever the page is. */
export const saying = wordsIn(schemeSayingWords, 'zh');
