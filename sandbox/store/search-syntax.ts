/** Shopify's search syntax (https://shopify.dev/docs/api/usage/search-syntax) as a tree. */
export type Search =
  | { kind: "all" }
  | { kind: "and" | "or"; parts: Search[] }
  | { kind: "not"; part: Search }
  | { kind: "term"; field: string | null; op: ":" | ">" | ">=" | "<" | "<="; value: string; prefix: boolean };

type Token = { text: string; quoted: boolean } | "(" | ")" | "-";

function tokenize(input: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < input.length) {
    const char = input[i] as string;
    if (/\s/.test(char)) {
      i += 1;
    } else if (char === "(" || char === ")") {
      tokens.push(char);
      i += 1;
    } else if (char === "-" && i + 1 < input.length && !/\s/.test(input[i + 1] as string)) {
      tokens.push("-");
      i += 1;
    } else {
      const start = i;
      let text = "";
      let quoted = false;
      while (i < input.length && !/[\s()]/.test(input[i] as string)) {
        const quote = input[i] as string;
        if (quote === "\\" && i + 1 < input.length) {
          text += input[i + 1];
          i += 2;
        } else if (quote === '"' || (quote === "'" && (i === start || /[:<>=]/.test(input[i - 1] as string)))) {
          quoted ||= i === start;
          const end = closing(input, i + 1, quote);
          text += input.slice(i + 1, end).replace(/\\(.)/g, "$1");
          i = end + 1;
          // A quoted value may hold the operators themselves: mark where it began.
          text += "\u0000";
        } else {
          text += quote;
          i += 1;
        }
      }
      tokens.push({ text, quoted });
    }
  }
  return tokens;
}

function closing(input: string, from: number, quote: string): number {
  for (let i = from; i < input.length; i += 1) {
    if (input[i] === "\\") i += 1;
    else if (input[i] === quote) return i;
  }
  return input.length;
}

/** Parses a query. Never fails: as with Shopify, what cannot be understood is searched as text. */
export function parseSearch(input: string): Search {
  const tokens = tokenize(input);
  let at = 0;
  const isWord = (word: string) => {
    const token = tokens[at];
    return typeof token === "object" && !token.quoted && token.text === word;
  };

  function or(): Search {
    const parts = [and()];
    while (isWord("OR")) {
      at += 1;
      parts.push(and());
    }
    return parts.length === 1 ? (parts[0] as Search) : { kind: "or", parts };
  }
  function and(): Search {
    const parts: Search[] = [];
    while (at < tokens.length && tokens[at] !== ")" && !isWord("OR")) {
      if (isWord("AND")) at += 1;
      else parts.push(unary());
    }
    if (parts.length === 0) return { kind: "all" };
    return parts.length === 1 ? (parts[0] as Search) : { kind: "and", parts };
  }
  function unary(): Search {
    if (tokens[at] === "-" || isWord("NOT")) {
      at += 1;
      return at < tokens.length ? { kind: "not", part: unary() } : { kind: "all" };
    }
    if (tokens[at] === "(") {
      at += 1;
      const inner = or();
      if (tokens[at] === ")") at += 1;
      return inner;
    }
    const token = tokens[at];
    at += 1;
    return typeof token === "object" ? term(token) : { kind: "all" };
  }
  const parts: Search[] = [];
  while (at < tokens.length) {
    parts.push(or());
    if (tokens[at] === ")") at += 1;
  }
  if (parts.length === 0) return { kind: "all" };
  return parts.length === 1 ? (parts[0] as Search) : { kind: "and", parts };
}

function term(token: { text: string; quoted: boolean }): Search {
  const match = token.quoted ? null : /^([a-z_][a-z0-9_.]*):(>=|<=|>|<|=)?(.*)$/is.exec(token.text);
  const raw = match ? (match[3] as string) : token.text;
  const exact = raw.includes("\u0000");
  const value = raw.replaceAll("\u0000", "");
  const prefix = !exact && value.endsWith("*") && value.length > 1;
  return {
    kind: "term",
    field: match ? (match[1] as string).toLowerCase() : null,
    op: ((match?.[2] ?? ":") === "=" ? ":" : (match?.[2] ?? ":")) as ":" | ">" | ">=" | "<" | "<=",
    value: prefix ? value.slice(0, -1) : value,
    prefix,
  };
}
