/** Words right behind a material that say that something is made of it; `ends`: how the material's word must end. Small letters. */
interface Frame {
  after: RegExp;
  ends: RegExp | null;
}

const frames: Readonly<Record<string, Frame>> = {
  fi: { after: /^\s(?:valmistettu|tehty|kudottu|neulottu|ommeltu|valettu|sorvattu|veistetty|taottu)/u, ends: /st[aä]$/u },
  hu: { after: /^\s(?:készül|szőt|sző|kötö|öntö|farag|gyárt|varr|van(?!\p{L}))\p{L}{0,8}/u, ends: /b[óő]l$/u },
  tr: { after: /^\s(?:el\s(?:ile|işi)\s)?(?:yapıl|üretil|oyul|dokun|örül|imal|dikil|dövül|dökül|mamul|işlen)\p{L}{0,8}(?:\s(?:edil\p{L}{1,6}))?/u, ends: /[td][ae]n$/u },
  ja: { after: /^(?:100\s?[%％])?(?:製(?!造|作)|(?:だけ)?(?:で|から)(?:でき|出来|作|造|つく|仕立|織|編|鋳|削|縫|組|焼)|を(?:使|用い|採用|贅沢に使|編|織|削)|仕立て)/u, ends: null },
  zh: { after: /^(?:面料|布料|材料)?(?:精心|手工|精工)?(?:制成|製成|打造|织成|織成|编织|編織|铸造|鑄造|缝制|縫製|制作而成|製作而成)/u, ends: null },
  ko: { after: /^\s?(?:소재|재질|원단|원목)?\s?(?:으로|로)\s?(?:만들|만든|제작|짠|짜|엮|빚|깎|주조|뜨개|떠서|지은|지었)/u, ends: null },
  hi: { after: /^\s(?:से|का|की|के)\s(?:ही\s)?(?:बन|बुन|ढल|गढ़|तराश)[\p{L}\p{M}]{0,6}/u, ends: null },
}; // biome-ignore format: a table

const longest = 28;

/**
 * How long the words right behind a material are that say that something is made of it: アルミ製, "bambuszból készült"; 0 without.
 * @param material its word @param after what follows it, both in small letters @param locale BCP-47
 */
export function madeBehind(material: string, after: string, locale: string): number {
  const frame = frames[locale.split(/[-_]/)[0]?.toLowerCase() ?? ""];
  if (!frame || (frame.ends && !frame.ends.test(material))) return 0;
  return frame.after.exec(after.slice(0, longest))?.[0].length ?? 0;
}
