/** Beyond so many a text is blocked anyway; only those that count are counted. */
const maxLinks = 20;

/** Each with a string that every such text contains: most texts do not, and looking for it is cheap. */
const patterns: [sign: RegExp, pattern: RegExp][] = [
  [/:/, /(?:https?|hxxps?|ftp|mailto|tel|whatsapp|tg):(?:\/\/)?[^\s<>"']{2,300}/giu],
  [/www/i, /(?<![\p{L}\p{N}@.])www\.[^\s<>"']{3,200}/giu],
  // Also where it is glued to a word, which is how such an address slips past a reader.
  [/www/i, /www\.[\p{L}\p{N}-]{2,63}\.\p{L}{2,20}/giu],
  [/@/, /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu],
  [
    /[a-z0-9-]\.[a-z]/iu,
    /(?<![\p{L}\p{N}@./-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,3}(?:com|net|org|info|biz|io|co|app|dev|shop|store|online|site|xyz|top|club|link|click|live|me|tv|ai|eu|de|at|ch|fr|es|it|nl|be|uk|us|ca|au|pl|se|dk|no|fi|cz|ru|ua|cn|jp|in|br|mx|tr|ly|gg|to)(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])(?:\/[^\s<>"']{0,200})?/giu,
  ],
  [/@/, /(?<![\p{L}\p{N}.@/])@[a-z0-9_](?:[a-z0-9_.]{1,28})[a-z0-9_]/giu],
  // Telephone numbers: international, or at least nine digits in groups as they are written.
  [
    /[+(]\d|00\d|\d{3}[-.]/,
    /(?<![\p{L}\p{N}.,])(?:\+|00)\d[\d\s()./-]{7,20}\d|\(\d{2,5}\)\s?\d{3,4}[\s-]\d{3,5}|(?<![\p{L}\p{N}.,-])\d{3}[-.]\d{3}[-.]\d{4}(?!\d)/gu,
  ],
];

/** Addresses, e-mails, telephone numbers and handles of a text, as written. @param counts those that it does not are left out */
export function linksIn(text: string, counts: (link: string) => boolean = () => true): string[] {
  // Someone who hides a link writes example[.]com or example (dot) com.
  const plain = /\[\.\]|\(dot\)|\[dot\]|．|(?<=[a-z0-9])。(?=[a-z])/i.test(text)
    ? text.replace(/\s?(?:\[\.\]|\(dot\)|\[dot\])\s?|．|(?<=[a-z0-9])。(?=[a-z])/gi, ".")
    : text;
  if (!/[@:+.()]|\d{3}/.test(plain)) return [];
  const found = new Set<string>();
  for (const [sign, pattern] of patterns) {
    if (!sign.test(plain)) continue;
    for (const [link] of plain.matchAll(pattern)) {
      const bare = link.replace(/[.,;:!?)\]]+$/, "");
      if (counts(bare)) found.add(bare);
      if (found.size >= maxLinks) return [...found];
    }
  }
  return [...found];
}
