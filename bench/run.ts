/** `npm run bench -- kernel`: one JSON line a figure. Timings are read as ratios, never asserted. */

import { kernelFigures } from './kernel.ts';

const suites: Record<string, () => Iterable<Figure>> = { kernel: kernelFigures };

/** One measured figure with its unit. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string;
}

const names = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const chosen = names.length === 0 ? Object.keys(suites) : names;
for (const name of chosen) {
  const suite = suites[name];
  if (!suite) {
    process.stderr.write(`no bench "${name}"; there are: ${Object.keys(suites).join(', ')}\n`);
    process.exitCode = 2;
    continue;
  }
  for (const figure of suite()) {
    process.stdout.write(`${JSON.stringify({ bench: name, ...figure })}\n`);
  }
}
