import { describe, expect, it } from "vitest";
import { decideText, publish } from "../../../app/ui/review/act-on-key.ts";
import { type ActDeps, actOnProduct, chooseBeside } from "../../../app/ui/review/act-on-product.ts";
import { withChanges } from "../../../app/ui/review/count-changes.ts";
import type { Hint } from "../../../app/ui/review/hint.ts";
import { findingsOf } from "../../../app/ui/review/judge-product.ts";
import { keptOutgoing } from "../../../app/ui/review/kept-outgoing.ts";
import type { NoAnswer } from "../../../app/ui/review/outbox.ts";
import type { Outgoing } from "../../../app/ui/review/outgoing.ts";
import { ReviewSession } from "../../../app/ui/review/review-session.ts";
import type {
  NextView,
  ReviewLane,
  ReviewProduct,
  ReviewProgress,
  SentView,
} from "../../../app/ui/review/review-view.ts";
import { decidedText } from "../../../app/ui/review/text-acts.ts";
import type { ReviewView } from "../../../app/ui/review/use-review-view.ts";
import { storeOf } from "../../support/kept-store.ts";
import { aBlocked, aChoice, aProduct, aText, nextView, wordings } from "./products.ts";

/** What a key asks of the page's view, and no more: the rest of it lives in React's state. */
function viewOf(asked: { [Name in keyof ReviewView]?: unknown }): ReviewView {
  return asked as unknown as ReviewView;
}

/** All promises that wait are settled. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
type Answer = Omit<SentView, "progress"> & Partial<Pick<SentView, "progress">>;
const both = { approve: true, publish: true };
const done: Answer = { answer: { ok: true, message: "decided", told: { kind: "decided" } }, fresh: null };

interface World {
  session: ReviewSession;
  /** what was asked for: the first place that counted */
  asked: number[];
  sent: Outgoing[];
  storage: Map<string, string>;
  /** words that the browser was given to keep */
  words: { product: string; contentType: string; body: unknown; seen: string | null }[];
  /** lets waiting time pass */
  pass(): void;
  online: { is: boolean };
}

function open(
  queue: ReviewProduct[],
  answers: (outgoing: Outgoing) => Answer | NoAnswer = () => done,
  {
    storage = new Map<string, string>(),
    first = 4,
    at = 0,
    tab = "a",
    alive = new Set([tab]) as ReadonlySet<string>,
    lane = null as ReviewLane | null,
    counted = {
      open: { clean: 9, warnings: 0, blocked: 0, conflicts: 0 },
      decided: {},
      newcomers: 0,
    } as ReviewProgress,
  } = {},
): World {
  const asked: number[] = [];
  const sent: Outgoing[] = [];
  const words: World["words"] = [];
  const online = { is: true };
  let waiting: (() => void) | null = null;
  let made = 0;
  let progress = counted;
  const session = new ReviewSession({
    ...{ queueId: "q", lane, size: queue.length },
    first: nextView([...queue.slice(at), ...queue.slice(0, at)].slice(0, first), {
      ...{ size: queue.length, progress },
    }),
    async load({ from, count }): Promise<NextView> {
      asked.push(from);
      if (!online.is) throw new Error("offline");
      const ahead = queue.filter(({ seq }) => (seq ?? 0) >= from).slice(0, count);
      // As the server does: behind the last one it begins again at the first that is not decided yet.
      const decided = new Set(sent.map(({ productId }) => productId));
      const behind = queue
        .filter(({ seq, id }) => (seq ?? 0) < from && !decided.has(id))
        .slice(0, count - ahead.length);
      return nextView([...ahead, ...behind], { size: queue.length, progress });
    },
    outbox: {
      kept: keptOutgoing(storeOf(storage), "box", { own: () => tab, open: async () => alive }),
      async send(outgoing) {
        if (!online.is) return { kind: "unreachable", unsent: true };
        sent.push(outgoing);
        const sentBack = answers(outgoing);
        if ("kind" in sentBack) return sentBack;
        if (sentBack.answer.ok) progress = withChanges(progress, outgoing.counts ? [outgoing.counts] : []);
        progress = sentBack.progress ?? progress;
        return { ...sentBack, progress };
      },
      after(_ms, then) {
        waiting = then;
        return () => {
          waiting = null;
        };
      },
    },
    keep: ({ id: product }, { contentType, body, seen }) => void words.push({ product, contentType, body, seen }),
    newId: () => `id-${++made}`,
    now: () => 1_000,
  });
  void session.start();
  return { session, asked, sent, storage, words, online, pass: () => waiting?.() };
}

const title = ({ session }: World) => session.state().current?.title ?? session.state().phase;

