import { describe, expect, it } from "vitest";
import { linksIn } from "../../app/quality/find-links.ts";
import { bannedContent } from "../../app/quality/language/banned-content.ts";

describe("links of a text", () => {
  const allowed = Array.from({ length: 40 }, (_, i) => `https://shop.example/page-${i}`);
  it("one that does not belong there is found behind forty that do", () => {
    const text = [...allowed, "https://evil.example/x"].join(" ");
    expect(linksIn(text, (link) => !allowed.includes(link))).toEqual(["https://evil.example/x"]);
    expect(bannedContent("contact", `${allowed.join(" ")} mailto sales@evil.example`)).toBe("sales@evil.example");
  });
});

describe("addresses in a text", () => {
  it.each([
    ["evilshop.pt", "evilshop.pt"],
    ["evilshop.com.br", "evilshop.com.br"],
    ["loja-do-mal.pt", "loja-do-mal.pt"],
    ["evilshop.gr", "evilshop.gr"],
    ["evilshop.hu", "evilshop.hu"],
    ["evilshop.co.nz", "evilshop.co.nz"],
    ["магазин.рф", "магазин.рф"],
    ["//evil.example/x", "//evil.example/x"],
    ["//cdn.evil.pt", "//cdn.evil.pt"],
    ["evilshop．com", "evilshop.com"],
    ["ｅｖｉｌｓｈｏｐ．ｃｏｍ", "evilshop.com"],
    ["evilshop。com", "evilshop.com"],
    ["evilshop․com", "evilshop.com"],
    ["evil\u200bshop.com", "evilshop.com"],
    ["evilshop dot com", "evilshop.com"],
    ["evilshop punto com", "evilshop.com"],
    ["evilshop point fr", "evilshop.fr"],
    ["evilshop (dot) com", "evilshop.com"],
    ["buy (at) evilshop (dot) com", "buy@evilshop.com"],
    ["EVILSHOP.COM", "EVILSHOP.COM"],
    ["Evilshop.Com", "Evilshop.Com"],
    ["evil-shop.it", "evil-shop.it"],
    ["visit evilshop.it today", "evilshop.it"],
    ["shop.evil.it now", "shop.evil.it"],
    ["evil.it/sale", "evil.it/sale"],
    ["on evilshop.boutique today", "evilshop.boutique"],
    ["seehttps://evil.example", "https://evil.example"],
    ["tel:+49301234567", "tel:+49301234567"],
    ["Tel. 030 1234567", "Tel. 030 1234567"],
    ["follow us @evilshop", "@evilshop"],
    ["@evil_shop", "@evil_shop"],
  ])("%s is one", (words, link) => {
    expect(linksIn(`A warm lamp: ${words}`)).toEqual([link]);
  });

  it.each([
    "Feels like home.It stays warm.",
    "Easy to carry.To clean it, use a cloth.",
    "Warm.At night it glows.",
    "Made for cold days.in winter it keeps warm.",
    "So weich.Es bleibt warm.",
    "Très doux.La laine est fine.",
    "Muy suave.Es ligera.",
    "Feels good.My favourite.",
    "It is soft.so soft",
    "Un tessuto morbido.Si lava a mano.",
    "Gürtel:30 mm breit",
    "Hotel:25 rooms",
    "Sizes (44) 460-480 and (46) 480-500",
    "(38) 380-400 mm",
    "Working @home and @work",
    "Relax @home.",
    "5.in wide, 30.cm long, 200.ml",
    "A plug.in for every socket",
    "Fast.cool and light",
    "z.B.im Sommer",
    "No.1 in the test, Dr.Martens style",
    "A polka dot dress, and a point in time",
    "24/7//365",
    "Fits phone 11 12 13 14 15",
    "Ratio 16:9, 12:30, v2.0",
  ])("there is none in: %s", (text) => {
    expect(linksIn(text)).toEqual([]);
  });
});
