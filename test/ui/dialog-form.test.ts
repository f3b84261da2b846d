import { expect, it } from "vitest";
import { sendOnce } from "../../app/ui/dialog-form.tsx";

it("Enter in a dialog sends once, however long it is held, and nothing that is not ready or under way", () => {
  const sent = { current: false };
  let sendings = 0;
  const enter = (state: { ready: boolean; busy: boolean }) => sendOnce(sent, state, () => sendings++);
  enter({ ready: false, busy: false });
  enter({ ready: true, busy: true });
  expect(sendings).toBe(0);
  enter({ ready: true, busy: false });
  enter({ ready: true, busy: false });
  expect(sendings).toBe(1);
});
