/** A text of a scheme, checked with everything the town knows: its catalogue, roster and schemes. */

import {
  check,
  type FactKind,
  type Finding,
  findingTitles,
  located,
  type Roster,
  readScheme,
  type Scheme,
} from '@oneneedle/kernel';
import { rosterOf } from '../org/index.ts';
import type { Queries } from '../platform/index.ts';
import { kindsOf, type SchemeInForce, schemesInForce } from './in-force.ts';
import { type OfficialPage, officialPage } from './official-page.ts';

/** What the town knows beside the text. */
export interface TownKnowledge {
  readonly kinds: readonly FactKind[];
  readonly roster: Roster;
  /** The newest approved version of every line. */
  readonly schemes: readonly Scheme[];
}

/** Reads what a check needs beside the text. */
export async function townKnowledge(db: Queries): Promise<TownKnowledge> {
  const approved = await schemesInForce(db);
  return { kinds: await kindsOf(db), roster: await rosterOf(db), schemes: newest(approved) };
}

/** By line the last of each: they come by line and day. */
function newest(approved: readonly SchemeInForce[]): Scheme[] {
  return [...new Map(approved.map(({ line, scheme }) => [line, scheme])).values()];
}

export interface CheckedText {
  readonly findings: readonly Finding[];
  /** Absent where the text cannot be read. */
  readonly scheme?: Scheme;
  readonly official?: OfficialPage;
}

/** All findings of a text with their places in it, and its official text. Never throws. */
export function checkedText(source: string, town: TownKnowledge): CheckedText {
  const { value, findings, positions } = readScheme(source);
  if (!value) return { findings };
  const { kinds, roster } = town;
  const otherSchemes = town.schemes.filter(({ line }) => line !== value.line);
  const found = check(value, {
    otherSchemes,
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(roster.units.length > 0 ? { roster } : {}),
  });
  return {
    findings: located(found, positions),
    scheme: value,
    official: officialPage(value, { kinds, positions }),
  };
}

/** The same in the shape of the contract, the worst findings first, then by line. */
export function checkedReply({ findings, official }: CheckedText) {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const rank = { error: 0, warning: 1, hint: 2 } as const;
  const sorted = findings.toSorted(
    (a, b) => rank[a.severity] - rank[b.severity] || (a.line ?? 0) - (b.line ?? 0),
  );
  return {
    findings: sorted.map((finding) => ({ ...finding, title: titleOf(finding.code) })),
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    ...(official ? { official } : {}),
  };
}

function titleOf(code: string): string {
  const titles: Readonly<Record<string, string>> = findingTitles;
  return titles[code] ?? code;
}
