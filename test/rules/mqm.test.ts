import { expect, it } from "vitest";
import { rules } from "../../app/rules/check-codes.ts";
import { mqmTypes } from "../../app/rules/mqm.ts";
import { dimensionKey, dimensions } from "../../app/ui/marks/finding-dimension.ts";

it("each code of a check is of one dimension of MQM, and pages name that very one", () => {
  const ofRules = Object.entries(mqmTypes).map(([code, { dimension }]) => [code, dimension]);
  expect(Object.fromEntries(ofRules)).toEqual(dimensions);
  expect(Object.keys(mqmTypes).sort()).toEqual(Object.keys(rules).sort());
});

it("a code of a newer server is of none that is known", () => {
  expect(dimensionKey({ code: "OF_TOMORROW" })).toBeNull();
  expect(dimensionKey({ code: "toString" })).toBeNull();
  expect(dimensionKey({ code: "GLOSSARY" })).toBe("dimension.terminology");
});
