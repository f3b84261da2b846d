import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Routes that pages ask for data in the browser, each with its source. */
const routes = [
  { name: "root.tsx", source: readFileSync("app/root.tsx", "utf8") },
  ...readdirSync("app/routes")
    .filter((name) => name.startsWith("app."))
    .map((name) => ({ name, source: readFileSync(`app/routes/${name}`, "utf8") })),
];
/**
 * Asked by `fetch`, by what is ready for no answer itself: the review's session, the outboxes of decisions and words, the held
 * request that tells of changes, and files that are saved.
 */
const byFetch = [
  "app.review.next.tsx",
  "app.review.send.tsx",
  "app.products.$id.words.tsx",
  "app.live.tsx",
  "app.settings.data.tsx",
  "app.channels_.feeds.$id_.file.ts",
  "app.channels_.feeds.$id_.report.ts",
];
const exports = (source: string, name: string) =>
  new RegExp(`export (async )?(const|function) ${name}\\b`).test(source);

it("no route's data is asked for in the browser without being ready for no answer", () => {
  const loads = routes.filter(({ name, source }) => exports(source, "loader") && !byFetch.includes(name));
  expect(loads.length).toBeGreaterThan(10);
  const unready = loads.filter(
    ({ source }) => !exports(source, "clientLoader") && !source.includes("export const shouldRevalidate = () => false"),
  );
  expect(unready.map(({ name }) => name)).toEqual([]);
});

it("no route's action is sent without being ready for no answer", () => {
  const acts = routes.filter(({ name, source }) => exports(source, "action") && !byFetch.includes(name));
  expect(acts.length).toBeGreaterThan(8);
  expect(acts.filter(({ source }) => !exports(source, "clientAction")).map(({ name }) => name)).toEqual([]);
});
