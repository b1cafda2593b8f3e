import { useState } from 'react';
import type { StockList } from '../../health/index.ts';
import { civilDate } from '../../language/index.ts';
import { callOnce, type Session, useAnswer } from '../api.ts';
import { formatNumber } from '../format.ts';
import type { Asked } from '../health/ask.tsx';
import { SmallForm } from '../health/small-form.tsx';
import { stationOptions } from '../health/stations.ts';
import { Told, type Words } from '../health/told.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf, navigate, usePlace } from '../router.ts';

const Stock = ({ stock, label }: { readonly stock: StockList['stock']; readonly label: string }) => {
  const { say, read, locale } = useWording();
  return (
    <div className="wide stock" role="region" aria-label={label} tabIndex={0}>
      <table className="plain">
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{say('supplyHead')}</th>
            <th scope="col" className="number">
              {say('inStock')}
            </th>
            <th scope="col">{say('unitHead')}</th>
          </tr>
        </thead>
        <tbody>
          {stock.map((one) => (
            <tr key={one.supply}>
              <th scope="row">{read(one.label)}</th>
              <td className="number">{formatNumber(one.quantity, 0, locale)}</td>
              <td>{read(one.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

interface MoveProps {
  readonly way: 'receive' | 'give';
  readonly stationId: string;
  readonly stock: StockList['stock'];
  readonly onDone: (words: string) => Promise<void>;
}

/** How much came or was given, and when: there is no question about anybody. */
const MoveForm = ({ way, stationId, stock, onDone }: MoveProps) => {
  const { say, read, locale } = useWording();
  const asked: readonly Asked[] = [
    {
      key: 'supply',
      label: say('supplyHead'),
      kind: 'choice',
      options: stock.map(({ supply, label, unit }) => ({
        value: supply,
        words: `${read(label)} (${read(unit)})`,
      })),
    },
    { key: 'quantity', label: say('quantity'), kind: 'whole' },
    { key: 'day', label: say('happenedOn'), kind: 'date' },
  ];
  return (
    <SmallForm
      name={way}
      title={say(way === 'give' ? 'giveSupplies' : 'receiveSupplies')}
      asked={asked}
      initial={{ day: civilDate(new Date()) }}
      send={async (given, key) => {
        const told = { ...given, quantity: Number(given['quantity']), stationId };
        const { left } = await callOnce(`health/${way}-supplies`, told, key);
        const words = { left: formatNumber(left, 0, locale) };
        await onDone(say(way === 'give' ? 'suppliesGiven' : 'suppliesReceived', words));
      }}
    />
  );
};

interface OfStationProps {
  readonly stationId: string;
  readonly name: string;
  readonly mayWrite: boolean;
}

const SuppliesOf = ({ stationId, name, mayWrite }: OfStationProps) => {
  const { say } = useWording();
  const { data, error, reload } = useAnswer('health/list-stock', { stationId });
  const [told, setTold] = useState<Words | null>(null);
  const done = async (words: string) => {
    await reload();
    setTold({ words });
  };
  if (!data) return error ? <Refused error={error} /> : <p>{say('loading')}</p>;
  const moving = { stationId, stock: data.stock, onDone: done };
  return (
    <>
      <Told told={told} />
      <Refused error={error} />
      <Stock stock={data.stock} label={say('stockAt', { station: name })} />
      {mayWrite && (
        <div className="moves">
          <MoveForm way="receive" {...moving} />
          <MoveForm way="give" {...moving} />
        </div>
      )}
    </>
  );
};

/** What stations give out free of charge, counted and nothing more. */
export const SuppliesPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { query } = usePlace();
  const chosen = query.get('station') ?? '';
  const { data, error } = useAnswer('health/list-stations', { area: session.area });
  const options = stationOptions(data?.stations ?? [], session);
  const station = options.find(({ value }) => value === chosen);
  return (
    <>
      <h1>{say('supplies')}</h1>
      <p className="flagged">{say('noPersonRecorded')}</p>
      <div className="filters">
        <label htmlFor="station">{say('station')}</label>
        <select
          id="station"
          data-first-filter
          value={chosen}
          onChange={(event) => {
            navigate(addressOf('/supplies', { station: event.target.value }));
          }}
        >
          <option value="">{say('choose')}</option>
          {options.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <Refused error={error} />
      {chosen === '' && <p>{say('chooseStation')}</p>}
      {station && (
        <SuppliesOf
          key={chosen}
          stationId={chosen}
          name={station.words}
          mayWrite={session.permissions.includes('health:write')}
        />
      )}
    </>
  );
};
