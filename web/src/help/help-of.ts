/** Which help belongs to the page that is open. Pure. */

import { type HelpKey, type PageHelp, pageHelp } from '../words/help.ts';

/** A page's help with the name that the whole guide has for it. */
export interface FoundHelp {
  readonly key: HelpKey;
  readonly help: PageHelp;
}

/**
 * The help of a route (`/$town/ledger`) with these search parameters. A part of a page that has
 * help of its own (`/$town/ledger?view=entries`) comes before the page.
 */
export function helpOf(
  route: string,
  search: Readonly<Record<string, string>>,
): FoundHelp | undefined {
  const own = search.subject !== undefined && route === standings ? subjectPage : route;
  const fitting = helpKeys.filter((key) => {
    const [path, query = ''] = key.split('?');
    const wanted = [...new URLSearchParams(query)];
    return path === own && wanted.every(([name, value]) => search[name] === value);
  });
  const [key] = fitting.sort((a, b) => b.length - a.length);
  return key && { key, help: pageHelp[key] };
}

/** The drawer beside the list is the page of a subject, in another place. */
const subjectPage: HelpKey = '/$town/standings/$line/$period/subjects/$subject';
const standings: HelpKey = '/$town/standings/$line/$period';

/** The keys in the order of the guide. */
export const helpKeys = Object.keys(pageHelp) as HelpKey[];

/** "ledger-view-entries": the name of a section in an address. */
export function anchorOf(key: string): string {
  return (
    key
      .replace('/$town/', '')
      .replaceAll(/[^a-z]+/gi, '-')
      .replaceAll(/^-|-$/g, '') || 'start'
  );
}
