export * from './area-code.ts';
export * from './calendar-date.ts';
export * from './civil-time.ts';
export * from './expression/index.ts';
export * from './facts.ts';
export * from './indicator.ts';
export * from './inputs.ts';
export * from './text.ts';
