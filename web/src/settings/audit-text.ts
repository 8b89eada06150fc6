/** What a deed was given, in words: codes as names, personal values as their digest. */

interface AuditWords {
  /** Names of accounts, persons and units by code. */
  names: Readonly<Record<string, string>>;
  /** The name of a field. */
  field(name: string): string;
  hidden(digest: string): string;
  bytes(n: number): string;
}

/** All fields in one line; the town is that of the page. */
export function lineOf(input: Readonly<Record<string, unknown>>, words: AuditWords): string {
  return Object.entries(input)
    .filter(([name, value]) => name !== 'town' && value !== '' && !isEmptyList(value))
    .map(([name, value]) => `${words.field(name)} ${valueText(value, words)}`)
    .join(' · ');
}

/** One value; lists and objects in order. */
export function valueText(value: unknown, words: AuditWords): string {
  if (typeof value === 'string') return words.names[value] ?? value;
  if (Array.isArray(value)) return value.map((item) => valueText(item, words)).join(', ');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  if ('digest' in value && typeof value.digest === 'string') {
    return words.hidden(value.digest.slice(0, 8));
  }
  if ('bytes' in value && typeof value.bytes === 'number') return words.bytes(value.bytes);
  const fields = Object.entries(value).map(
    ([name, part]) => `${words.field(name)} ${valueText(part, words)}`,
  );
  return fields.join(' · ');
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