describe("a way through a queue", () => {
  it("shows the next product at once and sends the decision behind it", async () => {
    const world = open([0, 1, 2, 3, 4].map((seq) => aProduct(seq)));
    world.session.decide({ kind: "approved" });
    expect(title(world)).toBe("Product 2");
    await settled();
    expect(world.sent).toMatchObject([
      { productId: "1", request: { intent: "decide", verdict: { kind: "approved" }, seen: { versionIds: ["d0"] } } },
    ]);
    expect(world.session.state().progress).toMatchObject({ open: { clean: 8 }, decided: { approved: 1 } });
  });

  it("asks for more while the queue has more, and never again once nothing new came", async () => {
    const world = open([0, 1, 2, 3, 4, 5, 6].map((seq) => aProduct(seq)));
    for (let at = 0; at < 7; at++) {
      world.session.decide({ kind: "approved" });
      await settled();
      await settled();
    }
    await settled();
    const count = world.asked.length;
    expect(title(world)).toBe("end");
    expect(count).toBeLessThanOrEqual(5);
    for (let again = 0; again < 20; again++) {
      world.session.move(1);
      world.session.move(-1);
      await settled();
    }
    expect(world.asked.length).toBe(count);
    expect(title(world)).toBe("end");
  });

  it("that begins near the end of its queue goes on with all that was passed over before it", async () => {
    const world = open(
      Array.from({ length: 12 }, (_, seq) => aProduct(seq)),
      () => done,
      { at: 10 },
    );
    const seen: string[] = [];
    for (let at = 0; at < 12; at++) {
      seen.push(title(world));
      world.session.decide({ kind: "approved" });
      await settled();
      await settled();
    }
    expect(seen).toEqual([11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `Product ${number}`));
    expect(title(world)).toBe("end");
  });

  it("goes to a product that was handed out, without a request, and to none that is decided", async () => {
    const world = open(Array.from({ length: 4 }, (_, seq) => aProduct(seq)));
    await settled();
    world.session.decide({ kind: "rejected" });
    await settled();
    const count = world.asked.length;
    world.session.goTo(2);
    expect(title(world)).toBe("Product 3");
    world.session.goTo(0);
    expect(title(world)).toBe("Product 3");
    const { items, at } = world.session.state();
    expect([items.map(({ outcome }) => outcome), at]).toEqual([["rejected", null, null, null], 2]);
    expect(world.asked).toHaveLength(count);
  });

  it("finds what came at the end although many were passed over before it", async () => {
    const queue = Array.from({ length: 8 }, (_, seq) => aProduct(seq));
    const world = open(queue);
    for (let at = 0; at < 7; at++) {
      world.session.move(1);
      await settled();
      await settled();
    }
    expect(title(world)).toBe("Product 8");
    queue.push(aProduct(8));
    world.session.retry();
    const seen: string[] = [];
    while (world.session.state().current !== null) {
      seen.push(title(world));
      world.session.decide({ kind: "approved" });
      for (let turn = 0; turn < 4; turn++) await settled();
    }
    expect(seen).toEqual([8, 1, 2, 3, 4, 5, 6, 7, 9].map((number) => `Product ${number}`));
  });

  it("of a queue that others have wholly ends without asking again and again", async () => {
    const world = open([], () => done);
    await settled();
    await settled();
    expect([title(world), world.asked.length]).toEqual(["end", 1]);
  });

  it("asks no more when it could not be loaded, until the person or the network wants it", async () => {
    const world = open(
      [0, 1].map((seq) => aProduct(seq)),
      () => done,
      { first: 1 },
    );
    world.online.is = false;
    world.session.decide({ kind: "approved" });
    await settled();
    await settled();
    const count = world.asked.length;
    expect(title(world)).toMatch(/failed|offline|Product 2/);
    await settled();
    expect(world.asked.length).toBe(count);
    world.online.is = true;
    world.session.retryIfStuck();
    await settled();
    await settled();
    expect(title(world)).toBe("Product 2");
  });

  it("takes decisions back, the last first, without sending those that were not sent", async () => {
    const world = open([0, 1, 2, 3].map((seq) => aProduct(seq)));
    world.session.decide({ kind: "approved" });
    await settled();
    world.online.is = false;
    world.session.decide({ kind: "rejected", reason: "Too long" });
    await settled();
    expect(title(world)).toBe("Product 3");
    world.session.undo();
    expect(title(world)).toBe("Product 2");
    world.session.undo();
    expect(title(world)).toBe("Product 1");
    world.online.is = true;
    world.pass();
    await settled();
    await settled();
    expect(world.sent.map(({ request }) => request.intent)).toEqual(["decide", "take-back"]);
    expect(world.sent[1]?.request.id).toBe("id-1");
  });

  it("sends nothing to take back what was approved at once and goes live, and says where that is undone", async () => {
    const world = open([0, 1, 2].map((seq) => aProduct(seq)));
    world.session.approvedAtOnce("bulk-1", { products: 2, left: 0, runId: "job-1", progress: null });
    world.session.undo();
    await settled();
    expect(world.sent).toEqual([]);
    expect(world.session.state().told?.told).toEqual({ kind: "goes_live" });
  });

  it("says of what was approved at once how many stay because they are live by now", async () => {
    const told = { kind: "bulk_taken_back", takenBack: 0, stayed: 49 } as const;
    const world = open([], () => ({ answer: { ok: true, message: "", told }, fresh: null }));
    world.session.approvedAtOnce("bulk-1", { products: 49, left: 0, progress: null });
    world.session.undo();
    await settled();
    expect(world.sent.map(({ request }) => request.intent)).toEqual(["take-back-clean"]);
    expect(world.session.state().told?.told).toEqual(told);
  });

  it("brings a product back that the server did not let be decided, and says so", async () => {
    const world = open(
      [0, 1, 2].map((seq) => aProduct(seq)),
      ({ productId }) =>
        productId === "1"
          ? { answer: { ok: false, message: "", told: { kind: "changed" } }, fresh: aProduct(0) }
          : done,
    );
    world.session.decide({ kind: "approved" });
    await settled();
    expect(world.session.state().told).toMatchObject({ title: "Product 1", told: { kind: "changed" } });
    world.session.decide({ kind: "approved" });
    world.session.decide({ kind: "approved" });
    await settled();
    expect(title(world)).toBe("Product 1");
  });

  it("leaves a product that is passed on to others", async () => {
    const world = open([aProduct(0), aProduct(1)]);
    world.session.decide({ kind: "passed" });
    expect(title(world)).toBe("Product 2");
    await settled();
    expect(world.sent[0]?.request.verdict).toEqual({ kind: "passed" });
    expect(world.session.state().progress).toMatchObject({ open: { clean: 8 }, decided: { passed: 1 } });
  });

  it("leaves a product that a colleague decided first, and says so", async () => {
    const decidedBy = { kind: "decided_by", at: 1, outcome: "approved" } as const;
    const world = open(
      [0, 1].map((seq) => aProduct(seq)),
      ({ productId }) =>
        productId === "1" ? { answer: { ok: false, message: "", told: decidedBy }, fresh: null } : done,
    );
    world.session.decide({ kind: "rejected" });
    await settled();
    expect(world.session.state().told?.told).toEqual(decidedBy);
    world.session.decide({ kind: "approved" });
    await settled();
    await settled();
    expect(title(world)).toBe("end");
  });

  it("keeps decisions over a reload, and does not show their products again", async () => {
    const storage = new Map<string, string>();
    const before = open(
      [0, 1, 2].map((seq) => aProduct(seq)),
      () => done,
      { storage },
    );
    before.online.is = false;
    before.session.decide({ kind: "approved" });
    await settled();
    before.session.stop();
    const after = open(
      [0, 1, 2].map((seq) => aProduct(seq)),
      () => done,
      { storage },
    );
    await settled();
    expect(title(after)).toBe("Product 2");
    expect(after.sent).toMatchObject([{ productId: "1", request: { intent: "decide" } }]);
    expect(storage.size).toBe(0);
  });
});

