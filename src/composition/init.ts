import { cityArea } from '../../policy/areas/index.ts';
import { writeAccount } from '../identity/index.ts';
import { text } from '../language/index.ts';
import { failure, readCity, settleCity } from '../platform/index.ts';
import type { House } from './assemble.ts';

const PASSWORD_BYTES = 15;

const alreadySettled = (kind: string) =>
  failure(
    'wrong_database_kind',
    text(
      `这个数据库已初始化（${kind}），不能再次初始化。`,
      `This database was initialised before, as ${kind}; that is for ever.`,
    ),
    text(
      '请用 DATA_DIR 或 DATABASE_URL 指定一个空的数据库。',
      'Choose an empty database with DATA_DIR or DATABASE_URL.',
    ),
  );

export interface FirstAccount {
  readonly name: string;
  readonly password: string;
}

/** Makes a real, empty city with one administrator and no other account. The password is shown once. */
export function initialiseReal(house: House, name: string): Promise<FirstAccount> {
  return house.asOperator(async (context) => {
    const city = await readCity(context.tx);
    if (city) throw alreadySettled(city.kind);
    await settleCity(context, { kind: 'real', area: cityArea });
    const password = context.randomBytes(PASSWORD_BYTES).toString('base64url');
    const display = text('管理员', 'administrator');
    await writeAccount(context, {
      name,
      display,
      password,
      role: 'administrator',
      area: cityArea,
      demo: false,
    });
    return { name, password };
  });
}
