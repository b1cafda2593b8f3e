import { Alert, Button } from 'antd';
import type { ImportOutcome } from '../../register/index.ts';
import { downloadBase64 } from '../download.ts';
import { useWording } from '../messages.ts';

/** What became of a file: counts, what is wrong row by row, and the refused rows to be mended. */
export const ImportOutcomeView = ({ outcome }: { readonly outcome: ImportOutcome }) => {
  const { say, read } = useWording();
  const { dryRun, rows, added, known, refused, problems, refusedFile } = outcome;
  const counts = say('importCounts', { rows, added, known, refused });
  return (
    <>
      <Alert
        type={refused > 0 ? 'warning' : 'success'}
        showIcon
        title={dryRun ? say('rehearsed') : say('takenIn')}
        description={counts}
      />
      {problems.length > 0 && (
        <div className="wide" role="region" aria-label={say('problems')} tabIndex={0}>
          <table className="plain">
            <caption>{say('problems')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('line')}</th>
                <th scope="col">{say('column')}</th>
                <th scope="col">{say('problem')}</th>
                <th scope="col">{say('remedy')}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map((one) => (
                <tr key={`${String(one.line)} ${one.column ?? ''} ${one.message.en}`}>
                  <td className="number">{one.line}</td>
                  <td>{one.column}</td>
                  <td>{read(one.message)}</td>
                  <td>{read(one.remedy)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {refusedFile && (
        <p>
          <Button
            onClick={() => {
              downloadBase64(refusedFile.fileName, refusedFile.content);
            }}
          >
            {say('refusedRows', { n: refused })}
          </Button>
        </p>
      )}
    </>
  );
};
