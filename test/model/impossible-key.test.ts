import { expect, it } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { modelKeyPlace, openModelKey } from "../../app/model/model-key.ts";
import { shop } from "../support/content/shop.ts";

it.each(["ключ-sk", "my\r\nX: 1", "sk-a b", ""])(
  "a saved key that no header can carry, %j, has to be entered again: its server is not asked",
  (key) => {
    const sealer = createSealer([newEncryptionKey()]);
    const sealed = sealer.seal(key, modelKeyPlace(shop));
    expect(openModelKey(sealer, shop, sealed)).toEqual({ state: "unreadable", key: null });
    expect(openModelKey(sealer, shop, sealer.seal("sk-Ab_1.2", modelKeyPlace(shop))).state).toBe("saved");
  },
);
