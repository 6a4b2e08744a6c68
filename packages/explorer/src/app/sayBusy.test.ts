import { afterEach, expect, it } from 'vitest';
import { patience } from '../remote/patience.ts';
import { forgetToasts, showToast, toasts } from '../ui/toasts.ts';
import { sayBusy } from './sayBusy.ts';

afterEach(() => {
  patience.setState({ waiting: 0, seconds: 0 });
  forgetToasts();
});

it('says once that the service is busy, and takes it back when it is not', () => {
  const stop = sayBusy();
  patience.setState({ waiting: 1, seconds: 2 });
  patience.setState({ waiting: 2, seconds: 2 });
  expect(toasts.getState().toast).toMatchObject({
    text: 'Linchpin is busy. It is asked again by itself in 2 seconds.',
    detail: 'Your chart is kept',
  });
  patience.setState({ waiting: 0 });
  expect(toasts.getState().toast).toBeNull();
  stop();
});

it('leaves what was said since then', () => {
  const stop = sayBusy();
  patience.setState({ waiting: 1, seconds: 1 });
  showToast({ text: '3 added' });
  patience.setState({ waiting: 0 });
  expect(toasts.getState().toast?.text).toBe('3 added');
  stop();
});
