/** What a page owes to its own policy before it loads the kernel. */

import { z } from 'zod';

/**
 * A page may not make code out of text, so in a browser zod must not even try. It looks when a shape
 * is made: this is called before the kernel is loaded, which makes the first one.
 */
export function makeNoCodeFromText(): void {
  z.config({ jitless: true });
}
