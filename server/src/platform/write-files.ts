/** Files written whole or not at all. */

/** Writes a file and makes its folder; what stood there is replaced only when all bytes are down. */
export async function writeBytes(_path: string, _bytes: Uint8Array): Promise<void> {
  throw new Error('not built yet');
}

/**
 * Writes a folder of files, all or none: names use `/`. A folder that stands there is replaced when it
 * is empty or an earlier one of ours (it holds a `receipt.json` and nothing foreign); else refused.
 */
export async function writeFolder(
  _path: string,
  _files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  throw new Error('not built yet');
}
