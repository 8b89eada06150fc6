/** Under which name the document room keeps the answer to an objection. */

export function answerOf(id: string) {
  return { kind: 'answer', about: `objection ${id}` } as const;
}
