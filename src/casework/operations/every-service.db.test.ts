import { describe, expect, it } from 'vitest';
import { samples, services } from '../../../policy/services/index.ts';
import { type Answer, caseDesk, refused } from '../../../test/support/case-desk.ts';

const { people, run, progress } = await caseDesk();
const forCitizens = services.filter((service) => service.filedBy === 'citizen');
const forOfficers = services.filter((service) => service.filedBy === 'officer');
const named = (list: typeof services) => list.map((service) => ({ key: service.key, service }));

const counts = async () => {
  const [one, other] = [
    await run('casework/count-queues', {}, people.city),
    await run('casework/count-queues', {}, people.operator),
  ];
  return [one, other].map((answer) => {
    const queues = answer['queues'] as readonly { open: number }[];
    return { sum: queues.reduce((sum, queue) => sum + queue.open, 0), open: answer['open'] };
  });
};

describe.each(named(forCitizens))('$key', ({ key, service }) => {
  const sample = samples[key];

  it.each(['answers', 'full'] as const)(
    'is filled in question by question and filed once: %s',
    async (which) => {
      let draft: Answer = await run('casework/keep-draft', { service: key, answers: {} }, people.anybody);
      for (let next = draft['next']; next !== null; next = draft['next']) {
        const answer = sample?.[which][String(next)] ?? '';
        draft = await run(
          'casework/keep-draft',
          { service: key, token: draft['token'], answers: { [String(next)]: answer } },
          people.anybody,
        );
        expect(draft['faults'], String(next)).toEqual([]);
      }
      const posts = await Promise.all(
        Array.from({ length: 5 }, () => run('casework/file-case', { draft: draft['token'] }, people.anybody)),
      );
      const numbers = new Set(posts.map((receipt) => receipt['number']));
      expect(numbers.size).toBe(1);
      const again = await run('casework/file-case', { draft: draft['token'] }, people.anybody);
      expect(again).toEqual(posts[0]);
      expect(await progress(again)).toMatchObject({ open: true, title: service.title });
    },
  );

  it('says what is wrong in the words of the form, question by question, and files nothing', async () => {
    const { faults } = await run(
      'casework/keep-draft',
      { service: key, answers: Object.fromEntries(service.questions.map((one) => [one.key, ''])) },
      people.anybody,
    );
    const needed = service.questions.filter((one) => !one.field.optional && one.when === null);
    expect((faults as Answer[]).map((fault) => fault['key'])).toEqual(needed.map((one) => one.key));
    await expect(
      run('casework/file-case', { service: key, answers: {} }, people.anybody),
    ).rejects.toMatchObject({ details: { code: expect.stringMatching(/invalid_input|conflict/) } });
  });
});

const declaring = forCitizens.filter((service) =>
  service.materials.some((material) => material.declaration !== null),
);

describe.each(named(declaring))('$key', ({ key, service }) => {
  it('records in full what is declared in place of a proof (F9)', async () => {
    const answers = samples[key]?.full ?? {};
    const { caseId } = await run('casework/file-case', { service: key, answers }, people.anybody);
    const readers = { casework: people.city, health: people.nurse, benefits: people.benefits };
    const reader = readers[service.compartment];
    const { answers: shown } = (await run('casework/read-case', { caseId }, reader)) as {
      answers: readonly { choice: { zh: string } | null }[];
    };
    const recorded = shown.map(({ choice }) => choice?.zh ?? '').join();
    for (const { declaration } of service.materials)
      if (declaration) expect(recorded).toContain(declaration.zh);
  });
});

describe.each(named(forOfficers))('$key', ({ key }) => {
  it('is filed by officers alone, about their own work', async () => {
    const filing = { service: key, answers: samples[key]?.answers ?? {} };
    await expect(run('casework/file-case', filing, people.anybody)).rejects.toMatchObject(
      refused('forbidden'),
    );
    const receipt = await run('casework/file-case', filing, people.city);
    expect(receipt['number']).toBeDefined();
  });
});

describe('the queues', () => {
  it('add up to the open cases', async () => {
    for (const { sum, open } of await counts()) expect(sum).toBe(open);
  });
});

describe('the health compartment', () => {
  const health = forCitizens.filter((service) => service.compartment === 'health');

  it('shows its cases to health workers and to nobody else', async () => {
    expect(health.length).toBeGreaterThan(3);
    const seen = async (actor: typeof people.clerk) =>
      ((await run('casework/list-cases', {}, actor)) as { rows: Answer[] }).rows.map((row) => row['service']);
    const healthKeys = new Set(health.map((service) => service.key));
    const [clerk, nurse] = [await seen(people.city), await seen(people.nurse)];
    expect(clerk.filter((key) => healthKeys.has(String(key)))).toEqual([]);
    expect(nurse.length).toBeGreaterThan(0);
    expect(nurse.filter((key) => !healthKeys.has(String(key)))).toEqual([]);
  });

  it('takes nobody who does not consent, and says that nothing follows from it', async () => {
    for (const service of health) {
      const answers = { ...samples[service.key]?.answers, consent: 'no' };
      const draft = await run('casework/keep-draft', { service: service.key, answers }, people.anybody);
      expect(draft['refused'], service.key).not.toBeNull();
      await expect(
        run('casework/file-case', { draft: draft['token'] }, people.anybody),
        service.key,
      ).rejects.toMatchObject({ details: { code: expect.stringMatching(/invalid_input|conflict/) } });
    }
  });
});
