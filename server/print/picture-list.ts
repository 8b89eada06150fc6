/** The pictures of the guides, as data: what is done first, and what is then shown. */

/** One picture; `name` is its file in docs/guides/pictures, without the ending. */
export interface Picture {
  readonly name: string;
  readonly of: TerminalShot | OfficeShot | PageShot;
}

/** What a command prints, as a person sees it in a terminal of 100 columns. */
export interface TerminalShot {
  /** What is typed after `oneneedle`; it runs in the working folder. */
  readonly command: readonly string[];
  /** Only the first so many lines, with …… below; all of them if absent. */
  readonly lines?: number;
  /** The exit code that the command must have; default 0. */
  readonly exitCode?: number;
}

/** One printed page of a workbook or a Word file in the working folder. */
export interface OfficeShot {
  readonly office: string;
  /** Counts from 1; default 1. */
  readonly page?: number;
  /** A workbook shows its grid and the letters and numbers at its edge, as on the screen. */
  readonly isGrid?: boolean;
}

/** The first printed page of an HTML file in the working folder. */
export interface PageShot {
  readonly html: string;
}

/** A command that is run in the working folder before any picture is made, or a file put there. */
export type Step =
  | { readonly run: readonly string[] }
  | { readonly copy: string; readonly to: string };

/**
 * The working folder begins empty. `copy` takes a file or folder of the repository; what a picture
 * names stands in the working folder.
 */
export const steps: readonly Step[] = [{ copy: 'schemes/village-daily', to: '青禾镇' }];

/** In the order of the guide. */
export const pictures: readonly Picture[] = [
  { name: 'assess', of: { command: ['assess', '青禾镇', '--period', '2026-Q1'], lines: 24 } },
];
