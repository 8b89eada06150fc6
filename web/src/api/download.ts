/** Files that a reply carries, into the folder where the browser keeps what it fetched. */

/** Hands a file to the browser as if it had been a link. */
export function download(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