it("taking back a bulk reopens its products alone, however many were approved by themselves before it", async () => {
  const taken = { kind: "bulk_taken_back", takenBack: 4, stayed: 0 } as const;
  const answers = ({ request }: Outgoing) =>
    request.intent === "take-back-clean" ? { answer: { ok: true, message: "", told: taken }, fresh: null } : done;
  const world = open(
    Array.from({ length: 66 }, (_, seq) => aProduct(seq)),
    answers,
  );
  for (let at = 0; at < 60; at++) {
    world.session.decide({ kind: "approved" });
    await settled();
  }
  world.session.approvedAtOnce("bulk", { products: 4, left: 0, progress: null });
  await settled();
  world.session.undo();
  await settled();
  const waiting = world.session.queue.items.filter(({ outcome }) => outcome === null);
  expect(waiting.map(({ product }) => Number(product.id)).filter((id) => id <= 60)).toEqual([]);
  expect(waiting.map(({ product }) => product.id)).toContain("61");
});

describe("two windows of one person", () => {
  const products = [0, 1, 2, 3].map((seq) => aProduct(seq));
  const both = new Set(["a", "b"]);
  const decided = ({ sent }: World) => sent.map(({ productId }) => productId);

  it("never drop what the other one keeps, and send each their own", async () => {
    const storage = new Map<string, string>();
    const one = open(products, () => done, { storage, tab: "a", alive: both });
    const other = open(products, () => done, { storage, tab: "b", alive: both, at: 2 });
    await settled();
    for (const world of [one, other]) world.online.is = false;
    one.session.decide({ kind: "approved" });
    other.session.decide({ kind: "rejected" });
    await settled();
    // Whoever sends first leaves the other's in the browser.
    one.online.is = true;
    one.pass();
    await settled();
    other.session.stop();
    const again = open(products, () => done, { storage, tab: "b", alive: both, at: 2 });
    await settled();
    expect([decided(one), decided(again)]).toEqual([["1"], ["3"]]);
    expect(storage.size).toBe(0);
  });

  it("take up what the other one left when it is closed, and not before", async () => {
    const storage = new Map<string, string>();
    const closed = open(products, () => done, { storage, tab: "b", alive: both });
    await settled();
    closed.online.is = false;
    closed.session.decide({ kind: "approved" });
    closed.session.decide({ kind: "rejected" });
    closed.session.stop();
    const alive = new Set(["a", "b"]);
    const one = open(products, () => done, { storage, tab: "a", alive });
    await settled();
    expect(decided(one)).toEqual([]);
    alive.delete("b");
    await one.session.start();
    await settled();
    expect(decided(one)).toEqual(["1", "2"]);
    expect([title(one), storage.size]).toEqual(["Product 3", 0]);
  });

  it("lose nothing of what an earlier version kept in one list", async () => {
    const waiting = { ...{ id: "x", page: "review", productId: "1", title: "Product 1", follows: false } };
    const request = { intent: "decide", verdict: { kind: "approved" } };
    const list = [{ ...waiting, request }, { ...waiting, id: "odd", request: { intent: "decide" } }, null];
    const storage = new Map([["box", JSON.stringify(list)]]);
    const world = open(products, () => done, { storage });
    await settled();
    expect([decided(world), title(world), storage.size]).toEqual([["1"], "Product 2", 0]);
  });
});

/** Shift+A or Shift+R on a text that the person stands on. */
function press({ session }: World, intent: "approve" | "reject", textAt: string) {
  const product = session.state().current;
  const hints: Hint[] = [];
  const view = {
    ...{ product, findings: product ? findingsOf(product) : [], focused: null, textAt, passes: false },
    ...{ setHint: (hint: Hint) => void hints.push(hint), focusFinding: () => undefined },
  };
  const deps = {
    session,
    view: viewOf(view),
    rights: both,
    open: () => undefined,
    countWaiting: async () => 0,
  };
  decideText(deps, intent);
  return hints.at(-1) ?? null;
}

describe("a text that is decided by itself", () => {
  it.each([
    ["approve", "approved"],
    ["reject", "rejected"],
  ] as const)("decides its product when it is the only one: %s", async (intent, kind) => {
    const world = open([aProduct(0, { draftIds: ["v_desc"] }), aProduct(1)]);
    press(world, intent, "desc");
    expect(title(world)).toBe("Product 2");
    await settled();
    expect(world.sent).toMatchObject([
      { productId: "1", request: { intent: "decide", verdict: { kind }, seen: { versionIds: ["v_desc"] } } },
    ]);
    expect(world.session.state().progress).toMatchObject({ open: { clean: 8 }, decided: { [kind]: 1 } });
    world.session.undo();
    expect(title(world)).toBe("Product 1");
  });

  it("leaves the others, and the last of them decides the product", async () => {
    const two = aProduct(0, { texts: [aText("title"), aText("desc")], draftIds: ["v_title", "v_desc"] });
    const fresh = decidedText(two, "title", "approve");
    const world = open([two, aProduct(1)], ({ request }) =>
      request.intent === "approve" ? { answer: { ok: true, message: "" }, fresh } : done,
    );
    press(world, "approve", "title");
    expect(title(world)).toBe("Product 1");
    press(world, "approve", "desc");
    expect(title(world)).toBe("Product 2");
    await settled();
    await settled();
    expect(world.sent.map(({ request }) => [request.intent, request.versionIds ?? request.seen])).toEqual([
      ["approve", ["v_title"]],
      ["decide", { versionIds: ["v_desc"], conflicts: [] }],
    ]);
  });

  it("makes way for the next product when the others were decided by somebody else", async () => {
    const two = aProduct(0, { texts: [aText("title"), aText("desc")], draftIds: ["v_title", "v_desc"] });
    const fresh = decidedText(decidedText(two, "title", "approve"), "desc", "approve");
    const world = open([two, aProduct(1)], () => ({ answer: { ok: true, message: "" }, fresh }));
    press(world, "approve", "title");
    await settled();
    expect(title(world)).toBe("Product 2");
  });
});

