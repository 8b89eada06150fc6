/** Asks a server over kept connections and counts how long every answer takes. */

import { Agent, request as ask } from 'node:http';

/** One request as it goes over the wire. */
export interface Asked {
  readonly origin: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a time of asking showed. */
export interface Taken {
  readonly answers: number;
  readonly seconds: number;
  /** One number an answer. */
  readonly milliseconds: readonly number[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Ends the kept connections. */
export function endAsking(): void {
  agent.destroy();
}

/** Asks once; any answer but 200 is a mistake of the bench. */
export function answerTo({ origin, method, path, headers = {}, body }: Asked): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = ask(`${origin}${path}`, { method, agent, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.once('error', reject);
      answer.once('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 500)}`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** So many ask one after the other for so long; whoever has begun ends. */
export async function askFor(
  next: () => Asked,
  { seconds, askers }: { seconds: number; askers: number },
): Promise<Taken> {
  const milliseconds: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const worker = async () => {
    while (performance.now() < end) {
      const before = performance.now();
      await answerTo(next());
      milliseconds.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: askers }, worker));
  return {
    answers: milliseconds.length,
    seconds: (performance.now() - started) / 1000,
    milliseconds,
  };
}

/** Several times of asking as one. */
export function together(taken: readonly Taken[]): Taken {
  return {
    answers: taken.reduce((sum, { answers }) => sum + answers, 0),
    seconds: taken.reduce((sum, { seconds }) => sum + seconds, 0),
    milliseconds: taken.flatMap(({ milliseconds }) => [...milliseconds]),
  };
}

export function perSecond({ answers, seconds }: Taken): number {
  return answers / seconds;
}

/** The time within which that share of all answers came; 0.99 is 99 in a hundred. */
export function within({ milliseconds }: Taken, share: number): number {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
