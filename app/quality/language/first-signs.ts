/** What a part of a regular expression may begin with. */
interface Beginning {
  /** null: anything */
  signs: ReadonlySet<string> | null;
  /** it may match nothing, so that what follows it may begin as well */
  empty: boolean;
}

const nothing: Beginning = { signs: new Set(), empty: true };
const anything: Beginning = { signs: null, empty: false };
const digits: ReadonlySet<string> = new Set("0123456789");

/**
 * The signs that a match of a regular expression may begin with, rather too many than too few; null: any sign, or it may match
 * nothing. Knows groups, classes of single signs, `\d`, looks around and quantifiers; takes all else for anything.
 */
export function firstSignsOf(source: string): ReadonlySet<string> | null {
  const { signs, empty } = ofAlternatives(source);
  return empty ? null : signs;
}

/** The alternatives of a regular expression, outside its groups and classes. */
export function alternativesOf(source: string): string[] {
  const found: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at = endOfAtom(source, at)) {
    if (source[at] !== "|") continue;
    found.push(source.slice(from, at));
    from = at + 1;
  }
  return [...found, source.slice(from)];
}

/**
 * The same alternatives, each beginning with a sign where that can be had: "(?:lab|field) tested" as "lab tested" and "field tested".
 */
export function spreadAlternatives(source: string): string[] {
  return alternativesOf(source).flatMap((one) => {
    if (!one.startsWith("(?:")) return [one];
    const end = endOfAtom(one, 0);
    const [quantifier = ""] = quantified.exec(one.slice(end)) ?? [];
    if (quantifier !== "" && quantifier !== "?") return [one];
    const rest = one.slice(end + quantifier.length);
    const begun = alternativesOf(one.slice(3, end - 1)).flatMap((inner) => spreadAlternatives(`${inner}${rest}`));
    return quantifier === "?" ? [...begun, ...spreadAlternatives(rest)] : begun;
  });
}

/** The signs that may come second where one plain letter comes first; null: any, or it begins otherwise. */
export function secondSignsOf(source: string): ReadonlySet<string> | null {
  return /^\p{L}(?![?*+{])/u.test(source) ? firstSignsOf(source.slice(1)) : null;
}

function ofAlternatives(source: string): Beginning {
  return alternativesOf(source)
    .map(ofSequence)
    .reduce((all, one) => ({ signs: union(all.signs, one.signs), empty: all.empty || one.empty }), {
      signs: new Set(),
      empty: false,
    });
}

function ofSequence(source: string): Beginning {
  let signs: ReadonlySet<string> | null = new Set<string>();
  for (let at = 0; at < source.length; ) {
    const end = endOfAtom(source, at);
    const atom = ofAtom(source.slice(at, end));
    const [quantifier = ""] = quantified.exec(source.slice(end)) ?? [];
    signs = union(signs, atom.signs);
    const mayBeMissing = /^(?:[?*]|\{0)/.test(quantifier);
    if (!atom.empty && !mayBeMissing) return { signs, empty: false };
    at = end + quantifier.length;
  }
  return { signs, empty: true };
}

const quantified = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/;

function ofAtom(atom: string): Beginning {
  if (/^\(\?<?[=!]/.test(atom)) return nothing;
  if (atom.startsWith("(")) return ofAlternatives(atom.slice(atom.startsWith("(?:") ? 3 : 1, -1));
  if (atom.startsWith("[")) return ofClass(atom.slice(1, -1));
  if (atom === "\\d") return { signs: digits, empty: false };
  if (/^\\[^\p{L}\p{N}]$/u.test(atom)) return { signs: new Set(atom.slice(1)), empty: false };
  return /^[\\.^$\ud800-\udfff]/.test(atom) ? anything : { signs: new Set(atom), empty: false };
}

function ofClass(signs: string): Beginning {
  return /[\\^\-\ud800-\udfff]/.test(signs) ? anything : { signs: new Set(signs), empty: false };
}

/** Where what begins here ends: a group, a class, an escape or a sign. */
function endOfAtom(source: string, at: number): number {
  const sign = source[at];
  if (sign === "\\") {
    const [escaped = ""] = /^\\(?:[pPu]\{[^}]*\}|u[0-9a-f]{4}|k<\w+>|[\s\S])/.exec(source.slice(at)) ?? [];
    return at + Math.max(1, escaped.length);
  }
  if (sign === "[") {
    let end = at + 1;
    while (end < source.length && source[end] !== "]") end += source[end] === "\\" ? 2 : 1;
    return end + 1;
  }
  if (sign !== "(") return at + 1;
  let end = at + 1;
  while (end < source.length && source[end] !== ")") end = endOfAtom(source, end);
  return end + 1;
}

function union(one: ReadonlySet<string> | null, other: ReadonlySet<string> | null): ReadonlySet<string> | null {
  return one && other ? new Set([...one, ...other]) : null;
}
