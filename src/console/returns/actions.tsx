import { Button } from 'antd';
import { type ChangeEvent, useRef } from 'react';
import type { Session } from '../api.ts';
import { download } from '../download.ts';
import { useWording } from '../messages.ts';
import { templateCsv } from '../template.ts';
import type { Form, Row } from './use-draft.ts';

interface ActionsProps {
  readonly form: Form;
  readonly rows: readonly Row[];
  readonly session: Session;
  readonly changed: number;
  /** Whether something is under way, which is waited for first. */
  readonly working: boolean;
  readonly selected: readonly string[];
  readonly onSubmit: () => void;
  readonly onUpload: (csv: string) => void;
  readonly onApprove: () => void;
  readonly onSelect: (areas: readonly string[]) => void;
}

const Entry = ({ form, rows, changed, working, onSubmit, onUpload }: ActionsProps) => {
  const { say, locale } = useWording();
  const file = useRef<HTMLInputElement>(null);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    if (!chosen) return;
    onUpload(await chosen.text());
    target.value = '';
  };
  return (
    <>
      <Button
        type="primary"
        disabled={changed === 0}
        loading={working}
        onClick={onSubmit}
        title={changed === 0 ? say('nothingChanged') : ''}
      >
        {say('submit')}
      </Button>
      <Button
        onClick={() => {
          download(`${form.key}.csv`, templateCsv(form, rows, locale), 'text/csv');
        }}
      >
        {say('template')}
      </Button>
      <Button
        onClick={() => {
          file.current?.click();
        }}
      >
        {say('upload')}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".csv,text/csv"
        hidden
        aria-label={say('upload')}
        onChange={(event) => void read(event)}
      />
    </>
  );
};

const Approval = ({ rows, selected, working, onApprove, onSelect }: ActionsProps) => {
  const { say } = useWording();
  const approvable = rows.filter((row) => row.mayApprove).map((row) => row.area);
  const reason = approvable.length === 0 ? say('cannotApprove') : '';
  return (
    <>
      <Button
        disabled={approvable.length === 0}
        title={reason}
        onClick={() => {
          onSelect(approvable);
        }}
      >
        {say('selectAll')}
      </Button>
      <Button disabled={selected.length === 0} loading={working} title={reason} onClick={onApprove}>
        {say('approve', { n: selected.length })}
      </Button>
      {reason !== '' && <span className="reason">{reason}</span>}
    </>
  );
};

/** What can be done with the rows; what the role may not do is not there. */
export const Actions = (props: ActionsProps) => (
  <div className="actions">
    {props.session.permissions.includes('returns:submit') && <Entry {...props} />}
    {props.session.permissions.includes('returns:approve') && <Approval {...props} />}
  </div>
);
