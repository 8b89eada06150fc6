/** The worker of the page of the field: keeps its files, opens it without a network, sends what waits. */

import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { bringAll } from './bring-all.ts';

/** Written in by the build: the files of this page alone, each with the hash of its content. */
declare const fieldFiles: { url: string; revision: string | null }[];

interface Waiting extends Event {
  readonly tag?: string;
  waitUntil(work: Promise<unknown>): void;
}

precacheAndRoute(fieldFiles);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/field/index.html')));

// A new worker waits; the page says when no sheet is open.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') {
    void (self as unknown as { skipWaiting(): Promise<void> }).skipWaiting();
  }
});

// The first one takes over the page that registered it, so that its next opening needs no network.
self.addEventListener('activate', (event) => {
  const { clients } = self as unknown as { clients: { claim(): Promise<void> } };
  (event as Waiting).waitUntil(clients.claim());
});

self.addEventListener('sync', (event) => {
  const waiting = event as Waiting;
  if (waiting.tag === 'send-sheets') waiting.waitUntil(bringInBackground());
});

/** A sheet that found no network fails the deed, so that the browser tries it again by itself. */
async function bringInBackground(): Promise<void> {
  const ended = await bringAll();
  if ([...ended.values()].includes('away')) throw new Error('no network');
}
