import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkNames } from "../../app/watch/check.ts";
import { requestsName } from "../../app/watch/create-metrics.ts";
import { type Family, families } from "../../app/watch/families.ts";

interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { h: number; w: number; x: number; y: number };
  datasource?: { type: string; uid: string };
  targets?: { refId: string; expr: string; legendFormat: string }[];
}

const exported: Record<string, Pick<Family, "type" | "labels"> | { type: "histogram"; labels: readonly string[] }> = {
  ...Object.fromEntries(Object.entries(families).map(([name, family]) => [`shelfwright_${name}`, family])),
  [requestsName]: { type: "histogram", labels: ["method", "route", "status"] },
};
const dashboard = JSON.parse(readFileSync("docs/grafana-dashboard.json", "utf8")) as {
  uid: string;
  title: string;
  schemaVersion: number;
  templating: { list: { name: string; type: string; query: string }[] };
  panels: Panel[];
};
const alerts = readFileSync("docs/alerts.yml", "utf8");

/** The metrics that a text names, without what a histogram adds to its name. */
function namesIn(text: string): Set<string> {
  const names = [...text.matchAll(/\bshelfwright_[a-z0-9_]+/g)].map(([name]) =>
    name.replace(/_(bucket|count|sum)$/, ""),
  );
  return new Set(names);
}

/** Each `name{label="…"}` and `by (label, …)` of a text: labels that its metrics do not have select nothing, unseen. */
function labelsIn(expr: string): string[] {
  const selected = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside]) => [
    ...(inside ?? "").matchAll(/(\w+)\s*[=!]/g),
  ]);
  const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, inside]) => [
    ...(inside ?? "").matchAll(/(\w+)/g),
  ]);
  return [...selected, ...grouped].map(([, label]) => label ?? "").filter((label) => label !== "le");
}

it("docs/metrics.md lists every metric, with its type and labels, and no other", () => {
  const rows = [
    ...readFileSync("docs/metrics.md", "utf8").matchAll(/^\| `(shelfwright_\w+)`[ ¹²]* \| (\w+) \| (.*?) \|/gm),
  ];
  const told = Object.fromEntries(
    rows.map(([, name, type, labels]) => [
      name,
      { type, labels: [...(labels ?? "").matchAll(/`(\w+)`/g)].map(([, l]) => l) },
    ]),
  );
  const real = Object.entries(exported).map(([name, { type, labels }]) => [name, { type, labels: [...labels] }]);
  expect(told).toEqual(Object.fromEntries(real));
});

it("docs/operating.md lists every check", () => {
  const text = readFileSync("docs/operating.md", "utf8");
  for (const name of checkNames) expect(text).toContain(`\n| \`${name}\` | `);
});

it("the dashboard shows every metric, asks for none that is not there, and can be imported", () => {
  expect([...namesIn(JSON.stringify(dashboard))].sort()).toEqual(Object.keys(exported).sort());
  expect(dashboard).toMatchObject({ uid: "shelfwright", title: "Shelfwright" });
  expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(36);
  expect(dashboard.templating.list).toContainEqual(
    expect.objectContaining({ name: "datasource", query: "prometheus" }),
  );
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  for (const { type, title, gridPos, datasource, targets = [] } of dashboard.panels) {
    expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24);
    if (type === "row") continue;
    expect(["timeseries", "stat"]).toContain(type);
    expect(datasource).toEqual({ type: "prometheus", uid: "$" + "{datasource}" });
    expect(targets.length, title).toBeGreaterThan(0);
    expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
  }
});

it("the dashboard's and the alerts' questions name labels that their metrics have", () => {
  const exprs = [
    ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
    ...[...alerts.matchAll(/^\s+expr: (?:>-\n\s+)?(.+)$/gm)].map(([, expr]) => expr ?? ""),
  ];
  for (const expr of exprs.filter((one) => !one.startsWith("up{"))) {
    const names = [...namesIn(expr)];
    expect(names.length, expr).toBeGreaterThan(0);
    const known = names.flatMap((name) => [...(exported[name]?.labels ?? [])]);
    for (const label of labelsIn(expr)) expect(known, expr).toContain(label);
  }
});

it("each alert uses metrics that exist, and has a severity and what to do", () => {
  for (const name of namesIn(alerts)) expect(Object.keys(exported)).toContain(name);
  const rules = alerts.split(/^ {6}- alert: /m).slice(1);
  expect(rules.length).toBeGreaterThan(10);
  for (const rule of rules) {
    expect(rule).toMatch(/^Shelfwright\w+\n/);
    expect(rule).toMatch(/\n {8}expr: /);
    expect(rule).toMatch(/\n {8}labels: \{ severity: (page|notify) \}\n/);
    expect(rule).toMatch(/\n {10}summary: .+\n {10}action: .+/);
  }
});
