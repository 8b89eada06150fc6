/**
 * The bare handler that the program is held against: plain `node:http` and the driver, the same
 * statements in the same transaction, the same reply as text; no identity, shapes, rules or audit of
 * its own making. Started as a process of its own; the recordings come over its channel.
 */

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { type Recording, renewed } from './recording.ts';

/** What the bench hands over. */
export interface BareNeeds {
  readonly url: string;
  readonly connections: number;
  /** By the path that is asked. */
  readonly recordings: Readonly<Record<string, Recording>>;
}

process.once('message', async (needs: BareNeeds) => {
  const pool = new pg.Pool({
    connectionString: needs.url,
    max: needs.connections,
    options: '-c search_path=public,login', // the log-in library names its tables without a schema
  });
  const server = createServer(async (request, response) => {
    await bodyOf(request);
    const recording = needs.recordings[request.url ?? ''];
    if (!recording) return response.writeHead(404).end();
    const client = await pool.connect();
    try {
      for (const { text, values } of renewed(recording, randomUUID)) {
        await client.query(text, [...values]);
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(recording.reply);
    } catch (error) {
      await client.query('rollback');
      response.writeHead(500).end(String(error));
    } finally {
      client.release();
    }
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const text = Buffer.concat(pieces).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
