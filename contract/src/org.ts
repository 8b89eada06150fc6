/** People and units of a town: the dated roster, its history, the chain of responsibility. */

import { z } from 'zod';
import {
  done,
  inTown,
  isoDate,
  line,
  queryFlag,
  sha256,
  subjectCode,
  townInput,
  uuid,
} from './address.ts';
import {
  chainPage,
  importPreview,
  personPage,
  personRow,
  postRow,
  proposedUnit,
  township,
  unitPage,
  unitRow,
} from './org-shapes.ts';

const code = z
  .string()
  .trim()
  .regex(/^[\p{Script=Han}A-Za-z0-9][\p{Script=Han}A-Za-z0-9._\-（）]{0,79}$/u)
  .describe('begins with a letter, a figure or a Han character');
const size = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,6})?$/)
  .describe('exact decimal');
const words = z.array(line).max(50);
const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\- ]{5,20}$/);
const role = z.string().trim().min(1).max(40);
const counts = z.strictObject({ units: z.int(), posts: z.int(), pairings: z.int() });
const sizesFrom = z.record(z.string().trim().min(1).max(40), size);

/** `POST /org/units` and the others: what may be asked of the roster of a town. */
export const org = {
  units: inTown('GET', '/org/units', {
    summary: 'All units of the town with what holds on a day: sizes, posts, pairings.',
  })
    .input(townInput({ on: isoDate.optional() }))
    .output(
      z.strictObject({
        on: isoDate,
        rows: z.array(unitRow),
        /** What the schemes in force call the groups, by their code. */
        groupNames: z.record(z.string(), z.string()),
      }),
    ),
  unit: inTown('GET', '/org/units/{code}', { summary: 'One unit with its whole history.' })
    .input(townInput({ code: subjectCode }))
    .output(unitPage),
  addUnits: inTown('POST', '/org/units', {
    summary: 'Adds units, all or none: one by hand, or villages of the national list.',
    creates: true,
  })
    .input(
      townInput({
        units: z
          .array(
            z.strictObject({
              code: code.optional().describe('the name, where absent'),
              name: line,
              type: role,
              group: code.optional(),
              parent: subjectCode.optional(),
              aliases: words.default([]),
              tags: words.default([]),
              from: isoDate.optional(),
              sizes: sizesFrom.default({}),
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(z.strictObject({ codes: z.array(z.string()) })),
  changeUnit: inTown('PATCH', '/org/units/{code}', {
    summary: 'Corrects what is written about a unit; null clears. A renaming has its own address.',
  })
    .input(
      townInput({
        code: subjectCode,
        name: line.optional(),
        type: role.optional(),
        group: code.nullish(),
        parent: subjectCode.nullish(),
        aliases: words.optional(),
        tags: words.optional(),
        from: isoDate.nullish(),
        to: isoDate.nullish(),
      }),
    )
    .output(done),
  renameUnit: inTown('POST', '/org/units/{code}/name', {
    summary: 'Gives a unit a new name from a day on; the old one stays as a former name.',
  })
    .input(townInput({ code: subjectCode, name: line, on: isoDate }))
    .output(done),
  sizeUnit: inTown('POST', '/org/units/{code}/size', {
    summary: 'Sets a head count, from a day on; null takes that value away.',
  })
    .input(
      townInput({
        code: subjectCode,
        size: z.string().trim().min(1).max(40),
        from: isoDate.optional(),
        value: size.nullable(),
      }),
    )
    .output(done),
  endUnit: inTown('POST', '/org/units/{code}/end', {
    summary: 'Ends a unit on a day, with all units below it, their posts and pairings.',
  })
    .input(townInput({ code: subjectCode, to: isoDate, successor: subjectCode.optional() }))
    .output(counts),
  mergeUnit: inTown('POST', '/org/units/{code}/merge', {
    summary: 'Merges a village into another from a day on; its hamlets go over or end.',
  })
    .input(
      townInput({
        code: subjectCode,
        into: subjectCode,
        on: isoDate,
        hamlets: z.enum(['move', 'end']),
        sizes: sizesFrom.describe('of the village that stays, from that day on'),
      }),
    )
    .output(counts.extend({ moved: z.array(z.string()) })),
  orderUnits: inTown('POST', '/org/unit-order', {
    summary: 'Puts the named units into this order among themselves.',
  })
    .input(townInput({ codes: z.array(subjectCode).min(2).max(2000) }))
    .output(done),
  removeUnit: inTown('DELETE', '/org/units/{code}', {
    summary: 'Removes a unit entered by mistake, that nothing refers to.',
  })
    .input(townInput({ code: subjectCode }))
    .output(done),

  persons: inTown('GET', '/org/persons', { summary: 'All persons with their posts on a day.' })
    .input(townInput({ on: isoDate.optional() }))
    .output(z.strictObject({ on: isoDate, rows: z.array(personRow) })),
  person: inTown('GET', '/org/persons/{code}', {
    summary: 'One person with all posts and pairings.',
  })
    .input(townInput({ code: subjectCode }))
    .output(personPage),
  addPerson: inTown('POST', '/org/persons', {
    summary: 'Adds a person; the opaque code is given by the program.',
    creates: true,
    personal: ['name', 'phone'],
  })
    .input(
      townInput({
        name: line,
        class: role,
        group: code.optional(),
        tags: words.default([]),
        phone: phone.optional(),
      }),
    )
    .output(z.strictObject({ code: z.string() })),
  changePerson: inTown('PATCH', '/org/persons/{code}', {
    summary: 'Corrects what is written about a person; null clears.',
    personal: ['name', 'phone'],
  })
    .input(
      townInput({
        code: subjectCode,
        name: line.optional(),
        class: role.optional(),
        group: code.nullish(),
        tags: words.optional(),
        phone: phone.nullish(),
      }),
    )
    .output(done),
  phone: inTown('POST', '/org/persons/{code}/phone', {
    summary: 'The whole phone number of a person; the reading is written down.',
    shownOnce: ['phone'],
  })
    .input(townInput({ code: subjectCode }))
    .output(z.strictObject({ phone: z.string().nullable() })),
  erasePerson: inTown('POST', '/org/persons/{code}/erase', {
    summary: 'Erases name and phone of a person without a post; the code stays.',
  })
    .input(townInput({ code: subjectCode, reason: line }))
    .output(done),

  posts: inTown('GET', '/org/posts', {
    summary: 'Who holds what on a day in a unit and in the units below it.',
  })
    .input(townInput({ unit: subjectCode, on: isoDate.optional() }))
    .output(z.strictObject({ on: isoDate, rows: z.array(postRow) })),
  addPost: inTown('POST', '/org/posts', {
    summary: 'Gives a person a post from a day on; who held it before ends the day before.',
    creates: true,
  })
    .input(
      townInput({
        person: subjectCode,
        unit: subjectCode,
        role,
        from: isoDate,
        to: isoDate.optional(),
        secondedTo: subjectCode.optional(),
        replaces: z.array(uuid).max(20).default([]),
      }),
    )
    .output(z.strictObject({ id: uuid })),
  endPost: inTown('POST', '/org/posts/{id}/end', { summary: 'Ends a post; `to` is its last day.' })
    .input(townInput({ id: uuid, to: isoDate }))
    .output(done),
  changePost: inTown('PATCH', '/org/posts/{id}', {
    summary: 'Corrects a post that was entered wrongly; null clears.',
  })
    .input(
      townInput({
        id: uuid,
        role: role.optional(),
        from: isoDate.optional(),
        to: isoDate.nullish(),
        secondedTo: subjectCode.nullish(),
        reason: line,
      }),
    )
    .output(done),
  removePost: inTown('DELETE', '/org/posts/{id}', {
    summary: 'Removes a post that never was.',
  })
    .input(townInput({ id: uuid, reason: line }))
    .output(done),
  electTerm: inTown('POST', '/org/elections', {
    summary: 'A new term: ends posts the day before and opens new ones, all or nothing.',
    creates: true,
    personal: ['name', 'phone'],
  })
    .input(
      townInput({
        unit: subjectCode.describe('the body: a village, a branch, an office'),
        on: isoDate.describe('first day of the new term'),
        ends: z.array(uuid).max(200),
        opens: z
          .array(
            z.strictObject({
              unit: subjectCode,
              role,
              person: subjectCode.optional(),
              newcomer: z
                .strictObject({ name: line, class: role, phone: phone.optional() })
                .optional(),
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .output(z.strictObject({ ended: z.int(), opened: z.int(), newcomers: z.array(z.string()) })),
  addPairing: inTown('POST', '/org/pairings', {
    summary: 'Ties a person to a unit from a day on; who was tied before ends the day before.',
    creates: true,
  })
    .input(
      townInput({
        kind: role,
        person: subjectCode,
        unit: subjectCode,
        from: isoDate,
        to: isoDate.optional(),
        replaces: z.array(uuid).max(20).default([]),
      }),
    )
    .output(z.strictObject({ id: uuid })),
  endPairing: inTown('POST', '/org/pairings/{id}/end', {
    summary: 'Ends a pairing; `to` is its last day.',
  })
    .input(townInput({ id: uuid, to: isoDate }))
    .output(done),
  removePairing: inTown('DELETE', '/org/pairings/{id}', {
    summary: 'Removes a pairing that never was.',
  })
    .input(townInput({ id: uuid, reason: line }))
    .output(done),

  chain: inTown('GET', '/org/chains/{unit}', {
    summary: 'Who answers for a village on a day, from the leader to the head of each hamlet.',
  })
    .input(townInput({ unit: subjectCode, on: isoDate.optional() }))
    .output(chainPage),

  exportRoster: inTown('GET', '/org/roster', {
    summary: 'The roster as a workbook, with the columns that the import reads.',
  })
    .input(townInput({ format: z.enum(['xlsx', 'csv']).default('xlsx') }))
    .output(z.file()),
  previewImport: inTown('POST', '/org/imports/preview', {
    summary: 'What a file would change, and what is wrong in it; nothing is changed.',
    reads: true,
  })
    .input(townInput({ file: z.file() }))
    .output(importPreview),
  markImport: inTown('POST', '/org/imports/marked', {
    summary: 'The file with what is wrong written into its cells.',
    reads: true,
  })
    .input(townInput({ file: z.file() }))
    .output(z.file()),
  importRoster: inTown('POST', '/org/imports', {
    summary: 'Takes the good rows of a file over, as they were previewed.',
    creates: true,
  })
    .input(
      townInput({
        file: z.file(),
        digest: sha256,
        goodOnly: queryFlag.describe('go on although rows are wrong'),
      }),
    )
    .output(z.strictObject({ added: z.int(), changed: z.int() })),

  townships: inTown('GET', '/org/townships', {
    summary: 'Townships of the national division list by name or code.',
  })
    .input(townInput({ search: z.string().trim().min(2).max(40) }))
    .output(z.strictObject({ rows: z.array(township), isCut: z.boolean() })),
  proposedUnits: inTown('GET', '/org/townships/{township}/villages', {
    summary: 'The villages of a township of the list, as proposed units.',
  })
    .input(townInput({ township: z.string().regex(/^\d{9}$/) }))
    .output(z.strictObject({ rows: z.array(proposedUnit) })),
};
