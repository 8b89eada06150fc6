/** What is typed of a deed on a proposal, and the deed as it is sent. */

import type { ProposalAct } from '@oneneedle/contract';
import type { Deed, Proposal } from './use-outcomes.ts';

export const emptyDraft = {
  on: '',
  how: '',
  said: '',
  saidBy: '',
  saidOn: '',
  saidAt: '',
  index: '',
  note: '',
  where: '',
  isLater: false,
  documentNo: '',
  groundNo: '',
  groundBody: '',
  requirement: '',
  lead: '',
  accountable: '',
  dueOn: '',
  place: '',
  with: '',
  by: '',
  points: '',
  readBack: '',
  signed: 'signed' as 'signed' | 'refused',
  witness: '',
  otherWitness: '',
  todo: '',
  way: 'inPerson' as 'inPerson' | 'post' | 'village',
  to: '',
  evidence: [] as readonly string[],
};

export type Draft = typeof emptyDraft;

/** The deed as it is sent; undefined while something that it needs is missing. */
export function actOf(deed: Deed, draft: Draft, { kind }: Proposal): ProposalAct | undefined {
  const { on, note, documentNo } = draft;
  const evidence = [...draft.evidence];
  const isRefused = draft.signed === 'refused';
  const isSigned = draft.signed === 'signed' || filled(draft.witness);
  switch (deed) {
    case 'consider':
      return filled(on, draft.how) ? { deed, toldOn: on, toldHow: draft.how } : undefined;
    case 'state':
      return filled(draft.said)
        ? {
            deed,
            said: draft.said,
            saidBy: draft.saidBy,
            ...(draft.saidOn === '' ? {} : { saidOn: draft.saidOn }),
            ...(draft.saidAt === '' ? {} : { saidAt: draft.saidAt }),
            evidence,
          }
        : undefined;
    case 'tick':
      return filled(on, draft.index) ? { deed, step: Number(draft.index), on, note } : undefined;
    case 'attach':
      return filled(draft.index) && (draft.isLater || filled(draft.where) || evidence.length > 0)
        ? {
            deed,
            paper: Number(draft.index),
            where: draft.isLater ? '' : draft.where,
            isLater: draft.isLater,
            evidence: draft.isLater ? [] : evidence,
          }
        : undefined;
    case 'decide':
      return decision(draft, kind);
    case 'talk':
      return filled(on, draft.place, draft.with, draft.by, draft.points, draft.readBack) && isSigned
        ? { deed, on, ...talkOf(draft), evidence }
        : undefined;
    case 'makeNotice':
      return { deed, todo: draft.todo };
    case 'handOver':
      return filled(on, draft.to) &&
        (isRefused ? filled(draft.witness, draft.otherWitness) : evidence.length > 0)
        ? {
            deed,
            on,
            how: draft.way,
            to: draft.to,
            signed: draft.signed,
            witnesses: isRefused ? [draft.witness, draft.otherWitness] : [],
            evidence,
          }
        : undefined;
    case 'carryOut':
      return filled(on, note) ? { deed, on, note } : undefined;
    case 'review':
      return filled(note) ? { deed, note } : undefined;
    case 'revoke':
      return filled(note, documentNo) ? { deed, documentNo, reason: note } : undefined;
    default:
      return filled(note) ? { deed, reason: note } : undefined;
  }
}

function talkOf({ place, with: whom, by, points, readBack, signed, witness }: Draft) {
  return { place, with: whom, by, points, readBack, signed, witness };
}

function decision(draft: Draft, kind: string): ProposalAct | undefined {
  const { on, documentNo, note, groundNo, groundBody } = draft;
  const { requirement, lead, accountable, dueOn } = draft;
  if (!filled(on, documentNo)) return undefined;
  const isMending = kind === 'rectification';
  if (isMending && !filled(requirement, lead, accountable, dueOn)) return undefined;
  return {
    deed: 'decide',
    documentNo,
    decidedOn: on,
    note,
    ...(filled(groundNo, groundBody) ? { groundDocument: { no: groundNo, body: groundBody } } : {}),
    ...(isMending ? { rectification: { requirement, lead, accountable, dueOn } } : {}),
  };
}

function filled(...texts: readonly string[]): boolean {
  return texts.every((text) => text.trim() !== '');
}
