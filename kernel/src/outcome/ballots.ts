/** Whether a count of ballots adds up, as it stands on the signed sheet. */

import { ceiling, compare, exact, multiply, rational } from '../number/rational.ts';

/** One subject of one vote. */
export interface BallotCount {
  readonly eligible: number;
  readonly present: number;
  readonly issued: number;
  readonly returned: number;
  readonly invalid: number;
  /** Votes by option, abstentions among them. */
  readonly votes: Readonly<Record<string, number>>;
}

/** Who must be there where the scheme says nothing. */
export const usualQuorum = '4/5';

/** Everything that is wrong with a count, each in a sentence; empty: it holds. */
export function ballotFindings(count: BallotCount, quorum: string = usualQuorum): string[] {
  const { eligible, present, issued, returned, invalid, votes } = count;
  const voted = Object.values(votes).reduce((sum, one) => sum + one, 0);
  const least = ceiling(multiply(exact(quorum), rational(BigInt(eligible)))).num;
  return [
    ...(present > eligible ? [`到会 ${present} 人，多于应到 ${eligible} 人。`] : []),
    ...(isQuorate(count, quorum)
      ? []
      : [
          `到会 ${present} 人，不足应到 ${eligible} 人的 ${quorum}（${least} 人），会议无效，不录入。`,
        ]),
    ...(issued > present ? [`发出 ${issued} 张，多于到会 ${present} 人。`] : []),
    ...(returned > issued ? [`收回 ${returned} 张，多于发出 ${issued} 张。`] : []),
    ...(voted + invalid === returned
      ? []
      : [
          `各项 ${voted} 张加无效 ${invalid} 张是 ${voted + invalid} 张，收回 ${returned} 张，对不上。`,
        ]),
  ];
}

/** Whether enough of those entitled were there; exactly the share is enough. */
export function isQuorate(
  { eligible, present }: Pick<BallotCount, 'eligible' | 'present'>,
  quorum: string = usualQuorum,
): boolean {
  const least = multiply(exact(quorum), rational(BigInt(eligible)));
  return compare(rational(BigInt(present)), least) >= 0;
}
