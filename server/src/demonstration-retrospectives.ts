/** The retrospectives of a demonstration township, step by step through the room's own deeds. */

import { readShape } from '@oneneedle/kernel';
import { z } from 'zod';
import type { Ctx } from './platform/index.ts';
import {
  addRetrospective,
  changeByRetrospective,
  concludeRetrospective,
  tellCause,
} from './work/index.ts';

const words = z.string();

const retrospectiveShape = z.strictObject({
  problem: words,
  foundOn: words,
  source: words,
  unit: words,
  owner: words,
  cause: words,
  causedOn: words,
  change: words,
  item: z.strictObject({ lead: words, accountable: words, dueOn: words }).optional(),
  clause: z.strictObject({ line: words, code: words }).optional(),
  changedOn: words,
  look: z.strictObject({ figure: words, before: words, wanted: words, on: words }),
  result: z.enum(['kept', 'notKept']).optional(),
  found: words.default(''),
  conclusion: words.default(''),
  concludedOn: words.optional(),
});

export type DemoRetrospective = z.infer<typeof retrospectiveShape>;

/** The retrospectives of a file. @throws Error where one cannot be read */
export function readRetrospectiveFile(source: string): readonly DemoRetrospective[] {
  const { value, findings } = readShape(source, retrospectiveShape.array());
  if (value) return value;
  throw new Error(findings.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'));
}

/** Writes each down on its days, in the name of the supervision office. */
export async function loadRetrospectives(
  all: readonly DemoRetrospective[],
  contextOf: (user: string, now: string) => Promise<Ctx>,
): Promise<void> {
  const on = (day: string) => contextOf('tian.ducha', `${day}T03:00:00.000Z`);
  for (const one of all) {
    const { problem, foundOn, source, unit, owner, look, item, clause } = one;
    const { id } = await addRetrospective(await on(foundOn), {
      problem,
      foundOn,
      source,
      unit,
      owner,
    });
    await tellCause(await on(one.causedOn), { id, cause: one.cause });
    const changed = await on(one.changedOn);
    await changeByRetrospective(changed, { id, note: one.change, look, item, clause });
    if (one.result === undefined || one.concludedOn === undefined) continue;
    await concludeRetrospective(await on(one.concludedOn), {
      id,
      result: one.result,
      figure: one.found,
      conclusion: one.conclusion,
    });
  }
}
