/** Check sheets to begin with, written by us: data, not code. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newTemplate } from '@oneneedle/contract';
import { type FactKind, readShape } from '@oneneedle/kernel';
import { z } from 'zod';

const folder = join(import.meta.dirname, 'ready');

/** As `newTemplate`; numbers of YAML arrive as their text, and the office is one of the reader's town. */
const readyShape = z.strictObject({
  ...newTemplate,
  office: z.string().default(''),
  places: z.coerce.number().int().default(0),
  households: z.coerce.number().int().default(0),
});

export type ReadyTemplate = z.output<typeof readyShape>;

/**
 * A ready check sheet without the kinds that a town's catalogue lacks: such a line makes findings
 * alone, until the town takes the kind into its catalogue.
 */
export function withKindsOf(
  ready: ReadyTemplate,
  kinds: readonly Pick<FactKind, 'kind'>[],
): ReadyTemplate {
  const known = new Set(kinds.map(({ kind }) => kind));
  const lines = ready.lines.map((line) => {
    if (line.kind === undefined || known.has(line.kind)) return line;
    const { kind: _kind, field: _field, sampledField: _sampled, ...rest } = line;
    return rest;
  });
  return { ...ready, lines };
}

/** Every ready check sheet, by name of its file. @throws Error where one cannot be read */
export function readyTemplates(): ReadyTemplate[] {
  known ??= readdirSync(folder)
    .sort()
    .map((name) => readTemplate(readFileSync(join(folder, name), 'utf8'), name));
  return known;
}

let known: ReadyTemplate[] | undefined;

/** A check sheet from its text. @throws Error with every fault and its path */
export function readTemplate(source: string, name: string): ReadyTemplate {
  const { value, findings } = readShape(source, readyShape);
  if (value) return value;
  throw new Error(
    `${name}: ${findings.map(({ path, sentence }) => `${path} ${sentence}`).join('\n')}`,
  );
}
