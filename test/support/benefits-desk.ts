import { samples } from '../../policy/services/samples.ts';
import type { House } from '../../src/composition/assemble.ts';
import { areaCode } from '../../src/language/index.ts';
import { type Actor, settleCity } from '../../src/platform/index.ts';
import { desk, inBenefitsRole } from './benefits-desk-people.ts';
import type { Answer } from './case-desk.ts';
import { newIdNumber } from './register-desk.ts';
import { testHouse } from './test-house.ts';

export { desk, inBenefitsRole };

export const village = '510703001003';
export const neighbourVillage = '510704001001';

/** The answers of an action, and who takes it. */
type Acting = Readonly<Record<string, unknown>> & { readonly by?: Actor };

/** A house with people in it who can apply, and officers who decide. */
export async function benefitsDesk({ isMadeUp = true }: { readonly isMadeUp?: boolean } = {}) {
  const house: House = await testHouse();
  // A made-up city has values that no source gives: days of notice, the rate of the only-child reward.
  if (isMadeUp)
    await house.asOperator((context) => settleCity(context, { kind: 'synthetic', area: areaCode('5107') }));
  const run = async (name: string, input: object, actor: Actor = desk.officer) => {
    const operation = house.registry.get(name);
    if (!operation) throw new Error(name);
    return (await house.execute(operation, input, { actor })) as Answer;
  };
  const { owner } = house.ground.database;
  const rows = async (sql: string, values: readonly unknown[] = []) =>
    (await owner.query<Record<string, unknown>>(sql, [...values])).rows;
  const enrol = async (over: Answer = {}) => {
    const { birthDate = '1952-03-04' } = over;
    const idNumber = newIdNumber(String(birthDate).replaceAll('-', ''));
    const person = {
      name: '秦望舒',
      sex: 'female',
      birthDate,
      idNumber,
      date: '2003-01-05',
      registeredVillage: village,
      residentVillage: village,
      ...over,
    };
    const { personId } = await run('register/enrol-person', person, house.operator);
    return { personId: String(personId), idNumber, name: person.name };
  };
  const apply = async (service: string, over: object = {}) => {
    const answers = { ...samples[service]?.answers, ...over };
    const receipt = await run('casework/file-case', { service, answers }, desk.anybody);
    return { ...receipt, caseId: String(receipt['caseId']) } as Answer & { readonly caseId: string };
  };
  const act = (caseId: string, action: string, { by = desk.officer, ...answers }: Acting = {}) =>
    run('casework/act-on-case', { caseId, action, answers }, by);
  /** Files an application that needs no notice and confirms it from a month on. */
  const entitled = async (service: string, fromMonth: string, over: object = {}) => {
    const person = await enrol();
    const { caseId } = await apply(service, { name: person.name, idNumber: person.idNumber, ...over });
    await act(caseId, 'accept');
    await act(caseId, 'pass-up', { opinion: '符合' });
    await act(caseId, 'confirm', { fromMonth, opinion: '同意', by: desk.head });
    const [row] = await rows('SELECT entitlement_id FROM benefits_entitlements WHERE person_id = $1', [
      person.personId,
    ]);
    return { ...person, caseId, entitlementId: String(row?.['entitlement_id']) };
  };
  const change = (
    { personId, entitlementId }: { readonly personId: string; readonly entitlementId: string },
    action: string,
    { answers = {}, actor = desk.head }: { readonly answers?: object; readonly actor?: Actor } = {},
  ) => run('benefits/act-on-entitlement', { personId, entitlementId, action, answers }, actor);
  return { house, run, rows, enrol, apply, act, entitled, change };
}

export interface Line {
  readonly reference: string;
  readonly yuan: string;
}

/** The lines of a file in CSV, as a bank would read them. */
export function linesOf(content: unknown): readonly Line[] {
  const [, ...lines] = Buffer.from(String(content), 'base64').toString('utf8').trim().split('\r\n');
  return lines.map((line) => {
    const [reference = '', , , yuan = ''] = line.split(',');
    return { reference, yuan };
  });
}

/** What a bank answers: paid, but for the lines that it is told to refuse. */
export function answerOf(
  lines: readonly Line[],
  failing: (line: Line, index: number) => boolean = () => false,
): string {
  const rows = lines.map((line, index) =>
    failing(line, index)
      ? `${line.reference},${line.yuan},失败,账号户名不符,2014-01-10`
      : `${line.reference},${line.yuan},成功,,2014-01-10`,
  );
  return Buffer.from(['业务编号,金额,处理结果,原因,处理日期', ...rows, ''].join('\r\n')).toString('base64');
}
