/** The version that receipts name; a test holds it equal to the package's own. */
export const kernelVersion = '0.1.0';
