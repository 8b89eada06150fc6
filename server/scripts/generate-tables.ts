/** Writes the types of the tables from a freshly migrated database; `--check` only compares. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { PostgresDialect as Codegen, generate } from 'kysely-codegen';
import pg from 'pg';
import { scratchDatabase } from '../test/kit/scratch.ts';

const target = join(import.meta.dirname, '../src/platform/database/tables.generated.ts');

const scratch = await scratchDatabase();
try {
  const pool = new pg.Pool({ connectionString: scratch.ownerUrl });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const text = await generate({
    db,
    dialect: new Codegen({ dateParser: 'string', numericParser: 'string' }),
    defaultSchemas: ['public'],
    outFile: null,
    print: false,
    // The driver's parsers of connect.ts: instants are ISO text, counts are numbers.
    typeMapping: { timestamptz: 'string', int8: 'number' },
  });
  await db.destroy();
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error('tables.generated.ts is not what the migrations make: npm run gen');
    process.exitCode = 1;
  }
} finally {
  await scratch.stop();
}
