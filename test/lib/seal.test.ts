import { describe, expect, it } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import { createSealer, keyIdOf } from "../../app/lib/seal.ts";

const place = "sessions.access_token:a.myshopify.com";

describe("createSealer", () => {
  it("createSealer opens what it sealed, and never seals the same way twice", () => {
    const sealer = createSealer([newEncryptionKey()]);
    const sealed = sealer.seal("shpat_secret", place);
    expect(sealed).not.toContain("shpat_secret");
    expect(sealer.seal("shpat_secret", place)).not.toBe(sealed);
    expect(sealer.open(sealed, place)).toBe("shpat_secret");
  });

  it("createSealer does not open a value that was copied to another shop or column", () => {
    const sealer = createSealer([newEncryptionKey()]);
    const sealed = sealer.seal("shpat_secret", place);
    expect(sealer.open(sealed, "sessions.access_token:b.myshopify.com")).toBeNull();
    expect(sealer.open(sealed, "sessions.refresh_token:a.myshopify.com")).toBeNull();
  });

  it("createSealer does not open a value that was changed", () => {
    const sealer = createSealer([newEncryptionKey()]);
    const [version, id, nonce, body] = sealer.seal("shpat_secret", place).split(".");
    const bytes = Buffer.from(body ?? "", "base64url");
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const changed = (body: string) => sealer.open([version, id, nonce, body].join("."), place);
    expect(changed(bytes.toString("base64url"))).toBeNull();
    for (const damaged of ["", "AAAA", (body ?? "").slice(4), `${body}AAAA`]) expect(changed(damaged)).toBeNull();
    for (const damaged of ["", "sk-plain", "v1...", "v2.x.y.z"]) expect(sealer.open(damaged, place)).toBeNull();
  });

  it("createSealer does not open a value whose tag was cut to the few bytes that could be guessed", () => {
    const sealer = createSealer([newEncryptionKey()]);
    const [version, id, nonce, body] = sealer.seal("", place).split(".");
    const cut = Buffer.from(body ?? "", "base64url")
      .subarray(0, 4)
      .toString("base64url");
    expect(sealer.open([version, id, nonce, cut].join("."), place)).toBeNull();
  });

  it("createSealer opens with an older key after a rotation, and throws when no key fits", () => {
    const [older, newer] = [newEncryptionKey(), newEncryptionKey()];
    const sealed = createSealer([older]).seal("secret", place);
    expect(createSealer([newer, older]).open(sealed, place)).toBe("secret");
    expect(createSealer([newer]).open(sealed, place)).toBeNull();
    const [newerId, olderId] = createSealer([newer, older]).keyIds;
    expect([keyIdOf(sealed), keyIdOf(createSealer([newer]).seal("secret", place))]).toEqual([olderId, newerId]);
    expect(keyIdOf("sk-plain")).toBeNull();
  });
});
