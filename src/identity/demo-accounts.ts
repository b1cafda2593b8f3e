import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { areaCode, type Text, text } from '../language/index.ts';
import { type DataFolder, type TransactionContext, writeWhole } from '../platform/index.ts';
import type { RoleName } from './roles.ts';
import type { IdentityTables } from './tables.ts';
import { writeAccount } from './write-account.ts';

interface DemoPerson {
  readonly name: string;
  readonly display: Text;
  readonly role: RoleName;
  readonly area: ReturnType<typeof areaCode>;
}

const person = (
  name: string,
  display: Text,
  place: { readonly role: RoleName; readonly area: string },
): DemoPerson => ({
  name,
  display,
  role: place.role,
  area: areaCode(place.area),
});

/** Every role, at three levels of the tree. */
const demoPeople: readonly DemoPerson[] = [
  person('demo-administrator', text('演示管理员', 'Demo administrator'), {
    role: 'administrator',
    area: '5107',
  }),
  person('demo-statistician', text('演示统计员', 'Demo statistician'), {
    role: 'statistician',
    area: '5107',
  }),
  person('demo-county-statistician', text('演示县级统计员', 'Demo county statistician'), {
    role: 'statistician',
    area: '510703',
  }),
  person('demo-township-statistician', text('演示乡镇统计员', 'Demo township statistician'), {
    role: 'statistician',
    area: '510722101',
  }),
  person('demo-township-reporter', text('演示乡镇填报员', 'Demo township reporter'), {
    role: 'reporter',
    area: '510722101',
  }),
  person('demo-publisher', text('演示发布员', 'Demo publisher'), { role: 'publisher', area: '5107' }),
  person('demo-county-registrar', text('演示县级登记员', 'Demo county registrar'), {
    role: 'registrar',
    area: '510703',
  }),
  person('demo-township-registrar', text('演示乡镇登记员', 'Demo township registrar'), {
    role: 'registrar',
    area: '510722101',
  }),
  person('demo-county-reviewer', text('演示县级登记审核员', 'Demo county reviewer'), {
    role: 'reviewer',
    area: '510703',
  }),
  person('demo-county-caseworker', text('演示县级办件员', 'Demo county caseworker'), {
    role: 'caseworker',
    area: '510703',
  }),
  person('demo-county-supervisor', text('演示县级办件负责人', 'Demo county supervisor of cases'), {
    role: 'case-supervisor',
    area: '510703',
  }),
  person('demo-city-supervisor', text('演示市级办件负责人', 'Demo city supervisor of cases'), {
    role: 'case-supervisor',
    area: '5107',
  }),
  person('demo-county-health-worker', text('演示县级卫生服务人员', 'Demo county health worker'), {
    role: 'health-worker',
    area: '510703',
  }),
  person(
    'demo-county-health-supervisor',
    text('演示县级卫生服务负责人', 'Demo county supervisor of health services'),
    { role: 'health-supervisor', area: '510703' },
  ),
  person('demo-township-benefits-officer', text('演示乡镇待遇经办员', 'Demo township benefits officer'), {
    role: 'benefits-officer',
    area: '510722101',
  }),
  person('demo-county-benefits-officer', text('演示县级待遇经办员', 'Demo county benefits officer'), {
    role: 'benefits-officer',
    area: '510703',
  }),
  person(
    'demo-county-benefits-supervisor',
    text('演示县级待遇审核负责人', 'Demo county supervisor of benefits'),
    { role: 'benefits-supervisor', area: '510703' },
  ),
  person(
    'demo-city-benefits-supervisor',
    text('演示市级待遇审核负责人', 'Demo city supervisor of benefits'),
    {
      role: 'benefits-supervisor',
      area: '5107',
    },
  ),
  person(
    'demo-county-benefits-accountant',
    text('演示县级发放财务人员', 'Demo county accountant of benefits'),
    {
      role: 'benefits-accountant',
      area: '510703',
    },
  ),
  person('demo-city-benefits-accountant', text('演示市级发放财务人员', 'Demo city accountant of benefits'), {
    role: 'benefits-accountant',
    area: '5107',
  }),
];

const fileSchema = z.object({
  accounts: z.array(z.object({ name: z.string(), password: z.string(), role: z.string(), area: z.string() })),
});
export type DemoAccount = z.output<typeof fileSchema>['accounts'][number];

export const demoAccountsFile = 'demo-accounts.json';
const PASSWORD_BYTES = 12;

function readFile(path: string): readonly DemoAccount[] {
  try {
    return existsSync(path) ? fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).accounts : [];
  } catch {
    // A file that cannot be read is made anew, with new passwords.
    return [];
  }
}

const isComplete = (accounts: readonly DemoAccount[]) =>
  demoPeople.every((wanted) => accounts.some((account) => account.name === wanted.name));

/**
 * Demo accounts with random passwords, listed in the data folder. The file is written first and the database after
 * it: a kill in between leaves a file whose passwords the next start gives to the accounts.
 */
export async function ensureDemoAccounts(
  context: TransactionContext,
  folder: DataFolder,
): Promise<readonly DemoAccount[]> {
  const path = folder.file(demoAccountsFile);
  const found = readFile(path);
  const existing = await context.tx
    .withTables<IdentityTables>()
    .selectFrom('identity_accounts')
    .select('name')
    .where('demo', '=', true)
    .execute();
  if (isComplete(found) && existing.length === demoPeople.length) return found;
  const accounts = isComplete(found) ? found : demoPeople.map((one) => withPassword(one, context));
  const note = {
    synthetic: true,
    note: 'Made-up city only; these accounts work on this machine alone.',
    accounts,
  };
  writeWhole(path, `${JSON.stringify(note, null, 2)}\n`, 0o600);
  for (const one of demoPeople) {
    const password = accounts.find((account) => account.name === one.name)?.password ?? '';
    await writeAccount(context, { ...one, password, demo: true });
  }
  return accounts;
}

const withPassword = (one: DemoPerson, context: TransactionContext): DemoAccount => ({
  name: one.name,
  password: context.randomBytes(PASSWORD_BYTES).toString('base64url'),
  role: one.role,
  area: one.area,
});
