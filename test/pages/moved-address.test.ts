import { describe, expect, it } from "vitest";
import { movedAddress } from "../../app/pages/moved-address.ts";

const moved = (address: string) => movedAddress(new URL(address, "https://app.example"));

describe("an address of before", () => {
  it("leads to where the page is now, with its search", () => {
    expect(moved("/app/configs")).toBe("/app/rules");
    expect(moved("/app/configs/cfg_1?q=mug&locale=de")).toBe("/app/rules/cfg_1?q=mug&locale=de");
    expect(moved("/app/configs/cfg_1/history")).toBe("/app/rules/cfg_1/history");
    expect(moved("/app/configs/rules")).toBe("/app/rules/assignments");
    expect(moved("/app/configs/glossary")).toBe("/app/rules/glossary");
    expect(moved("/app/content-types")).toBe("/app/rules/texts");
    expect(moved("/app/acceptance?period=all")).toBe("/app/rules/results?period=all");
  });

  it("takes no other page for one that moved", () => {
    expect(moved("/app/rules")).toBeNull();
    expect(moved("/app/configs-of-mine")).toBeNull();
    expect(moved("/app/products/1?from=/app/configs")).toBeNull();
  });
});
