/** Who held what when: posts and pairings of a unit or of a person, the open ones first. */

import type { PairingRow, PostRow } from '@oneneedle/contract';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../format/index.ts';
import { Button, RoomLink } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { orgWords } from '../words/org.ts';
import { orgFormWords } from '../words/org-forms.ts';
import { EndSpanForm, MendPostForm, RemoveSpanForm } from './span-forms.tsx';
import { useRights } from './use-org.ts';

/** Whose history it is: the other side is what a row names. */
type Of = 'unit' | 'person';

export function PostHistory({ posts, of }: { posts: readonly PostRow[]; of: Of }) {
  const w = useWords(orgWords);
  const [deed, setDeed] = useState<{ kind: 'end' | 'mend' | 'remove'; post: PostRow }>();
  const close = () => setDeed(undefined);
  const label = (post: PostRow) => (of === 'unit' ? post.name : post.unitName);
  return (
    <Spans
      title={w.posts}
      none={w.postsNone}
      spans={posts}
      draw={(post) => (
        <Span
          key={post.id}
          span={post}
          main={<Other of={of} {...post} />}
          words={`${post.role}${post.secondedToName ? ` ${w.seconded(post.secondedToName)}` : ''}`}
          onDeed={(kind) => setDeed({ kind, post })}
          canMend
        />
      )}
    >
      {deed?.kind === 'end' && (
        <EndSpanForm
          kind="post"
          id={deed.post.id}
          from={deed.post.from}
          label={`${label(deed.post)} ${deed.post.role}`}
          onClose={close}
        />
      )}
      {deed?.kind === 'mend' && <MendPostForm post={deed.post} onClose={close} />}
      {deed?.kind === 'remove' && (
        <RemoveSpanForm
          kind="post"
          id={deed.post.id}
          label={`${label(deed.post)} ${deed.post.role}`}
          onClose={close}
        />
      )}
    </Spans>
  );
}

export function PairingHistory({ pairings, of }: { pairings: readonly PairingRow[]; of: Of }) {
  const w = useWords(orgWords);
  const [deed, setDeed] = useState<{ kind: 'end' | 'mend' | 'remove'; pairing: PairingRow }>();
  const close = () => setDeed(undefined);
  const label = ({ name, unitName, kind }: PairingRow) =>
    `${of === 'unit' ? name : unitName} ${kind}`;
  return (
    <Spans
      title={w.pairings}
      none={w.pairingsNone}
      spans={pairings}
      draw={(pairing) => (
        <Span
          key={pairing.id}
          span={pairing}
          main={<Other of={of} {...pairing} />}
          words={pairing.kind}
          onDeed={(kind) => setDeed({ kind, pairing })}
        />
      )}
    >
      {deed?.kind === 'end' && (
        <EndSpanForm
          kind="pairing"
          id={deed.pairing.id}
          from={deed.pairing.from}
          label={label(deed.pairing)}
          onClose={close}
        />
      )}
      {deed?.kind === 'remove' && (
        <RemoveSpanForm
          kind="pairing"
          id={deed.pairing.id}
          label={label(deed.pairing)}
          onClose={close}
        />
      )}
    </Spans>
  );
}

interface Dated {
  readonly id: string;
  readonly from: string;
  readonly to?: string | undefined;
}

interface SpansProps<T extends Dated> {
  title: string;
  none: string;
  spans: readonly T[];
  draw(span: T): ReactNode;
  /** The open dialog, if any. */
  children: ReactNode;
}

/** What holds today or later stands open; what is over is folded away. */
function Spans<T extends Dated>({ title, none, spans, draw, children }: SpansProps<T>) {
  const w = useWords(orgWords);
  const { today } = useFormat();
  const isOver = ({ to }: T) => to !== undefined && to < today;
  const past = spans.filter(isOver);
  const open = spans.filter((span) => !isOver(span));
  return (
    <section className="org-section">
      <h3>{title}</h3>
      {open.length === 0 && <p className="soft">{none}</p>}
      <ul className="org-spans">{open.map(draw)}</ul>
      {past.length > 0 && (
        <details className="org-past" open={open.length === 0}>
          <summary>{w.past(past.length)}</summary>
          <ul className="org-spans">{past.map(draw)}</ul>
        </details>
      )}
      {children}
    </section>
  );
}

interface SpanProps {
  span: Dated;
  main: ReactNode;
  words: string;
  canMend?: boolean;
  onDeed(kind: 'end' | 'mend' | 'remove'): void;
}

function Span({ span: { from, to }, main, words, canMend = false, onDeed }: SpanProps) {
  const w = useWords(orgWords);
  const f = useWords(orgFormWords);
  const { keeps } = useRights();
  return (
    <li>
      <span>
        {main} {words}
      </span>
      <span className="org-days">{to === undefined ? w.from(from) : w.span(from, to)}</span>
      {keeps && (
        <span className="org-deeds no-print">
          {to === undefined && (
            <Button kind="link" onClick={() => onDeed('end')}>
              {f.end}
            </Button>
          )}
          {canMend && (
            <Button kind="link" onClick={() => onDeed('mend')}>
              {f.mend}
            </Button>
          )}
          <Button kind="link" onClick={() => onDeed('remove')}>
            {f.remove}
          </Button>
        </span>
      )}
    </li>
  );
}

interface OtherProps {
  of: Of;
  person: string;
  name: string;
  unit: string;
  unitName: string;
}

function Other({ of, person, name, unit, unitName }: OtherProps) {
  return of === 'unit' ? (
    <RoomLink to="org" search={{ view: 'persons', open: `person:${person}` }}>
      {name}
    </RoomLink>
  ) : (
    <RoomLink to="org" search={{ open: `unit:${unit}` }}>
      {unitName}
    </RoomLink>
  );
}
