/** The mark of the product: the eye of the needle and the thread through it. */

/** A drawing of 20 px in the colour of the text; the name stands beside it. */
export function Mark() {
  return (
    <svg
      width="14"
      height="22"
      viewBox="0 0 14 22"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <ellipse cx="7" cy="5.5" rx="2.6" ry="4.7" strokeWidth="1.4" />
      <path d="M7 10.2V22" strokeWidth="1.4" />
      <path d="M0 8.5C3 8.5 4.5 3.5 7 3.5S11 7 14 7" strokeWidth="1" />
    </svg>
  );
}
