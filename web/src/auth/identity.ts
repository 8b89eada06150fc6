/** The way to the identity provider and back, as far as a browser knows it. */

const key = 'oneneedle.after-identity';

/** Keeps the page to go on with, and leaves for the provider. */
export function leaveFor(address: string, next: string): void {
  sessionStorage.setItem(key, next);
  window.location.assign(address);
}

/** The page that was kept; '' where there is none. */
export function keptPage(): string {
  return sessionStorage.getItem(key) ?? '';
}
