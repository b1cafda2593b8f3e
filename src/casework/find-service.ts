import { type CalendarDate, type Service, text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import type { CaseworkDependencies } from './dependencies.ts';

const unknownService = (key: string) =>
  failure(
    'not_found',
    text(`没有服务 ${key}。`, `There is no service ${key}.`),
    text('请查看服务列表。', 'See the list of services.'),
  );

const notToday = ({ title }: Service) =>
  failure(
    'conflict',
    text(`“${title.zh}”现在不受理。`, `"${title.en}" takes nothing in today.`),
    text('请查看服务指南写明的起止日期。', 'See the dates in its guide.'),
  );

export const isOffered = ({ validFrom, validTo }: Service, day: CalendarDate): boolean =>
  validFrom <= day && (validTo === null || day <= validTo);

type Declared = Pick<CaseworkDependencies, 'services'>;

/** The newest version of the service of that name; `not_found`. */
export function findService({ services }: Declared, key: string): Service {
  const found = services.filter((one) => one.key === key).toSorted((a, b) => b.version - a.version)[0];
  if (!found) throw unknownService(key);
  return found;
}

/** The version under which a case was filed: its form and its way stay those of then. */
export const serviceOfCase = (
  dependencies: Declared,
  { service: key, service_version: version }: { readonly service: string; readonly service_version: number },
): Service =>
  dependencies.services.find((one) => one.key === key && one.version === version) ??
  findService(dependencies, key);

/** The service of that name, when it takes something in on that day. */
export function offeredService(dependencies: Declared, key: string, day: CalendarDate): Service {
  const service = findService(dependencies, key);
  if (!isOffered(service, day)) throw notToday(service);
  return service;
}
