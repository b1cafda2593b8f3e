import { Button } from 'antd';
import { civilMinute } from '../../language/index.ts';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import type { Item } from '../offline/queue.ts';
import { useOffline } from '../offline/use-queue.ts';
import { Duplicates } from '../register/duplicates.tsx';
import { addressOf } from '../router.ts';

const SHOWN = 4;
/** Ids of people, and values of choices. */
const CODED = /^[0-9a-f-]{36}$|^[a-z-]+$/;

/** What a clerk knows a submission by: the first answers that are words. */
const inShort = ({ answers }: Item): string =>
  Object.values(answers)
    .filter((answer) => typeof answer === 'string' && !CODED.test(answer))
    .slice(0, SHOWN)
    .join(' · ');

const Waiting = ({ item }: { readonly item: Item }) => {
  const { say, read } = useWording();
  const { queue } = useOffline();
  const { status } = item;
  return (
    <li>
      <h2>{read(item.title)}</h2>
      <p>
        {inShort(item)} <span className="soft">{civilMinute(new Date(item.at))}</span>
      </p>
      <p role="status">
        {status.state === 'refused' ? `${status.message} ${status.remedy}` : say(`queue_${status.state}`)}
      </p>
      {status.state === 'duplicates' && (
        <Duplicates
          entered={item.answers}
          rows={status.rows}
          onGoOn={() => void queue?.confirmNew(item.id).then(queue.sendAll)}
        />
      )}
      {status.state === 'refused' && (
        <Link to={addressOf(`/record/${item.form}`, { draft: item.id })}>{say('mend')}</Link>
      )}{' '}
      {status.state !== 'waiting' && (
        <Button onClick={() => void queue?.discard(item.id)}>{say('discard')}</Button>
      )}
    </li>
  );
};

/** What was filled in without a network and is not yet recorded, item by item. */
export const QueuePage = () => {
  const { say } = useWording();
  const { queue, items } = useOffline();
  return (
    <>
      <h1>{say('queue')}</h1>
      <p className="soft">{say('queueHint')}</p>
      {items.length === 0 && <p role="status">{say('queueEmpty')}</p>}
      <ul className="waiting">
        {items.map((item) => (
          <Waiting key={item.id} item={item} />
        ))}
      </ul>
      {items.length > 0 && <Button onClick={() => void queue?.sendAll()}>{say('sendNow')}</Button>}
    </>
  );
};
