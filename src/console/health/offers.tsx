import { useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import { offerOptions } from './station-questions.ts';

interface OffersProps {
  readonly offers: readonly string[];
  readonly onChange: (offers: readonly string[]) => void;
}

/** Which services a station offers. */
export const Offers = ({ offers, onChange }: OffersProps) => {
  const wording = useWording();
  const { data } = useAnswer('casework/list-services', {});
  return (
    <fieldset className="ask whole">
      <legend>{wording.say('offers')}</legend>
      <span className="radios">
        {offerOptions(data?.services ?? [], wording).map(({ value, words }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={offers.includes(value)}
              onChange={(event) => {
                const others = offers.filter((one) => one !== value);
                onChange(event.target.checked ? [...others, value] : others);
              }}
            />{' '}
            {words}
          </label>
        ))}
      </span>
    </fieldset>
  );
};
