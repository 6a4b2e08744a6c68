import { createStore } from 'zustand/vanilla';

export interface ToastAction {
  readonly label: string;
  run(): void;
}

export interface Toast {
  readonly id: number;
  /** What happened. */
  readonly text: string;
  /** One quieter remark beside it. */
  readonly detail?: string;
  /** `Undo`, then the next step. */
  readonly actions?: readonly ToastAction[];
  readonly tone?: 'plain' | 'failure';
}

interface Toasts {
  readonly toast: Toast | null;
  /** What the polite status region says. */
  readonly announcement: string;
}

/** One toast at a time: the next action takes the place of the last. */
export const toasts = createStore<Toasts>(() => ({ toast: null, announcement: '' }));

let lastId = 0;

export function showToast(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  toasts.setState({ toast: { ...toast, id: lastId }, announcement: join(toast.text, toast.detail) });
}

export function closeToast(id?: number): void {
  if (id === undefined || toasts.getState().toast?.id === id) toasts.setState({ toast: null });
}

/** Takes back what is shown, and what the status region says. */
export function forgetToasts(): void {
  toasts.setState({ toast: null, announcement: '' });
}

function join(text: string, detail: string | undefined): string {
  return detail ? `${text}, ${detail}` : text;
}
