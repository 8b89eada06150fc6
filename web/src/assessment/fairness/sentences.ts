/** What a fairness report says, in sentences: part by part, figures come after. */

import type { client } from '../../api/index.ts';
import { pointsText } from '../../format/index.ts';
import type { fairnessWords } from '../../words/fairness.ts';

export type Report = Awaited<ReturnType<typeof client.fairness.read>>;
export type Jury = Report['juries'][number];
export type ClauseRow = Report['clauses'][number];
export type Fallen = Report['concentration']['offices'][number];
type Words = (typeof fairnessWords)['en'];

interface Part {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The parts of the report in the order in which they are read. */
export function partsOf(report: Report, w: Words): Part[] {
  return [
    { title: w.ofJuries, sentences: ofJuries(report, w) },
    { title: w.ofClauses, sentences: ofClauses(report, w) },
    { title: w.ofPlaces, sentences: ofPlaces(report, w) },
    { title: w.ofGroups, sentences: ofGroups(report, w) },
    { title: w.ofRanks, sentences: ofRanks(report, w) },
  ];
}

function ofJuries({ juries, least }: Report, w: Words): string[] {
  if (juries.length === 0) return [w.oneJudge];
  return juries.flatMap((jury) => {
    const { clause, targets } = jury;
    if (jury.without === 'one') return [w.juryOne(clause)];
    if (jury.without === 'few') return [w.juryFew(clause, targets, least.subjects)];
    if (jury.without === 'apart') return [w.juryApart(clause)];
    return ofJury(jury, w);
  });
}

function ofJury({ assessors, agreement, ...jury }: Jury, w: Words): string[] {
  const uniform = (word: 'all' | 'nearly') =>
    assessors.filter((one) => one.uniform === word).length;
  const [all, nearly] = [uniform('all'), uniform('nearly')];
  const missing = jury.targets - jury.complete;
  const agreed = agreement && milliText(agreement.absolute);
  const agrees =
    agreement === undefined || agreed === undefined
      ? []
      : agreement.absolute < 400
        ? [w.agreeLow(agreed)]
        : agreement.absolute < 750
          ? [w.agreeMiddle(agreed)]
          : [w.agreeHigh(agreed)];
  return [
    w.juryRange(
      jury.clause,
      pointsText(jury.severityRangeMilli ?? 0),
      pointsText(jury.targetRangeMilli ?? 0),
    ),
    missing === 0 ? w.juryWhole : w.juryRecused(missing, pointsText(jury.recusedMilli ?? 0)),
    ...(all > 0 ? [w.uniformAll(all)] : []),
    ...(nearly > 0 ? [w.uniformNearly(nearly)] : []),
    ...agrees,
  ];
}

function ofClauses({ clauses, least }: Report, w: Words): string[] {
  const found = (finding: ClauseRow['finding']) =>
    clauses.filter((clause) => clause.finding === finding).map(({ code }) => code);
  const [never, same, always, against, few] = [
    found('never'),
    found('same'),
    found('always'),
    found('against'),
    found('few'),
  ];
  const codes = (some: readonly string[]) => some.join(w.listComma);
  return [
    ...(never.length > 0 ? [w.clauseNever(never.length, clauses.length)] : []),
    ...(same.length > 0 ? [w.clauseSame(codes(same))] : []),
    ...(always.length > 0 ? [w.clauseAlways(codes(always))] : []),
    ...(against.length > 0 ? [w.clauseAgainst(codes(against))] : []),
    ...(few.length > 0 ? [w.clauseFew(few.length, least.subjects)] : []),
    ...(found(undefined).length > 0 ? [w.clauseFine] : []),
  ];
}

function ofPlaces({ concentration, least }: Report, w: Words): string[] {
  const { deductions, offices, inspectors } = concentration;
  if (deductions < least.deductions) return [w.fewDeductions(deductions, least.deductions)];
  const told = [...offices, ...inspectors].flatMap(({ name, mostly }) => {
    if (mostly === undefined) return [];
    const share = percentText(mostly.shareMilli);
    const { subject } = mostly;
    return [subject === undefined ? w.mostlyOne(name, share) : w.mostly(name, share, subject)];
  });
  return [
    ...(told.length > 0 ? told : [w.spread]),
    ...(inspectors.length === 0 ? [w.noInspectors] : []),
  ];
}

function ofGroups({ groups, least }: Report, w: Words): string[] {
  if (groups.without === 'one') return [w.groupOne];
  if (groups.without === 'few') return [w.groupFew(least.inGroup)];
  const share =
    groups.shareMilli === undefined ? [] : [w.groupShare(percentText(groups.shareMilli))];
  return [...share, groups.isApart ? w.groupApart : w.groupTogether];
}

function ofRanks({ ranks, least }: Report, w: Words): string[] {
  if (ranks.without === undefined) return [w.ranksFirm(ranks.firm, ranks.of)];
  return [
    {
      few: w.ranksFew(least.subjects),
      tooLarge: w.ranksTooLarge,
      nothingToLeaveOut: w.ranksNothing,
    }[ranks.without],
  ];
}

/** "0.715": thousandths with all their places. */
export function milliText(milli: number): string {
  return pointsText(milli, 3);
}

/** "71.5%": thousandths as a share. */
export function percentText(milli: number): string {
  return `${pointsText(milli * 100, 1)}%`;
}
