import { samples } from '../../policy/services/samples.ts';
import type { House } from '../../src/composition/assemble.ts';
import { type RoleName, roles } from '../../src/identity/index.ts';
import { areaCode } from '../../src/language/index.ts';
import { type Actor, publicActor } from '../../src/platform/index.ts';
import { type Answer, fucheng } from './case-desk.ts';
import { testHouse } from './test-house.ts';

const inRole = (role: RoleName, area: string): Actor => ({
  accountId: `${role}-${area}`,
  name: `${role}-${area}`,
  role,
  area: areaCode(area),
  purpose: roles[role].purpose,
  permissions: new Set(roles[role].permissions),
});

export const people = {
  nurse: inRole('health-worker', '510703'),
  head: inRole('health-supervisor', '510703'),
  cityHead: inRole('health-supervisor', '5107'),
  neighbour: inRole('health-worker', '510704'),
  caseworker: inRole('caseworker', '510703'),
  registrar: inRole('registrar', '510703'),
  statistician: inRole('statistician', '5107'),
  anybody: publicActor(areaCode('5107')),
} as const;
export { inRole };

export const station = {
  name: '涪城区妇幼保健站（演示）',
  area: fucheng,
  address: '样例路 1 号',
  phone: '0816-0000000',
  hours: '工作日 8:30–17:00',
  offers: ['preconception-checkup', 'health-visit'],
  capacity: 2,
  openedOn: '2020-01-01',
};

/** Values of a check-up in which nothing is found, as a laboratory would print them. */
export const fine = [
  { part: 'educated', value: true },
  { part: 'history-finding', value: 'nothing-found' },
  { part: 'height', value: 165, unit: 'cm' },
  { part: 'weight', value: 58, unit: 'kg' },
  { part: 'systolic', value: 112, unit: 'mmHg', low: 90, high: 139 },
  { part: 'diastolic', value: 72, unit: 'mmHg', low: 60, high: 89 },
  { part: 'examination-finding', value: 'nothing-found' },
  { part: 'haemoglobin', value: 132, unit: 'g/L', low: 110, high: 160 },
  { part: 'red-cells', value: 4.4, unit: '10^12/L', low: 3, high: 6 },
  { part: 'white-cells', value: 6.1, unit: '10^9/L', low: 3, high: 10 },
  { part: 'platelets', value: 220, unit: '10^9/L', low: 100, high: 350 },
  { part: 'urine-protein', value: 'negative' },
  { part: 'urine-glucose', value: 'negative' },
  { part: 'urine-blood', value: 'negative' },
  { part: 'abo', value: 'o' },
  { part: 'rhesus', value: 'positive' },
  { part: 'serum-glucose', value: 5, unit: 'mmol/L', low: 3.5, high: 6.5 },
  { part: 'alt', value: 20, unit: 'U/L', low: 5, high: 50 },
  { part: 'hbsag', value: 'negative' },
  { part: 'hbsab', value: 'positive' },
  { part: 'hbeag', value: 'negative' },
  { part: 'hbeab', value: 'negative' },
  { part: 'hbcab', value: 'negative' },
  { part: 'creatinine', value: 60, unit: 'μmol/L', low: 40, high: 100 },
  { part: 'tsh', value: 2, unit: 'mIU/L', low: 0.3, high: 5 },
  { part: 'treponema', value: 'negative' },
] as const;

/** A house with a station, and people at its desks. */
export async function healthDesk() {
  const house: House = await testHouse();
  const run = async (name: string, input: object, actor: Actor = people.nurse) => {
    const operation = house.registry.get(name);
    if (!operation) throw new Error(name);
    return (await house.execute(operation, input, { actor })) as Answer;
  };
  const open = async (over: object = {}, actor: Actor = people.head) =>
    String((await run('health/open-station', { ...station, ...over }, actor))['stationId']);
  const file = async (service = 'preconception-checkup', over: object = {}) => {
    const answers = { ...samples[service]?.answers, ...over };
    const receipt = await run('casework/file-case', { service, answers }, people.anybody);
    return { ...receipt, caseId: String(receipt['caseId']) } as Answer & { readonly caseId: string };
  };
  const consent = (caseId: string, subject = 'woman', over: object = {}) => {
    const given = { subject, way: 'signed', givenBy: 'self', giver: '林小禾', bornOn: '1993-04-12' };
    return run('health/record-consent', { caseId, ...given, givenOn: '2026-11-20', ...over });
  };
  /** With a standing consent and the card of the programme: it can be booked. */
  const carded = async () => {
    const receipt = await file();
    await consent(receipt.caseId);
    const card = { caseId: receipt.caseId, action: 'issue-card', answers: { card: 'K1' } };
    await run('casework/act-on-case', card);
    return receipt;
  };
  const { owner } = house.ground.database;
  const rows = async (sql: string) => (await owner.query<Record<string, unknown>>(sql)).rows;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return { house, run, open, file, consent, carded, rows, today };
}
