import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keptSteps,
  redone,
  restoredSteps,
  type Steps,
  stepped,
  stepsOf,
  undone,
} from '../src/scheme/edit/steps-back.ts';

const writes = fc.array(
  fc.record({
    text: fc.string({ maxLength: 30, unit: 'grapheme' }),
    place: fc.constantFrom('', 'a', 'b'),
  }),
  { maxLength: 12 },
);

const written = (all: readonly { text: string; place: string }[], from = 'line: a\n'): Steps =>
  all.reduce((steps, { text, place }) => stepped(steps, text, place), stepsOf(from));

describe('steps of a text', () => {
  it('lead back to the first text, one by one, and forth again to the last', () => {
    fc.assert(
      fc.property(writes, (all) => {
        const last = written(all);
        let back = last;
        const seen = [back.current];
        while (back.past.length > 0) {
          back = undone(back);
          seen.push(back.current);
        }
        expect(back.current).toBe('line: a\n');
        let forth = back;
        const again = [forth.current];
        while (forth.future.length > 0) {
          forth = redone(forth);
          again.push(forth.current);
        }
        expect(again).toEqual([...seen].reverse());
        expect(forth.current).toBe(last.current);
      }),
    );
  });

  it('typed one after the other at one place are one', () => {
    const steps = written([
      { text: 'delta: -', place: 'delta' },
      { text: 'delta: -2', place: 'delta' },
      { text: 'delta: -2 of: a', place: 'of' },
    ]);
    expect(undone(steps).current).toBe('delta: -2');
    expect(undone(undone(steps)).current).toBe('line: a\n');
    expect(undone(undone(undone(steps)))).toEqual(undone(undone(steps)));
  });

  it('are the same after a browser has kept them', () => {
    fc.assert(
      fc.property(writes, (all) => {
        const steps = written(all);
        const kept = restoredSteps(keptSteps(steps), steps.current);
        expect(kept).toEqual({ ...steps, place: '' });
        expect(undone(kept).current).toBe(undone(steps).current);
      }),
    );
  });

  it('of another text are not taken for those of this one', () => {
    const steps = written([{ text: 'line: b\n', place: '' }]);
    expect(restoredSteps(keptSteps(steps), 'line: c\n')).toEqual(stepsOf('line: c\n'));
    expect(restoredSteps(null, 'x')).toEqual(stepsOf('x'));
    expect(restoredSteps('{', 'x')).toEqual(stepsOf('x'));
  });

  it('take no more room than what they changed', () => {
    const long = 'x'.repeat(50_000);
    const all = Array.from({ length: 300 }, (_, at) => ({ text: `${long}${at}`, place: '' }));
    const steps = written(all, long);
    expect(steps.past).toHaveLength(200);
    expect(keptSteps(steps).length).toBeLessThan(long.length + 20_000);
  });
});
