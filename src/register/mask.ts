const SHOWN = 6;

/** Identity numbers as lists and files show them: the division and the last character. */
export const maskIdNumber = (idNumber: string): string =>
  `${idNumber.slice(0, SHOWN)}${'*'.repeat(Math.max(0, idNumber.length - SHOWN - 1))}${idNumber.slice(-1)}`;
