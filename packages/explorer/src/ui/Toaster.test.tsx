import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { show } from '../testing/show.tsx';
import { Toaster } from './Toaster.tsx';
import { closeToast, showToast } from './toasts.ts';

afterEach(() => {
  closeToast();
  cleanup();
});

it('offers to take back what happened under a name that says what, since Undo alone is the tool', async () => {
  const undo = vi.fn();
  showToast({ text: '50 of 142 added', actions: [{ label: 'Undo', run: undo }] });
  show(<Toaster />);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Undo: 50 of 142 added' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByRole('button')).toBeNull();
});
