/** The first part of an address is a town unless it is a page, a folder or the API. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { townCode } from '@oneneedle/contract';
import { expect, it } from 'vitest';
import { reservedTownCodes } from '../../server/src/org/town-codes.ts';

const routes = readFileSync(join(import.meta.dirname, '../src/routes.tsx'), 'utf8');

it('no page of the installation can be hidden by a town, nor a town by it', () => {
  const pages = [...routes.matchAll(/path: '\/([a-z][a-z0-9-]*)/g)].map(([, page = '']) => page);
  expect(pages).toEqual(expect.arrayContaining(['sign-in', 'help']));
  // What the server serves beside the routes of the app: the API, the assets, the page of the field.
  const taken = new Set([...pages, 'api', 'assets', 'field']);
  expect([...reservedTownCodes].sort()).toEqual([...taken].sort());
  for (const code of taken) expect(townCode.safeParse(code).success, code).toBe(true);
});
