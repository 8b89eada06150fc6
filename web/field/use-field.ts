/** What the whole page knows: who is here, what is to be visited, which sheets there are, the network. */

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { bringAll } from './bring-all.ts';
import type { Draft } from './draft.ts';
import { readSession, readWork } from './network.ts';
import { isShortOfRoom } from './room.ts';
import { Away, Refused } from './sending.ts';
import { askBackground } from './start-worker.ts';
import { allDrafts, type Known, keepAgain, keepKnown, onChange, readKnown } from './store.ts';

/** `off`: no filing was entered; `signIn`: the session ended; `town`: somebody must choose one. */
export type Gate = 'open' | 'off' | 'signIn' | 'towns' | 'no-town' | 'password';

export interface Field {
  readonly known?: Known;
  readonly gate: Gate;
  readonly isOnline: boolean;
  readonly drafts: readonly Draft[];
  readonly isReady: boolean;
  /** The list of visits is on its way. */
  readonly isReading: boolean;
  /** The device is full: something that was written is on this page alone. */
  readonly isShort: boolean;
  readonly towns: readonly { readonly code: string; readonly name: string }[];
  /** Share of the photos that arrived, of the sheet that goes just now. */
  readonly moving?: { readonly sheet: string; readonly share: number };
  refresh(town?: string): Promise<void>;
  /** Sends whatever waits. */
  sendAll(): Promise<void>;
}

export function useField(): Field {
  const [isOnline, setOnline] = useState(navigator.onLine);
  const drafts = useDrafts();
  const isShort = useSyncExternalStore(onChange, isShortOfRoom);
  useStaying(isShort);
  const { isReady, setGate, ...list } = useList(setOnline);
  const { known } = list;
  const sending = useSending(known?.userName, setGate, setOnline);
  return {
    isReady: isReady && drafts !== undefined,
    isOnline,
    isShort,
    drafts: (drafts ?? []).filter((draft) => known === undefined || isOf(draft, known)),
    ...list,
    ...sending,
  };
}

type Told = (is: boolean) => void;

/** Who is here and what is to be visited: as it was kept on this device, then as the town has it. */
function useList(setOnline: Told) {
  const [known, setKnown] = useState<Known>();
  const [gate, setGate] = useState<Gate>('open');
  const [towns, setTowns] = useState<Field['towns']>([]);
  const [isReady, setReady] = useState(false);
  const [isReading, setReading] = useState(true);

  const read = useCallback(
    async (kept: Known | undefined, wanted: string | undefined) => {
      const { session, workOf } = await ask(wanted);
      if (session.mustChangePassword) return setGate('password');
      const open = session.towns.filter(({ kind }) => kind === 'town');
      const town = townAmong(open, wanted);
      setTowns(open);
      setOnline(true);
      if (!town) return setGate(open.length > 0 ? 'towns' : 'no-town');
      const { userName } = session;
      const isSame = kept?.userName === userName && kept.town === town.code;
      const who = { userName, town: town.code, townName: town.name };
      setKnown({ ...(isSame ? kept : {}), ...who });
      const work = await workOf(town.code);
      const now = { ...who, work, readAt: new Date().toISOString() };
      await keepKnown(now);
      setKnown(now);
      setGate('open');
    },
    [setOnline],
  );
  const refresh = useCallback(
    async (chosen?: string) => {
      setReading(true);
      const kept = await readKnown();
      if (kept) setKnown(kept);
      setReady(true);
      try {
        await read(kept, chosen ?? kept?.town ?? townInAddress());
      } catch (error) {
        if (error instanceof Away) setOnline(false);
        else if (error instanceof Refused) setGate(gateOf(error));
        else throw error;
      } finally {
        setReading(false);
      }
    },
    [read, setOnline],
  );
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return { gate, isReady, isReading, refresh, setGate, towns, ...(known ? { known } : {}) };
}

/** Asks who is here and, where the town is known, for its visits too: on a slow network each question takes long. */
async function ask(wanted: string | undefined) {
  const early = wanted === undefined ? undefined : readWork(wanted);
  early?.catch(() => {}); // whoever needs it hears it below
  const session = await readSession();
  const workOf = (town: string) => (early && town === wanted ? early : readWork(town));
  return { session, workOf };
}

function isOf({ account, town }: Draft, known: Known): boolean {
  return account === known.userName && town === known.town;
}

/** Every sheet on this device, of whomever; drawn again when one changes in any tab. */
export function useDrafts(): readonly Draft[] | undefined {
  const [drafts, setDrafts] = useState<readonly Draft[]>();
  useEffect(() => {
    const read = () => void allDrafts().then(setDrafts);
    read();
    return onChange(read);
  }, []);
  return drafts;
}

/** Sends whatever waits of an account, and hears what came of it. */
function useSending(
  account: string | undefined,
  setGate: (gate: Gate) => void,
  setOnline: Told,
): Pick<Field, 'sendAll' | 'moving'> {
  const [moving, setMoving] = useState<Field['moving']>();
  const sendAll = useCallback(async () => {
    if (account === undefined) return;
    if (isShortOfRoom()) await keepAgain();
    const ended = await bringAll(account, (sheet, share) => setMoving({ sheet, share }));
    setMoving(undefined);
    for (const how of ended.values()) {
      if (how === 'signIn') setGate('signIn');
      if (how === 'away') void askBackground();
      setOnline(how !== 'away');
    }
  }, [account, setGate, setOnline]);
  useSendingByItself(sendAll, setOnline);
  return { sendAll, ...(moving ? { moving } : {}) };
}

/** When the page opens, when the network is back, when it is looked at again, and now and then. */
function useSendingByItself(sendAll: () => Promise<void>, setOnline: Told): void {
  useEffect(() => {
    const go = () => void sendAll();
    const back = () => {
      setOnline(true);
      go();
    };
    const gone = () => setOnline(false);
    const seen = () => document.visibilityState === 'visible' && go();
    window.addEventListener('online', back);
    window.addEventListener('offline', gone);
    document.addEventListener('visibilitychange', seen);
    const again = setInterval(go, retryMilliseconds);
    go();
    return () => {
      window.removeEventListener('online', back);
      window.removeEventListener('offline', gone);
      document.removeEventListener('visibilitychange', seen);
      clearInterval(again);
    };
  }, [sendAll, setOnline]);
}

const retryMilliseconds = 15_000;

/** The browser asks before it closes a page that has what is nowhere else. */
function useStaying(isShort: boolean): void {
  useEffect(() => {
    if (!isShort) return;
    const ask = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isShort]);
}

function gateOf({ code, status }: Refused): Gate {
  if (status === 401) return 'signIn';
  return code === 'sheets.field-off' ? 'off' : 'no-town';
}

/** The town that is wanted, or the only one. */
function townAmong<T extends { code: string }>(
  towns: readonly T[],
  wanted?: string,
): T | undefined {
  return towns.find(({ code }) => code === wanted) ?? (towns.length === 1 ? towns[0] : undefined);
}

/** `?town=qinghe`, as the office pages link here. */
function townInAddress(): string | undefined {
  return new URLSearchParams(window.location.search).get('town') ?? undefined;
}
