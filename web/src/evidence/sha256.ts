/** The SHA-256 of a file, worked out before it is sent, so that a broken transfer is noticed. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const sliceBytes = 2 * 1024 * 1024;

/**
 * Lower-case hex; `progress` hears how many bytes are done. Read slice by slice, so that a large
 * file neither fills the memory nor stops the page. The browser's own hash is not used: it is
 * missing where an office opens the page as plain http in its own network.
 */
export async function sha256Of(
  file: Blob,
  progress: (bytes: number) => void = () => {},
): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += sliceBytes) {
    hash.update(new Uint8Array(await file.slice(at, at + sliceBytes).arrayBuffer()));
    progress(Math.min(at + sliceBytes, file.size));
  }
  return bytesToHex(hash.digest());
}
