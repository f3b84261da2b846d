/** Words of a server that does not know the model, or does not let this key use it. */
export const aboutModel =
  /model_not_found|invalid model|unknown model|no such model|not a valid model|access to (?:the )?model|model\b.{0,120}(?:does not exist|not found|not exist|is not available|not loaded)/i;
