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

/** A folder of the town of the guide, with one of its sample workbooks of facts. */
function town(folder: string, facts: string): Step[] {
  const names = ['scheme.yaml', 'kinds.yaml', 'roster.xlsx'];
  return [
    ...names.map((name) => ({ copy: `${sample}/${name}`, to: `${folder}/${name}` })),
    { copy: `${sample}/${facts}`, to: `${folder}/facts.xlsx` },
  ];
}

const sample = 'docs/guides/sample';

/**
 * The working folder begins empty. `copy` takes a file or folder of the repository; what a picture
 * names stands in the working folder. The town stands there three times: as it is assessed, as it was
 * sent back, and as it is posted.
 */
export const steps: readonly Step[] = [
  { copy: `${sample}/rules.docx`, to: '细则.docx' },
  ...town('青禾镇', 'facts.xlsx'),
  { run: ['scheme', 'render', '青禾镇'] },
  { run: ['assess', '青禾镇', '--out', '核对'] },
  ...town('退回', 'facts-first.xlsx'),
  { run: ['assess', '退回', '--good-rows'] },
  ...town('登记', 'facts-corrected.xlsx'),
  { run: ['export', '登记', '--to', 'xlsx', '--out', '公布'] },
  ...['scheme.yaml', 'kinds.yaml'].map((name) => ({
    copy: `${sample}/${name}`,
    to: `公布/${name}`,
  })),
  { run: ['seal', '公布', '--period', '2026-Q1'] },
  { run: ['assess', '公布', '--period', '2026-Q1', '--out', '一季度公布'] },
];

/** In the order of the guide. */
export const pictures: readonly Picture[] = [
  { name: 'rules', of: { office: '细则.docx' } },
  { name: 'scheme', of: { office: '青禾镇/scheme.docx' } },
  { name: 'roster', of: { office: '青禾镇/roster.xlsx', isGrid: true } },
  { name: 'facts', of: { office: '青禾镇/facts.xlsx', page: 2, isGrid: true } },
  { name: 'remarks', of: { office: '退回/facts-批注.xlsx', page: 3, isGrid: true } },
  { name: 'assess', of: { command: ['assess', '青禾镇'] } },
  { name: 'sheet', of: { html: '核对/explain/东溪村.html' } },
  { name: 'standings', of: { office: '核对/standings.xlsx', page: 2, isGrid: true } },
  { name: 'notice', of: { office: '一季度公布/notice.docx' } },
];
