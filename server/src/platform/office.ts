/** Office files from outside: opened only after their zip was measured. */

/** The bytes of a .docx or .xlsx file; refuses what is not one, and what would unpack without end. */
export async function openOffice(_path: string): Promise<Uint8Array> {
  throw new Error('not built yet');
}
