import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '@oneneedle/contract';
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import { expect, it } from 'vitest';
import { addresses } from '../src/api/addresses.ts';

it('the client knows every address of the contract, by method and path, and nothing of its shapes', () => {
  const known = listed(addresses);
  expect(known.size).toBeGreaterThan(150);
  expect(known).toEqual(listed(contract));
  expect(JSON.parse(JSON.stringify(addresses))).toEqual(addresses);
});

it('a page takes constants of the contract by the door that has no shapes', () => {
  const source = join(import.meta.dirname, '../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  const takers = files.filter((path) =>
    /^import (?!type )[^;]*from '@oneneedle\/contract';/m.test(
      readFileSync(join(source, path), 'utf8'),
    ),
  );
  expect(takers).toEqual(['api/addresses.ts']);
});

/** `ledger.post` → `POST /towns/{town}/…`; what changes how a request is written stands beside it. */
function listed(router: AnyContractRouter, name = ''): Map<string, string> {
  if (isContractProcedure(router)) {
    const { summary: _, ...route } = router['~orpc'].route;
    return new Map([[name, JSON.stringify(route)]]);
  }
  return new Map(
    Object.entries(router).flatMap(([key, part]) => [...listed(part, `${name}.${key}`)]),
  );
}
