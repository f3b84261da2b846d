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
          exclude: ["test/system/**", "test/long/**"],
          globalSetup: ["test/support/portability/look-at-statements.ts"],
          sequence: { shuffle: true },
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: "system",
          include: ["test/system/**/*.test.ts"],
          globalSetup: ["test/support/build-pages.ts"],
          // Each starts a store, both processes of the app and maybe a browser: one at a time on two cores.
          fileParallelism: false,
          testTimeout: 180_000,
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
