import { collectionsJobKind } from "../catalog/collections/start-refresh.ts";
import { batchKind } from "../generation/batch/defer-request.ts";
import { checkKind } from "../publishing/check-open-writes.ts";
import { markKind } from "./mark-live-texts.ts";

/** Work of the app's own that nobody asked for: no list of jobs shows it, so nobody would miss it when it fails. */
export const hiddenKinds = [
  batchKind,
  markKind,
  checkKind,
  "refresh-product",
  collectionsJobKind,
  "confirm-uninstall",
  "forget-shop",
] as const;

/** Ends of such work that are answers rather than failures. */
export const finalCodes = ["still_installed"] as const;
