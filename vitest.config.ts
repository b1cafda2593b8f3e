import { defineConfig } from 'vitest/config';

const DATABASE = '**/*.db.test.ts';
const BROWSER = '**/*.e2e.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          testTimeout: 30_000,
          // Files share what they have loaded: loading the house anew for each took more than the tests.
          isolate: false,
          maxWorkers: 2,
          include: ['src/**/*.test.{ts,tsx}', 'policy/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [DATABASE, BROWSER, 'node_modules/**'],
        },
      },
      {
        test: {
          name: 'database',
          sequence: { groupOrder: 1 },
          isolate: false,
          maxWorkers: 2,
          include: [`src/${DATABASE}`, `test/${DATABASE}`],
          globalSetup: ['test/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: [`test/${BROWSER}`],
          globalSetup: ['test/support/demo-city.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
