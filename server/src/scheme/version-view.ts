/** A version as the pages see it: where it stands today, and what the asker may do with it. */

import type { Actor } from '../platform/index.ts';
import { isCommenter, isWriter } from './policy.ts';
import type { ListedVersion } from './store.ts';

export type Stage =
  | 'draft'
  | 'comments'
  | 'commented'
  | 'approved'
  | 'in-force'
  | 'expired'
  | 'ended'
  | 'withdrawn';

export type State = 'draft' | 'approved' | 'ended' | 'withdrawn';

export type Deed =
  | 'write'
  | 'withdraw'
  | 'open-comments'
  | 'comment'
  | 'answer'
  | 'approve'
  | 'end'
  | 'draft-next';

/** Where a version stands on a day. */
export function stageOf(row: ListedVersion, today: string): Stage {
  const { state, comments_from: first, comments_to: last } = row;
  if (state === 'ended' || state === 'withdrawn') return state;
  if (state === 'approved') {
    if ((row.effective_from ?? '') > today) return 'approved';
    return (row.effective_to ?? '') < today ? 'expired' : 'in-force';
  }
  if (first === null || last === null || today < first) return 'draft';
  return today <= last ? 'comments' : 'commented';
}

/** What somebody may do with a version as it stands; the deeds themselves judge again. */
export function deedsOf(row: ListedVersion, actor: Actor, today: string): Deed[] {
  const stage = stageOf(row, today);
  const comment: Deed[] = stage === 'comments' && isCommenter(actor) ? ['comment'] : [];
  if (!isWriter(actor)) return comment;
  if (row.state === 'draft') {
    const approve: Deed[] = stage === 'commented' ? ['approve'] : [];
    const answer: Deed[] = stage === 'draft' ? [] : ['answer'];
    return ['write', 'open-comments', ...answer, ...approve, 'withdraw', ...comment];
  }
  return row.state === 'approved' ? ['draft-next', 'end'] : ['draft-next'];
}

/** A row in the shape of the contract. */
export function versionView(row: ListedVersion, today: string) {
  return {
    id: row.id,
    name: row.name,
    state: row.state as State,
    stage: stageOf(row, today),
    sourceSha256: row.source_sha256,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    ...stated('line', row.line),
    ...stated('version', row.version),
    ...stated('documentNo', row.document_no),
    ...stated('from', row.effective_from),
    ...stated('to', row.effective_to),
    ...stated('commentsFrom', row.comments_from),
    ...stated('commentsTo', row.comments_to),
    ...stated('decisionNo', row.decision_no),
    ...stated('decidedBy', row.decided_by),
    ...stated('decidedOn', row.decided_on),
    ...stated('approvedAt', row.approved_at),
    ...stated('endDecisionNo', row.end_decision_no),
    ...stated('endReason', row.end_reason),
    ...stated('endedAt', row.ended_at),
  };
}

export type VersionView = ReturnType<typeof versionView>;

function stated<K extends string>(key: K, value: string | null): Partial<Record<K, string>> {
  return value === null ? {} : ({ [key]: value } as Record<K, string>);
}
