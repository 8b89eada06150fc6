/** What the room of people and units answers: units, persons, posts, pairings, a chain. */

import { z } from 'zod';
import { instant, isoDate } from './address.ts';

/** Who holds a post in a unit on the day that was asked for. */
const holder = z.strictObject({
  person: z.string().describe('opaque code'),
  name: z.string(),
  role: z.string(),
});

const paired = z.strictObject({ person: z.string(), name: z.string(), kind: z.string() });

const unitCore = {
  code: z.string().describe('never changes, whatever the unit is called'),
  name: z.string(),
  type: z.string().describe('town, station, village, hamlet, branch, or a word of the town'),
  group: z.string().optional(),
  parent: z.string().optional(),
  parentName: z.string().optional(),
  aliases: z.array(z.string()),
  tags: z.array(z.string()),
  from: isoDate.optional(),
  to: isoDate.optional().describe('last day'),
  successor: z.string().optional(),
  successorName: z.string().optional(),
};

/** A unit in a list, with what holds on the day that was asked for. */
export const unitRow = z.strictObject({
  ...unitCore,
  state: z.enum(['now', 'ended', 'coming']).describe('on that day'),
  sizes: z
    .record(z.string(), z.string())
    .describe('head counts on that day, exact decimals; none where the unit is not there'),
  posts: z.array(holder),
  pairings: z.array(paired),
  hamlets: z.int().describe('hamlets directly below it on that day'),
});

const days = { from: isoDate, to: isoDate.optional().describe('last day') };

/** A post as it stands in the history of a unit or of a person. */
export const postRow = z.strictObject({
  id: z.uuid(),
  person: z.string(),
  name: z.string(),
  unit: z.string(),
  unitName: z.string(),
  role: z.string(),
  ...days,
  secondedTo: z.string().optional(),
  secondedToName: z.string().optional(),
});

/** A pairing as it stands in the history of a unit or of a person. */
export const pairingRow = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  person: z.string(),
  name: z.string(),
  unit: z.string(),
  unitName: z.string(),
  ...days,
});

/** One unit with everything that was ever true of it. */
export const unitPage = z.strictObject({
  ...unitCore,
  state: z.enum(['now', 'ended', 'coming']),
  sizes: z.array(
    z.strictObject({
      name: z.string(),
      values: z.array(z.strictObject({ from: z.iso.date().optional(), value: z.string() })),
    }),
  ),
  formerNames: z.array(z.strictObject({ name: z.string(), to: isoDate })),
  tookOver: z
    .array(z.strictObject({ code: z.string(), name: z.string(), to: isoDate.optional() }))
    .describe('units that were merged into it'),
  below: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      type: z.string(),
      to: isoDate.optional(),
    }),
  ),
  posts: z.array(postRow),
  pairings: z.array(pairingRow),
});

/** A person in a list: no phone but its first three and last four figures, for whom it is meant. */
export const personRow = z.strictObject({
  code: z.string().describe('opaque: P-0001'),
  name: z.string(),
  class: z.string(),
  group: z.string().optional(),
  tags: z.array(z.string()),
  posts: z.array(z.strictObject({ unit: z.string(), unitName: z.string(), role: z.string() })),
  pairings: z.array(z.strictObject({ unit: z.string(), unitName: z.string(), kind: z.string() })),
  phoneMasked: z.string().optional(),
  erasedAt: instant.optional(),
});

/** One person with all posts and pairings. */
export const personPage = z.strictObject({
  code: z.string(),
  name: z.string(),
  class: z.string(),
  group: z.string().optional(),
  tags: z.array(z.string()),
  phoneMasked: z.string().optional(),
  erasedAt: instant.optional(),
  posts: z.array(postRow),
  pairings: z.array(pairingRow),
});

const link = z.strictObject({
  person: z.string(),
  name: z.string(),
  words: z.string().describe('the post or the kind of pairing'),
  also: z.string().optional().describe('the post in the town of a paired person'),
  ...days,
});

/** Who answers for a village, from the leader down to the head of each hamlet, on one day. */
export const chainPage = z.strictObject({
  on: isoDate,
  unit: z.string(),
  name: z.string(),
  households: z.string().optional(),
  leaders: z.array(link),
  cadres: z.array(link),
  secretaries: z.array(link),
  hamlets: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      households: z.string().optional(),
      heads: z.array(link),
      contacts: z.array(link).describe('cadres of the village who answer for this hamlet'),
    }),
  ),
});

/** A remark about a cell of a file; `column` is absent where the whole row is meant. */
export const cellRemark = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  column: z.int().optional().describe('from 1'),
  sentence: z.string(),
});

const tableName = z.enum(['units', 'persons', 'posts', 'pairings']);

/** What a file would change, before it is done. */
export const importPreview = z.strictObject({
  goodRows: z.int(),
  badRows: z.int(),
  remarks: z.array(cellRemark),
  counts: z.array(
    z.strictObject({ table: tableName, added: z.int(), changed: z.int(), same: z.int() }),
  ),
  changes: z.array(
    z.strictObject({
      table: tableName,
      label: z.string(),
      isNew: z.boolean(),
      fields: z.array(z.strictObject({ title: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  digest: z.string().describe('names what was previewed; the import must repeat it'),
});

/** A township of the national list, with the names above it. */
export const township = z.strictObject({
  code: z.string().regex(/^\d{9}$/),
  name: z.string(),
  within: z.string().describe('province, city and county'),
});

/** A unit as proposed from the national list, for a person to confirm. */
export const proposedUnit = z.strictObject({
  code: z.string().regex(/^\d{12}$/),
  listed: z.string().describe('name in the list'),
  name: z.string(),
  aliases: z.array(z.string()),
  tags: z.array(z.string()),
  isVillage: z.boolean().describe('false for farms and the like that are no village'),
});

export type UnitRow = z.infer<typeof unitRow>;
export type PostRow = z.infer<typeof postRow>;
export type PairingRow = z.infer<typeof pairingRow>;
export type UnitPage = z.infer<typeof unitPage>;
export type PersonRow = z.infer<typeof personRow>;
export type PersonPage = z.infer<typeof personPage>;
export type ChainPage = z.infer<typeof chainPage>;
export type ImportPreview = z.infer<typeof importPreview>;
export type Township = z.infer<typeof township>;
export type ProposedUnit = z.infer<typeof proposedUnit>;
