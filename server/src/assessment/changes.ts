/** What changed between two results of one subject, told by clauses so that the parts add up. */

import type { Line, SubjectResult } from '@oneneedle/kernel';

/** A clause, or what an indicator does by itself, in both results; 0 where it was not there. */
export interface Change {
  /** Number in the document; '' for what stands directly under the total. */
  readonly code: string;
  readonly label: string;
  readonly beforeMilli: number;
  readonly afterMilli: number;
  readonly changeMilli: number;
  /** Where it is found: in both, only in the later, or only in the earlier result. */
  readonly where: 'both' | 'new' | 'gone';
}

/**
 * Every clause and every indicator's own lines whose points differ, largest change first. The
 * changes add up to the change of the total.
 */
export function changesBetween(
  before: SubjectResult | undefined,
  after: SubjectResult | undefined,
): Change[] {
  const [old, now] = [partsOf(before?.tree), partsOf(after?.tree)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys
    .flatMap((key): Change[] => {
      const [was, is] = [old.get(key), now.get(key)];
      const part = is ?? was;
      const changeMilli = (is?.milli ?? 0) - (was?.milli ?? 0);
      if (!part || changeMilli === 0) return [];
      return [
        {
          code: part.code,
          label: part.label,
          beforeMilli: was?.milli ?? 0,
          afterMilli: is?.milli ?? 0,
          changeMilli,
          where: was && is ? 'both' : is ? 'new' : 'gone',
        },
      ];
    })
    .sort(bySize);
}

interface Part {
  readonly code: string;
  readonly label: string;
  milli: number;
}

/** Clauses whole; for nodes what is not a clause or node below them; the rest by label. */
function partsOf(tree: Line | undefined): Map<string, Part> {
  const parts = new Map<string, Part>();
  const put = (key: string, { code, label, milli }: Part) => {
    const found = parts.get(key);
    if (found) found.milli += milli;
    else parts.set(key, { code, label, milli });
  };
  const walk = (line: Line) => {
    for (const child of line.children) {
      if (child.kind === 'clause') {
        put(`clause|${child.code}`, { code: child.code, label: child.label, milli: child.milli });
      } else if (child.kind === 'node') {
        walk(child);
      } else if (line.kind === 'total') {
        put(`total|${child.label}`, { code: '', label: child.label, milli: child.milli });
      } else {
        const label = `${line.label}（起点、封顶、折算等）`;
        put(`node|${line.code}`, { code: line.code, label, milli: child.milli });
      }
    }
  };
  if (tree) walk(tree);
  return parts;
}

function bySize(a: Change, b: Change): number {
  const size = Math.abs(b.changeMilli) - Math.abs(a.changeMilli);
  return size || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
