import { Alert, Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError, call } from '../api.ts';
import { useWording } from '../messages.ts';

const valueOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Name and password; whoever was on their way to a page is on it afterwards. */
export const SignInPage = ({ onSignedIn }: { readonly onSignedIn: () => void }) => {
  const { say } = useWording();
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, []);
  const signIn = async (form: FormData) => {
    setBusy(true);
    try {
      await call('identity/sign-in', { name: valueOf(form, 'name'), password: valueOf(form, 'password') });
      onSignedIn();
    } catch (caught) {
      setError(caught instanceof ApiError ? caught : null);
      first.current?.focus();
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void signIn(new FormData(event.currentTarget));
  };
  return (
    <form className="sign-in" onSubmit={submit} noValidate>
      <h1>{say('signIn')}</h1>
      {error && <Alert type="error" showIcon role="alert" title={error.message} description={error.remedy} />}
      <label htmlFor="name">{say('name')}</label>
      <input id="name" name="name" ref={first} autoComplete="username" required />
      <label htmlFor="password">{say('password')}</label>
      <input id="password" name="password" type="password" autoComplete="current-password" required />
      <Button type="primary" htmlType="submit" loading={busy} block>
        {say('signIn')}
      </Button>
    </form>
  );
};