describe("what cannot be approved", () => {
  it("says why, and what helps, instead of doing nothing", async () => {
    const world = open([aBlocked(0), aProduct(1)]);
    expect(press(world, "approve", "desc")).toEqual({ why: "blocked", count: 1, helps: ["useWords", "keep"] });
    const conflict = { base: "A", theirs: "B", ours: "C", detectedAt: 5 };
    const inConflict = open([aProduct(0, { texts: [aText("desc", { conflict })], draftIds: ["v_desc"] })]);
    const hints: Hint[] = [];
    const { current: product } = inConflict.session.state();
    const view = viewOf({ product, findings: [], setHint: (hint: Hint) => void hints.push(hint) });
    const deps = {
      session: inConflict.session,
      view,
      rights: both,
      open: () => undefined,
      countWaiting: async () => 0,
    };
    actOnProduct(deps, "approve");
    expect(hints.at(-1)).toEqual({ why: "conflict", count: 1, helps: ["keepLive", "useOurs"] });
    await settled();
    expect([world.sent, inConflict.sent]).toEqual([[], []]);
  });
});

describe("a key for a text", () => {
  const conflict = { base: "A", theirs: "B", ours: "C", detectedAt: 5 };
  const found = aBlocked(0).texts[0]?.newest?.findings ?? [];
  const described = aText("desc");
  const desc = { ...described, newest: described.newest && { ...described.newest, findings: found } };

  /** What a button's action does for who stands on a text, or on none. */
  function doneBy(id: "edit" | "wording" | "undo", product: ReviewProduct, textAt: string | null) {
    const world = open([product]);
    const done: unknown[] = [];
    const findings = findingsOf(product);
    const view = viewOf({
      ...{ product, findings, focused: findings[0] ?? null, textAt },
      ...{ setHint: (hint: Hint) => hint && done.push(hint.why), setEditing: (name: string) => done.push(name) },
      ...{ setTextAt: () => undefined },
    });
    actOnProduct(
      { session: world.session, view, rights: both, open: () => undefined, countWaiting: async () => 0 },
      id,
    );
    return done;
  }

  it("edits the text that the person stands on, and else the one that was found fault with", () => {
    const product = aProduct(0, { texts: [aText("title"), desc] });
    expect(doneBy("edit", product, "title")).toEqual(["title"]);
    expect(doneBy("edit", product, null)).toEqual(["desc"]);
  });

  it("does not open a text in conflict, whose first letter would choose a side", () => {
    const product = aProduct(0, { texts: [aText("title", { conflict }), aText("desc")] });
    expect(doneBy("edit", product, "title")).toEqual(["conflictFirst"]);
    expect(doneBy("edit", product, "desc")).toEqual(["desc"]);
  });

  it("takes no other wording of a text while another text's finding is before the person", () => {
    const product = aProduct(0, { texts: [...aChoice(0).texts.filter(({ name }) => name !== "desc"), desc] });
    expect(doneBy("wording", product, null)).toEqual(["noWordings"]);
    expect(doneBy("wording", product, "title")).toEqual([]);
  });

  it("says that there is nothing to undo", () => {
    expect(doneBy("undo", aProduct(0), null)).toEqual(["nothingToUndo"]);
  });
});

describe("a product of which nothing is left to decide", () => {
  it("is left by the key for approving, without anything being sent", async () => {
    const world = open([aProduct(0, { texts: [aText("desc", { newest: null })], draftIds: [] })]);
    world.session.leaveSettled();
    await settled();
    await settled();
    expect(world.session.state().current).toBeNull();
    expect(world.sent).toEqual([]);
  });
});

/** What stood there when the person opened the description. */
const seenDesc = { seen: "v_desc", continues: false };

/** A text with a version of a name. @param mine the person wrote it */
function versionOf(name: string, id: string, mine: boolean, body = "Of wool") {
  const text = aText(name);
  return { ...text, newest: text.newest && { ...text.newest, id, body, mine, edited: true } };
}

describe("what somebody else wrote meanwhile", () => {
  const both = aProduct(0, { texts: [...aBlocked(0).texts, aText("title")], draftIds: ["v_desc", "v_title"] });
  /** The fix is stored, and by then a colleague has written the title. */
  const withTheirs = aProduct(0, {
    texts: [versionOf("desc", "v_fixed", true), versionOf("title", "v_colleague", false)],
    draftIds: ["v_fixed", "v_colleague"],
  });
  const answering = ({ request }: Outgoing): Answer =>
    request.intent === "fix" ? { answer: { ok: true, message: "" }, fresh: withTheirs } : done;

  function fixing(): World {
    const world = open([both, aProduct(1)], answering);
    const [finding] = findingsOf(both);
    if (finding) world.session.applyFix(finding);
    return world;
  }

  it("is not approved by a key that followed a fix of another text", async () => {
    const world = fixing();
    world.session.decide({ kind: "approved" });
    await settled();
    await settled();
    expect(world.sent[1]?.request.seen).toEqual({ versionIds: ["v_fixed", "v_title"], conflicts: [] });
  });

  it("is not written over by words that were begun before it", async () => {
    const world = fixing();
    world.session.edit("1", "title", "My title", { seen: "v_title", continues: false });
    await settled();
    world.session.edit("1", "title", "My longer title", { seen: "v_title", continues: false });
    await settled();
    const seen = world.sent.slice(1).map(({ request }) => (request.edits as { seen: string }[])[0]?.seen);
    expect(seen).toEqual(["v_title", "v_title"]);
  });

  it("is not put away by taking back one's own fix", async () => {
    const theirs = aProduct(0, { texts: [versionOf("desc", "v_colleague", false)], draftIds: ["v_colleague"] });
    const stored = aProduct(0, { texts: [versionOf("desc", "v_fixed", true)], draftIds: ["v_fixed"] });
    const world = open([{ ...aBlocked(0), draftIds: ["v_desc"] }], ({ request }) => ({
      answer: { ok: true, message: "" },
      fresh: request.intent === "fix" ? stored : theirs,
    }));
    const [finding] = findingsOf(aBlocked(0));
    if (finding) world.session.applyFix(finding);
    await settled();
    // The colleague's text is known here before the fix is taken back.
    world.session.send("product", { intent: "attributes", attributes: [], seen: [] });
    await settled();
    world.session.undo();
    await settled();
    expect(world.sent.at(-1)?.request).toMatchObject({ intent: "restore", versionId: "v_desc", seen: "v_fixed" });
  });
});

