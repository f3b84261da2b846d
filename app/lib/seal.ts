import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/**
 * Encrypts secrets at rest: AES-256-GCM with a key id, bound to where the secret is kept (shop and column), so that a
 * sealed value copied to another row or column does not open.
 */
export interface Sealer {
  /** ids of the keys, the one that seals first */
  readonly keyIds: readonly string[];
  /** @param place e.g. `sessions.access_token:demo.myshopify.com`. @returns `v1.<key id>.<nonce>.<cipher text and tag>`, base64url parts */
  seal(secret: string, place: string): string;
  /**
   * @returns null when no key opens it: the key was dropped, the place is another one, or the text was changed. To whoever
   *   asks that is a secret which is not there and has to be given again
   */
  open(sealed: string, place: string): string | null;
}

const algorithm = "aes-256-gcm";
const tagBytes = 16;

/** @param keys base64 of 32 bytes each; the first seals, all open (so that keys can be rotated). */
export function createSealer(keys: readonly string[]): Sealer {
  const byId = new Map(
    keys.map((key) => {
      const bytes = Buffer.from(key, "base64");
      if (bytes.length !== 32) throw new Error("an encryption key must be 32 bytes in base64");
      return [createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes] as const;
    }),
  );
  const first = byId.entries().next().value;
  if (first === undefined) throw new Error("at least one encryption key is needed");
  const [currentId, currentKey] = first;
  return {
    keyIds: [...byId.keys()],
    seal(secret, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(algorithm, currentKey, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return `v1.${currentId}.${nonce.toString("base64url")}.${body.toString("base64url")}`;
    },
    open(sealed, place) {
      const [version, keyId, nonce, body] = sealed.split(".");
      const key = byId.get(keyId ?? "");
      if (version !== "v1" || !nonce || !body || !key) return null;
      const bytes = Buffer.from(body, "base64url");
      try {
        // Without the length a shorter tag would do.
        const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, "base64url"), { authTagLength: tagBytes })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(-tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}

/** The id of the key that sealed a value; null for what is no sealed value. */
export function keyIdOf(sealed: string): string | null {
  return /^v1\.([0-9a-f]{8})\./.exec(sealed)?.[1] ?? null;
}
