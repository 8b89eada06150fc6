/** The kinds of a table file that the server reads, as a file field names them. */
export const tableFiles = '.xlsx,.xlsm,.csv';