describe("a refusal", () => {
  it("is of the text it is about: words of another text go out, and both are told apart", async () => {
    const both = aProduct(0, { texts: [aText("title"), aText("desc")], draftIds: ["v_title", "v_desc"] });
    const world = open([both], ({ request }) => {
      const [edit] = request.edits as { contentType: string }[];
      return edit?.contentType === "title" ? { answer: { ok: false, message: "Changed." }, fresh: both } : done;
    });
    world.session.edit("1", "title", "My title", { seen: "v_title", continues: false });
    world.session.edit("1", "desc", "My words", seenDesc);
    await settled();
    await settled();
    expect(world.words.map(({ contentType }) => contentType)).toEqual(["title"]);
    expect(world.sent.map(({ request }) => (request.edits as { contentType: string }[])[0]?.contentType)).toEqual([
      "title",
      "desc",
    ]);
    expect(world.session.edit("1", "title", "My title again", { seen: "v_title", continues: false })).toBe(false);
  });

  it("of one of the model's wordings keeps nothing: it is nobody's words", async () => {
    const world = open([aChoice(0)], () => ({ answer: { ok: false, message: "Changed." }, fresh: aChoice(0) }));
    world.session.chooseWording("title", 2);
    await settled();
    expect([world.words, world.session.state().told?.words]).toEqual([[], false]);
  });
});

describe("taking back while another text is open", () => {
  it("leaves that text's words, also those that are not sent yet", async () => {
    const both = aProduct(0, { texts: [...aBlocked(0).texts, aText("title")], draftIds: ["v_desc", "v_title"] });
    const world = open([both]);
    world.online.is = false;
    const [finding] = findingsOf(both);
    if (finding) world.session.applyFix(finding);
    await settled();
    world.session.edit("1", "title", "My own title", { seen: "v_title", continues: false });
    world.session.undo();
    world.session.endEdit("1", "title");
    world.online.is = true;
    world.pass();
    await settled();
    await settled();
    const words = world.sent.flatMap(({ request }) => (request.edits as { body: string }[] | undefined) ?? []);
    expect(words.map(({ body }) => body)).toEqual(["My own title"]);
  });

  it("takes back a wording that waits, and not the words that were typed over it", async () => {
    const world = open([aChoice(0)]);
    world.online.is = false;
    world.session.chooseWording("title", 2);
    await settled();
    world.session.edit("1", "title", "My own title", { seen: "v_title", continues: false });
    world.session.endEdit("1", "title");
    expect(world.session.state().unsent).toHaveLength(2);
    world.session.undo();
    const [left] = world.session.state().unsent;
    expect(left?.request.edits).toMatchObject([{ body: "My own title" }]);
  });
});

describe("what was sent and has no answer", () => {
  it("keeps its name: newer words and an undo are things of their own", async () => {
    let answers = false;
    const world = open([aProduct(0), aProduct(1)], () => (answers ? done : { kind: "unreachable" }));
    world.session.edit("1", "desc", "Of wool", seenDesc);
    await settled();
    world.session.edit("1", "desc", "Of wool and silk", seenDesc);
    answers = true;
    world.pass();
    await settled();
    await settled();
    const bodies = world.sent.map(({ id, request }) => `${id} ${(request.edits as { body: string }[])[0]?.body}`);
    expect(bodies).toEqual(["id-1 Of wool", "id-1 Of wool", "id-2 Of wool and silk"]);
  });
});

