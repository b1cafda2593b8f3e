import { type MessageKey, useWording } from '../messages.ts';

interface ArrivalProps {
  readonly channels: readonly string[];
  readonly channel: string;
  readonly receivedOn: string;
  readonly problem: string | null;
  readonly onChannel: (channel: string) => void;
  readonly onReceived: (day: string) => void;
}

/** How and when something came in. */
export const ArrivalFields = (props: ArrivalProps) => {
  const { say } = useWording();
  const { channels, channel, receivedOn, problem, onChannel, onReceived } = props;
  return (
    <div className="dense">
      {channels.length > 0 && (
        <div className="ask">
          <label htmlFor="channel">{say('channel')}</label>
          <select
            id="channel"
            value={channel}
            onChange={(event) => {
              onChannel(event.target.value);
            }}
          >
            {channels.map((one) => (
              <option key={one} value={one}>
                {say(`channel_${one}` as MessageKey)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="ask">
        <label htmlFor="field-receivedOn">
          {say('receivedOn')} <span className="soft">({say('optionalMark')})</span>
        </label>
        <input
          id="field-receivedOn"
          value={receivedOn}
          placeholder={say('dateHint')}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? 'received-help' : 'received-help received-problem'}
          onChange={(event) => {
            onReceived(event.target.value);
          }}
        />
        <span className="soft help" id="received-help">
          {say('receivedHint')}
        </span>
        {problem !== null && (
          <span className="problem" id="received-problem">
            {problem}
          </span>
        )}
      </div>
    </div>
  );
};
