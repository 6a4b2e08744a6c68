import './toast.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { closeToast, type Toast, toasts } from './toasts.ts';

const stay = 8_000;

/** The toast, and the polite status region that speaks it. One for the whole explorer. */
export function Toaster() {
  const { toast, announcement } = useStore(toasts);
  return (
    <>
      <div className="unseen" role="status" aria-live="polite">
        {announcement}
      </div>
      <section className="toast-place" aria-label="Messages">
        {toast && <ToastBar key={toast.id} toast={toast} />}
      </section>
    </>
  );
}

function ToastBar({ toast }: { toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => closeToast(toast.id), stay);
    return () => clearTimeout(timer);
  }, [isHeld, toast.id]);
  const actions = toast.actions ?? [];
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.detail && <span className="detail">{toast.detail}</span>}
      {actions.length > 0 && <span className="rule" />}
      {actions.map((action) => (
        <button
          key={action.label}
          type="button"
          // The toolbar's buttons alone are called Undo and Redo; here the name says what of.
          aria-label={`${action.label}: ${toast.text}`}
          onClick={() => {
            closeToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      ))}
    </div>
  );
}
