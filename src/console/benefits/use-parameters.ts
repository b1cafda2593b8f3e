import { useEffect, useState } from 'react';
import type { ProgrammePage } from '../../benefits/index.ts';
import { call } from '../api.ts';

export type Parameter = ProgrammePage['parameters'][number];

/** A number of a rule by programme and key; null until the programmes are there. */
export type FindParameter = (programme: string, parameter: string) => Parameter | undefined;

async function askParameters(programmes: readonly string[]): Promise<ReadonlyMap<string, Parameter>> {
  const pages = await Promise.all(
    programmes.map((programme) => call('benefits/read-programme', { programme }).catch(() => null)),
  );
  const known = pages.flatMap((page) =>
    (page?.parameters ?? []).map((one) => [`${page?.key ?? ''} ${one.key}`, one] as const),
  );
  return new Map(known);
}

/** Names and units of the numbers of these programmes: also of those that have no value yet. */
export function useParameters(programmes: readonly string[]): FindParameter | null {
  const [known, setKnown] = useState<ReadonlyMap<string, Parameter> | null>(null);
  const asked = programmes.join(' ');
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const found = await askParameters(asked.split(' '));
      if (!gone) setKnown(found);
    };
    if (asked !== '') void ask();
    return () => {
      gone = true;
    };
  }, [asked]);
  return known && ((programme, parameter) => known.get(`${programme} ${parameter}`));
}
