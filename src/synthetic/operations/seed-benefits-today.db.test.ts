import { describe, expect, it } from 'vitest';
import { demoToday } from '../../../policy/payment/index.ts';
import { inBenefitsRole } from '../../../test/support/benefits-desk-people.ts';
import { refused } from '../../../test/support/case-desk.ts';
import { testHouse } from '../../../test/support/test-house.ts';
import { type DemoApplicant, fileDemoApplications } from '../../composition/demo-applications.ts';
import { publicActor } from '../../platform/index.ts';

const house = await testHouse();
const run = async (name: string, input: object = {}, actor = house.operator) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor })) as Record<string, unknown>;
};
await run('synthetic/seed-city', { scale: 0.01 });
await run('synthetic/seed-benefits');
await run('benefits/take-snapshot');
const made = await run('synthetic/seed-benefits-today');
const officer = inBenefitsRole('benefits-officer', demoToday.county);

describe('what is drawn in the demonstration today', () => {
  it('is drawn in one county by people whom the rules find, of each programme', async () => {
    for (const programme of demoToday.programmes) {
      const { rows } = await run('benefits/list-entitlements', { programme, place: 'active' }, officer);
      expect((rows as unknown[]).length, programme).toBeGreaterThan(0);
      expect((rows as unknown[]).length, programme).toBeLessThanOrEqual(demoToday.persons);
    }
  });

  it('is due: nobody of them meets a condition no longer, and nothing was paid too much', async () => {
    expect(await run('benefits/find-changes', {}, officer)).toEqual({ rows: [], notAsked: [] });
    expect(await run('benefits/find-overpayments', {}, officer)).toEqual({ found: [], noted: [] });
  });

  it('stands in books that add up', async () => {
    const accountant = inBenefitsRole('benefits-accountant', '5107');
    expect(await run('benefits/check-ledger', {}, accountant)).toMatchObject({ balanced: true, faults: [] });
  });

  it('is made once', async () => {
    expect(await run('synthetic/seed-benefits-today')).toEqual({ entitlements: 0, applicants: [] });
  });

  it('is made by whoever may make up a city, and by nobody else', async () => {
    await expect(run('synthetic/seed-benefits-today', {}, officer)).rejects.toMatchObject(
      refused('forbidden'),
    );
  });
});

describe('applications of the demonstration', () => {
  it('hang out in their villages by masked names, but for one that was just filed', async () => {
    const applicants = made['applicants'] as readonly DemoApplicant[];
    expect(applicants).toHaveLength(demoToday.applications.count);
    await fileDemoApplications(house, applicants);
    const { notices } = await run('benefits/list-notices', {}, publicActor(officer.area));
    expect(notices).toHaveLength(demoToday.applications.count - 1);
    for (const { maskedName } of notices as readonly { maskedName: string }[])
      expect(maskedName).toContain('*');
  });
});
