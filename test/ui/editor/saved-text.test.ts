import { describe, expect, it } from "vitest";
import { createSavedText, type SaveAnswer, type WordsToSave } from "../../../app/ui/editor/saved-text.ts";

/** A text with a server that answers when it is told to, and a clock that is moved by hand. */
function open({ composing = (): boolean => false } = {}) {
  const timers: { at: number; then: () => void }[] = [];
  const sent: WordsToSave[] = [];
  const answers: ((answer: SaveAnswer) => void)[] = [];
  const kept: unknown[] = [];
  let now = 0;
  const text = createSavedText(
    {
      save: (words) => {
        sent.push(words);
        return new Promise((resolve) => answers.push(resolve));
      },
      keep: (words) => kept.push(words && { ...words }),
      now: () => now,
      after: (ms, then) => {
        const timer = { at: now + ms, then };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
      composing,
      onState: () => undefined,
    },
    { body: "one", seen: "v1" },
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    text,
    sent,
    kept,
    pass: async (ms: number) => {
      now += ms;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.then();
      }
      await settle();
    },
    answer: async (answer: SaveAnswer) => {
      answers.shift()?.(answer);
      await settle();
    },
  };
}

describe("a text that saves itself", () => {
  it("is sent once, 0.8 s after the last letter, and kept until the server has it", async () => {
    const { text, sent, kept, pass, answer } = open();
    text.change("one t");
    await pass(500);
    text.change("one two");
    await pass(799);
    expect(sent).toEqual([]);
    expect(kept.at(-1)).toEqual({ body: "one two", seen: "v1", continues: false });
    await pass(1);
    expect(sent).toMatchObject([{ body: "one two", seen: "v1", sitting: { continues: false, ends: false } }]);
    await answer({ kind: "saved", version: "v2" });
    expect(text.state()).toEqual({ kind: "saved", at: 1_300, version: "v2" });
    expect(kept.at(-1)).toBeNull();
  });

  it("takes the place of what it saved before, and says when the sitting ends", async () => {
    const { text, sent, pass, answer } = open();
    text.change("two");
    await pass(800);
    await answer({ kind: "saved", version: "v2" });
    text.change("three");
    await pass(800);
    await answer({ kind: "saved", version: "v3" });
    const ended = text.end();
    await answer({ kind: "saved", version: "v3" });
    await ended;
    expect(sent.map(({ seen, sitting }) => ({ seen, ...sitting }))).toEqual([
      { seen: "v1", continues: false, ends: false },
      { seen: "v2", continues: true, ends: false },
      { seen: "v3", continues: true, ends: true },
    ]);
    await text.end();
    expect(sent).toHaveLength(3);
  });

  it("says that the sitting ends also when it is left while its last words are on their way", async () => {
    const { text, sent, pass, answer } = open();
    text.change("two");
    await pass(800);
    const ended = text.end();
    expect(sent).toHaveLength(1);
    await answer({ kind: "saved", version: "v2" });
    expect(sent[1]).toMatchObject({ body: "two", seen: "v2", sitting: { continues: true, ends: true } });
    await answer({ kind: "saved", version: "v2" });
    await ended;
    expect(sent).toHaveLength(2);
  });

  it("loses no letter that was written while it was sent", async () => {
    const { text, sent, kept, pass, answer } = open();
    text.change("two");
    await pass(800);
    text.change("two three");
    await answer({ kind: "saved", version: "v2" });
    expect(kept.at(-1)).toMatchObject({ body: "two three", seen: "v2" });
    await pass(800);
    expect(sent.at(-1)).toMatchObject({ body: "two three", seen: "v2" });
  });

  it("is tried again under the same key for as long as nobody answers, and then anew when words changed", async () => {
    const { text, sent, kept, pass, answer } = open();
    text.change("two");
    await pass(800);
    await answer({ kind: "lost" });
    expect(text.state()).toEqual({ kind: "unsaved" });
    await pass(2_000);
    expect(sent[1]).toEqual(sent[0]);
    await answer({ kind: "lost" });
    text.change("two and three");
    expect(kept.at(-1)).toMatchObject({ body: "two and three" });
    await pass(4_000);
    expect(sent[2]?.requestKey).not.toBe(sent[0]?.requestKey);
    await answer({ kind: "saved", version: "v2" });
    expect(text.state().kind).toBe("saved");
  });

  it("is not sent over somebody else's words until the person chose", async () => {
    const { text, sent, kept, pass, answer } = open();
    text.change("mine");
    await pass(800);
    await answer({ kind: "elsewhere", version: "v9", at: 5 });
    text.change("mine still");
    await pass(60_000);
    await text.flush();
    expect(sent).toHaveLength(1);
    expect(kept.at(-1)).toMatchObject({ body: "mine still" });
    const chosen = text.keepMine("v9");
    expect(sent.at(-1)).toMatchObject({ body: "mine still", seen: "v9", sitting: { continues: false } });
    await answer({ kind: "saved", version: "v10" });
    await chosen;
    expect(text.state().kind).toBe("saved");
  });

  it("names what the person had before them at the last letter", async () => {
    const { text, sent, kept, pass, answer } = open();
    const [first, then] = [
      { source: "a", live: "b" },
      { source: "c", live: "b" },
    ];
    text.change("two", first);
    await pass(800);
    expect([sent.at(-1)?.shown, kept.at(-1)]).toMatchObject([first, { shown: first }]);
    await answer({ kind: "saved", version: "v2" });
    text.change("three", then);
    await pass(800);
    expect(sent.at(-1)?.shown).toEqual(then);
    await answer({ kind: "elsewhere", version: "v9", at: 1 });
    void text.keepMine("v9", first);
    expect(sent.at(-1)?.shown).toEqual(first);
  });

  it("never takes for seen what the shop holds since the text was opened: the open text hides it", async () => {
    const { text, sent, pass, answer } = open();
    text.change("two", { source: "a", live: "b" });
    await pass(800);
    await answer({ kind: "saved", version: "v2" });
    text.change("three", { source: "c", live: "somebody's" });
    await pass(800);
    expect(sent.at(-1)?.shown).toEqual({ source: "c", live: "b" });
    await answer({ kind: "elsewhere", version: "v9", at: 1 });
    void text.keepMine("v9", { source: "c", live: "somebody's" });
    expect(sent.at(-1)?.shown).toEqual({ source: "c", live: "b" });
  });

  it("is not sent empty, nor while an input method composes", async () => {
    let composes = true;
    const { text, sent, pass } = open({ composing: () => composes });
    text.change("に");
    await pass(800);
    expect(sent).toEqual([]);
    composes = false;
    await pass(800);
    expect(sent).toMatchObject([{ body: "に" }]);
    const other = open();
    other.text.change(" ");
    await other.pass(800);
    expect([other.sent, other.text.state()]).toEqual([[], { kind: "empty" }]);
  });

  it("is unchanged again when the old words come back before anything was sent", async () => {
    const { text, sent, kept, pass } = open();
    text.change("two");
    text.change("one");
    await pass(5_000);
    expect([sent, text.state(), kept.at(-1)]).toEqual([[], { kind: "unchanged" }, null]);
  });
});
