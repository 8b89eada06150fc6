/** What an edition concludes: grades with their reasons, who is near a boundary, what the scheme proposes. */

import {
  type Assessment,
  type GradeLimit,
  gradeLimits,
  nearBoundaries,
  type Proposal,
} from '@oneneedle/kernel';
import type { Folder } from './folder.ts';
import { signedText } from './print-words.ts';
import { placesOf, pointsOf } from './views.ts';

/** The conclusions of one edition. */
export interface Conclusions {
  readonly isPerson: boolean;
  /** Who decides, as the scheme names it. */
  readonly body: string;
  /** Grades, best first; empty where the scheme has none. */
  readonly order: readonly string[];
  /** How many of a circle may hold a grade. */
  readonly limits: readonly GradeLimit[];
  readonly subjects: readonly ConcludedSubject[];
}

/** One subject of it. */
export interface ConcludedSubject {
  readonly code: string;
  readonly name: string;
  /** By its name. */
  readonly group?: string;
  readonly class?: string;
  readonly total: string;
  readonly rank?: number;
  readonly state: 'graded' | 'pending' | 'none' | 'noGrade' | 'commentOnly';
  readonly computed?: string;
  readonly effective?: string;
  /** The grades between which a tie leaves it to the body. */
  readonly open?: readonly string[];
  readonly reasons: readonly string[];
  readonly near?: { readonly boundary: string; readonly distance: string };
  readonly proposals: readonly Proposal[];
}

/** The conclusions of an assessment as plain data. */
export function conclusionsOf({ scheme, book }: Folder, result: Assessment): Conclusions {
  const places = placesOf(scheme, result);
  const classes = new Map(book.roster.persons.map((one) => [one.code, one.class]));
  const ranked = result.subjects.filter(({ notAssessed }) => notAssessed === undefined);
  const near = new Map(nearBoundaries(scheme.grades ?? {}, ranked).map((one) => [one.code, one]));
  const groups = new Map(scheme.groups?.map((one) => [one.code, one.name]));
  const isPerson = scheme.subject.kind === 'person';
  return {
    isPerson,
    body: scheme.decidedBy ?? '',
    order: scheme.grades?.order ?? [],
    limits: gradeLimits(scheme, result.subjects),
    subjects: result.subjects.map((subject) => {
      const { code, name, group, rank, grade, totalMilli, proposals } = subject;
      const own = isPerson ? classes.get(code) : undefined;
      const at = near.get(code);
      return {
        code,
        name,
        ...(group === undefined ? {} : { group: groups.get(group) ?? group }),
        ...(own === undefined ? {} : { class: own }),
        total: pointsOf(totalMilli, Math.max(places, subject.shownPlaces ?? 0)).text,
        ...(rank === undefined ? {} : { rank }),
        state: grade.state,
        ...(grade.computed === undefined ? {} : { computed: grade.computed }),
        ...(grade.effective === undefined ? {} : { effective: grade.effective }),
        ...(grade.open === undefined ? {} : { open: grade.open }),
        reasons: grade.reasons,
        ...(at
          ? { near: { boundary: at.boundary, distance: signedText(at.distanceMilli, places) } }
          : {}),
        proposals,
      };
    }),
  };
}
