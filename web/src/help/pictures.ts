/** The pictures of the guide that help shows; a browser loads one when its help is opened. */

import type { PictureName } from '../words/help.ts';

/** Exactly those that help names: each adds its bytes to what is installed. */
const addresses: Readonly<Record<PictureName, string>> = {
  accounts: new URL('../../../docs/guides/system/pictures/accounts.png', import.meta.url).href,
  burden: new URL('../../../docs/guides/system/pictures/burden.png', import.meta.url).href,
  campaign: new URL('../../../docs/guides/system/pictures/campaign.png', import.meta.url).href,
  chains: new URL('../../../docs/guides/system/pictures/chains.png', import.meta.url).href,
  circular: new URL('../../../docs/guides/system/pictures/circular.png', import.meta.url).href,
  desk: new URL('../../../docs/guides/system/pictures/desk.png', import.meta.url).href,
  draft: new URL('../../../docs/guides/system/pictures/draft.png', import.meta.url).href,
  evidence: new URL('../../../docs/guides/system/pictures/evidence.png', import.meta.url).href,
  facts: new URL('../../../docs/guides/system/pictures/facts.png', import.meta.url).href,
  gate: new URL('../../../docs/guides/system/pictures/gate.png', import.meta.url).href,
  goals: new URL('../../../docs/guides/system/pictures/goals.png', import.meta.url).href,
  item: new URL('../../../docs/guides/system/pictures/item.png', import.meta.url).href,
  items: new URL('../../../docs/guides/system/pictures/items.png', import.meta.url).href,
  periods: new URL('../../../docs/guides/system/pictures/periods.png', import.meta.url).href,
  readiness: new URL('../../../docs/guides/system/pictures/readiness.png', import.meta.url).href,
  record: new URL('../../../docs/guides/system/pictures/record.png', import.meta.url).href,
  review: new URL('../../../docs/guides/system/pictures/review.png', import.meta.url).href,
  roster: new URL('../../../docs/guides/system/pictures/roster.png', import.meta.url).href,
  scheme: new URL('../../../docs/guides/system/pictures/scheme.png', import.meta.url).href,
  'scheme-check': new URL('../../../docs/guides/system/pictures/scheme-check.png', import.meta.url)
    .href,
  'scheme-compared': new URL(
    '../../../docs/guides/system/pictures/scheme-compared.png',
    import.meta.url,
  ).href,
  'score-sheet': new URL('../../../docs/guides/system/pictures/score-sheet.png', import.meta.url)
    .href,
  'set-up': new URL('../../../docs/guides/system/pictures/set-up.png', import.meta.url).href,
  'sign-in': new URL('../../../docs/guides/system/pictures/sign-in.png', import.meta.url).href,
  slip: new URL('../../../docs/guides/system/pictures/slip.png', import.meta.url).href,
  standings: new URL('../../../docs/guides/system/pictures/standings.png', import.meta.url).href,
  tree: new URL('../../../docs/guides/system/pictures/tree.png', import.meta.url).href,
  trial: new URL('../../../docs/guides/system/pictures/trial.png', import.meta.url).href,
};

/** Where a picture is; the bundler has put it beside the page. */
export function pictureAddress(name: PictureName): string {
  return addresses[name];
}
