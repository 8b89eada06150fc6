/** Edits whose paths are taken apart: each is one splice of the text. */

import type { EditValue } from './values.ts';

/** Keys of maps and numbers of list members, from the top. */
export type Keys = readonly (string | number)[];

/**
 * `put` writes a value whole. Where people choose the names, `after` is the one before a new key: ''
 * is the first place, none the last.
 */
export type DoneEdit =
  | {
      readonly op: 'put';
      readonly keys: Keys;
      readonly value: EditValue;
      readonly after?: string | undefined;
    }
  | { readonly op: 'remove'; readonly keys: Keys }
  | { readonly op: 'insert'; readonly keys: Keys; readonly at: number; readonly value: EditValue }
  | { readonly op: 'move'; readonly keys: Keys; readonly to: Keys };
