/** Retrospectives: a problem, its cause, what was changed, and a figure that is looked at later. */

import { z } from 'zod';
import { instant, inTown, isoDate, line, prose, subjectCode, townInput, uuid } from './address.ts';
import { itemState, named } from './item-shapes.ts';

/** What may not stand in the audit as it is: sentences of people. */
const personal = ['problem', 'source', 'cause', 'note', 'conclusion'] as const;
const one = { id: uuid };

const clauseShown = z.strictObject({ line: z.string(), code: z.string(), title: z.string() });

/** By whom is told to nobody of a village. */
const said = { by: z.string().optional(), at: instant };

export const retrospectiveRow = z.strictObject({
  id: uuid,
  problem: z.string(),
  foundOn: isoDate,
  source: z.string(),
  unit: named.optional(),
  /** Told to nobody of a village. */
  owner: named.optional(),
  /** `due`: the day of the look has come. */
  state: z.enum(['found', 'caused', 'changed', 'due', 'kept', 'notKept']),
  cause: z.strictObject({ text: z.string(), ...said }).optional(),
  change: z
    .strictObject({
      note: z.string(),
      ...said,
      item: z
        .strictObject({ id: uuid, no: z.string().optional(), state: itemState, title: z.string() })
        .optional(),
      clause: clauseShown.optional(),
    })
    .optional(),
  look: z
    .strictObject({ figure: z.string(), before: z.string(), wanted: z.string(), on: isoDate })
    .optional(),
  conclusion: z.strictObject({ figure: z.string(), text: z.string(), ...said }).optional(),
  /** What the asker may do now. */
  deeds: z.array(z.enum(['cause', 'change', 'conclude'])),
  /** The asker said what is changed: that it kept is for another to say. */
  isOwnChange: z.boolean(),
});

export const retrospectives = {
  list: inTown('GET', '/retrospectives', { summary: 'Problems looked back at, the latest first.' })
    .input(townInput({}))
    .output(
      z.strictObject({ today: isoDate, rows: z.array(retrospectiveRow), mayAdd: z.boolean() }),
    ),
  options: inTown('GET', '/retrospectives/options', {
    summary: 'What writing one needs: units, persons, clauses in force.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        today: isoDate,
        units: z.array(named),
        offices: z.array(named),
        persons: z.array(named),
        clauses: z.array(clauseShown),
      }),
    ),
  one: inTown('GET', '/retrospectives/{id}', { summary: 'One problem with what became of it.' })
    .input(townInput(one))
    .output(retrospectiveRow),
  add: inTown('POST', '/retrospectives', {
    summary: 'Writes a problem down, with its owner.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        problem: prose.min(2),
        foundOn: isoDate,
        source: z.string().trim().max(200).default(''),
        unit: subjectCode.optional(),
        owner: subjectCode,
      }),
    )
    .output(retrospectiveRow),
  tellCause: inTown('POST', '/retrospectives/{id}/cause', {
    summary: 'Says why it came about; once.',
    personal,
  })
    .input(townInput({ ...one, cause: prose.min(2) }))
    .output(retrospectiveRow),
  change: inTown('POST', '/retrospectives/{id}/change', {
    summary:
      'Says what is changed, an item or a clause, and which figure is looked at on which day.',
    creates: true,
    personal,
  })
    .input(
      townInput({
        ...one,
        note: prose.min(2),
        item: z
          .strictObject({ lead: subjectCode, accountable: subjectCode, dueOn: isoDate })
          .optional(),
        clause: z.strictObject({ line: subjectCode, code: subjectCode }).optional(),
        look: z.strictObject({ figure: line, before: line, wanted: line, on: isoDate }),
      }),
    )
    .output(retrospectiveRow),
  conclude: inTown('POST', '/retrospectives/{id}/conclusion', {
    summary: 'Says what the figure is on the day of the look, and whether the change kept.',
    personal,
  })
    .input(
      townInput({
        ...one,
        result: z.enum(['kept', 'notKept']),
        figure: line,
        conclusion: z.string().trim().max(2000).default(''),
      }),
    )
    .output(retrospectiveRow),
};
