/**
 * The kernel's side of a whole process: read a folder as the command does, assess it, write the
 * totals as CSV. `node bench/calc-process.ts FOLDER OUT`; without a folder it starts and ends.
 */

import { writeFileSync } from 'node:fs';
import { assess } from '@oneneedle/kernel';
import { optionsFor, readFolder } from '../server/src/assessment/index.ts';

const [path, out] = process.argv.slice(2);
if (path !== undefined && out !== undefined) {
  const folder = await readFolder(path);
  const { subjects } = assess(folder.book, optionsFor(folder, { period: '2026' }));
  const lines = subjects.map(({ code, totalMilli, rank }) => `${code},${totalMilli},${rank ?? ''}`);
  writeFileSync(out, ['村,总分,名次', ...lines, ''].join('\n'));
}
