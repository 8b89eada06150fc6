/** What a period pays, line by line: amounts, their arithmetic, and the facts in words. */

import {
  type Assessment,
  type AssessOptions,
  factSentence,
  firstDay,
  lastDay,
  type PayeeResult,
  type PayLineResult,
  payOf,
  type Roster,
} from '@oneneedle/kernel';
import { groundInstead, isPrivate } from '../ledger/index.ts';
import type { Folder } from './folder.ts';
import { toldFacts } from './told-facts.ts';

/** One line of pay of one payee, as plain data. */
export interface PayEntry {
  /** Whose score pays, and what that is called. */
  readonly subject: string;
  readonly subjectName: string;
  readonly payee: string;
  readonly payeeName: string;
  readonly payeeKind: 'person' | 'unit';
  /** The roles held in the period; empty for a unit. */
  readonly roles: string;
  readonly code: string;
  readonly name: string;
  /** The document that lets this amount move; empty where the scheme names none. */
  readonly documentNo: string;
  /** 按月发放, 按期发放 or 年终一次发放; empty where the scheme does not say. */
  readonly paidBy: string;
  readonly state: PayLineResult['state'];
  readonly amountFen?: number;
  readonly sentence: string;
  readonly facts: readonly { readonly id: string; readonly sentence: string }[];
}

/** The pay of an assessment, by the grades that it says: those decided where it was worked out with them. */
export function payEntries(
  folder: Folder,
  options: AssessOptions,
  assessment: Assessment,
): PayEntry[] {
  const kinds = new Map(folder.kinds?.map(({ kind, name }) => [kind, name]));
  const known = new Map(
    toldFacts(folder).map((fact) => [
      fact.id,
      isPrivate(fact)
        ? groundInstead()
        : `${kinds.get(fact.kind) ?? fact.kind}：${factSentence(fact)}`,
    ]),
  );
  const authority = folder.scheme.pay?.authority ?? '';
  return payOf(folder.book, options, assessment).flatMap(({ subject, name, payees }) =>
    payees.flatMap((payee) => {
      const held = rolesOf(folder.book.roster, payee, { subject, period: assessment.period });
      return payee.lines.map(({ code, name: title, state, amountFen, sentence, ...line }) => ({
        subject,
        subjectName: held.unit ?? name,
        payee: payee.code,
        payeeName: payee.name,
        payeeKind: held.kind,
        roles: held.roles,
        code,
        name: title,
        documentNo: line.documentNo ?? authority,
        paidBy: line.paidBy ?? '',
        state,
        ...(amountFen === undefined ? {} : { amountFen }),
        sentence,
        facts: line.factIds.map((id) => ({ id, sentence: known.get(id) ?? '' })),
      }));
    }),
  );
}

/** The posts of a payee in the period: in the unit whose score pays, or all of a person's own. */
function rolesOf(
  { persons, units, posts }: Roster,
  { code }: PayeeResult,
  { subject, period }: { subject: string; period: Assessment['period'] },
): { kind: PayEntry['payeeKind']; roles: string; unit?: string } {
  const isUnit = !persons.some((person) => person.code === code);
  if (isUnit) return { kind: 'unit', roles: '' };
  const isOwnScore = subject === code;
  const held = posts.filter(
    ({ person, unit, from, to }) =>
      person === code &&
      (isOwnScore || unit === subject) &&
      from <= lastDay(period) &&
      (to === undefined || to >= firstDay(period)),
  );
  const roles = [...new Set(held.map(({ role }) => role))].join('、');
  const last = held.at(-1)?.unit;
  const unit = isOwnScore ? units.find((one) => one.code === last)?.name : undefined;
  return { kind: 'person', roles, ...(unit === undefined ? {} : { unit }) };
}
