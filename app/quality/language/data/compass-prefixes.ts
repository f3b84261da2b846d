/** Language → how it writes a part of a country as one word with it: Norditalien, Sydsverige. Others write two words or a hyphen. */
export const compassPrefixes: Readonly<Record<string, readonly string[]>> = {
  de: "nord|süd|ost|west|nordost|nordwest|südost|südwest|mittel|zentral|ober|unter".split("|"),
  sv: "nord|syd|öst|väst|mellan|central".split("|"),
  // Norwegian is read by the words of Danish.
  da: "nord|syd|sør|øst|vest|midt|mellem|central".split("|"),
};

/** Countries that are called so; not those whose north or south is another one, as in Korea. */
export const dividedCountries: ReadonlySet<string> = new Set(
  "AR AT BE BG BR CH CL CN CO CZ DE DK ES ET FI FR GB GR HR HU ID IN IT JP KE MA MX NO NP PE PL PT RO RS RU SE SI SK TH TR TW UA VN".split(
    " ",
  ),
);
