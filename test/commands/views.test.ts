import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { changeView } from "../../app/commands/views/change-view.ts";
import { createView } from "../../app/commands/views/create-view.ts";
import { deleteView } from "../../app/commands/views/delete-view.ts";
import { renameView } from "../../app/commands/views/rename-view.ts";
import type { Db } from "../../app/db/open.ts";
import { savedViews } from "../../app/db/schema/index.ts";
import { shop } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

const seen = { name: "Mine", query: "status=active" };

async function viewsOf({ db }: { db: Db }) {
  const rows = await db.orm.select().from(savedViews).where(eq(savedViews.shop, shop));
  return rows.map(({ name, query }) => [name, query]);
}

it("a view is created under a name that is free", async () => {
  const { deps } = await aShop();
  const create = (name: string) => createView.run(deps, anna, { name, query: "status=draft" });
  expect(await create("Drafts")).toEqual({ kind: "saved", viewId: expect.any(String) });
  expect(await create("Mine")).toEqual({ kind: "invalid", problem: { code: "view_name_taken", name: "Mine" } });
  expect(await viewsOf(deps)).toEqual([
    ["Mine", "status=active"],
    ["Drafts", "status=draft"],
  ]);
});

it("a view is renamed as it was seen", async () => {
  const { deps, has } = await aShop();
  const rename = (as: typeof seen) => renameView.run(deps, anna, { id: has.view, name: "Ours", seen: as });
  expect(await rename({ ...seen, name: "Theirs" })).toMatchObject({ kind: "stale" });
  expect(await rename(seen)).toEqual({ kind: "saved", viewId: has.view });
  expect(await viewsOf(deps)).toEqual([["Ours", "status=active"]]);
});

it("a view gets another search as it was seen", async () => {
  const { deps, has } = await aShop();
  const change = (as: typeof seen) => changeView.run(deps, anna, { id: has.view, query: "status=draft", seen: as });
  expect(await change({ ...seen, query: "" })).toMatchObject({ kind: "stale" });
  expect(await change(seen)).toEqual({ kind: "saved", viewId: has.view });
  expect(await viewsOf(deps)).toEqual([["Mine", "status=draft"]]);
});

it("a view is deleted as it was seen, and one that is gone is as good as deleted", async () => {
  const { deps, has } = await aShop();
  const remove = (as: typeof seen) => deleteView.run(deps, anna, { id: has.view, seen: as });
  expect(await remove({ ...seen, name: "Theirs" })).toMatchObject({ kind: "stale" });
  expect(await viewsOf(deps)).toHaveLength(1);
  expect(await remove(seen)).toEqual({ kind: "deleted" });
  expect(await remove(seen)).toEqual({ kind: "deleted" });
  expect(await viewsOf(deps)).toEqual([]);
});
