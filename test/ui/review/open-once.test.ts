import { describe, expect, it } from "vitest";
import { openOnce } from "../../../app/ui/review/open-once.ts";

/** An admin that gives its tokens when it is told to. */
function slowAdmin() {
  const asked: PromiseWithResolvers<string>[] = [];
  const opened: string[] = [];
  const said = { none: 0 };
  const deps = {
    opening: { current: false },
    idToken: () => {
      const one = Promise.withResolvers<string>();
      asked.push(one);
      return one.promise;
    },
    onNone: () => {
      said.none += 1;
    },
  };
  return { asked, opened, said, press: () => openOnce(deps, (token) => opened.push(token)) };
}

describe("opening a page by a token", () => {
  it("opens one page when it is asked for again before the token came", async () => {
    const { asked, opened, press } = slowAdmin();
    const presses = [press(), press()];
    for (const [at, one] of asked.entries()) one.resolve(`token ${at}`);
    await Promise.all(presses);
    expect(opened).toEqual(["token 0"]);
  });

  it("says so when there is no token, and opens the next time that it is asked for", async () => {
    const { asked, opened, said, press } = slowAdmin();
    const first = press();
    asked[0]?.reject(new Error("signed out"));
    await first;
    expect([opened, said.none]).toEqual([[], 1]);
    const second = press();
    asked[1]?.resolve("token");
    await second;
    expect([opened, said.none]).toEqual([["token"], 1]);
  });
});
