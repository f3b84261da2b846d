import { expect, it } from "vitest";
import { english } from "../../app/i18n/words-of.server.ts";
import { finishedMessage } from "../../app/ui/product/finished-message.ts";
import type { TextView, VersionView } from "../../app/ui/product/product-detail-view.ts";

const version = (id: string) => ({ id }) as VersionView;
const text = (newest: string | null, approved: string | null, conflict = false): TextView =>
  ({
    newest: newest ? version(newest) : null,
    approved: approved ? version(approved) : null,
    conflict: conflict ? {} : null,
  }) as TextView;

const t = (await english()).getFixedT("en", "product");
const said = (...asked: Parameters<typeof finishedMessage>) => t(finishedMessage(...asked));

it("announces new texts only where there are some", () => {
  expect(said("generate", [text("a", null)], [text("b", null)], [])).toBe("New texts are here");
  expect(said("generate", [text("a", null)], [text("a", null)], [])).toContain("No new text");
  expect(said("generate", [text("a", null)], [text("a", null)], ["billing"])).toContain("paused");
});

it("tells what was published from what was not", () => {
  const before = [text("a", "a"), text("b", "b")];
  expect(said("publish", before, [text("a", null), text("b", null)], [])).toBe("Published");
  expect(said("publish", before, [text("a", null), text("b", "b")], [])).toBe("Some texts were published");
  expect(said("publish", before, before, [])).toContain("Nothing was published");
  expect(said("publish", before, [text("a", null), text("b", "b", true)], [])).toContain("changed in Shopify");
});

it("tells that work is paused only when what pauses work pauses this work", () => {
  const before = [text("a", "a")];
  const after = [text("a", null)];
  expect(said("publish", before, after, ["billing"])).toBe("Published");
  expect(said("publish", before, before, ["reauth"])).toContain("paused");
  expect(said("generate", before, [text("b", null)], ["scope"])).toBe("New texts are here");
});
