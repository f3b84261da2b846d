import { within } from "../calm/trouble.ts";

/** The admin gives a token within moments; what takes longer does not come. */
const patienceMs = 10_000;

export interface OpenOnceDeps {
  /** a token is awaited: what is asked for meanwhile opens nothing */
  opening: { current: boolean };
  /** of who asks. @throws when the admin gives none */
  idToken(): Promise<string>;
  /** without a token no page opens */
  onNone(): void;
}

/** Opens a page by a token of who asks, and no second one while the first is awaited. */
export async function openOnce({ opening, idToken, onNone }: OpenOnceDeps, open: (token: string) => void) {
  if (opening.current) return;
  opening.current = true;
  try {
    open(await within(patienceMs, idToken()));
  } catch {
    onNone();
  } finally {
    opening.current = false;
  }
}
