/** Told of work that takes longer than a moment, in a Chinese sentence. */
export type Progress = (sentence: string) => void;
