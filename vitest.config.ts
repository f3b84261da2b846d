import { defineConfig } from "vitest/config";

const shared = { setupFiles: ["test/support/strict.ts"], hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/e2e/**"],
          sequence: { shuffle: true },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["test/e2e/**/*.test.ts"],
          // Each starts a store, an app and a browser: one at a time on two cores.
          fileParallelism: false,
          testTimeout: 180_000,
        },
      },
    ],
  },
});
