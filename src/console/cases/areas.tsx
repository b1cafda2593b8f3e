import { useEffect, useState } from 'react';
import type { Townships } from '../../areas/index.ts';
import { call } from '../api.ts';
import { useWording } from '../messages.ts';

export type County = Townships['counties'][number];

/** Divisions do not change while a page is open: they are asked for once. */
let asked: Promise<readonly County[]> | null = null;
const villagesAsked = new Map<string, Promise<ReadonlyMap<string, string>>>();

function askCounties(): Promise<readonly County[]> {
  asked ??= call('areas/list-townships', {}).then(
    ({ counties }) => counties,
    () => {
      asked = null;
      return [];
    },
  );
  return asked;
}

function askVillages(township: string): Promise<ReadonlyMap<string, string>> {
  const known = villagesAsked.get(township);
  if (known) return known;
  const names = call('areas/list-villages', { area: township }).then(
    ({ villages }) => new Map(villages.map(({ code, name }) => [code, name])),
    () => {
      villagesAsked.delete(township);
      return new Map<string, string>();
    },
  );
  villagesAsked.set(township, names);
  return names;
}

/** The counties with their townships; null until they are there, empty when nobody answers. */
export function useCounties(): readonly County[] | null {
  const [counties, setCounties] = useState<readonly County[] | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const found = await askCounties();
      if (!gone) setCounties(found);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, []);
  return counties;
}

const isVillage = (code: string) => /^\d{12}$/.test(code) && !code.endsWith('000');
export const isAreaCode = (value: string): boolean => /^[1-9]\d{11}$/.test(value);

function useVillageName(code: string): string | null {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const names = await askVillages(`${code.slice(0, 9)}000`);
      if (!gone) setName(names.get(code) ?? null);
    };
    if (isVillage(code)) void ask();
    return () => {
      gone = true;
    };
  }, [code]);
  return name;
}

function nameIn(counties: readonly County[], code: string): string | null {
  const county = counties.find((one) => one.code === code);
  if (county) return county.name;
  const around = counties.find((one) => one.code.startsWith(code.slice(0, 6)));
  const township = around?.townships.find((one) => one.code === code);
  return around && township ? `${around.name}${township.name}` : null;
}

/** The name of an area, as words: counties, townships, villages, and the city itself; its code when it has none. */
export function useAreaName(code: string): string {
  const { say } = useWording();
  const counties = useCounties();
  const village = useVillageName(code);
  if (isAreaCode(code) && code.endsWith('00000000')) return say('cityUnit');
  if (counties === null) return '';
  return village ?? nameIn(counties, code) ?? code;
}

export const AreaName = ({ code }: { readonly code: string }) => (
  <span title={code}>{useAreaName(code)}</span>
);
