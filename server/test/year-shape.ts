/**
 * What journeys in the browser know of the town of a year. It imports nothing: the pages are checked
 * for older browsers than the server, and both are read by whoever imports the server itself.
 */

export type YearRole =
  | 'wu'
  | 'zhou'
  | 'sun'
  | 'zheng'
  | 'gu'
  | 'tian'
  | 'he'
  | 'qian'
  | 'feng'
  | 'deng'
  | 'fang'
  | 's0'
  | 's2';

/** A test looks into whatever came back. */
type Told = ReturnType<typeof JSON.parse>;

export interface YearDeeds {
  /** Rubbish that zhou writes down and sun reviews. @returns the number of the fact. */
  rubbish(village: string, count: number, on: string, files?: readonly string[]): Promise<string>;
  /** The office found nothing else in a quarter. */
  checked(period: string): Promise<void>;
  /** A deed that must be done; its reply. */
  done(person: YearRole, path: string, body?: object): Promise<Told>;
}

export interface YearSteps {
  /** The steps of a period one after the other: `scoring`, `checking`. */
  moved(period: string, ...steps: string[]): Promise<void>;
  /** The committee decided to publish, somebody looked for secrets, and every caution has its reason. */
  published(period: string, on: string, reason?: string): Promise<Told>;
  sealed(period: string): Promise<Told>;
  /** By the named body, as worked out. @returns `东溪村 合格` for each. */
  graded(period: string, edition: number, on: string): Promise<readonly string[]>;
  /** Made, checked, approved, handed over and paid. @returns the sum in fen. */
  paid(period: string, on: string): Promise<number>;
}

/** The program with the town in it, on a clock that stands still until it is moved. */
export interface YearProgram {
  readonly origin: string;
  /** The password of everybody, whose user names are `wu.qinghe` and the like. */
  readonly secret: string;
  readonly town: YearDeeds;
  readonly steps: YearSteps;
  setNow(instant: string): void;
  /** Evidence that zhou sends in. @returns its id. */
  evidence(name: string, bytes: Uint8Array): Promise<string>;
  /** The cells of the first sheet of a workbook that was saved, row by row. */
  rowsIn(path: string): Promise<string[][]>;
  end(): Promise<void>;
}

export interface YearNeeds {
  readonly port: number;
  /** Folder of the built pages. */
  readonly pages: string;
}
