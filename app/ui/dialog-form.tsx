import { type ReactNode, useEffect, useRef } from "react";

interface Sending {
  /** all that is needed is there, and right */
  ready: boolean;
  busy: boolean;
}

interface DialogFormProps extends Sending {
  onSubmit(): void;
  children: ReactNode;
}

/** The fields of a dialog that Enter sends, as its button does. */
export function DialogForm({ ready, busy, onSubmit, children }: DialogFormProps) {
  const sent = useRef(false);
  // What was wrong may be put right, and sent again.
  useEffect(() => {
    if (!busy) sent.current = false;
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // Also of a form that the dialog's opener stands in: React's events go there.
        event.stopPropagation();
        sendOnce(sent, { ready, busy }, onSubmit);
      }}
    >
      {children}
      {/* With several fields, browsers send by Enter only what has a button. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden />
    </form>
  );
}

/** A key that is held down sends once, also before anything tells that it is under way. */
export function sendOnce(sent: { current: boolean }, { ready, busy }: Sending, send: () => void): void {
  if (!ready || busy || sent.current) return;
  sent.current = true;
  send();
}
