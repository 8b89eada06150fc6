/** What a backup says of itself: where it comes from, what is in it, and the hash of every part. */

import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const code = z.string().regex(/^[a-z][a-z0-9-]{1,29}$/);

/** The rows of a table, or those of one town in it, as CSV with a head, packed by gzip. */
const tablePart = z.strictObject({
  /** Name inside of the backup. */
  path: z.string(),
  /** `public.fact` */
  table: z.string().regex(/^(?:public|login)\.[a-z_][a-z0-9_]*$/),
  /** Code of the town; absent for a table without towns. */
  town: code.optional(),
  columns: z.array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/)).min(1),
  rows: count,
  /** Of the CSV, not of what is packed. */
  sha256,
});

const filePart = z.strictObject({ path: z.string(), sha256, bytes: count });

const townPart = z.strictObject({
  id: z.uuid(),
  code,
  name: z.string(),
  /** Size and root of its log of facts. */
  ledger: z.strictObject({ size: count, root: sha256 }),
  /** Files of evidence, named by their content. */
  files: z.array(filePart),
  /** Hashes of files that rows name and that were not to be found, or no longer whole. */
  missing: z.array(sha256),
});

export const manifestShape = z.strictObject({
  format: z.literal('oneneedle-backup-1'),
  /** The whole installation, or one town with the accounts that may enter it. */
  scope: z.enum(['installation', 'town']),
  madeAt: z.iso.datetime(),
  program: z.string(),
  postgres: z.string(),
  /** Migrations of the database, in their order. */
  migrations: z.array(z.strictObject({ name: z.string(), sha256 })),
  tables: z.array(tablePart),
  towns: z.array(townPart),
});

export type Manifest = z.output<typeof manifestShape>;
export type TablePart = z.output<typeof tablePart>;
export type TownPart = z.output<typeof townPart>;

/** Names of the last two parts of a backup: what it says of itself, and the hash of that. */
export const manifestName = 'manifest.json';
export const sealName = 'manifest.sha256';

/** Where the files of a town's evidence lie inside of a backup. */
export function filePath(town: string, hash: string): string {
  return `files/${town}/${hash}`;
}
