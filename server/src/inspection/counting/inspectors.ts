/** Who went to the visits behind facts: whoever asks shows it as letters, never as names. */

import type { Queries } from '../../platform/index.ts';
import { goneVisits } from '../sheets/store.ts';
import { visitMatter } from './lines.ts';

/** What the matters of a visit's facts begin with, and who went there. */
export interface VisitInspectors {
  readonly begins: string;
  readonly inspectors: readonly string[];
}

/** Every visit of the town that was gone to. */
export async function inspectorsOfVisits(db: Queries): Promise<VisitInspectors[]> {
  const visits = await goneVisits(db);
  return visits.map((visit) => ({ begins: visitMatter(visit), inspectors: visit.inspectors }));
}
