import { vi } from "vitest";

// The same test as in `npm test`, with four times as many answers.
vi.stubEnv("FUZZ_ANSWERS", "20000");
await import("../generation/fuzz-answers.test.ts");
