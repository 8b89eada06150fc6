/** Tables out of PostgreSQL and into it as CSV, in one stream each: `COPY`, which the driver leaves to us. */

import { once } from 'node:events';
import { Readable } from 'node:stream';
import type pg from 'pg';

/** What the driver hands to a query that is none of its own. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
  readonly stream: {
    pause(): void;
    resume(): void;
    writableNeedDrain?: boolean;
  } & NodeJS.EventEmitter;
}

/** The messages of one `COPY`; every other one is no business of it. */
interface CopyMessages {
  submit(wire: Wire): void;
  handleError(error: Error): void;
  handleCommandComplete(message: { readonly text: string }): void;
  handleReadyForQuery(): void;
  handleCopyInResponse(wire: Wire): void;
  handleCopyData(message: { readonly chunk: Buffer }, wire: Wire): void;
}

/** How many rows went over, once all have. */
export interface Copied {
  readonly rows: number;
}

/**
 * The rows of `COPY … TO STDOUT` as bytes; `rows` is fulfilled at their end. The connection does
 * nothing else meanwhile.
 */
export function copyOut(client: pg.Client, text: string): Readable & { rows: Promise<Copied> } {
  let wire: Wire | undefined;
  const done = Promise.withResolvers<Copied>();
  done.promise.catch(() => {}); // whoever reads the stream hears of it there
  const stream = new Readable({
    read: () => {
      wire?.stream.resume();
    },
    destroy: (error, isDestroyed) => {
      wire?.stream.resume(); // what still comes is thrown away, so that the connection goes on
      isDestroyed(error);
    },
  });
  let rows = 0;
  submit(client, {
    submit: (given) => {
      wire = given;
      given.query(text);
    },
    handleCopyData: ({ chunk }, given) => {
      // The chunk is a part of the driver's own buffer, which it uses again.
      if (!stream.destroyed && !stream.push(Buffer.from(chunk))) given.stream.pause();
    },
    handleCommandComplete: (message) => {
      rows = rowsOf(message.text);
    },
    handleReadyForQuery: () => {
      stream.push(null);
      done.resolve({ rows });
    },
    handleError: (error) => {
      stream.destroy(error);
      done.reject(error);
    },
    handleCopyInResponse: (given) => given.sendCopyFail('nothing to send'),
  });
  return Object.assign(stream, { rows: done.promise });
}

/** Sends bytes to `COPY … FROM STDIN`; nothing of them stays if one row is refused. */
export async function copyIn(
  client: pg.Client,
  text: string,
  bytes: AsyncIterable<Buffer>,
): Promise<Copied> {
  const done = Promise.withResolvers<Copied>();
  let rows = 0;
  let failure: Error | undefined;
  submit(client, {
    submit: (wire) => wire.query(text),
    handleCopyInResponse: (wire) => {
      send(wire, bytes, () => failure !== undefined).catch((error: unknown) => {
        failure = error instanceof Error ? error : new Error(String(error));
        wire.sendCopyFail(failure.message);
      });
    },
    handleCopyData: () => {},
    handleCommandComplete: (message) => {
      rows = rowsOf(message.text);
    },
    handleError: (error) => {
      // What was wrong with the bytes says more than the server's echo of it.
      done.reject(failure ?? error);
      failure ??= error;
    },
    handleReadyForQuery: () => done.resolve({ rows }),
  });
  return done.promise;
}

async function send(
  wire: Wire,
  bytes: AsyncIterable<Buffer>,
  isOver: () => boolean,
): Promise<void> {
  for await (const chunk of bytes) {
    if (isOver()) return;
    wire.sendCopyFromChunk(chunk);
    if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain');
  }
  wire.endCopyFrom();
}

function submit(client: pg.Client, messages: CopyMessages): void {
  client.query(messages as unknown as pg.Submittable);
}

/** `COPY 1234` */
function rowsOf(text: string): number {
  return Number(/^COPY (\d+)$/.exec(text)?.[1] ?? 0);
}
