/** Work of the app's own that nobody asked for: no list of jobs shows it, so nobody would miss it when it fails. */
export const hiddenKinds: readonly string[] = [
  "model-batch",
  "examine-edit",
  "mark-live-texts",
  "check-live-texts",
  "check-writes",
  "refresh-product",
  "refresh-collections",
  "refresh-languages",
  "confirm-uninstall",
  "forget-shop",
  "erase-shop",
  "end-mail",
];

/** Of these some are seen at work all the same: how far a check of the catalogue, a batch or a look at open writes is. */
const seenAtWork: readonly string[] = ["model-batch", "check-live-texts", "check-writes"];

/** Work that changes nothing on any page while it runs. */
export const unseenKinds: readonly string[] = hiddenKinds.filter((kind) => !seenAtWork.includes(kind));

/** Ends of such work that are answers rather than failures. */
export const finalCodes = ["still_installed"] as const;
