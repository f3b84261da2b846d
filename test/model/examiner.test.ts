import { describe, expect, it } from "vitest";
import { examinerOf } from "../../app/model/examiner.ts";

const nobody = { model: null, mode: null };

describe("which examiner a shop has", () => {
  it("nobody is asked while no model for it is known", () => {
    expect(examinerOf({}, nobody)).toEqual({ mode: "off" });
    expect(examinerOf({}, { model: null, mode: "always" })).toEqual({ mode: "off" });
  });

  it("the operator's model is asked in doubt, unless the shop chose otherwise", () => {
    const operators = { MODEL_EXAMINER: "nano" };
    expect(examinerOf(operators, nobody)).toEqual({ mode: "doubtful", model: "nano" });
    expect(examinerOf(operators, { model: "tiny", mode: "always" })).toEqual({ mode: "always", model: "tiny" });
    expect(examinerOf(operators, { model: "tiny", mode: "off" })).toEqual({ mode: "off" });
  });

  it("a shop that names a model of its own has it asked in doubt", () => {
    expect(examinerOf({}, { model: "tiny", mode: null })).toEqual({ mode: "doubtful", model: "tiny" });
  });
});