describe("a text that is put right", () => {
  it("shows the fact's words at once, and the approval that follows is for the text that was stored", async () => {
    const fresh = aProduct(0, { texts: [versionOf("desc", "new", true)], draftIds: ["new"] });
    const blocked = { ...aBlocked(0), draftIds: ["v_desc"] };
    const world = open([blocked, aProduct(1)], ({ request }) =>
      request.intent === "fix" ? { answer: { ok: true, message: "" }, fresh } : done,
    );
    const [finding] = findingsOf(world.session.state().current ?? fresh);
    if (finding) world.session.applyFix(finding);
    const shown = world.session.state().current;
    expect(shown?.texts[0]?.newest).toMatchObject({ body: "Of 80% wool", findings: [] });
    world.session.decide({ kind: "approved" });
    expect(title(world)).toBe("Product 2");
    await settled();
    await settled();
    expect(world.sent.map(({ request }) => [request.intent, request.seen])).toEqual([
      ["fix", undefined],
      ["decide", { versionIds: ["new"], conflicts: [] }],
    ]);
  });

  it("that could not be stored is not approved: its product comes back", async () => {
    const world = open([aBlocked(0), aProduct(1)], ({ request }) =>
      request.intent === "fix" ? { answer: { ok: false, message: "Edit the text." }, fresh: aBlocked(0) } : done,
    );
    const [finding] = findingsOf(aBlocked(0));
    if (finding) world.session.applyFix(finding);
    world.session.decide({ kind: "approved" });
    await settled();
    await settled();
    expect(world.sent.map(({ request }) => request.intent)).toEqual(["fix"]);
    world.session.decide({ kind: "approved" });
    await settled();
    expect(world.session.state().current?.title).toBe("Product 1");
    expect(findingsOf(world.session.state().current ?? aProduct(0))).toHaveLength(1);
  });

  it("shows typed words as they are while they wait, and sends only the last of them", async () => {
    const world = open([aProduct(0), aProduct(1)]);
    world.online.is = false;
    world.session.edit("1", "desc", "Of wo", seenDesc);
    await settled();
    world.session.edit("1", "desc", "Of wool", seenDesc);
    world.session.edit("1", "desc", "Of wool and silk", seenDesc);
    expect(world.session.state().current?.texts[0]?.newest?.body).toBe("Of wool and silk");
    expect(world.session.state().unsent).toHaveLength(1);
    world.online.is = true;
    world.pass();
    await settled();
    expect(world.sent.map(({ request }) => request.edits)).toEqual([
      [{ contentType: "desc", body: "Of wool and silk", seen: "v_desc", sitting: { continues: false, ends: false } }],
    ]);
  });

  it("saves a stay at a text as one version, and says when it is over", async () => {
    let stored = 0;
    const world = open([aProduct(0), aProduct(1)], ({ request }) => {
      const [edit] = request.edits as { body: string }[];
      const desc = aText("desc");
      const newest = desc.newest && { ...desc.newest, id: `v_${++stored}`, body: edit?.body ?? "", mine: true };
      return { answer: { ok: true, message: "" }, fresh: aProduct(0, { texts: [{ ...desc, newest }] }) };
    });
    const edits = () => world.sent.map(({ request }) => (request.edits as object[])[0]);
    world.session.edit("1", "desc", "Of wool", seenDesc);
    await settled();
    world.session.edit("1", "desc", "Of wool and silk", seenDesc);
    world.session.endEdit("1", "desc");
    await settled();
    const desc = { contentType: "desc" };
    expect(edits()).toEqual([
      { ...desc, body: "Of wool", seen: "v_desc", sitting: { continues: false, ends: false } },
      { ...desc, body: "Of wool and silk", seen: "v_1", sitting: { continues: true, ends: false } },
      { ...desc, body: "Of wool and silk", seen: "v_2", sitting: { continues: true, ends: true } },
    ]);
    world.session.endEdit("1", "desc");
    world.session.edit("1", "desc", "Of linen", seenDesc);
    world.online.is = false;
    world.session.edit("1", "desc", "Of linen, undyed", seenDesc);
    await settled();
    expect(edits().at(-1)).toMatchObject({ seen: "v_3", sitting: { continues: false, ends: false } });
  });

  it("that were not sent yet when the text is left go out as the last of their stay", async () => {
    const world = open([aProduct(0), aProduct(1)]);
    world.online.is = false;
    world.session.edit("1", "desc", "Of wo", seenDesc);
    await settled();
    world.session.edit("1", "desc", "Of wool", seenDesc);
    world.session.endEdit("1", "desc");
    world.online.is = true;
    world.pass();
    await settled();
    expect(world.sent.map(({ request }) => request.edits)).toEqual([
      [{ contentType: "desc", body: "Of wool", seen: "v_desc", sitting: { continues: false, ends: true } }],
    ]);
  });

  it("that somebody else's text stands before are kept, told, and nothing is written over that text", async () => {
    const desc = aText("desc");
    const newest = desc.newest && { ...desc.newest, id: "v_theirs", body: "Of silk" };
    const theirs = aProduct(0, { texts: [{ ...desc, newest }] });
    const world = open([aProduct(0), aProduct(1)], () => ({
      answer: { ok: false, message: "Somebody changed this text." },
      fresh: theirs,
    }));
    world.session.edit("1", "desc", "Of wool", seenDesc);
    await settled();
    expect(world.words).toEqual([{ product: "1", contentType: "desc", body: "Of wool", seen: "v_desc" }]);
    expect(world.session.state()).toMatchObject({
      told: { productId: "1", words: true },
      refused: [{ productId: "1", name: "desc", seen: "v_desc" }],
    });
    expect(world.session.edit("1", "desc", "Of wool and silk", seenDesc)).toBe(false);
    await settled();
    expect(world.sent).toHaveLength(1);
    expect(world.session.state().current?.texts[0]?.newest?.body).toBe("Of silk");
    world.session.endEdit("1", "desc");
    expect(world.session.state().refused).toEqual([]);
    // Opened anew with what was kept, they still go out over what was seen by then.
    world.session.edit("1", "desc", "Of wool", { seen: "v_desc", continues: false });
    await settled();
    expect(world.sent.at(-1)?.request.edits).toMatchObject([{ body: "Of wool", seen: "v_desc" }]);
  });
});

describe("what a person may not do", () => {
  it("comes back with the reason, and what is behind it is sent", async () => {
    const told = { kind: "not_allowed", right: "approve" } as const;
    const world = open([aProduct(0), aProduct(1), aProduct(2)], ({ productId, request }) => {
      const { kind } = request.verdict as { kind: string };
      if (kind === "later") return done;
      return { answer: { ok: false, message: "You may not", told }, fresh: aProduct(Number(productId) - 1) };
    });
    world.session.decide({ kind: "approved" });
    world.session.decide({ kind: "later" });
    await settled();
    expect(world.sent.map(({ productId }) => productId)).toEqual(["1", "2"]);
    expect(world.session.state()).toMatchObject({ unsent: [], trouble: null, told: { title: "Product 1", told } });
    world.session.lookAtTold();
    expect(title(world)).toBe("Product 1");
  });

  it("is said instead of done, and the product is passed on, whatever is found in it", async () => {
    const conflict = { base: "A", theirs: "B", ours: "C", detectedAt: 5 };
    const world = open([aBlocked(0), aProduct(1, { texts: [aText("desc", { conflict })] }), aProduct(2)]);
    const hints: unknown[] = [];
    const rights = { approve: false, publish: false };
    const act = (what: (deps: ActDeps) => void) => {
      const { current: product } = world.session.state();
      const view = { product, findings: product ? findingsOf(product) : [], setHint: (hint: Hint) => hints.push(hint) };
      const rest = { textAt: "desc", setAsking: () => hints.push("asked") };
      const deps = { session: world.session, view: viewOf({ ...view, ...rest }), rights };
      what({ ...deps, open: () => undefined, countWaiting: async () => 3 });
    };
    for (const id of ["reject", "keep", "keepLive", "useOurs"] as const) act((deps) => actOnProduct(deps, id));
    act((deps) => decideText(deps, "approve"));
    act(publish);
    const mayNotApprove = { why: "mayNotApprove", count: 0, helps: ["pass"] };
    expect(hints.filter((hint) => hint !== null)).toEqual([
      ...Array.from({ length: 5 }, () => mayNotApprove),
      { why: "mayNotPublish", count: 0, helps: [] },
    ]);
    for (const id of ["approve", "pass"] as const) act((deps) => actOnProduct(deps, id));
    await settled();
    expect(title(world)).toBe("Product 3");
    expect(world.sent.map(({ request }) => request.verdict)).toEqual([{ kind: "passed" }, { kind: "passed" }]);
  });
});

