/** What a demonstration township supervises: made and handled through the room's own deeds, each at its time. */

import { type Roster, readShape } from '@oneneedle/kernel';
import { z } from 'zod';
import { readableUses } from './ledger/index.ts';
import type { Ctx } from './platform/index.ts';
import { askDemand, createItem, doDeed, type NewItem } from './work/index.ts';

const words = z.string();
const deedShape = z.strictObject({
  at: words,
  by: words,
  deed: z.enum([
    'acknowledge',
    'accept',
    'assign',
    'beginReview',
    'closeOut',
    'finish',
    'grantExtension',
    'lookBack',
    'report',
    'requestExtension',
    'sendBack',
    'slip',
    'start',
    'tell',
    'withdraw',
  ]),
  note: words.optional(),
  due: words.optional(),
  colour: z.enum(['blue', 'orange', 'red']).optional(),
  result: z.enum(['holds', 'fails']).optional(),
});
const itemShape = z.strictObject({
  on: words,
  user: words,
  form: z.enum(['slip', 'line']),
  title: words,
  requirement: words.optional(),
  source: z
    .strictObject({
      kind: z.enum(['instruction', 'meeting', 'document', 'inspection', 'upper', 'telephone']),
      by: words.optional(),
      document: words.optional(),
      no: words.optional(),
      on: words.optional(),
      sentence: words.optional(),
    })
    .default({ kind: 'telephone' }),
  upperNo: words.optional(),
  urgency: z.enum(['urgent', 'special']).optional(),
  lead: words.optional(),
  who: words.optional(),
  support: z.array(words).optional(),
  units: z.array(words).optional(),
  due: words.optional(),
  feedback: z.enum(['month', 'quarter']).optional(),
  until: z.enum(['draft', 'registered', 'proposed', 'assigned']).optional(),
  isOpen: z.boolean().optional(),
  gate: z
    .strictObject({
      user: words,
      office: words,
      entry: words,
      purpose: words,
      basis: words,
      due: words,
    })
    .optional(),
  deeds: z.array(deedShape).default([]),
});

/** An item of `items.yaml`. */
export type DemoItem = z.infer<typeof itemShape>;

/** The items of a township's file, in the order in which they were made. */
export function readItemFile(text: string): DemoItem[] {
  return readShape(text, itemShape.array()).value ?? [];
}

interface Handling {
  /** The context that the gate would give this person at an instant. */
  contextOf(user: string, now: string): Promise<Ctx>;
  readonly roster: Roster;
}

const checks = [
  'factsClear',
  'problemSolved',
  'taskDone',
  'conclusionRight',
  'policyKept',
  'paperInOrder',
] as const;

/** Makes the items by their day, then does what was done with each. */
export async function loadItems(items: readonly DemoItem[], handling: Handling): Promise<void> {
  const inOrder = [...items].sort((a, b) => (a.on < b.on ? -1 : 1));
  for (const item of inOrder) {
    const ctx = await handling.contextOf(item.user, `${item.on}T01:30:00.000Z`);
    const { id, state } = await createItem(ctx, newItem(item, handling.roster));
    let version = { draft: 1, registered: 2, proposed: 3 }[state as 'draft'] ?? 4;
    if (item.form === 'line') version = 1;
    if (item.gate) await passGate(item, id, handling);
    for (const [index, { at, by, deed, note, due, colour, result }] of item.deeds.entries()) {
      const now = `${at}T0${2 + (index % 7)}:${10 + index}:00.000Z`;
      const ctx = await handling.contextOf(by, now);
      const asked = {
        id,
        version,
        words: {
          deed,
          ...(note === undefined ? {} : { note }),
          ...(due === undefined ? {} : { dueOn: due }),
          ...(colour === undefined ? {} : { colour }),
          ...(result === undefined ? {} : { result }),
          ...(deed === 'accept' ? { checks: [...checks] } : {}),
        },
      };
      await doDeed(ctx, asked, readableUses);
      version += 1;
    }
  }
}

function newItem(item: DemoItem, { persons }: Roster): NewItem {
  const code = (name: string | undefined) =>
    name === undefined ? undefined : (persons.find((one) => one.name === name)?.code ?? name);
  const { source, urgency, lead, support, units, due, feedback, until, upperNo } = item;
  return {
    form: item.form === 'slip' ? 'supervised' : 'oneLine',
    title: item.title,
    requirement: item.requirement,
    source: { ...source, by: code(source.by) },
    accountable: code(item.who),
    dueOn: due,
    ...{ urgency, lead, support, units, feedback, until, upperNo },
    ...(item.isOpen ? { isWithheld: false } : {}),
  };
}

/** What asks villages goes through the burden gate as an office would send it. */
async function passGate(
  { gate, title, on, units = [] }: DemoItem,
  about: string,
  { contextOf }: Handling,
) {
  if (!gate) return;
  const ctx = await contextOf(gate.user, `${on}T01:45:00.000Z`);
  await askDemand(ctx, {
    kind: 'item',
    about,
    title,
    office: gate.office,
    units,
    purpose: gate.purpose,
    basis: gate.basis,
    dutyEntry: gate.entry,
    dataAsked: [],
    dueOn: gate.due,
    answers: { canLookUp: false, askedLately: false, canWait: false },
    channel: 'system',
    askLeader: false,
    sendNow: false,
  });
}
