/** The one-time set-up of an empty installation, and the towns that a county founds later. */

import { z } from 'zod';
import { userName } from './accounts.ts';
import { done, instant, line, outside, subjectCode, townCode } from './address.ts';
import { proposedUnit, township } from './org-shapes.ts';

const key = z.string().trim().min(1).max(100).describe('one-time key that the program printed');
const password = z.string().min(1).max(200);

/** A unit before there is a roster; villages and offices of a town. */
export const firstUnit = z.strictObject({
  /** The name, where absent. */
  code: subjectCode.optional(),
  name: line,
  /** `village`, `station`, `hamlet`, `branch` … */
  type: z.string().trim().min(1).max(40),
  /** Code of the unit above; the town itself, where absent. */
  parent: subjectCode.optional(),
  aliases: z.array(line).max(50).default([]),
  tags: z.array(line).max(50).default([]),
});

const remark = z.strictObject({
  /** "单位 B3" */
  place: z.string(),
  text: z.string(),
});

export const setUp = {
  state: outside('GET', '/public/set-up', {
    summary: 'Whether this installation still waits for its set-up.',
  }).output(z.strictObject({ open: z.literal(true) })),
  check: outside('POST', '/public/set-up/key', {
    summary: 'Whether the one-time key is right.',
    personal: ['key'],
  })
    .input(z.strictObject({ key }))
    .output(done),
  readUnits: outside('POST', '/public/set-up/units', {
    summary: 'Reads units from a workbook; nothing is kept.',
    personal: ['key'],
  })
    .input(z.strictObject({ key, name: line, file: z.instanceof(File) }))
    .output(
      z.strictObject({
        units: z.array(firstUnit),
        /** Rows of other sheets (persons, posts), to be imported after the set-up. */
        otherRows: z.int(),
        remarks: z.array(remark),
      }),
    ),
  townships: outside('POST', '/public/set-up/townships', {
    summary: 'Townships of the national division list by name or code.',
    personal: ['key'],
  })
    .input(z.strictObject({ key, search: z.string().trim().min(2).max(40) }))
    .output(z.strictObject({ rows: z.array(township), isCut: z.boolean() })),
  villages: outside('POST', '/public/set-up/villages', {
    summary: 'The villages of a township of the list, as units to confirm.',
    personal: ['key'],
  })
    .input(z.strictObject({ key, township: z.string().regex(/^\d{9}$/) }))
    .output(z.strictObject({ rows: z.array(proposedUnit) })),
  found: outside('POST', '/public/set-up', {
    summary: 'Founds the first county or town with its first administrator; once.',
    personal: ['key', 'userName'],
  })
    .input(
      z.strictObject({
        key,
        kind: z.enum(['town', 'county']),
        name: line,
        code: townCode,
        units: z.array(firstUnit).max(2000),
        userName,
        password,
      }),
    )
    .output(z.strictObject({ town: townCode })),
};

const county = { county: townCode };

/** What a county's administrator does for its towns; nothing here shows data of a town. */
export const counties = {
  towns: outside('GET', '/counties/{county}/towns', {
    summary: 'The towns of a county, and whether somebody administers them.',
  })
    .input(z.strictObject(county))
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            code: townCode,
            name: z.string(),
            foundedAt: instant,
            /** `none`: appoint one; `appointed`: has not chosen an own password yet. */
            administrator: z.enum(['none', 'appointed', 'active']),
          }),
        ),
      }),
    ),
  foundTown: outside('POST', '/counties/{county}/towns', { summary: 'Founds a town of a county.' })
    .input(z.strictObject({ ...county, code: townCode, name: line }))
    .output(z.strictObject({ code: townCode })),
  appoint: outside('POST', '/counties/{county}/towns/{town}/administrator', {
    summary:
      'Appoints the first administrator of a town; the first password is shown once. Again only until that person has chosen an own password.',
    personal: ['userName'],
  })
    .input(z.strictObject({ ...county, town: townCode, userName }))
    .output(z.strictObject({ userName: z.string(), firstPassword: z.string() })),
};