it("the key for publishing opens its dialog only where something waits, and says so where nothing does", async () => {
  const { session } = open([aProduct(0)]);
  const done: unknown[] = [];
  const view = { setOpened: (what: unknown) => done.push(what), setHint: (hint: Hint) => done.push(hint?.why) };
  const pressed = async (countWaiting: () => Promise<number>) => {
    publish({ session, view: viewOf(view), rights: both, open: () => undefined, countWaiting });
    await settled();
  };
  await pressed(async () => 0);
  await pressed(async () => 3);
  await pressed(() => Promise.reject(new Error("no answer")));
  expect(done).toEqual(["nothingWaits", "publish", "publish"]);
});

describe("what came while a queue was open", () => {
  const counted: ReviewProgress = {
    ...{ open: { clean: 1, warnings: 0, blocked: 0, conflicts: 0 }, decided: {}, newcomers: 1 },
  };
  const taking = (queue: ReviewProduct[]) => (outgoing: Outgoing) => {
    if (outgoing.request.intent !== "extend") return done;
    queue.push(aProduct(1));
    const told = { kind: "extended", products: 1 } as const;
    return { answer: { ok: true, message: "", told }, fresh: null, progress: { ...counted, newcomers: 0 } };
  };

  it("is taken in at its end without being asked for", async () => {
    const queue = [aProduct(0)];
    const world = open(queue, taking(queue), { counted });
    expect(world.session.state().progress.newcomers).toBe(1);
    world.session.decide({ kind: "approved" });
    for (let turn = 0; turn < 6; turn++) await settled();
    expect(world.sent.map(({ request }) => request.intent)).toEqual(["decide", "extend"]);
    expect(title(world)).toBe("Product 2");
  });

  it("is put behind the last product when it is wanted before that", async () => {
    const queue = [aProduct(0)];
    const world = open(queue, taking(queue), { counted });
    await settled();
    world.session.takeInNewcomers();
    world.session.takeInNewcomers();
    for (let turn = 0; turn < 4; turn++) await settled();
    expect(world.sent.map(({ request }) => request.intent)).toEqual(["extend"]);
    expect(title(world)).toBe("Product 1");
    world.session.decide({ kind: "approved" });
    expect(title(world)).toBe("Product 2");
  });

  it("is not asked for again and again when nothing of it can be put into the queue", async () => {
    const told = { kind: "extended", products: 0 } as const;
    const world = open([], () => ({ answer: { ok: true, message: "", told }, fresh: null, progress: counted }), {
      counted,
    });
    for (let turn = 0; turn < 8; turn++) await settled();
    expect([world.sent.length, title(world)]).toEqual([1, "end"]);
  });

  it("is not shown as coming while it cannot be asked for", async () => {
    const world = open([aProduct(0)], () => done, { counted });
    await settled();
    world.online.is = false;
    world.session.decide({ kind: "approved" });
    for (let turn = 0; turn < 4; turn++) await settled();
    expect(title(world)).toMatch(/end|offline|failed/);
  });
});

describe("the counts of a queue", () => {
  const open1 = { clean: 8, warnings: 0, blocked: 1, conflicts: 0 };
  const counted: ReviewProgress = { open: open1, decided: {}, newcomers: 0 };
  const fixed = aProduct(0, { draftIds: ["new"] });
  const fix = (world: World) => {
    const [finding] = findingsOf(world.session.state().current ?? fixed);
    if (finding) world.session.applyFix(finding);
  };
  const openNow = (world: World) => world.session.state().progress.open;

  it("follow an edit at once, and what it is taken back to", async () => {
    const world = open([aBlocked(0), aProduct(1)], () => ({ ...done, fresh: fixed }), { counted });
    world.online.is = false;
    fix(world);
    expect(openNow(world)).toEqual({ ...open1, clean: 9, blocked: 0 });
    world.session.decide({ kind: "approved" });
    expect(openNow(world)).toEqual({ ...open1, blocked: 0 });
    world.session.undo();
    world.session.undo();
    expect(openNow(world)).toEqual(open1);
  });

  it("are set right by each answer", async () => {
    const told = { ...counted, open: { ...open1, blocked: 0, warnings: 1 } };
    const world = open([aBlocked(0), aProduct(1)], () => ({ ...done, fresh: fixed, progress: told }), { counted });
    fix(world);
    await settled();
    expect(openNow(world)).toEqual(told.open);
  });

  it("count what waits to be sent where the queue is shown anew, in another lane or after a reload", async () => {
    const storage = new Map<string, string>();
    const before = open([aBlocked(0), aProduct(1)], () => done, { counted, storage });
    before.online.is = false;
    before.session.decide({ kind: "rejected" });
    await settled();
    before.session.stop();
    const after = open([aProduct(1)], () => ({ kind: "unreachable" }), { counted, storage, lane: "clean" });
    await settled();
    expect(after.session.state().progress).toMatchObject({ open: { ...open1, blocked: 0 }, decided: { rejected: 1 } });
  });

  it("are not set back by an answer to what was asked before something was done", async () => {
    const world = open([aBlocked(0), aProduct(1)], () => done, { counted });
    const asked = Promise.withResolvers<NextView>();
    const heard = world.session.hear(asked.promise);
    world.session.decide({ kind: "rejected" });
    await settled();
    asked.resolve(nextView([], { progress: counted }));
    await heard;
    expect(openNow(world)).toEqual({ ...open1, blocked: 0 });
  });

  it("say in a lane where one is, although the product before the person left it by an edit or is put off", async () => {
    const lane = "blocked";
    const three = { ...counted, open: { ...open1, blocked: 3 } };
    const blocked = [aBlocked(0), aBlocked(1), aBlocked(2)];
    const answer = ({ request }: Outgoing) => (request.intent === "fix" ? { ...done, fresh: fixed } : done);
    const world = open(blocked, answer, { counted: three, lane });
    const at = () => [world.session.state().place, world.session.state().total];
    expect(at()).toEqual([1, 3]);
    fix(world);
    expect(at()).toEqual([1, 3]);
    await settled();
    expect(at()).toEqual([1, 3]);
    world.session.decide({ kind: "approved" });
    expect(at()).toEqual([2, 3]);
    world.session.decide({ kind: "later" });
    expect(at()).toEqual([3, 3]);
    await settled();
    expect(at()).toEqual([3, 3]);
  });
});

