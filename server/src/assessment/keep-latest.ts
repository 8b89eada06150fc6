/** What is kept of what was worked out: so much, and no more. */

/** Keeps `max` entries: the most lately used stands last, the oldest goes. */
export function keepLatest<K, V>(kept: Map<K, V>, key: K, value: V, max: number): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > max && oldest !== undefined) kept.delete(oldest);
}
