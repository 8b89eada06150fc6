import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '@oneneedle/contract';
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import { expect, it } from 'vitest';
import { addresses } from '../src/api/addresses.ts';

it('the client knows every address of the contract, by method and path, and nothing of its shapes', () => {
  const known = Object.keys(addresses);
  expect(known.length).toBeGreaterThan(150);
  expect(addresses).toEqual(Object.fromEntries(listed(contract)));
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

function listed(router: AnyContractRouter, name = ''): [string, string][] {
  if (isContractProcedure(router)) {
    const { method, path } = router['~orpc'].route;
    return [[name.slice(1), `${method} ${path}`]];
  }
  return Object.entries(router).flatMap(([key, part]) => listed(part, `${name}.${key}`));
}
