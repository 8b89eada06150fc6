import { describe, expect, it } from 'vitest';
import { holdsNumber } from '../src/desk/link-titles.ts';

describe('a title', () => {
  it.each([
    ['打 13900000000 问', true],
    ['打 139-0000-0000 问', true],
    ['打１３９００００００００问', true],
    ['核对 430600199001010018', true],
    ['核对43060019900101001X', true],
    ['〔2026〕12号，2026-11-30前', false],
    ['计 3000000 元，共 120 户', false],
    ['编号 1390000000012', false],
  ])('%s holds the number of somebody: %s', (title, holds) => {
    expect(holdsNumber(title)).toBe(holds);
  });
});
