import { describe, expect, it } from "vitest";
import { compareTokens } from "../../../app/quality/translation/compare-tokens.ts";

const told = (source: string, target: string, kept: string[] = []) =>
  compareTokens(source, target, kept).map((one) =>
    one.kind === "changed"
      ? `${one.source.quote} → ${one.target.quote}`
      : one.kind === "missing"
        ? `- ${one.source.quote}`
        : `+ ${one.target.quote}`,
  );

describe("a translation that keeps what programs read", () => {
  it.each([
    ["Only {{ quantity }} left", "Nur noch {{ quantity }} übrig"],
    ["Hello %{name}, %1$s and {0}", "Hallo %{name}, {0} und %1$s"],
    ["100% cotton, 20 % silk", "100 % coton, 20 % de soie"],
    ["Save 20% %s", "%s 20 % sparen"],
    ["See [our guide](https://fern.example/guide)", "Siehe [unseren Leitfaden](https://fern.example/guide)"],
    ["[Limited edition] [sic]", "[Limitierte Auflage] [sic]"],
    ["Mail to care@fern.example.", "E-Mail an care@fern.example."],
    ["Spare part for FW-1020", "FW-1020の交換部品"],
    ["A set {of two}", "Ein Set {aus zwei}"],
    ["See https://a.example/a?b=1.", "https://a.example/a?b=1をご覧ください。"],
    ["Mail to help@fern.example", "如需帮助请发邮件至help@fern.example"],
    ["At www.fern.example", "www.fern.example에서"],
    ["Hi %first_name%, 50% off", "Salut %first_name%, −50 %"],
    ["Hi #NAME#, you are #1 of #10", "Hallo #NAME#, Sie sind Nr. 1 von 10"],
    ["Dear *|FNAME|*, dear [[name]], dear __name__", "Liebe *|FNAME|*, [[name]], __name__"],
    ["Hi %name%!", "%name%さん、こんにちは"],
    ["Hi %name%!", "您好%name%先生"],
    ["Hi %name%!", "สวัสดี%name%ครับ"],
    ["For %name%", "هدية ل%name%"],
    ["Hi #NAME#!", "#NAME#様"],
    ["Use [LUMO10] or [A-5]", "[LUMO10]または[A-5]を使う"],
    ["Paper [A4]", "Papier [DIN A4]"],
    ["Shoe [EU38]", "Schuh [EU 38]"],
    ["Code [SAVE10]", "Code SAVE10"],
    ["Vitamin [B12]", "Vitamin (B12)"],
    ["Your <%= shop %> parcel, :name", ":name様、<%= shop %>より"],
    [":smile: Material: cotton, ratio 1:2", ":lächeln: Material :coton, Verhältnis 1:2"],
    ["Hi __name__", "__name__님"],
    ["100% cotton%, 20% silk%", "100 % Baumwolle, 20 % Seide"],
    ["Shade #FF8800 #summer", "Farbton #FF8800 #Sommer"],
    ["50%cotton% and %wool%20", "50%Baumwolle% und %Wolle%20"],
    ["Yarn 4#RED# and #BLUE#2", "Garn 4#ROT# und #BLAU#2"],
    ["Model A__soft__ and __hard__B", "Modell A__weich__ und __hart__B"],
  ])("%s = %s", (source, target) => {
    expect(told(source, target, ["FW-1020"])).toEqual([]);
  });
});

describe("what programs read and a translation changed", () => {
  it.each([
    ["{{ quantity }} left", "{{ quantité }} restants", ["{{ quantity }} → {{ quantité }}"]],
    ["[qty] pieces", "[qté] pièces", ["- [qty]"]],
    ["Hello %{name}", "Bonjour", ["- %{name}"]],
    ["Hello", "Bonjour %{name}", ["+ %{name}"]],
    ["Hi %name%!", "Salut %nom% !", ["%name% → %nom%"]],
    ["Hi #NAME#", "Salut", ["- #NAME#"]],
    ["Hi *|FNAME|*", "Hallo *|VORNAME|*", ["*|FNAME|* → *|VORNAME|*"]],
    ["Hi [[name]] and __name__", "Hallo [[Name]] und __Name__", ["[[name]] → [[Name]]", "__name__ → __Name__"]],
    ["{% if a %}x{% endif %}", "{% si a %}x{% endif %}", ["{% if a %} → {% si a %}"]],
    ["%1$s of %2$s", "%1$s de %1$s", ["%2$s → %1$s"]],
    ["Fits FW-1020", "Passt zu FW-1021", ["- FW-1020"]],
    ["Fits FW-1020", "Passt zu FW-10200", ["- FW-1020"]],
    ["Read https://a.example/en", "Lies https://a.example/de", ["- https://a.example/en", "+ https://a.example/de"]],
  ])("%s ≠ %s", (source, target, expected) => {
    expect(told(source, target, ["FW-1020"])).toEqual(expected);
  });
});
