/** The check of a text while it is written: asked for after a pause, the last answer wins. */

import { useEffect, useRef, useState } from 'react';
import { client } from '../api/index.ts';
import { useTown } from '../shell/index.ts';
import type { Checked, VersionRead } from './replies.ts';

/** Long enough that a word is not checked in its middle. */
const pauseMs = 600;

/** A check makes nothing, so its long answer need not be kept for a repetition. */
const unrepeated = { idempotencyKey: '' };

interface LintOptions {
  text: string;
  read: VersionRead;
  /** A text that nobody writes needs no new check. */
  isOn: boolean;
}

/** What the last check said. */
export interface Lint {
  /** Of the text as it was last checked. */
  checked: Checked;
  isChecking: boolean;
  /** The last official text that could be read. */
  lastOfficial: Checked['official'];
}

export function useLint({ text, read, isOn }: LintOptions): Lint {
  const town = useTown();
  const [of, setOf] = useState({ text: read.source, checked: read.checked });
  const last = useRef(read.checked.official);
  if (of.checked.official) last.current = of.checked.official;
  const isStale = isOn && of.text !== text;
  useEffect(() => {
    if (!isStale) return;
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      client.scheme
        .lint({ town, source: text }, { signal: abort.signal, context: unrepeated })
        .then((checked) => setOf({ text, checked }))
        // Without an answer the old findings stay; the next pause asks again, and saving says why.
        .catch(() => {});
    }, pauseMs);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [isStale, text, town]);
  return { checked: of.checked, isChecking: isStale, lastOfficial: last.current };
}
