import { patience } from '../remote/patience.ts';
import { closeToast, showToast, toasts } from '../ui/toasts.ts';

/** Says calmly that the service is busy while questions wait to be asked again, and takes that back when none does. */
export function sayBusy(): () => void {
  let shown: number | null = null;
  return patience.subscribe((now, before) => {
    if (before.waiting === 0 && now.waiting > 0) {
      showToast({
        text: `Linchpin is busy. It is asked again by itself in ${secondsOf(now.seconds)}.`,
        detail: 'Your chart is kept',
      });
      shown = toasts.getState().toast?.id ?? null;
    } else if (now.waiting === 0 && shown !== null) {
      closeToast(shown);
      shown = null;
    }
  });
}

function secondsOf(seconds: number): string {
  return seconds === 1 ? 'a second' : `${seconds} seconds`;
}
