/** Where a step stands: whether the page is its own, the ring around its element, the popover beside it. Pure. */

/** What is measured of an element, in px of the window. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface View {
  readonly width: number;
  readonly height: number;
}

/**
 * Whether an address `/qinghe/ledger?view=entries` is the page of a step (`/ledger?view=entries`);
 * `*` stands for one part of the path. Other parameters do not matter: a filter may be set.
 */
export function isAt(address: string, at: string): boolean {
  const [path = '', query = ''] = address.split('#')[0]?.split('?') ?? [];
  const [ownPath = '', ownQuery = ''] = at.split('?');
  const parts = path.split('/').slice(2);
  const own = ownPath.split('/').slice(1);
  const isPath =
    parts.length === own.length &&
    own.every((part, index) => part === '*' || part === parts[index]);
  const search = new URLSearchParams(query);
  const isQuery = [...new URLSearchParams(ownQuery)].every(
    ([name, value]) => search.get(name) === value,
  );
  return isPath && isQuery;
}

const gap = 6;

/** The ring, a little larger than the element. */
export function boxAround({ left, top, width, height }: Rect): Rect {
  return { left: left - gap, top: top - gap, width: width + 2 * gap, height: height + 2 * gap };
}

const popover = { width: 380, height: 220 };

/** Below the element, or above it where there is no room; in the lower corner without one. */
export function placeBeside(
  rect: Rect | undefined,
  view: View = { width: window.innerWidth, height: window.innerHeight },
): { left: number; top?: number; bottom?: number } {
  if (rect === undefined) return { left: view.width - popover.width - 24, bottom: 24 };
  // Under the end of a wide element, because pages begin at the left.
  const wanted = rect.width > 500 ? rect.left + rect.width - popover.width : rect.left;
  const left = Math.max(12, Math.min(wanted, view.width - popover.width - 12));
  const below = rect.top + rect.height + 2 * gap;
  if (below + popover.height <= view.height) return { left, top: below };
  if (rect.top - popover.height > 0) return { left, bottom: view.height - rect.top + 2 * gap };
  // A tall element: over its lower end, where it hides least.
  return { left: view.width - popover.width - 24, bottom: 24 };
}
