/** A table file of a clerk's machine, whatever its format. */

import type { Progress } from './progress.ts';
import type { TableFile } from './tables.ts';

/** Reads an .xlsx or .csv file; refuses everything else with a sentence that says what to do. */
export async function readTables(_path: string, _progress?: Progress): Promise<TableFile> {
  throw new Error('not built yet');
}
