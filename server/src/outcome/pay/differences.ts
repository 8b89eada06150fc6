/** What earlier sheets said against what is due now: the difference, never an edit. Pure. */

import type { PayEntry } from '../../assessment/index.ts';

/** A line of a sheet before it has a place on one. */
export interface DraftLine extends Omit<PayEntry, 'amountFen'> {
  readonly kind: 'period' | 'difference' | 'release';
  readonly period: string;
  readonly edition: number;
  readonly amountFen?: number;
  readonly oldFen?: number;
  readonly paidFen: number;
  readonly heldFen: number;
  readonly why: string;
  readonly releaseId?: string;
}

/** Whose amount of which line: the same on every sheet that tells of it. */
type Named = Pick<PayEntry, 'subject' | 'payee' | 'code'>;

export function keyOf({ subject, payee, code }: Named): string {
  return JSON.stringify([subject, payee, code]);
}

/** Where a period stands: its edition, its lines as they are due now, and what sheets said of it. */
export interface PeriodNow {
  readonly period: string;
  readonly edition: number;
  /** "第2版（青考〔2026〕9号）" */
  readonly editionText: string;
  readonly entries: readonly PayEntry[];
}

/** What all sheets of a period paid and keep back for one key, as the last of them told it. */
export interface Position<Line = DraftLine> {
  readonly last: Line;
  readonly paidFen: number;
  readonly heldFen: number;
}

/** Sums the lines of approved sheets by whose amount they are. */
export function positionsOf<Line extends DraftLine>(
  lines: readonly Line[],
): Map<string, Position<Line>> {
  const positions = new Map<string, Position<Line>>();
  for (const line of lines) {
    const key = keyOf(line);
    const before = positions.get(key);
    positions.set(key, {
      last: line,
      paidFen: (before?.paidFen ?? 0) + line.paidFen,
      heldFen: (before?.heldFen ?? 0) + line.heldFen,
    });
  }
  return positions;
}

/** A period that no sheet told of yet: every line of it. */
export function wholePeriod({ period, edition, entries }: PeriodNow): DraftLine[] {
  return entries.map((entry) => ({
    ...entry,
    kind: 'period',
    period,
    edition,
    paidFen: entry.state === 'withheld' ? 0 : (entry.amountFen ?? 0),
    heldFen: entry.state === 'withheld' ? (entry.amountFen ?? 0) : 0,
    why: '',
  }));
}

/**
 * What is due now less what was told. An amount that cannot be said now is left as it is and told:
 * nobody pays back for a number that is still to come.
 */
export function differencesOf(
  now: PeriodNow,
  told: readonly DraftLine[],
): { lines: DraftLine[]; open: PayEntry[] } {
  const positions = positionsOf(told);
  const due = new Map(now.entries.map((entry) => [keyOf(entry), entry]));
  const keys = new Set([...positions.keys(), ...due.keys()]);
  const lines: DraftLine[] = [];
  const open: PayEntry[] = [];
  for (const key of keys) {
    const position = positions.get(key);
    const entry = due.get(key) ?? (position && goneFrom(position.last));
    if (!entry) continue;
    const was = (position?.paidFen ?? 0) + (position?.heldFen ?? 0);
    if (entry.amountFen === undefined) {
      if (was !== 0) open.push(entry);
      continue;
    }
    if (entry.amountFen !== was) lines.push(difference(now, { entry, position, was }));
  }
  return { lines, open };
}

function difference(
  { period, edition, editionText }: PeriodNow,
  { entry, position, was }: { entry: PayEntry; position: Position | undefined; was: number },
): DraftLine {
  const change = (entry.amountFen ?? 0) - was;
  const held = position?.heldFen ?? 0;
  const heldFen = heldPart(change, { held, isWithheld: entry.state === 'withheld' });
  const isOtherEdition = position !== undefined && position.last.edition !== edition;
  const wasOpen = position?.last.state === 'unresolved' && was === 0;
  const why = wasOpen
    ? '原来暂不能算，现在能算了'
    : isOtherEdition
      ? `结果由第${position.last.edition}版更正为${editionText}`
      : '名册里的任职有更正';
  return {
    ...entry,
    kind: 'difference',
    period,
    edition,
    oldFen: was,
    paidFen: change - heldFen,
    heldFen,
    why,
  };
}

/** What is kept back grows and shrinks with the amount; more than is kept back is asked of what was paid. */
function heldPart(change: number, { held, isWithheld }: { held: number; isWithheld: boolean }) {
  if (change < 0) return Math.max(change, -held);
  return held > 0 || isWithheld ? change : 0;
}

function goneFrom({ kind: _, ...line }: DraftLine): PayEntry {
  const { amountFen: __, ...entry } = line;
  const sentence = '按现在的名册和办法，不再领取这一项：0.00 元';
  return { ...entry, state: 'due', amountFen: 0, sentence, facts: [] };
}

/** A decision to let go of what was kept back. */
export interface Release extends Named {
  readonly id: string;
  readonly period: string;
  readonly body: string;
  readonly documentNo: string;
  readonly reason: string;
}

/** All that is kept back for a key, this sheet's differences included, is paid; twice by nobody. */
export function releasedLines(
  releases: readonly Release[],
  told: readonly DraftLine[],
): DraftLine[] {
  const lines: DraftLine[] = [];
  for (const release of releases) {
    const own = [...told, ...lines].filter(({ period }) => period === release.period);
    const position = positionsOf(own).get(keyOf(release));
    if (!position || position.heldFen <= 0) continue;
    const { heldFen, last } = position;
    lines.push({
      ...last,
      kind: 'release',
      amountFen: heldFen,
      paidFen: heldFen,
      heldFen: -heldFen,
      releaseId: release.id,
      why: `${release.body}决定放行（${release.documentNo}）：${release.reason}`,
    });
  }
  return lines;
}
