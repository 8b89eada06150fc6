/** What the server refuses, as data: RFC 9457 problem details, with a sentence for people. */

import { ORPCError } from '@orpc/client';

/** A refusal or an incident. `title` says what, `detail` why and what to do. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  /** Number to tell the administrator, when it was our mistake. */
  incident?: string;
  data?: unknown;
}

/** The problem behind an error that a call threw; undefined when the reply never came. */
export function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof ORPCError)) return undefined;
  const { status, code, message, data } = error;
  return isCarried(data) ? data.problem : { status, code: String(code), title: message, data };
}

/** True when nothing was refused: the network or the server is away, and the same call may succeed. */
export function isOutage(error: unknown): boolean {
  const problem = problemOf(error);
  return problem === undefined
    ? error instanceof TypeError
    : [502, 503, 504].includes(problem.status);
}

/** Turns the body of a refused request into the error that the client throws. */
export function problemError(body: unknown, status: number): ORPCError<string, unknown> | null {
  if (!isRecord(body) || typeof body.title !== 'string') return null;
  const problem: Problem = {
    status,
    code: typeof body.code === 'string' ? body.code : 'unknown',
    // Our program writes the code there too; its sentence is the detail.
    title: body.title === body.code ? '' : body.title,
    ...(typeof body.detail === 'string' ? { detail: body.detail } : {}),
    ...incidentOf(body),
    ...('data' in body ? { data: body.data } : {}),
  };
  const message = problem.title || problem.detail;
  return new ORPCError(problem.code, { status, message, data: { problem } });
}

/** The number to tell: RFC 9457 calls it the instance of the problem. */
function incidentOf(body: Record<string, unknown>): Pick<Problem, 'incident'> {
  const number = body.code === 'gate.incident' ? body.instance : body.incident;
  return typeof number === 'string' ? { incident: number } : {};
}

/**
 * The client library parses `application/json` only; this answers the same reply under that name.
 * Everything else passes untouched.
 */
export function readableProblem(response: Response): Response {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

function isCarried(data: unknown): data is { problem: Problem } {
  return isRecord(data) && isRecord(data.problem) && typeof data.problem.title === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
