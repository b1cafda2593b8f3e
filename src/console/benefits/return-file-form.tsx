import { useRef, useState } from 'react';
import { ApiError, call } from '../api.ts';
import { readBase64 } from '../download.ts';
import { SmallForm } from '../health/small-form.tsx';
import { useWording, type Wording } from '../messages.ts';
import type { ReadReturn } from './answers.ts';
import { formatOptions } from './bank-formats.ts';
import { yuan } from './words.ts';

/** What came of a file, line by line of it: numbers of lines that could not be read are said. */
function returnWords(read: ReadReturn, { say, locale }: Wording): string {
  const { lines, paid, failed, known, unreadable, mismatched } = read;
  const parts = [
    say('returnRead', {
      lines,
      paid,
      paidYuan: yuan(read.paidFen, locale),
      failed,
      failedYuan: yuan(read.failedFen, locale),
    }),
    known > 0 ? say('returnKnown', { n: known }) : '',
    unreadable.length > 0 ? say('returnUnreadable', { lines: unreadable.join(say('listComma')) }) : '',
    mismatched.length > 0 ? say('returnMismatched', { lines: mismatched.join(say('listComma')) }) : '',
    failed > 0 ? say('returnRequeued') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

interface ReturnProps {
  readonly batchId: string;
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** The answer of the bank: the same file read twice changes nothing. */
export const ReturnFileForm = ({ batchId, onDone, onCancel }: ReturnProps) => {
  const wording = useWording();
  const { say } = wording;
  const input = useRef<HTMLInputElement>(null);
  const [isMissing, setMissing] = useState(false);
  return (
    <SmallForm
      name="return"
      title={say('readReturn')}
      asked={[{ key: 'format', label: say('bankFormat'), kind: 'choice', options: formatOptions(wording) }]}
      initial={{ format: 'csv-utf8' }}
      onCancel={onCancel}
      below={() => (
        <div className="ask">
          <label htmlFor="return-file">{say('returnFile')}</label>
          <input
            id="return-file"
            ref={input}
            type="file"
            accept=".csv,.txt"
            aria-invalid={isMissing}
            onChange={() => {
              setMissing(false);
            }}
          />
        </div>
      )}
      send={async ({ format }) => {
        const file = input.current?.files?.[0];
        setMissing(!file);
        if (!file) throw new ApiError('invalid_input', say('chooseFile'), { remedy: say('returnFile') });
        const read = await call('benefits/read-return-file', {
          batchId,
          format,
          content: await readBase64(file),
        });
        await onDone(returnWords(read, wording));
      }}
    >
      <p>{say('readReturnSays')}</p>
    </SmallForm>
  );
};
