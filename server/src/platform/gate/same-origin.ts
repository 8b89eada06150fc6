/** Requests that another site makes a browser send: the cookie would go along with them. */

const reading = ['GET', 'HEAD', 'OPTIONS'];

interface Sent {
  readonly method: string;
  /** The host that the request was sent to: `10.0.0.5:8080`. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Whether a changing request comes from a page of another site. Browsers tell by `Sec-Fetch-Site`
 * (only under https and on the machine itself) and by `Origin`; a program that tells neither carries
 * no cookie by accident.
 */
export function isForeign({ method, host, headers }: Sent): boolean {
  if (reading.includes(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  return origin !== undefined && hostOf(String(origin)) !== host;
}

/** `null` (a sandboxed page) has no host. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
