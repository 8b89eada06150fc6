/** No database of a test outlives the test: the program's own would, so that the next start finds it. */

import { spawn } from 'node:child_process';

/**
 * Waits for the end of its input, which is the end of this process, however it ends. Then it stops
 * the server of the folder; one that nobody calls for stays a number, so it is not waited for long.
 */
const watch = `
  cat > /dev/null
  pid=$(head -n 1 "$1/data/postmaster.pid" 2> /dev/null)
  if [ -n "$pid" ] && kill -INT "$pid" 2> /dev/null; then
    for _ in $(seq 100); do kill -0 "$pid" 2> /dev/null || break; sleep 0.1; done
  fi
  rm -rf "$1"`;

/**
 * Has the server in `folder/data` stopped and the folder removed when this process is gone, even if it
 * was killed. @returns what to call after one has done both oneself.
 */
export function endWithUs(folder: string): () => void {
  const child = spawn('sh', ['-c', watch, 'watch', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
    detached: true, // Ctrl-C is for us; the watch goes on until we are gone
  });
  child.unref();
  return () => child.stdin.end();
}
