import { Button } from 'antd';
import { useState } from 'react';
import { civilMinute } from '../../language/index.ts';
import type { ImportKind, ImportOutcome } from '../../register/index.ts';
import { ApiError, call, type Session, useAnswer } from '../api.ts';
import { downloadBase64, readBase64 } from '../download.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { ImportOutcomeView } from '../register/import-outcome.tsx';

const kinds: readonly ImportKind[] = ['persons', 'households', 'events'];

const asApiError = (caught: unknown): ApiError | null => (caught instanceof ApiError ? caught : null);

const Columns = ({ kind }: { readonly kind: ImportKind }) => {
  const { say, read, locale } = useWording();
  const { data } = useAnswer('register/read-import-template', { kind, format: 'xlsx', locale });
  return (
    <details>
      <summary>{say('columnsOfFile')}</summary>
      {data?.forms.map((form) => (
        <section key={form.key}>
          {data.forms.length > 1 && (
            <h3>
              {read(form.title)} <code>{form.key}</code>
            </h3>
          )}
          <ul>
            {form.columns.map((column) => (
              <li key={column.key}>
                <b>{read(column.label)}</b>
                {column.optional && ` (${say('optional')})`}
                {column.choices.length > 0 &&
                  `: ${column.choices.map(({ label }) => read(label)).join(' / ')}`}
                {column.help && <span className="soft"> {read(column.help)}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
};

/** Takes a file in: rehearsed first, so that nothing is written before somebody has seen what would be. */
const Importing = ({ onDone }: { readonly onDone: () => void }) => {
  const { say, locale } = useWording();
  const [kind, setKind] = useState<ImportKind>('persons');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      setError(asApiError(caught));
    } finally {
      setBusy(false);
    }
  };
  const send = (dryRun: boolean) =>
    attempt(async () => {
      if (!file) return;
      const content = await readBase64(file);
      setOutcome(await call('register/import-file', { kind, fileName: file.name, content, dryRun }));
      if (!dryRun) onDone();
    });
  const template = (format: 'xlsx' | 'csv') =>
    attempt(async () => {
      const found = await call('register/read-import-template', { kind, format, locale });
      downloadBase64(found.fileName, found.content);
    });
  return (
    <section aria-labelledby="importing">
      <h2 id="importing">{say('importing')}</h2>
      <div className="question">
        <label htmlFor="import-kind">{say('importKind')}</label>
        <select
          id="import-kind"
          value={kind}
          onChange={(event) => {
            setKind(kinds.find((one) => one === event.target.value) ?? 'persons');
            setOutcome(null);
          }}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {say(`import_${one}`)}
            </option>
          ))}
        </select>
      </div>
      <p>
        <Button onClick={() => void template('xlsx')}>{say('templateExcel')}</Button>{' '}
        <Button onClick={() => void template('csv')}>{say('templateCsv')}</Button>
      </p>
      <Columns kind={kind} />
      <div className="question">
        <label htmlFor="import-file">{say('file')}</label>
        <input
          id="import-file"
          type="file"
          accept=".csv,.xlsx"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            setOutcome(null);
          }}
        />
      </div>
      <p>
        <Button
          disabled={file === null}
          title={file === null ? say('chooseFile') : undefined}
          loading={busy}
          onClick={() => void send(true)}
        >
          {say('dryRun')}
        </Button>{' '}
        <Button
          type="primary"
          disabled={file === null}
          title={file === null ? say('chooseFile') : undefined}
          loading={busy}
          onClick={() => void send(false)}
        >
          {say('takeIn')}
        </Button>
      </p>
      <Refused error={error} />
      <div aria-live="polite">{outcome && <ImportOutcomeView outcome={outcome} />}</div>
    </section>
  );
};

const Earlier = ({ imports }: { readonly imports: ReturnType<typeof useImports>['data'] }) => {
  const { say } = useWording();
  if (!imports || imports.imports.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{say('earlierImports')}</h2>
      <div className="wide" role="region" aria-label={say('earlierImports')} tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say('file')}</th>
              <th scope="col">{say('importKind')}</th>
              <th scope="col">{say('when')}</th>
              <th scope="col">{say('by')}</th>
              <th scope="col">{say('rowsAdded')}</th>
              <th scope="col">{say('rowsKnown')}</th>
              <th scope="col">{say('rowsRefused')}</th>
            </tr>
          </thead>
          <tbody>
            {imports.imports.map((one) => (
              <tr key={one.importId}>
                <th scope="row">{one.fileName}</th>
                <td>{say(`import_${one.kind}`)}</td>
                <td>{civilMinute(new Date(one.startedAt))}</td>
                <td>{one.importedBy}</td>
                {one.finishedAt === null ? (
                  <td colSpan={3}>{say('notFinished')}</td>
                ) : (
                  [one.added, one.known, one.refused].map((count, index) => (
                    <td key={['added', 'known', 'refused'][index]} className="number">
                      {count}
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const useImports = () => useAnswer('register/list-imports', {});

/** Writes the people of an area out, for a purpose that is asked for and logged. */
const Exporting = ({ session }: { readonly session: Session }) => {
  const { say, locale } = useWording();
  const [area, setArea] = useState(session.area);
  const [purpose, setPurpose] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const [rows, setRows] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    setError(null);
    setRows(null);
    try {
      const list = await call('register/export-persons', { area, purpose, format: 'xlsx', locale });
      downloadBase64(list.fileName, list.content);
      setRows(list.rows);
    } catch (caught) {
      setError(asApiError(caught));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      aria-labelledby="exporting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 id="exporting">{say('exporting')}</h2>
      <p className="soft">{say('exportingHint')}</p>
      <div className="question">
        <label htmlFor="export-area">{say('area')}</label>
        <input
          id="export-area"
          value={area}
          onChange={(event) => {
            setArea(event.target.value);
          }}
        />
      </div>
      <div className="question">
        <label htmlFor="export-purpose">{say('purpose')}</label>
        <input
          id="export-purpose"
          value={purpose}
          onChange={(event) => {
            setPurpose(event.target.value);
          }}
        />
      </div>
      <Refused error={error} />
      <Button htmlType="submit" loading={busy}>
        {say('writeOut')}
      </Button>
      <p role="status">{rows === null ? '' : say('writtenOut', { n: rows })}</p>
    </form>
  );
};

/** Files in and out of the register. */
export const FilesPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { data, reload } = useImports();
  const may = (permission: string) => session.permissions.includes(permission);
  return (
    <>
      <h1>{say('files')}</h1>
      {may('register:import') && <Importing onDone={() => void reload()} />}
      <Earlier imports={data} />
      {may('register:export-list') && <Exporting session={session} />}
    </>
  );
};
