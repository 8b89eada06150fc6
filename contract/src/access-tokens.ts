/** Access tokens: what a machine shows instead of a password, in one town and never wider than its owner. */

import { z } from 'zod';
import { done, instant, inTown, isoDate, line, queryFlag, townInput, uuid } from './address.ts';
import { tokenRooms } from './constants.ts';

/** What a token may do in each room; a room that is not named is closed to it. */
export const tokenScope = z
  .partialRecord(z.enum(tokenRooms), z.enum(['read', 'write']))
  .refine((scope) => Object.keys(scope).length > 0);

const accessToken = z.strictObject({
  id: uuid,
  name: z.string(),
  /** Whose rights it carries. */
  owner: z.strictObject({ id: uuid, name: z.string() }),
  scope: tokenScope,
  createdAt: instant,
  /** Its last day. */
  expiresOn: isoDate,
  lastUsedAt: instant.optional(),
  /** Where it was last used from, without the last part. */
  lastAddress: z.string().optional(),
  endedAt: instant.optional(),
  state: z.enum(['live', 'expired', 'ended']),
});

export const accessTokens = {
  list: inTown('GET', '/access-tokens', {
    summary: 'My access tokens in this town; with `all`, everybody’s, for its administrator.',
  })
    .input(townInput({ all: queryFlag.default(false) }))
    .output(z.strictObject({ rows: z.array(accessToken) })),
  create: inTown('POST', '/access-tokens', {
    summary: 'Makes an access token for a machine; it is shown once.',
    creates: true,
    shownOnce: ['secret'],
  })
    .input(
      townInput({
        name: line,
        scope: tokenScope,
        expiresOn: isoDate,
        currentPassword: z.string().min(1).max(200),
      }),
    )
    .output(
      z.strictObject({
        id: uuid,
        secret: z.string().describe('shown once; empty when a request is repeated'),
      }),
    ),
  end: inTown('POST', '/access-tokens/{accessToken}/end', {
    summary: 'Ends an access token at once: one’s own, or anybody’s for the administrator.',
  })
    .input(townInput({ accessToken: uuid }))
    .output(done),
};
