import tlds from "tlds" with { type: "json" };

const all: ReadonlySet<string> = new Set(tlds);
/** Those that addresses of shops end with; of the others, most are plain words. */
const common: ReadonlySet<string> = new Set(
  "com net org info biz shop store online site xyz club click link app dev io blog cloud tech vip live news website space".split(
    " ",
  ),
);
/** Country domains that are a word or a unit of some language, with which a sentence may go on behind a full stop. */
const words: ReadonlySet<string> = new Set(
  "it to at in is so me my be us as no am do by im la et si il al su ma sa re ne na pa mu va li cm mm ml kg km mg ws".split(
    " ",
  ),
);

/**
 * How likely letters behind a dot are the end of an address. `sure`: they hardly can be anything else; `doubtful`: they are a
 * word as well, and what stands around them decides; `none`: no address ends so.
 * @param letters lower case
 */
export function asTopDomain(letters: string): "sure" | "doubtful" | "none" {
  if (!all.has(letters)) return "none";
  if (common.has(letters)) return "sure";
  const isCountry = /^[a-z]{2}$/.test(letters) || !/^[a-z]/.test(letters);
  return isCountry && !words.has(letters) ? "sure" : "doubtful";
}
