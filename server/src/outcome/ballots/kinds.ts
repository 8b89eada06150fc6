/** What may be voted on: kinds of facts that a clause of a scheme in force counts as ballots. */

import { usualQuorum } from '@oneneedle/kernel';
import { clausesOf } from '../../ledger/index.ts';
import type { Queries } from '../../platform/index.ts';
import { kindsOf, schemesInForce } from '../../scheme/index.ts';
import { outcomeProblem } from '../problems.ts';

/** A kind of vote, as the scheme counts it. */
export interface BallotKind {
  readonly kind: string;
  readonly name: string;
  readonly isPerson: boolean;
  /** In the order of the sheet, abstentions last. */
  readonly options: readonly string[];
  readonly abstain: readonly string[];
  readonly quorum: string;
  /** Fields of the fact for who was entitled and who was there, where it has them. */
  readonly eligibleField: string;
  readonly presentField: string;
  /** Every field that the catalogue names. */
  readonly fields: ReadonlySet<string>;
}

/** Every kind of vote that schemes in force hear. */
export async function ballotKinds(db: Queries): Promise<BallotKind[]> {
  const catalogue = new Map((await kindsOf(db)).map((one) => [one.kind, one]));
  const found = new Map<string, BallotKind>();
  for (const { scheme } of await schemesInForce(db)) {
    const own = new Map([
      ...(scheme.kinds ?? []).map((one) => [one.kind, one] as const),
      ...catalogue,
    ]);
    for (const { on = [], rule } of clausesOf(scheme)) {
      if (!('ballots' in rule)) continue;
      const { options, abstain = [], quorum } = rule.ballots;
      for (const kind of typeof on === 'string' ? [on] : on) {
        const entry = own.get(kind);
        found.set(kind, {
          kind,
          name: entry?.name ?? kind,
          isPerson: scheme.subject.kind === 'person',
          options: [...Object.keys(options), ...abstain],
          abstain,
          quorum: quorum?.atLeast ?? usualQuorum,
          eligibleField: quorum?.eligible ?? '应到',
          presentField: quorum?.present ?? '到会',
          fields: new Set(Object.keys(entry?.fields ?? {})),
        });
      }
    }
  }
  return [...found.values()];
}

/** One of them; refuses a kind that no scheme counts. */
export async function ballotKind(db: Queries, kind: string): Promise<BallotKind> {
  const found = (await ballotKinds(db)).find((one) => one.kind === kind);
  if (!found) throw outcomeProblem('ballot-kind-unknown', { kind });
  return found;
}
