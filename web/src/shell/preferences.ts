/** What a person chose for this browser: language and size of text. Kept here, never on the server. */

import { useSyncExternalStore } from 'react';

export type Language = 'zh' | 'en';

export interface Preferences {
  language: Language;
  text: 'normal' | 'large';
}

const place = 'oneneedle.preferences';
const listeners = new Set<() => void>();
let current: Preferences = read();

/** The preferences of this browser; a component that asks is drawn again when they change. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

/** The preferences now, for code outside of components. */
export function preferences(): Preferences {
  return current;
}

/** Changes some preferences, keeps them, and tells the document. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing still shows the page as chosen until it is closed.
  }
  applyPreferences();
  for (const listener of listeners) listener();
}

/** Writes the language and the size of text on the document, where styles and readers look. */
export function applyPreferences(): void {
  const { documentElement } = document;
  documentElement.lang = current.language === 'zh' ? 'zh-CN' : 'en';
  documentElement.dataset.text = current.text;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Preferences {
  const fallback: Preferences = { language: 'zh', text: 'normal' };
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>;
    return {
      language: kept.language === 'en' ? 'en' : 'zh',
      text: kept.text === 'large' ? 'large' : 'normal',
    };
  } catch {
    return fallback;
  }
}
