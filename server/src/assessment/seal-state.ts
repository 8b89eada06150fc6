/** Whether a period is sealed, and whether what is worked out now is what was printed then. */

import type { Assessment, Book, Seal } from '@oneneedle/kernel';

/** How an assessment stands to the latest sealed edition of its period. */
export interface SealState {
  /** The edition as `result.json` names it; null while the period is open. */
  readonly edition: {
    readonly edition: number;
    readonly decisionNo?: string;
    readonly agrees: boolean;
  } | null;
  /** Subjects whose total is not what was printed, by code. */
  readonly differing: readonly string[];
}

/** Compares the totals with those that the latest edition printed. */
export function sealStateOf(book: Book, result: Assessment): SealState {
  const seal = latestSeal(book, result);
  if (!seal) return { edition: null, differing: [] };
  const now = new Map<string, number>(
    result.subjects.map(({ code, totalMilli }) => [code, totalMilli]),
  );
  const codes = [...new Set([...now.keys(), ...Object.keys(seal.printed)])].sort();
  const differing = codes.filter((code) => now.get(code) !== printedTotal(seal, code));
  const { edition, decisionNo } = seal;
  const agrees = differing.length === 0;
  return {
    edition: { edition, ...(decisionNo === undefined ? {} : { decisionNo }), agrees },
    differing,
  };
}

/** The latest edition of the period that an assessment is of; undefined while it is open. */
function latestSeal(
  { seals }: Pick<Book, 'seals'>,
  { line, period }: Pick<Assessment, 'line' | 'period'>,
): Seal | undefined {
  return seals
    .filter((seal) => seal.line === line && seal.period === period)
    .sort((a, b) => b.edition - a.edition)[0];
}

/** "未封存", "已封存 第1版（青考〔2026〕2号）", or that the numbers are not the sealed ones. */
export function sealText({ edition }: SealState): string {
  if (!edition) return '未封存';
  const by = edition.decisionNo === undefined ? '' : `（${edition.decisionNo}）`;
  const name = `第${edition.edition}版${by}`;
  return edition.agrees ? `已封存 ${name}` : `与封存的${name}不符`;
}

function printedTotal({ printed }: Seal, code: string): number | undefined {
  return Object.hasOwn(printed, code) ? printed[code]?.total : undefined;
}
