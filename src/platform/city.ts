import type { AreaCode } from '../language/index.ts';
import { text } from '../language/index.ts';
import { keyedRead } from './database/keyed-read.ts';
import { failure } from './errors.ts';
import type { Transaction, TransactionContext } from './operation/operation.ts';

export type CityKind = 'synthetic' | 'real';

export interface City {
  readonly kind: CityKind;
  readonly area: AreaCode;
}

const cityRow = keyedRead<City>('SELECT kind, area_code AS area FROM platform_city');

/** What this database holds, decided once for ever; null while nobody has decided. */
export async function readCity(tx: Transaction): Promise<City | null> {
  const [city] = await cityRow(tx, []);
  return city ?? null;
}

const otherKind = (kind: CityKind) =>
  failure(
    'wrong_database_kind',
    kind === 'real'
      ? text(
          '这是真实城市的数据库，不能写入虚构数据。',
          'This database holds a real city; made-up data may not enter it.',
        )
      : text(
          '这是虚构城市的数据库，不能写入真实数据。',
          'This database holds a made-up city; real data may not enter it.',
        ),
    text('请为另一种数据使用另一个数据库。', 'Use another database for the other kind.'),
  );

/** Decides what an undecided database holds; one that is of the other kind is refused. */
export async function settleCity(context: TransactionContext, wanted: City): Promise<City> {
  await context.tx
    .insertInto('platform_city')
    .values({ id: 1, kind: wanted.kind, area_code: wanted.area, created_at: context.now() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const city = await readCity(context.tx);
  if (city && city.kind !== wanted.kind) throw otherKind(city.kind);
  return wanted;
}

export interface Seed {
  readonly seed: number;
  readonly scale: number;
  readonly persons: number;
}

/** How the made-up city was made; null when there is none yet. */
export async function readSeed(tx: Transaction): Promise<Seed | null> {
  const row = await tx.selectFrom('platform_seed').select(['seed', 'scale', 'persons']).executeTakeFirst();
  return row ?? null;
}
