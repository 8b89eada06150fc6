/** Structured log lines on standard error: what happened to which request, never who or what was typed. */

export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

const levels = ['info', 'error', 'silent'];

/** Lines of JSON from a level on: `info` tells every request, others only what went wrong. */
export function createLog(
  level: string,
  write = (line: string) => process.stderr.write(line),
): Log {
  const from = level === 'info' ? 0 : Math.max(1, levels.indexOf(level));
  const at =
    (rank: number, name: string) =>
    (fields: Readonly<Record<string, unknown>>, message: string) => {
      if (rank < from) return;
      const { cause, ...rest } = fields;
      const told = cause === undefined ? {} : { cause: causeText(cause) };
      const at = new Date().toISOString();
      write(`${JSON.stringify({ at, level: name, message, ...rest, ...told })}\n`);
    };
  return { info: at(0, 'info'), error: at(1, 'error') };
}

/** Some libraries hand on a copy of an error that is none any more. */
function causeText(cause: unknown): string {
  const isTold = typeof cause === 'object' && cause !== null && 'stack' in cause;
  return String(isTold ? cause.stack : cause);
}
