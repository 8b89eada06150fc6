import { expect, it } from 'vitest';
import { browserText } from '../src/auth/browser.ts';
import { type FirstUnit, withUnits } from '../src/auth/set-up-draft.ts';

const unit = (name: string, type: string, parent?: string): FirstUnit => {
  return { name, type, aliases: [], tags: [], ...(parent === undefined ? {} : { parent }) };
};

it('a village that is listed already is told and not added again, whoever it is said to be below', () => {
  const listed = [unit('东溪村', 'village', '青禾镇'), unit('山脚组', 'hamlet', '东溪村')];
  const added = [
    unit('东溪村', 'village'),
    unit('西岗村', 'village'),
    unit('西岗村', 'village'),
    unit('山脚组', 'hamlet', '西岗村'),
  ];
  const { units, twice } = withUnits(listed, added);
  expect(units.map(({ name, parent }) => [name, parent])).toEqual([
    ['东溪村', '青禾镇'],
    ['山脚组', '东溪村'],
    ['西岗村', undefined],
    ['山脚组', '西岗村'],
  ]);
  expect(twice).toEqual(['东溪村', '西岗村']);
});

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['curl/8.5.0', ''],
])('%s is called %s', (header, text) => {
  expect(browserText(header)).toBe(text);
});
