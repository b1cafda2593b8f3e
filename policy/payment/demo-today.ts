/** What is drawn and applied for in the demonstration today: in one county, so that its desk has something to do. */
export const demoToday = {
  county: '510703000000',
  programmes: ['rural-reward', 'special-support', 'only-child-reward', 'childcare-subsidy'],
  /** As many people of each programme draw it. */
  persons: 40,
  /** Of people who do not draw it yet: filed at the window, and all but the last stand in their villages with a notice. */
  applications: { service: 'rural-reward-support', programme: 'rural-reward', count: 4 },
} as const;
