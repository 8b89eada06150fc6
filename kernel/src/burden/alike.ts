/** When two demands ask the same: by three signs that anybody can check, never by a guess. */

import type { DemandDraft, EarlierDemand } from './demand.ts';

/** Why two demands are held to be the same. */
export type Likeness =
  | { readonly sign: 'figures'; readonly names: readonly string[] }
  | { readonly sign: 'title' }
  | { readonly sign: 'dutyEntry' };

type Compared = Pick<DemandDraft, 'title' | 'dutyEntry' | 'dataAsked'>;

/** The strongest sign that both ask the same; undefined where there is none. */
export function likenessOf(one: Compared, other: Compared): Likeness | undefined {
  const asked = new Set(other.dataAsked.map(normalName));
  const names = one.dataAsked.filter((name) => asked.has(normalName(name)));
  if (names.length > 0) return { sign: 'figures', names };
  const title = normalTitle(one.title);
  if (title !== '' && title === normalTitle(other.title)) return { sign: 'title' };
  if (one.dutyEntry !== undefined && one.dutyEntry === other.dutyEntry)
    return { sign: 'dutyEntry' };
  return undefined;
}

/** The villages that both ask. */
export function sharedUnits(
  { units }: Pick<DemandDraft, 'units'>,
  other: EarlierDemand,
): readonly string[] {
  return units.filter((unit) => other.units.includes(unit));
}

/** A title without what differs by habit: spaces, brackets, 关于…的通知, 请各村…, year and month. */
export function normalTitle(title: string): string {
  return normalName(title)
    .replace(/\d{2,4}年度?|\d{1,2}月份?/gu, '')
    .replace(/^(?:紧急|重要|通知|关于|请|各村|开展|做好|报送|上报|填报)+/u, '')
    .replace(/(?:工作|情况|的|通知|函|提示)+$/u, '');
}

/** A name of a figure or a title in one width and case, without spaces and signs. */
export function normalName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
