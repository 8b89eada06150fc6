/** The form of every part of the language, and its keys in words. */

import { type FormShape, formFields, schemeForms } from '@oneneedle/kernel';
import { formWordsIn } from './form-words.ts';
import { wordsByKey } from './in-words.ts';

/** Read off the shapes once, when the form is loaded. */
export const forms: Readonly<Record<string, FormShape>> = schemeForms();

/** What a key of the language is called in the Chinese sentences of the check. */
export const keyWords = wordsByKey(formFields(forms), formWordsIn('zh'));
