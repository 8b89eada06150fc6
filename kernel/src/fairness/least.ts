/** Below these sizes nothing is compared: 样本太少，不作比较. */
export const fairnessLeast = {
  /** Assessors of one clause; subjects or targets compared. */
  assessors: 2,
  subjects: 5,
  /** Deductions that one recorder made, or that are spread over recorders and subjects. */
  deductions: 10,
  /** Subjects in each of at least two groups; those that must stand apart before a clause is held against the rest. */
  inGroup: 3,
} as const;
