/** The tours there are, each for one role; the words of their steps are in words/tour.ts. */

export const tourNames = ['recorder', 'reviewer', 'assessment-office', 'leader'] as const;

/** A role that has a tour of its own. */
export type TourName = (typeof tourNames)[number];
