/** "Title" in the languages of Shopify's admin, folded: the name of the option of a product without options. */
const titles = new Set(
  [
    "Title", "Titel", "Titre", "Titolo", "Título", "Tittel", "Otsikko", "Název", "Tytuł", "Başlık", "Tiêu đề", "タイトル", "标题",
    "標題", "제목", "ชื่อ", "Заголовок", "Название", "Назва", "Cím", "Τίτλος", "Titlu", "Judul", "Заглавие", "Naslov", "Názov",
    "Pavadinimas", "כותרת", "العنوان",
  ].map(folded),
); // biome-ignore format: a list of names

/**
 * True for the pair that a product without options carries, "Title: Default Title" in whatever language it was made. It has
 * no meaning. `hasOnlyDefaultVariant` tells of it only where Shopify itself made it: importers copy the pair as they find it.
 * @see https://shopify.dev/docs/api/admin-graphql/latest/objects/Product#field-Product.fields.hasOnlyDefaultVariant
 */
export function isDefaultPair(name: string, value: string): boolean {
  const title = folded(name);
  if (!titles.has(title)) return false;
  const words = folded(value);
  return words === "default" || words.includes(title);
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
