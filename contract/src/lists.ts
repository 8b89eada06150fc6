/** What of the one list leaves the program: plain links of villages, a calendar, one e-mail a day. */

import { z } from 'zod';
import { done, instant, inTown, isoDate, line, subjectCode, townInput, uuid } from './address.ts';

const plainLink = z.strictObject({
  id: uuid,
  village: z.strictObject({ code: subjectCode, name: z.string() }),
  createdAt: instant,
  createdBy: z.string(),
  expiresAt: instant,
  state: z.enum(['live', 'expired', 'locked', 'ended']),
  /** How often it was read, and when last. */
  readings: z.int(),
  lastReadAt: instant.optional(),
  /** Wrong numbers, all of them. */
  wrongPins: z.int(),
});

export const lists = {
  links: inTown('GET', '/desk/plain-links', {
    summary: 'The plain links of villages, and the decision that allows them.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        /** Absent: plain links are off. */
        decision: z.string().optional(),
        contact: z.string(),
        rows: z.array(plainLink),
      }),
    ),
  setLinks: inTown('PUT', '/desk/plain-links', {
    summary: 'Allows plain links by a decision, or ends them all at once.',
  })
    .input(townInput({ decision: line.optional(), contact: z.string().trim().max(100) }))
    .output(done),
  makeLink: inTown('POST', '/desk/plain-links', {
    summary:
      'Makes a plain link of a village for seven days; address and number are shown once. Titles that tell of somebody are refused until they are confirmed.',
    creates: true,
    shownOnce: ['path', 'pin'],
  })
    .input(
      townInput({
        unit: subjectCode,
        /** Lines that leave although their titles hold the name or number of somebody. */
        confirmed: z.array(uuid).max(2000).optional(),
      }),
    )
    .output(
      z.strictObject({
        id: uuid,
        village: z.string(),
        path: z.string().describe('shown once; empty when a request is repeated'),
        pin: z.string().describe('shown once; empty when a request is repeated'),
        contact: z.string(),
        expiresAt: instant,
      }),
    ),
  endLink: inTown('POST', '/desk/plain-links/{link}/end', {
    summary: 'Ends a plain link at once.',
  })
    .input(townInput({ link: uuid }))
    .output(done),
  readings: inTown('GET', '/desk/plain-links/{link}/readings', {
    summary: 'When and from where a plain link was read, the last first; at most 200.',
  })
    .input(townInput({ link: uuid }))
    .output(
      z.strictObject({
        rows: z.array(
          z.strictObject({
            id: z.int(),
            at: instant,
            outcome: z.enum(['read', 'wrong-pin', 'locked']),
            /** Without its last part. */
            address: z.string(),
          }),
        ),
      }),
    ),
  feed: inTown('GET', '/desk/calendar-feed', {
    summary: 'My calendar feed in this town: since when, and when it was read last.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        madeAt: instant.optional(),
        /** Its last day; it ends before that with a new password. */
        until: isoDate.optional(),
        lastReadAt: instant.optional(),
      }),
    ),
  makeFeed: inTown('POST', '/desk/calendar-feed', {
    summary:
      'Makes the secret address of my calendar for 366 days; it is shown once, an earlier one ends.',
    creates: true,
    shownOnce: ['path'],
  })
    .input(townInput({ currentPassword: z.string().min(1).max(200) }))
    .output(
      z.strictObject({
        path: z.string().describe('shown once; empty when a request is repeated'),
      }),
    ),
  endFeed: inTown('POST', '/desk/calendar-feed/end', { summary: 'Ends my calendar feed at once.' })
    .input(townInput({}))
    .output(done),
  digest: inTown('GET', '/desk/digest', {
    summary: 'Whether and where I get one e-mail a workday, and when the last one went out.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        /** Absent: I get none. */
        email: z.string().optional(),
        /** Whether this installation sends e-mail at all. */
        isPossible: z.boolean(),
        lastSentAt: instant.optional(),
      }),
    ),
  chooseDigest: inTown('PUT', '/desk/digest', {
    summary: 'Says where my e-mail goes; without an address it stops.',
    personal: ['email'],
  })
    .input(townInput({ email: z.email().max(200).optional() }))
    .output(done),
  robot: inTown('GET', '/desk/robot', {
    summary: 'Whether a chat group is told how many matters wait, by which decision.',
  })
    .input(townInput({}))
    .output(
      z.strictObject({
        /** Hosts that the installation allows; none: no robot can be turned on. */
        hosts: z.array(z.string()),
        /** Absent: off. */
        decision: z.string().optional(),
      }),
    ),
  setRobot: inTown('PUT', '/desk/robot', {
    summary: 'Turns the robot of a chat group on by a decision, or off.',
    personal: ['url'],
  })
    .input(townInput({ decision: line.optional(), url: z.url().max(500).optional() }))
    .output(done),
};
