/** Who may import what: declared packages only, and the kernel through its one door. */

import { posix } from 'node:path';
import type { Manifest } from './repository.ts';
import { type Finding, findingAt, type Source } from './source.ts';

/** The manifests of the repository: its own under '', then one a workspace folder. */
export type Manifests = Record<string, Omit<Manifest, 'version'>>;

/**
 * Every imported package is declared by the workspace that imports it. What is shipped (`src`,
 * `bin`) counts only `dependencies`; tests, scripts and benchmarks may use the shared tools.
 */
export function checkDeclared(source: Source, manifests: Manifests): Finding[] {
  const workspace = source.path.split('/')[0] ?? '';
  const own = manifests[workspace];
  const shipped = own && /^[^/]+\/(?:src|bin)\/(?!.*\.test\.ts$)/.test(source.path);
  const known = new Set([
    ...Object.keys(own?.dependencies ?? {}),
    ...(own ? [own.name] : Object.values(manifests).map(({ name }) => name)),
    ...(shipped ? [] : Object.keys(manifests['']?.devDependencies ?? {})),
    ...(shipped ? [] : Object.keys(own?.devDependencies ?? {})),
  ]);
  return source.imports.flatMap(({ specifier, node }) => {
    if (specifier === undefined || /^(?:\.|node:)/.test(specifier)) return [];
    const name = packageName(specifier);
    if (known.has(name)) return [];
    return [findingAt(source, 'declared', node, `${name} is not declared for ${workspace}`)];
  });
}

/** Other workspaces enter the kernel by its name alone, and the kernel enters nobody. */
export function checkDoors(source: Source): Finding[] {
  const inKernel = source.path.startsWith('kernel/');
  return source.imports.flatMap(({ specifier = '', node }) => {
    const target = specifier.startsWith('.')
      ? posix.join(posix.dirname(source.path), specifier)
      : specifier;
    const refused = inKernel
      ? /^(?:@oneneedle\/(?!kernel$)|server\/|bench\/)/.test(target)
      : /^(?:@oneneedle\/kernel\/|kernel\/)/.test(target);
    if (!refused) return [];
    const message = inKernel
      ? `${specifier}: the kernel knows nobody`
      : `${specifier}: the kernel has one door, @oneneedle/kernel`;
    return [findingAt(source, 'doors', node, message)];
  });
}

/** The rooms of the server in their one order; the command line stands outside and after them. */
export const rooms = [
  'platform',
  'org',
  'desk',
  'document',
  'evidence',
  'scheme',
  'ledger',
  'work',
  'inspection',
  'register',
  'meeting',
  'assessment',
  'publication',
  'outcome',
  'home',
  'backup',
  'cli',
];

/** A room imports only rooms before it, and those by their door `index.ts`; tests use doors too. */
export function checkRooms(source: Source): Finding[] {
  const own = roomOf(source.path);
  if (own === undefined) return [];
  return source.imports.flatMap(({ specifier = '', node }) => {
    if (!specifier.startsWith('.')) return [];
    const target = posix.join(posix.dirname(source.path), specifier);
    const room = roomOf(target);
    if (room === undefined || room === own) return [];
    const isBefore = rooms.indexOf(room) < rooms.indexOf(own) && rooms.includes(room);
    const isDoor = target === `server/src/${room}/index.ts`;
    if (isBefore && isDoor) return [];
    const message = isBefore
      ? `${specifier}: a room is entered by its index.ts`
      : `${specifier}: ${room} does not come before ${own}`;
    return [findingAt(source, 'rooms', node, message)];
  });
}

/** The room that a file stands in; undefined outside of `server/src`. */
function roomOf(path: string): string | undefined {
  return /^server\/src\/([^/]+)\//.exec(path)?.[1];
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
