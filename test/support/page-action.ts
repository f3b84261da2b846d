import type { FrameLocator } from "playwright-core";

const named = (app: FrameLocator, name: string | RegExp) =>
  app.getByRole("button", { name, exact: true, includeHidden: true });

/** Waits until a page has an action, be it in sight or folded away. */
export async function seeAction(app: FrameLocator, name: string | RegExp): Promise<void> {
  await named(app, name).first().waitFor({ state: "attached" });
}

/** A page folds its actions away once it has measured itself, which may be between a look and a press. */
const beforeLookingAgainMs = 5_000;

/** Presses one of a page's actions, wherever the page keeps it: as a button of its own or in "More actions". */
export async function pressAction(app: FrameLocator, name: string | RegExp): Promise<void> {
  const action = named(app, name).filter({ visible: true }).last();
  const menu = app.getByRole("button", { name: "More actions" }).filter({ visible: true });
  for (let look = 1; ; look++) {
    await action.or(menu).first().waitFor();
    if ((await action.count()) === 0 && (await menu.getAttribute("aria-expanded")) !== "true") await menu.click();
    try {
      return await action.click({ timeout: beforeLookingAgainMs * look });
    } catch (error) {
      if (look === 6) throw error;
    }
  }
}
