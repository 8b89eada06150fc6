/** A command that cannot be carried out, with a sentence that says what, why and what to do. */
export class Refusal extends Error {
  readonly exitCode: 1 | 2;

  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}
