import { type Ask, keyOfPicture } from "./ask.ts";
import { type ChatRequest, pictureUrls } from "./chat-request.ts";
import { isLook, type Look, lookAt } from "./look.ts";
import { blindModel, type ModelState } from "./model-state.ts";
import { type OpenAiError, openAiError } from "./openai-error.ts";

/**
 * Looks at the pictures of a request, so that the answer can speak of them; those by address must have been fetched.
 * @returns the 400 of a model that takes no pictures, or of a picture that cannot be read
 */
export function seePictures({ looks }: ModelState, request: ChatRequest, ask: Ask): OpenAiError | undefined {
  if (request.model === blindModel && pictureUrls(request).length > 0) {
    return openAiError(400, "Invalid content type. image_url is only supported by certain models.", {
      param: "messages.[0].content.[0].type",
    });
  }
  const seen = new Map<string, Look>();
  for (const { parts } of request.messages) {
    let key: string | undefined;
    for (const part of parts) {
      if (part.type === "text") key = keyOfPicture(part.text);
      else {
        const look = lookAt(looks, part.image_url.url);
        if (!isLook(look)) return look;
        if (key !== undefined) seen.set(key, look);
      }
    }
  }
  ask.pictures = seen;
  return undefined;
}
