/** `npm run bench -- kernel`: one JSON line a figure. Timings are read as ratios, never asserted. */

import { parseArgs } from 'node:util';
import { serverFigures } from '../server/scripts/bench/figures.ts';
import { workFigures } from '../server/scripts/bench/work-figures.ts';
import { calcFigures } from './calc.ts';
import { fieldFigures } from './field.ts';
import { kernelFigures } from './kernel.ts';

type Suite = () => Iterable<Figure> | AsyncIterable<Figure>;

const { positionals: names, values } = parseArgs({
  allowPositionals: true,
  // How many towns the server is measured with: `--towns 1` is the quick form.
  options: { towns: { type: 'string', default: '1,20,100' } },
});
const towns = values.towns.split(',').map(Number);

/** A suite is one or more rows of figures, measured one after the other. */
const suites: Record<string, readonly Suite[]> = {
  kernel: [kernelFigures, calcFigures],
  server: [() => serverFigures(towns)],
  work: [workFigures],
  field: [fieldFigures],
};

/** One measured figure with its unit; a value that could not be measured is null, and the note says why. */
export interface Figure {
  readonly figure: string;
  readonly value: number | null;
  readonly unit?: string;
  readonly note?: string;
  /** How many facts it was measured with, where a suite measures several sizes. */
  readonly facts?: number;
  /** How many open items, likewise. */
  readonly items?: number;
  /** In how many towns, likewise. */
  readonly towns?: number;
}

const chosen = names.length === 0 ? Object.keys(suites) : names;
for (const name of chosen) {
  const suite = suites[name];
  if (!suite) {
    process.stderr.write(`no bench "${name}"; there are: ${Object.keys(suites).join(', ')}\n`);
    process.exitCode = 2;
    continue;
  }
  for (const figures of suite) {
    for await (const figure of figures()) {
      process.stdout.write(`${JSON.stringify({ bench: name, ...figure })}\n`);
    }
  }
}
