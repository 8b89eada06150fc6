#!/usr/bin/env node
// Plain JavaScript, so that an older Node can still read it and say what is wrong.
import { versionRefusal } from './node-version.js';

const [, asked] = /--lang[= ](\w+)/.exec(process.argv.join(' ')) ?? [];
const refusal = versionRefusal(process.versions.node, asked ?? process.env.ONENEEDLE_LANG);
if (refusal) {
  console.error(refusal);
  process.exit(2);
}
// A reader that has seen enough (`| head`) closes the pipe; that is not a failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
const { run } = await import('../src/cli/main.ts');
const { terminalPrint } = await import('../src/cli/terminal.ts');
process.exitCode = await run(process.argv.slice(2), terminalPrint(process));
