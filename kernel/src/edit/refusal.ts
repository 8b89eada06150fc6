/** Why an edit is not made. */

/** Nothing was changed; `message` is a sentence for people: what, why, what to do. */
export class EditRefusal extends Error {
  /** Which of the edits was refused, from 0. */
  readonly edit: number;

  constructor(sentence: string, edit = 0) {
    super(sentence);
    this.edit = edit;
  }

  /** The same, of the edit with this number. */
  at(edit: number): EditRefusal {
    return new EditRefusal(this.message, edit);
  }
}