describe("the model's other wordings of a text", () => {
  const titleOf = ({ session }: World) => session.state().current?.texts.find(({ name }) => name === "title")?.newest;
  const bodiesOf = ({ sent }: World) =>
    sent.map(({ request }) => [request.intent, (request.edits as { body: string }[] | undefined)?.[0]?.body]);
  /** What is answered when the edits are stored one after another. */
  function storing() {
    let stored = 0;
    return ({ request }: Outgoing): Answer => {
      const [edit] = (request.edits ?? []) as { body: string }[];
      const product = aChoice(0);
      const texts = product.texts.map((text) =>
        text.name === "title" && text.newest && edit
          ? { ...text, newest: { ...text.newest, id: `v_title_${++stored}`, body: edit.body, mine: true } }
          : text,
      );
      return { answer: { ok: true, message: "saved" }, fresh: { ...product, texts } };
    };
  }
  /** A page on which the person stands on a text, or on none. */
  function onPage({ session }: World, textAt: string | null) {
    const stood: string[] = [];
    const hints: Hint[] = [];
    const product = session.state().current;
    const setTextAt = (name: string) => void stood.push(name);
    const view = { product, textAt, focused: null, setTextAt, setHint: (hint: Hint) => void hints.push(hint) };
    return {
      deps: {
        session,
        view: viewOf(view),
        rights: both,
        open: () => undefined,
        countWaiting: async () => 0,
      },
      stood,
      hints,
    };
  }

  it("take the text's place at once, with what was found in them, and go out behind it as an edit", async () => {
    const world = open([aChoice(0), aProduct(1)], storing());
    world.session.chooseWording("title", 3);
    expect(titleOf(world)).toMatchObject({ body: wordings[2], edited: true, mine: true, findings: [{ id: "w3" }] });
    expect(world.session.state().last).toMatchObject({ outcome: "chosen", chosen: { number: 3, of: 3 } });
    expect(title(world)).toBe("Product 1");
    await settled();
    expect(world.sent).toMatchObject([
      {
        page: "product",
        request: { intent: "edit", edits: [{ contentType: "title", body: wordings[2], seen: "v_title" }] },
      },
    ]);
  });

  it("follow on each other before the first is answered, each over the version that the former made", async () => {
    const world = open([aChoice(0)], storing());
    world.session.chooseWording("title", 2);
    world.session.chooseWording("title", 3);
    await settled();
    expect(world.sent.map(({ request }) => request.edits)).toMatchObject([
      [{ body: wordings[1], seen: "v_title" }],
      [{ body: wordings[2], seen: "v_title_1" }],
    ]);
  });

  it("are taken back one after another, by their words", async () => {
    const world = open([aChoice(0)], storing());
    world.session.chooseWording("title", 2);
    world.session.chooseWording("title", 3);
    await settled();
    world.session.undo();
    expect(titleOf(world)?.body).toBe(wordings[1]);
    world.session.undo();
    expect(titleOf(world)?.body).toBe(wordings[0]);
    await settled();
    expect(bodiesOf(world).slice(2)).toEqual([
      ["edit", wordings[1]],
      ["edit", wordings[0]],
    ]);
  });

  it("that are not sent yet are taken back without asking anybody", async () => {
    const world = open([aChoice(0)], storing());
    world.online.is = false;
    world.session.chooseWording("title", 2);
    await settled();
    world.session.undo();
    expect(titleOf(world)?.body).toBe(wordings[0]);
    world.online.is = true;
    world.pass();
    await settled();
    expect(world.sent).toEqual([]);
  });

  it("come by key one after another, from the last to the first, for the first text that has a choice", () => {
    const world = open([aChoice(0)], storing());
    const numbers = [1, 1, 1, -1].map((by) => {
      const { deps, stood } = onPage(world, null);
      chooseBeside(deps, by as 1 | -1);
      expect(stood).toEqual(["title"]);
      return titleOf(world)?.body;
    });
    expect(numbers).toEqual([wordings[1], wordings[2], wordings[0], wordings[2]]);
    actOnProduct(onPage(world, "title").deps, "wording");
    expect(titleOf(world)?.body).toBe(wordings[0]);
  });

  it("are not there for who stands on a text without a choice", () => {
    const world = open([aChoice(0)], storing());
    const { deps, hints } = onPage(world, "desc");
    chooseBeside(deps, 1);
    expect(titleOf(world)?.body).toBe(wordings[0]);
    expect(hints).toEqual([{ why: "noWordings", count: 0, helps: [] }]);
  });

  it("are approved as what stands in the text", async () => {
    const world = open([aChoice(0), aProduct(1)], storing());
    world.session.chooseWording("title", 2);
    world.session.decide({ kind: "approved" });
    await settled();
    expect(world.sent.map(({ request }) => request.intent)).toEqual(["edit", "decide"]);
    expect(title(world)).toBe("Product 2");
  });

  it("are no choice in a text that waits no more, and the same words are none", () => {
    const product = aChoice(0);
    const texts = product.texts.map((text) => ({
      ...text,
      newest: text.newest && { ...text.newest, state: "approved" as const },
    }));
    const world = open([{ ...product, texts }], storing());
    world.session.chooseWording("title", 2);
    expect(titleOf(world)?.body).toBe(wordings[0]);
    const other = open([aChoice(0)], storing());
    other.session.chooseWording("title", 1);
    expect(other.session.state().last).toBeNull();
  });
});
