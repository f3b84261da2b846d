import { buildWhenStale } from "../../scripts/support/build-when-stale.ts";

/** Before tests that run the whole app: its pages as the sources are now. */
export default async function setup(): Promise<void> {
  if (!(await buildWhenStale(() => {}))) throw new Error("the pages do not build: run `npm run build` to see why");
}
