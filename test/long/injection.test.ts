import { describe, expect, it } from "vitest";
import { attacks } from "../support/injection/attacks.ts";
import { attackedFields, unmarkedOf } from "../support/injection/obeying-model.ts";

const all = attacks();

it("there are at least three hundred attacks", () => {
  expect(all.length).toBeGreaterThanOrEqual(300);
});

describe.each(Object.entries(attackedFields))("orders in the %s", (_field, put) => {
  it("reach no model, and whatever a model writes that obeys them carries a finding about its words", async () => {
    const wrong: string[] = [];
    for (const attack of all) wrong.push(...(await unmarkedOf(attack, put)));
    expect(wrong).toEqual([]);
  }, 60_000);
});
