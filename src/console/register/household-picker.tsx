import { useState } from 'react';
import { call, useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import { PersonPicker } from './person-picker.tsx';

interface PickerProps {
  readonly id: string;
  readonly onPick: (householdId: string) => void;
  readonly invalid: boolean;
}

/** Finds a household by one of its members. */
export const HouseholdPicker = ({ id, onPick, invalid }: PickerProps) => {
  const { say } = useWording();
  const [none, setNone] = useState(false);
  const pick = async (personId: string) => {
    const family = await call('register/read-family', { personId }).catch(() => null);
    setNone(family?.householdId == null);
    if (family?.householdId != null) onPick(family.householdId);
  };
  return (
    <span>
      <PersonPicker id={id} invalid={invalid} onPick={(personId) => void pick(personId)} />
      <span className="soft">{say('byMember')}</span>
      <span role="status">{none ? ` ${say('noHousehold')}` : ''}</span>
    </span>
  );
};

/** A household that was picked, by its head. */
export const PickedHousehold = ({
  householdId,
  onDrop,
  focused,
}: {
  readonly householdId: string;
  readonly onDrop: () => void;
  /** Whether it was just picked. */
  readonly focused: boolean;
}) => {
  const { say } = useWording();
  const { data } = useAnswer('register/read-family', { householdId });
  const head = data?.people[0];
  return (
    <span className="picked">
      {head ? say('householdOf', { name: head.name }) : householdId}{' '}
      <button type="button" autoFocus={focused} onClick={onDrop}>
        {say('change')}
      </button>
    </span>
  );
};
