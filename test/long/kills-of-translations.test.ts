import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type KilledShop, openKilledShop } from "../support/translations-under-kills.ts";

/** `KILLS` (default 60), in equal parts of a run that translates, of its publication and of the undo. */
const kills = Number(process.env.KILLS ?? 60);

let killed: KilledShop;

beforeAll(async () => {
  killed = await openKilledShop({ productCount: 80, killsOfEach: Math.ceil(kills / 3) });
});

afterAll(() => killed?.system.stop());

describe("many kills at random moments", () => {
  it(
    "of runs that translate, publish and undo leave nothing lost, charged twice or a person's overwritten",
    async () => {
      expect(await killed.translate()).toBe("completed");
      expect(await killed.approve()).toBeGreaterThan(500);
      killed.editInShop({ key: "body_html", of: (n) => n % 6 === 1 });
      expect(await killed.publish()).toBe("partially_completed");
      expect(await killed.findings()).toEqual([]);
      killed.editInShop({ key: "title", of: (n) => n % 6 === 5 });
      expect(await killed.undo()).toBe("partially_completed");
      expect(killed.heldOfApp()).toEqual([]);
      expect(await killed.findings()).toEqual([]);
      expect(killed.kills()).toBeGreaterThan(kills * 0.8);
    },
    60 * 60_000,
  );
});
