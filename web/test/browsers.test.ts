import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/**
 * What Chromium 109 does not have, and the version that brought it. The bundler rewrites syntax for
 * the browsers in vite.config.ts, but neither functions nor styles that depend on a variable.
 */
const tooNew: readonly (readonly [RegExp, string])[] = [
  [/\.to(?:Sorted|Reversed|Spliced)\(/, 'Chromium 110'],
  [/\b(?:Map|Object)\.groupBy\(/, 'Chromium 117'],
  [/\bPromise\.withResolvers\b/, 'Chromium 119'],
  [/\bURL\.canParse\b/, 'Chromium 120'],
  [/\bArray\.fromAsync\b/, 'Chromium 121'],
  [/\bAbortSignal\.any\b/, 'Chromium 116'],
  [/color-mix\(/, 'Chromium 111'],
  [/oklch\(|oklab\(/, 'Chromium 111'],
  [/light-dark\(/, 'Chromium 123'],
  [/@starting-style|@scope/, 'Chromium 117'],
  [/text-wrap: (?:balance|pretty)/, 'Chromium 114'],
  [/field-sizing:/, 'Chromium 123'],
];
const root = join(import.meta.dirname, '..', '..');
const shipped = ['web/src', 'web/field', 'kernel/src', 'contract/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|css)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') })),
);

it('nothing that is shipped needs a newer browser than the oldest promised', () => {
  expect(shipped.length).toBeGreaterThan(300);
  const found = shipped.flatMap(({ path, text }) =>
    tooNew.flatMap(([sign, since]) => (sign.test(text) ? [`${path}: ${sign} (${since})`] : [])),
  );
  expect(found).toEqual([]);
});
