import { directions, reasons, topFiles } from "./directions.ts";

interface Override {
  includes: string[];
  linter: { rules: { style: { noRestrictedImports: unknown } } };
}

/** Other houses: no room of the app may look into them. */
const outside = ["sandbox", "test", "bench"];
const rooms = Object.keys(directions);

/** The directions as a configuration that Biome extends its own with. @see https://biomejs.dev/linter/rules/no-restricted-imports/ */
export function lintRules(): { overrides: Override[] } {
  const ofRooms = rooms.map((room) =>
    refusal([`app/${room}/**`], notFor(room, directions[room] ?? []), reasons[room] ?? pointsDown(room)),
  );
  return {
    overrides: [
      ...ofRooms,
      refusal(
        ["app/*.ts", "app/*.tsx"],
        outside.map(inside),
        "The app has no sandbox branch: the sandbox speaks Shopify's and OpenAI's own protocols.",
      ),
      refusal(
        ["sandbox/**"],
        [inside("app"), `!${inside("app/lib")}`],
        "The sandbox is a peer of the app, not a part of it: it must not know its insides.",
      ),
      refusal(
        ["extensions/**"],
        [inside("app")],
        "Extensions run in Shopify's own sandbox and import nothing from app/.",
      ),
    ],
  };
}

function notFor(room: string, allowed: readonly string[]): string[] {
  const others = [...rooms, ...topFiles].filter((other) => other !== room && !allowed.includes(other));
  // A part of a room that may be imported where the rest may not.
  const parts = allowed.filter((name) => name.includes("/")).map((part) => `!${inside(part)}`);
  return [...others.map(inside), ...parts, ...outside.map(inside)];
}

function inside(name: string): string {
  return name.endsWith(".ts") ? `**/${name}` : `**/${name}/**`;
}

function pointsDown(room: string): string {
  const allowed = [room, ...(directions[room] ?? [])].map((name) => (name.endsWith(".ts") ? name : `${name}/`));
  return `Imports point down only: ${room}/ may import ${allowed.join(", ")} (docs/decisions/001-rooms.md).`;
}

function refusal(includes: string[], group: string[], message: string): Override {
  const noRestrictedImports = { level: "error", options: { patterns: [{ group, message }] } };
  return { includes, linter: { rules: { style: { noRestrictedImports } } } };
}
