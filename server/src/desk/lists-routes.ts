/** Binds the addresses of what leaves the program; no decisions. */

import { contract } from '@oneneedle/contract';
import { implement } from '@orpc/server';
import type { Attempts } from '../org/index.ts';
import type { Gate, Incoming } from '../platform/index.ts';
import { chooseDigest, ownDigest } from './digest-choice.ts';
import { endFeed, makeFeed, ownFeed } from './feed-actions.ts';
import { endLink, listLinks, listReadings, makeLink, setLinks } from './link-actions.ts';
import { ownRobot, setRobot } from './robot.ts';

/** What this installation lets out. */
interface ListsNeeds {
  readonly attempts: Attempts;
  readonly sendsMail: boolean;
  /** Hosts of chat services that are allowed. */
  readonly robotHosts: readonly string[];
}

export function listsRoutes(gate: Gate, { attempts, sendsMail, robotHosts }: ListsNeeds) {
  const os = implement(contract.lists).$context<Incoming>().use(gate.town);
  return {
    links: os.links.handler(({ context }) => listLinks(context)),
    setLinks: os.setLinks.handler(({ context, input }) => setLinks(context, input)),
    makeLink: os.makeLink.handler(({ context, input }) => makeLink(context, input)),
    endLink: os.endLink.handler(({ context, input }) => endLink(context, input)),
    readings: os.readings.handler(({ context, input }) => listReadings(context, input)),
    feed: os.feed.handler(({ context }) => ownFeed(context)),
    makeFeed: os.makeFeed.handler(({ context, input }) => makeFeed(attempts, context, input)),
    endFeed: os.endFeed.handler(({ context }) => endFeed(context)),
    digest: os.digest.handler(({ context }) => ownDigest(context, sendsMail)),
    chooseDigest: os.chooseDigest.handler(({ context, input }) => chooseDigest(context, input)),
    robot: os.robot.handler(({ context }) => ownRobot(context, robotHosts)),
    setRobot: os.setRobot.handler(({ context, input }) => setRobot(context, input, robotHosts)),
  };
}
