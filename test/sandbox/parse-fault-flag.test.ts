import { describe, expect, it } from "vitest";
import { parseFaultFlag } from "../../sandbox/parse-fault-flag.ts";

describe("the demo's --faults", () => {
  it("is read into rules for store and model", () => {
    expect(parseFaultFlag("store:http_500=0.1, store:translation_lost=0.25,model:refusal,")).toEqual({
      store: {
        rules: [
          { kind: "http_500", rate: 0.1 },
          { kind: "translation_lost", rate: 0.25 },
        ],
      },
      model: { rules: [{ kind: "refusal", rate: 1 }] },
    });
    expect(parseFaultFlag("")).toEqual({ store: { rules: [] }, model: { rules: [] } });
  });

  it.each([
    ["store:refusal=0.1", /store does not know "refusal".*http_500/],
    ["model:throttled", /model does not know "throttled".*refusal/],
    ["http_500=0.1", /is not like store:http_500/],
    ["shop:http_500=0.1", /is not like store:http_500/],
    ["store:http_500=2", /share from 0 to 1/],
    ["store:http_500=", /share from 0 to 1/],
    ["store:http_500=much", /share from 0 to 1/],
  ])("is refused with a clear word: %s", (text, message) => {
    expect(() => parseFaultFlag(text)).toThrow(message);
  });
});
