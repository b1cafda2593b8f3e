import type { ServiceList } from '../../casework/index.ts';
import type { Wording } from '../messages.ts';
import type { Station } from './answers.ts';
import type { Asked, Option } from './ask.tsx';
import type { Values } from './check-answers.ts';

/** What a station tells about itself. */
export const stationQuestions = ({ say }: Wording): readonly Asked[] => [
  { key: 'name', label: say('stationName'), kind: 'text', shortest: 2 },
  { key: 'address', label: say('stationAddress'), kind: 'text', shortest: 2 },
  { key: 'phone', label: say('stationPhone'), kind: 'text', shortest: 5 },
  { key: 'hours', label: say('hours'), kind: 'text', shortest: 2 },
  { key: 'capacity', label: say('capacity'), kind: 'whole' },
];

export const stationAnswers = ({ name, address, phone, hours, capacity }: Station): Values => ({
  name,
  address,
  phone,
  hours,
  capacity: String(capacity),
});

/** Services of the health compartment, which a station can offer. */
export const offerOptions = (services: ServiceList['services'], { read }: Wording): readonly Option[] =>
  services
    .filter((one) => one.compartment === 'health')
    .map(({ key, title }) => ({ value: key, words: read(title) }));
