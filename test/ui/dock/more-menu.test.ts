import { expect, it } from "vitest";
import { actFrom } from "../../../app/ui/dock/more-menu.tsx";

it("an item of a menu gives the focus back before it acts, so that a dialog can take it and return it", () => {
  const done: string[] = [];
  actFrom({ focus: () => done.push("focus") }, { onAct: () => done.push("act") });
  expect(done).toEqual(["focus", "act"]);
});
