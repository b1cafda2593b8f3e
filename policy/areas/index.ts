export * from './changes.ts';

/** The file beside this one: statistical division codes of 2023 (code, name, level, parent). */
export const divisionsFile = new URL('./divisions-2023.csv', import.meta.url);
