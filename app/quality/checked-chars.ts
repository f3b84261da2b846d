/** Longer texts are checked by their beginning and cannot be approved in bulk: every check's time stays bounded. */
export const checkedChars = 20_000;
