/** Deeds on one post or pairing: end it, correct it, remove what never was. */

import type { PostRow } from '@oneneedle/contract';
import { useState } from 'react';
import { client } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { DateField } from '../forms/index.ts';
import { useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { DeedForm } from './DeedForm.tsx';
import { TextField, UnitChoice } from './fields.tsx';

interface SpanFormProps {
  kind: 'post' | 'pairing';
  id: string;
  /** Whose post where, in words. */
  label: string;
  onClose(): void;
}

/** Ends a post or pairing; the day is its last. */
export function EndSpanForm({ kind, id, from, label, onClose }: SpanFormProps & { from: string }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const { today, day } = useFormat();
  const [to, setTo] = useState(today);
  const call = kind === 'post' ? client.org.endPost : client.org.endPairing;
  return (
    <DeedForm
      title={f.endTitle(label)}
      action={f.end}
      call={call}
      input={to === '' ? undefined : { town, id, to }}
      says={to === '' ? '' : f.endSays(label, day(to))}
      onClose={onClose}
    >
      <DateField label={f.lastDay} value={to} onChange={setTo} min={from} required />
    </DeedForm>
  );
}

/** Corrects the dates or the name of a post; why is kept. */
export function MendPostForm({ post, onClose }: { post: PostRow; onClose(): void }) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const [role, setRole] = useState(post.role);
  const [from, setFrom] = useState(post.from);
  const [to, setTo] = useState(post.to ?? '');
  const [secondedTo, setSecondedTo] = useState(post.secondedTo ?? '');
  const [reason, setReason] = useState('');
  const isComplete = role.trim() !== '' && from !== '' && reason.trim() !== '';
  return (
    <DeedForm
      title={f.mendTitle(`${post.name} ${post.unitName} ${post.role}`)}
      action={f.mend}
      call={client.org.changePost}
      input={
        isComplete
          ? {
              town,
              id: post.id,
              role,
              from,
              to: to || null,
              secondedTo: secondedTo || null,
              reason,
            }
          : undefined
      }
      says={f.mendSays}
      onClose={onClose}
    >
      <TextField label={f.role} value={role} onChange={setRole} required />
      <div className="org-form-row">
        <DateField label={f.firstDay} value={from} onChange={setFrom} required />
        <DateField label={f.lastDay} value={to} onChange={setTo} hint={f.lastDayHint} />
      </div>
      <UnitChoice label={f.secondedTo} value={secondedTo} onChange={setSecondedTo} />
      <TextField
        label={f.reason}
        value={reason}
        onChange={setReason}
        hint={f.reasonHint}
        required
      />
    </DeedForm>
  );
}

/** Removes what was entered by mistake; an end by date is the rule. */
export function RemoveSpanForm({ kind, id, label, onClose }: SpanFormProps) {
  const f = useWords(orgFormWords);
  const town = useTown();
  const [reason, setReason] = useState('');
  const call = kind === 'post' ? client.org.removePost : client.org.removePairing;
  return (
    <DeedForm
      title={f.removeTitle(label)}
      action={f.remove}
      call={call}
      input={reason.trim() === '' ? undefined : { town, id, reason }}
      says={f.removeSays}
      onClose={onClose}
    >
      <TextField
        label={f.reason}
        value={reason}
        onChange={setReason}
        hint={f.reasonHint}
        required
      />
    </DeedForm>
  );
}
