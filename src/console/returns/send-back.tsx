import { Modal } from 'antd';
import { useState } from 'react';
import { useWording } from '../messages.ts';
import type { Row } from './use-draft.ts';

interface SendBackProps {
  readonly row: Row;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

const SHORTEST_REASON = 2;

/** Sending back needs a reason: whoever reported it must know what to mend. */
export const SendBack = ({ row, onSend, onClose }: SendBackProps) => {
  const { say, read } = useWording();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={`${say('sendBack')} · ${read(row.name)}`}
      okText={say('sendBack')}
      cancelText={say('cancel')}
      okButtonProps={{ disabled: reason.trim().length < SHORTEST_REASON }}
      onOk={() => {
        onSend(reason.trim());
      }}
      onCancel={onClose}
    >
      <label htmlFor="reason">{say('reason')}</label>
      <textarea
        id="reason"
        rows={3}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
    </Modal>
  );
};
