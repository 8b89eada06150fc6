/** What holds of every edit of every example scheme, whatever is written where. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysAt } from '../../src/check/shape-keys.ts';
import { lookFor, pathKeys } from '../../src/edit/steps.ts';
import { sameValue } from '../../src/edit/values.ts';
import { type EditValue, editScheme, readYaml, scheme } from '../../src/index.ts';
import { commentsOf, exampleNames, exampleText, spotsOf } from './texts.ts';

const examples = fc.constantFrom(...exampleNames);
const texts = Object.fromEntries(
  exampleNames.map((name) => {
    const text = exampleText(name);
    return [name, { text, spots: spotsOf(text), lists: listsOf(text), absent: absentIn(text) }];
  }),
);
const of = (name: string) => {
  const found = texts[name];
  if (!found) throw new Error(name);
  return found;
};

const words = fc.oneof(
  fc.constantFrom(
    '甲：乙',
    'a: b',
    '- x',
    '#',
    'x #y',
    '[a]',
    '{a}',
    "it's",
    '"q"',
    '*',
    '&a',
    '1.10',
    '-0.5',
    '40%',
    'true',
    'null',
    '~',
    '',
    ' a ',
    'a,b',
    '第一行\n第二行',
    'a\n\nb\n',
    '一\n 二',
  ),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !/[^\P{Cc}\n\t]|\ufeff/u.test(text)),
);
const names = fc.constantFrom('县', '市', 'a.b', '*', '1', 'true', '带 空格', 'x: y');
const { value: values } = fc.letrec<{ value: EditValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(names, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

const runs = { numRuns: 40, seed: 5 };

describe('every edit', () => {
  it('set is read again as what was written, and only its lines change', () => {
    fc.assert(
      fc.property(examples, fc.nat(), values, (name, at, value) => {
        const { text, spots } = of(name);
        const spot = spots[at % spots.length];
        if (!spot || spot.path.includes('*')) return;
        const after = editScheme(text, [{ op: 'set', path: spot.path, value }]);
        expect(sameValue(valueAt(after, spot.path), value)).toBe(true);
        const others = (one: string) => withoutKey(one, spot.path);
        expect(others(after)).toEqual(others(text));
        expectOutsideUnchanged(text, after, spot.path);
      }),
      runs,
    );
  });

  it('comments outside of what is written survive', () => {
    fc.assert(
      fc.property(examples, fc.nat(), words, (name, at, value) => {
        const { text, spots } = of(name);
        const single = spots.filter((spot) => typeof spot.value === 'string');
        const { path } = single[at % single.length] ?? { path: '' };
        const after = editScheme(text, [{ op: 'set', path, value }]);
        expect(commentsOf(after)).toEqual(commentsOf(text));
      }),
      runs,
    );
  });

  it('remove after set of a new key restores the bytes, unless its brackets had to be opened', () => {
    let restored = 0;
    fc.assert(
      fc.property(examples, fc.nat(), values, (name, at, value) => {
        const { text, absent } = of(name);
        const path = absent[at % absent.length] ?? '';
        const between = editScheme(text, [{ op: 'set', path, value }]);
        if (wasOpened(text, between, path)) return;
        expect(editScheme(between, [{ op: 'remove', path }])).toBe(text);
        restored += 1;
      }),
      runs,
    );
    expect(restored).toBeGreaterThan(25);
  });

  it('remove after insert restores the bytes, and a member that moved there and back too', () => {
    fc.assert(
      fc.property(examples, fc.nat(), fc.nat(), (name, which, at) => {
        const { text, lists } = of(name);
        const list = lists[which % lists.length] ?? { path: '', length: 0 };
        const place = at % (list.length + 1);
        const value = { code: 'neu', text: '新的一条', rule: { pending: { why: '未定' } } };
        const between = editScheme(text, [{ op: 'insert', path: list.path, at: place, value }]);
        const gone = editScheme(between, [{ op: 'remove', path: `${list.path}[${place}]` }]);
        expect(gone).toBe(text);
        const from = which % list.length;
        const there = `${list.path}[${at % list.length}]`;
        const moved = editScheme(text, [{ op: 'move', path: `${list.path}[${from}]`, to: there }]);
        expect(commentsOf(moved).sort()).toEqual(commentsOf(text).sort());
        const back = [{ op: 'move', path: there, to: `${list.path}[${from}]` }] as const;
        // Between members that stand now with, now without a blank line, it is anybody's guess.
        expect(withoutBlanks(editScheme(moved, back))).toBe(withoutBlanks(text));
      }),
      runs,
    );
  });
});

function valueAt(text: string, path: string): EditValue | undefined {
  const root = readYaml(text).value as EditValue;
  return lookFor(root, pathKeys(root, path));
}

/** Everything but the value of a path. */
function withoutKey(text: string, path: string): unknown {
  const root = readYaml(text).value as EditValue;
  const keys = pathKeys(root, path);
  const walk = (value: unknown, depth: number): unknown => {
    if (depth === keys.length) return 'X';
    const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
    const key = keys[depth] as never;
    (copy as Record<string, unknown>)[key] = walk(
      (value as Record<string, unknown>)[key],
      depth + 1,
    );
    return copy;
  };
  return walk(root, 0);
}

/** The lines before the one on which the edited value stands, and those after its last one. */
function expectOutsideUnchanged(before: string, after: string, path: string): void {
  const { positions } = readYaml(before);
  const line = positions(path)?.line ?? 1;
  const lines = before.split('\n');
  const head = lines.slice(0, line - 1).join('\n');
  expect(after.startsWith(head)).toBe(true);
  const indent = /^[ -]*/.exec(lines[line - 1] ?? '')?.[0].length ?? 0;
  const rest = lines.slice(line);
  const next = rest.findIndex((text) => text.trim() !== '' && text.search(/[^ ]/) < indent);
  const tail = next < 0 ? '' : rest.slice(next).join('\n');
  expect(after.endsWith(tail)).toBe(true);
}

function withoutBlanks(text: string): string {
  return text.replace(/\n+/g, '\n');
}

function listsOf(text: string): { path: string; length: number }[] {
  return spotsOf(text)
    .filter((spot) => /(?:^tree|children|clauses)$/.test(spot.path) && Array.isArray(spot.value))
    .map(({ path, value }) => ({ path, length: (value as unknown[]).length }));
}

/** Keys that could be written and are not. */
function absentIn(text: string): string[] {
  const root = readYaml(text).value as EditValue;
  return spotsOf(text).flatMap(({ path, value }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    const language = keysAt(scheme, pathKeys(root, path));
    const chosen = language.length > 0 ? language : ['新的', 'doc.no'];
    return chosen.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}.${key}`);
  });
}

/** Whether brackets were opened, for want of room: the value stands on another line than its map. */
function wasOpened(before: string, after: string, path: string): boolean {
  const parent = path.slice(0, path.lastIndexOf('.'));
  const isFlow = (text: string) => {
    const line = readYaml(text).positions(parent)?.line ?? 1;
    return /[{[]/.test(text.split('\n')[line - 1] ?? '');
  };
  return isFlow(before) && before.split('\n').length !== after.split('\n').length;
}
