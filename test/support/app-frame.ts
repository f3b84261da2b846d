import type { Frame, Page } from "playwright-core";

/** The app's own frame in the admin, for what is asked of its document. @throws where the admin shows no app */
export function appFrame(page: Page, { app }: { app: { url: string } }): Frame {
  const frame = page.frames().find((one) => one.url().startsWith(app.url));
  if (!frame) throw new Error("the admin shows no app");
  return frame;
}
