/** The time by the program's clock: an office machine that runs wrong would fill in the wrong day, and allow it. */

let aheadMilliseconds = 0;

/** Takes the time of a reply (`Date` of HTTP, whole seconds); a reply without one changes nothing. */
export function hearTime(date: string | null): void {
  const told = Date.parse(date ?? '');
  if (!Number.isNaN(told)) aheadMilliseconds = told - Date.now();
}

/** Now, in milliseconds since 1970; before the first reply, by the clock of the machine. */
export function programNow(): number {
  return Date.now() + aheadMilliseconds;
}
