/** `oneneedle account reset USER`: the way back in when the last administrator forgot the password. */

import { type CommandReset, resetByCommand } from '../org/index.ts';
import { connectApp, Refusal } from '../platform/index.ts';
import { withPlace } from './backup-place.ts';
import type { Command, Desk, Given, Told } from './command.ts';
import { fitted } from './print.ts';

export const accountResetCommand: Command = {
  name: 'account reset',
  group: 'backup',
  target: 'target.user',
  summary: 'account.summary',
  options: {},
  examples: ['fang.xinxi', 'fang.xinxi --json'],
  run: reset,
};

/** Whoever may run this reads the whole database anyway; so no password is asked for. */
async function reset({ target }: Given, desk: Desk): Promise<Told> {
  const { say } = desk;
  const done = await withPlace({ mayBeNew: false }, desk, async ({ ownerUrl, appUrl }) => {
    const app = await connectApp({ ownerUrl, ...(appUrl ? { appUrl } : {}), connections: 1 });
    const wanted = { userName: target, now: new Date().toISOString() };
    try {
      return await app.queries.transaction().execute((db) => resetByCommand(db, wanted));
    } finally {
      await app.close();
    }
  });
  if (done.state === 'unknown') throw new Refusal(unknown(target, done, desk));
  const { userName } = done;
  if (done.state === 'disabled') throw new Refusal(say('account.disabled', { userName }));
  const { firstPassword } = done;
  const lines = [
    say('account.done', { userName }),
    say('account.password', { firstPassword }),
    say('account.next'),
  ];
  return {
    text: fitted(lines.join('\n'), desk.columns),
    data: { userName, firstPassword },
  };
}

/** The user name may be what was forgotten. */
function unknown(
  userName: string,
  { administrators }: Extract<CommandReset, { state: 'unknown' }>,
  { say }: Desk,
): string {
  if (administrators.length === 0) return say('account.none', { userName });
  const who = administrators
    .map(({ town, userNames }) => `${town} ${userNames.join(say('join.and'))}`)
    .join(say('join.semicolon'));
  return say('account.unknown', { userName, who });
}
