/** Whether the device had room for what was written. */

const short = new Set<string>();

/** Whether something that was written is on this page alone. */
export function isShortOfRoom(): boolean {
  return short.size > 0;
}

/** What found no room, by the name under which it was tried. */
export function withoutRoom(): readonly string[] {
  return [...short];
}

/** Tries to keep something. @returns whether there was room for it; what else fails is thrown on */
export async function hasRoom(what: string, keep: () => Promise<unknown>): Promise<boolean> {
  try {
    await keep();
    short.delete(what);
    return true;
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    short.add(what);
    return false;
  }
}

/** It was thrown away: nothing of it must be kept any more. */
export function forget(what: string): void {
  short.delete(what);
}

/** A browser says the first where its share is used up, the second where the whole disk is full. */
function isNoRoom(error: unknown): boolean {
  const name = error instanceof DOMException ? error.name : '';
  return name === 'QuotaExceededError' || name === 'UnknownError';
}
