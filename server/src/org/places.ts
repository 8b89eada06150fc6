/** Where a request came from, as much of it as its owner needs to know it again. */

/** An address without its last part: `10.2.3.*`, `2408:8207:2450:*`; '' where it is not known. */
export function maskedAddress(address: string): string {
  const plain = address.replace(/^::ffff:/i, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return plain.replace(/\d+$/, '*');
  if (!plain.includes(':')) return '';
  const [head = ''] = plain.split('::');
  return `${head.split(':').slice(0, 3).join(':')}:*`;
}

/** What a browser says of itself, no longer than it need be. */
export function browserOf(headers: Headers): string {
  return (headers.get('user-agent') ?? '').slice(0, 300);
}
