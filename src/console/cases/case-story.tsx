import type { CaseDetail } from '../../casework/index.ts';
import { civilMinute } from '../../language/index.ts';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { addressOf } from '../router.ts';
import { AreaName, isAreaCode } from './areas.tsx';

type Entry = CaseDetail['story'][number];

const Said = ({ said }: { readonly said: Entry['said'][number] }) => {
  const { read } = useWording();
  const words = said.choice ? read(said.choice) : said.answer;
  return (
    <div className="said">
      <span className="soft">{read(said.label)}:</span>{' '}
      {isAreaCode(words) ? <AreaName code={words} /> : words}
    </div>
  );
};

/** An officer may write down what an applicant says at the window or on the telephone. */
const isTypedIn = ({ by, actor }: Entry) => by === 'applicant' && actor !== 'applicant';

const Step = ({ entry, from, isNew }: { entry: Entry; from: Entry | undefined; isNew: boolean }) => {
  const { say, read } = useWording();
  const [before, after] = [from && read(from.place), read(entry.place)];
  return (
    <li className={isNew ? 'new-entry' : undefined}>
      <strong>{read(entry.label)}</strong> {isNew && <span className="mark">{say('newEntry')}</span>}
      <span>{before === undefined || before === after ? after : `${before} → ${after}`}</span>
      <div className="soft">
        <time dateTime={entry.at}>{civilMinute(new Date(entry.at))}</time> · {say(`by_${entry.by}`)}
        {entry.by === 'officer' && ` ${entry.actor}`}
        {isTypedIn(entry) && ` · ${say('typedInBy', { by: entry.actor })}`}
      </div>
      {entry.said.map((said) => (
        <Said key={said.key} said={said} />
      ))}
    </li>
  );
};

interface StoryProps {
  readonly story: CaseDetail['story'];
  /** How many entries were there when the reader looked last. */
  readonly seen: number;
}

/** What was done, in order: who, when, from which state to which, and what was said. */
export const CaseStory = ({ story, seen }: StoryProps) => {
  const { say } = useWording();
  return (
    <section>
      <h2>{say('story')}</h2>
      <ol className="timeline story">
        {story.map((entry, index) => (
          <Step key={entry.seq} entry={entry} from={story[index - 1]} isNew={index >= seen} />
        ))}
      </ol>
    </section>
  );
};

/** What other units were asked, and what they answered. */
export const CaseParts = ({ parts }: Pick<CaseDetail, 'parts'>) => {
  const { say } = useWording();
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>{say('parts')}</h2>
      <ul className="timeline">
        {parts.map((part) => (
          <li key={part.partId}>
            <PartHead unit={part.unit} />
            <div>{part.question}</div>
            <div className="said">
              <span className="soft">
                {part.answer === null
                  ? say('partWaiting')
                  : say('partAnsweredBy', { by: part.answeredBy ?? '' })}
              </span>{' '}
              {part.answer}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

const PartHead = ({ unit }: { readonly unit: string }) => {
  const { say } = useWording();
  const [before = '', after = ''] = say('partAsked', { unit: '|' }).split('|');
  return (
    <strong>
      {before}
      <AreaName code={unit} />
      {after}
    </strong>
  );
};

/** Cases that were opened or merged together with this one. */
export const LinkedCases = ({ linked }: Pick<CaseDetail, 'linked'>) => {
  const { say, read } = useWording();
  if (linked.length === 0) return null;
  return (
    <section>
      <h2>{say('linkedCases')}</h2>
      <ul>
        {linked.map((one) => (
          <li key={one.caseId}>
            <Link to={addressOf(`/case/${one.caseId}`)}>{one.number}</Link> {read(one.title)} ·{' '}
            {read(one.state)}
          </li>
        ))}
      </ul>
    </section>
  );
};
