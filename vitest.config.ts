import { defineConfig } from "vitest/config";

const shared = {
  setupFiles: ["test/support/strict.ts", "test/support/in-english.ts"],
  hookTimeout: 180_000,
  // A list of findings is of no use as "[ Array(1) ]".
  chaiConfig: { truncateThreshold: 2_000 },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/system/**", "test/long/**"],
          globalSetup: ["test/support/portability/look-at-statements.ts"],
          // Nothing is mocked by module: files that share a process load what they share once, which is half of the time.
          isolate: false,
          sequence: { shuffle: true },
          // Stops what hangs; a busy machine makes tests slow, not red.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: "system",
          include: ["test/system/**/*.test.ts"],
          globalSetup: ["test/support/build-pages.ts"],
          // Each starts a store, both processes of the app and maybe a browser, and waits for these much of its time. More than two
          // at once would make browsers slow enough to be taken for faults.
          maxWorkers: 2,
          testTimeout: 600_000,
        },
      },
      {
        test: {
          ...shared,
          name: "long",
          include: ["test/long/**/*.test.ts"],
          globalSetup: ["test/support/build-pages.ts"],
          fileParallelism: false,
        },
      },
    ],
  },
});
