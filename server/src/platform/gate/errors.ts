/** Whatever a request throws becomes one answer: a problem in the asker's language. */

import { ORPCError } from '@orpc/server';
import { DatabaseError } from 'pg';
import { away, isConnectionLost } from '../database/away.ts';
import { newRequestId } from './gate.ts';
import { Problem, type ProblemKind, problemTables } from './problem.ts';
import { gateProblem } from './problems.ts';

/** The body of `application/problem+json` (RFC 9457), with the code that programs judge by. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** Number of the request; for a bug, the number to tell. */
  readonly instance: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export type Language = 'zh' | 'en';

/** Chinese unless the asker wants English first. */
export function languageOf(headers: Headers): Language {
  return /^\s*en\b/i.test(headers.get('accept-language') ?? '') ? 'en' : 'zh';
}

interface Asked {
  readonly language: Language;
  readonly requestId: string;
  /** Told of bugs and outages, never of refusals. */
  readonly report: (error: unknown, incident: string) => void;
}

/** A refusal keeps its sentence; a bug gets an incident number and says nothing of its inside. */
export function problemBody(error: unknown, { language, requestId, report }: Asked): ProblemBody {
  const problem = problemOf(error);
  if (problem) {
    return {
      type: `urn:oneneedle:problem:${problem.code}`,
      title: problem.code,
      status: problem.status,
      detail: language === 'en' ? problem.english : problem.message,
      code: problem.code,
      instance: requestId,
      ...(Object.keys(problem.data).length > 0 ? { data: problem.data } : {}),
    };
  }
  const incident = newRequestId().slice(0, 8);
  report(error, incident);
  const detail =
    language === 'en'
      ? `Our mistake: nothing was changed. Tell the administrator the number ${incident}.`
      : `程序出错了，什么都没有改动。请把编号 ${incident} 告诉管理员。`;
  const type = 'urn:oneneedle:problem:gate.incident';
  return {
    type,
    title: 'gate.incident',
    status: 500,
    detail,
    code: 'gate.incident',
    instance: incident,
  };
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof ORPCError) return fromLibrary(error);
  if (error instanceof DatabaseError) return fromDatabase(error);
  return isConnectionLost(error) ? gateProblem('busy') : undefined;
}

interface Issue {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly message: string;
}

function fromLibrary(error: ORPCError<string, unknown>): Problem | undefined {
  if (error.code !== 'BAD_REQUEST') return undefined;
  const issues = (error.data as { issues?: readonly Issue[] } | undefined)?.issues;
  if (!issues) return gateProblem('not-readable');
  const paths = issues.map(({ path = [] }) =>
    path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
  );
  return gateProblem('input-invalid', { paths: [...new Set(paths)].slice(0, 20) });
}

/** Text with a zero byte or half a sign, and days outside of every calendar: no person types these. */
const unwritable = ['22021', '22P05', '22007', '22008'];

/** The database validates, the asker still gets a sentence: by the name of the constraint. */
function fromDatabase(error: DatabaseError): Problem | undefined {
  const outage = [...away, '53300', '40001', '40P01'];
  if (error.code && outage.includes(error.code)) return gateProblem('busy');
  if (error.code && unwritable.includes(error.code)) return gateProblem('not-readable');
  for (const [room, kinds] of problemTables) {
    for (const [code, kind] of Object.entries(kinds)) {
      if (kind.constraint !== undefined && kind.constraint === error.constraint) {
        return problemFor(`${room}.${code}`, kind);
      }
    }
  }
  return undefined;
}

function problemFor(code: string, kind: ProblemKind): Problem {
  const { status, zh, en } = kind as unknown as ProblemKind<unknown>;
  return new Problem(code, { status, zh: zh({}), en: en({}) }, {});
}
