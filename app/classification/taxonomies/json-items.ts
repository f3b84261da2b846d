import { TaxonomyFileError } from "./taxonomy-file-error.ts";

export interface JsonItem {
  /** as in `wanted` */
  path: string;
  value: unknown;
}

interface Frame {
  kind: "{" | "[";
  /** of the object or list itself */
  path: string;
  /** of an object: the key that stands before the value; null while one is expected */
  key: string | null;
}

/**
 * Values of a large JSON document one after the other, so that no more of it is held than one of them.
 * @param wanted paths such as "version", "verticals[].categories[]", "[]": values in them are not looked at again
 * @throws TaxonomyFileError for what is no JSON, and for a document that ends too early
 */
export async function* jsonItems(chunks: AsyncIterable<string>, wanted: ReadonlySet<string>): AsyncGenerator<JsonItem> {
  const scanner = new Scanner(wanted);
  for await (const chunk of chunks) yield* scanner.take(chunk);
  scanner.end();
}

class Scanner {
  readonly #wanted: ReadonlySet<string>;
  readonly #stack: Frame[] = [];
  #state: "between" | "key" | "string" | "escape" | "key escape" | "scalar" = "between";
  #key = "";
  #begun = false;
  /** the item that is being read: where it stands, how deep, and what of it came with earlier chunks */
  #item: { path: string; depth: number; text: string } | null = null;

  constructor(wanted: ReadonlySet<string>) {
    this.#wanted = wanted;
  }

  *take(chunk: string): Generator<JsonItem> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const char = chunk[at] ?? "";
      if (this.#state === "scalar" && /[\s,\]}]/.test(char)) {
        this.#state = "between";
        yield* this.#close(chunk, from, at);
      }
      if (this.#state !== "between") {
        if (this.#inside(char)) yield* this.#close(chunk, from, at + 1);
        continue;
      }
      if (/\s|﻿/.test(char)) continue;
      const frame = this.#stack.at(-1);
      if (char === "}" || char === "]") {
        this.#stack.pop();
        yield* this.#close(chunk, from, at + 1);
      } else if (char === ",") {
        if (frame?.kind === "{") frame.key = null;
      } else if (char === '"' && frame?.kind === "{" && frame.key === null) {
        this.#state = "key";
        this.#key = "";
      } else if (char !== ":") {
        if (this.#open(char)) from = at;
      }
    }
    if (this.#item) this.#item.text += chunk.slice(from);
  }

  end(): void {
    if (this.#stack.length > 0 || !this.#begun) throw new TaxonomyFileError("the file ends before its JSON does");
  }

  /** @returns whether a value ended with this character */
  #inside(char: string): boolean {
    switch (this.#state) {
      case "escape":
        this.#state = "string";
        return false;
      case "key escape":
        this.#state = "key";
        this.#key += char;
        return false;
      case "string":
        if (char === "\\") this.#state = "escape";
        if (char !== '"') return false;
        this.#state = "between";
        return true;
      case "key": {
        if (char === "\\") this.#state = "key escape";
        else if (char !== '"') this.#key += char;
        else {
          this.#state = "between";
          const frame = this.#stack.at(-1);
          if (frame) frame.key = this.#key;
        }
        return false;
      }
      default:
        return false;
    }
  }

  /** A value begins. @returns whether it is wanted */
  #open(char: string): boolean {
    const path = this.#pathOfValue();
    const isWanted = this.#item === null && this.#wanted.has(path);
    if (isWanted) this.#item = { path, depth: this.#stack.length, text: "" };
    this.#begun = true;
    if (char === "{" || char === "[") this.#stack.push({ kind: char, path, key: null });
    else this.#state = char === '"' ? "string" : "scalar";
    return isWanted;
  }

  *#close(chunk: string, from: number, to: number): Generator<JsonItem> {
    const item = this.#item;
    if (item === null || this.#stack.length !== item.depth) return;
    this.#item = null;
    yield { path: item.path, value: parse(item.text + chunk.slice(from, to)) };
  }

  #pathOfValue(): string {
    const frame = this.#stack.at(-1);
    if (!frame) return "";
    if (frame.kind === "[") return `${frame.path}[]`;
    return frame.path === "" ? (frame.key ?? "") : `${frame.path}.${frame.key ?? ""}`;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TaxonomyFileError(`the file is no JSON at "${text.slice(0, 60)}"`);
  }
}
