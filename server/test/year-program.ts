/** The program with the town of a year, for journeys in the browser. */

import { readWorkbook } from '../src/platform/index.ts';
import { sendEvidence } from './evidence-kit.ts';
import { startKit, testPassword } from './kit/rooms.ts';
import { scratchDatabase } from './kit/scratch.ts';
import type { YearNeeds, YearProgram } from './year-shape.ts';
import { yearSteps } from './year-steps.ts';
import { yearTown } from './year-town.ts';

/** Starts it on a database of its own, and founds the town on the first days of 2025. */
export async function startYear({ port, pages }: YearNeeds): Promise<YearProgram> {
  const origin = `http://127.0.0.1:${port}`;
  const { kit, end } = await startKit(await scratchDatabase(), { port, origin, pages });
  const town = await yearTown(kit, 'qinghe');
  return {
    origin,
    secret: testPassword,
    town,
    steps: yearSteps(town),
    setNow: kit.setNow,
    evidence: async (name, bytes) => {
      const { body } = await sendEvidence(town.who.zhou, { town: 'qinghe', name, bytes });
      return body.evidence.id;
    },
    rowsIn: async (path) => {
      const [first] = (await readWorkbook(path)).sheets;
      return (first?.rows ?? []).map((row) => row.map(({ text }) => text));
    },
    end,
  };
}
