/** The service whose record has results and follow-up; the others are given in one meeting. */
export const CHECKUP = 'preconception-checkup';
