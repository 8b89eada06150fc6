/** The lines as a thread with today as its filled knot; the arrow keys go from line to line. */

import { useRouter } from '@tanstack/react-router';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useFormat } from '../format/index.ts';
import { Knot, Light, Thread, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { deskWords } from '../words/desk.ts';
import { type DeskLine, type DeskList, deskOrder } from './desk-order.ts';

interface DeskThreadProps extends DeskList {
  /** The village whose list it is: said at the head already. */
  village?: string | undefined;
}

export function DeskThread({ today, rows, village }: DeskThreadProps) {
  const w = useWords(deskWords);
  const format = useFormat();
  const order = deskOrder(rows);
  const knots = (lines: readonly DeskLine[], kind: 'past' | 'coming') =>
    lines.map((line) => <DeskKnot key={line.id} line={line} kind={kind} village={village} />);
  return (
    // The links themselves take the keys; the box only moves the focus between them.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here but moving the focus
    <div className="desk no-print" onKeyDown={moveFocus}>
      <Thread label={w.label}>
        {knots(order.overdue, 'past')}
        <Knot kind="today" title={w.today(format.day(today))}>
          <p>{order.today.length === 0 ? w.noneToday : w.dueToday(order.today.length)}</p>
        </Knot>
        {knots(order.today, 'coming')}
        {knots(order.coming, 'coming')}
      </Thread>
    </div>
  );
}

/** Arrow up and down, Home and End go over the lines as in a table. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.knot-title a')];
  const at = links.findIndex((link) => link.matches(':focus'));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  links[Math.max(0, Math.min(to, links.length - 1))]?.focus();
}

interface DeskKnotProps {
  line: DeskLine;
  kind: 'past' | 'coming';
  village: string | undefined;
}

function DeskKnot({ line, kind, village }: DeskKnotProps) {
  const w = useWords(deskWords);
  const format = useFormat();
  const { title, detail, why, address, dueOn, movedTo, unit, contact, inPlaceOf } = line;
  const isSaid = unit === undefined || unit.code === village || title.includes(unit.name);
  const said = [
    inPlaceOf === undefined ? '' : w.inPlaceOf(inPlaceOf),
    dueOn === undefined ? '' : w.due(format.day(dueOn), movedTo && format.day(movedTo)),
    isSaid ? '' : unit.name,
    contact.length === 0 ? '' : w.contact(contact.join(' ')),
  ].filter((text) => text !== '');
  return (
    <Knot
      kind={kind}
      title={<TownAddress to={address}>{title}</TownAddress>}
      figure={<Due {...line} />}
    >
      {detail !== '' && <p className="prose">{detail}</p>}
      {why !== '' && <p className="prose">{w.why(why)}</p>}
      {said.length > 0 && <p className="desk-said">{said.join(w.between)}</p>}
    </Knot>
  );
}

/** The light of a line; what has no day is in order and says so. */
export function Due({ light, days, workdays }: Pick<DeskLine, 'light' | 'days' | 'workdays'>) {
  const w = useWords(deskWords);
  if (days === undefined) return <Light state="normal" reason={w.noDay} />;
  const state = light === 'open' ? 'normal' : light;
  if (workdays === undefined) return <Light state={state} days={Math.abs(days)} />;
  return <Light state={state} reason={w.workdays(workdays, days)} />;
}

/** A link to an address that a room gave: `/ledger?period=2026-Q3` within the pages of the town. */
function TownAddress({ to, children }: { to: string; children: ReactNode }) {
  const router = useRouter();
  const href = `/${useTown()}${to}`;
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a href={href} onClick={follow}>
      {children}
    </a>
  );
}
