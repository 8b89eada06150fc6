/** What every field of a form needs of the page around it. */

import type { EditValue, SchemeEdit } from '@oneneedle/kernel';
import { createContext, type ReactNode, useContext } from 'react';
import type { Finding } from '../replies.ts';
import type { FormWords } from './form-words.ts';
import type { Forms } from './shape.ts';

/** Words that are offered while one types. */
export interface Suggestion {
  readonly value: string;
  readonly label?: string;
}

export interface Editing {
  readonly forms: Forms;
  readonly words: FormWords;
  /** Places that have a field also while nothing is written there. */
  readonly always: ReadonlySet<string>;
  /** All or none of the edits; what is refused is said above the form. */
  apply(...edits: SchemeEdit[]): void;
  findingsAt(path: string): readonly Finding[];
  suggestions(place: string): readonly Suggestion[];
  /** Where this draft describes a kind of fact; undefined for one of the catalogue. */
  kindAt(code: string): { readonly path: string; readonly value: EditValue } | undefined;
  /** What stands below a group of fields: the kinds of fact that a veto hears or still needs. */
  below(place: string, path: string, value: EditValue | undefined): ReactNode;
}

export const EditContext = createContext<Editing | undefined>(undefined);

/** The page around a field. */
export function useEditing(): Editing {
  const editing = useContext(EditContext);
  if (!editing) throw new Error('a field stands inside of a form');
  return editing;
}

/** A field of a form: where it is in the text, and what is written there. */
export interface PartProps {
  readonly place: string;
  readonly path: string;
  readonly value: EditValue | undefined;
  readonly required: boolean;
}
