import { closedVersions, dropVersion } from "../../versions/old-versions.ts";
import { daysBefore, type Retention, workThrough } from "./retention.ts";

/**
 * Texts of the model that were rejected or gave way to others; those that had stood in the shop are kept longer. A text that
 * a person wrote or changed is always kept.
 */
export function oldVersions({ draftDays, publishedDays }: { draftDays: number; publishedDays: number }): Retention {
  return {
    name: "superseded versions",
    *step({ now, after: [at = 0, id = ""], ...bounds }) {
      const page = yield* closedVersions({
        draftsBefore: daysBefore(now, draftDays),
        publishedBefore: daysBefore(now, publishedDays),
        after: { at: Number(at), id: String(id) },
        rows: bounds.rows,
      });
      return yield* workThrough(page, bounds, {
        *work(version) {
          return version.due ? yield* dropVersion(version) : 0;
        },
        placeOf: (version) => [version.at, version.id],
      });
    },
  };
}
