/**
 * Loaded before the program (`node --import`): its clock is moved by as many milliseconds as the file
 * named in MOVED_CLOCK says, at any moment. Some deeds need a day to have passed.
 */

import { readFileSync } from 'node:fs';

const RealDate = globalThis.Date;
const file = process.env.MOVED_CLOCK ?? '';
const lookAgainMilliseconds = 100;
let known = { offset: 0, until: 0 };

function now(): number {
  const at = performance.now();
  if (at >= known.until) known = { offset: offset(), until: at + lookAgainMilliseconds };
  return RealDate.now() + known.offset;
}

function offset(): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, newTarget) =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
});
