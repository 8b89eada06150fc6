/** What the audit keeps of a request: everything but personal data, of which it keeps digests. */

import { createHmac } from 'node:crypto';

/** Fields that no audit may hold, whatever an address says of itself. */
const always = ['password', 'newPassword', 'currentPassword', 'token'];

/** The key of the digests, so that a name cannot be found by trying names. */
export function digestKey(secret: string): string {
  return createHmac('sha256', secret).update('audit digest').digest('hex');
}

/** The input as JSON, with digests for personal fields and the size for files. */
export function auditInput(input: unknown, personal: readonly string[], key: string): string {
  const hidden = new Set([...always, ...personal]);
  return JSON.stringify(input ?? {}, (name, value: unknown) => {
    if (hidden.has(name) && value !== null && value !== undefined) {
      return { digest: digestOf(value, key) };
    }
    if (value instanceof Blob) return { bytes: value.size };
    return value;
  });
}

function digestOf(value: unknown, key: string): string {
  return createHmac('sha256', key).update(JSON.stringify(value)).digest('hex');
}
